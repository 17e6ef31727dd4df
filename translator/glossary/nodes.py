"""YAML bytes as plain data, with the line of every value and duplicate keys refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_TEXT = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:timestamp")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, at which line counted from 1, and what to do."""

    line: int
    problem: str
    remedy: str


class Unquoted(float):
    """A number or date that may have been meant as text; shown as it was written."""

    written: str

    def __str__(self) -> str:
        return self.written


@dataclass(slots=True)
class Nodes:
    """A YAML document's data and its nodes.

    Attributes:
        data: dicts, lists, text, booleans, None and Unquoted.
        root: PyYAML's node of it.
    """

    data: Any
    root: Any
    _built: dict[int, Any] = field(default_factory=dict)

    def line(self, *location: str | int) -> int:
        """The line of the value at keys and indexes; of the nearest above it if it is missing.

        A key's own line is given where its value is a map entry.
        """
        node, line = self.root, self.root.start_mark.line
        for part in location:
            found = _child(node, part)
            if found is None:
                break
            node, line = found
        return int(line) + 1


def _child(node: Any, part: str | int) -> tuple[Any, int] | None:
    """The node under a key or index, and the line where it begins."""
    import yaml

    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child, child.start_mark.line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.line
    return None


def read_nodes(content: bytes) -> tuple[Nodes | None, list[Fault]]:
    """Parse one YAML document; None with the faults if it is no such thing."""
    import yaml

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Fault(line, "the file is not UTF-8", "save it as UTF-8 in your editor")]
    loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        return None, [_syntax_fault(error, text)]
    if root is None:
        return None, [Fault(1, "the glossary is empty", "write terms: and a list of terms")]
    nodes = Nodes(None, root)
    faults: list[Fault] = []
    nodes.data = _build(root, nodes, faults, 0)
    return nodes, faults


def _syntax_fault(error: Any, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot read it"
    if mark is not None:
        line = mark.line + 1
    else:
        line = text.count("\n", 0, getattr(error, "position", 0) or 0) + 1
    remedy = "check indents, colons and quotes here and on the line above"
    if "\t" in _line(text, line):
        remedy = "use spaces, not tabs, at the beginning of lines"
    return Fault(line, f"this is no valid YAML ({problem})", remedy)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _build(node: Any, nodes: Nodes, faults: list[Fault], depth: int) -> Any:
    """Plain data of a node; a node that is used twice (an alias) is built once."""
    import yaml

    key = id(node)
    if key in nodes._built:
        return nodes._built[key]
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        faults.append(Fault(line, "lists or keys are nested too deep", "see glossaries/README.md"))
        return None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, faults)
    nodes._built[key] = None
    if isinstance(node, yaml.SequenceNode):
        built: Any = [_build(item, nodes, faults, depth + 1) for item in node.value]
    else:
        built = _mapping(node, nodes, faults, depth)
    nodes._built[key] = built
    return built


def _mapping(node: Any, nodes: Nodes, faults: list[Fault], depth: int) -> dict[str, Any]:
    built: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key.value, str):
            faults.append(Fault(line, "a key must be a word", "see glossaries/README.md"))
        elif key.value in built:
            first = f"it is on line {lines[key.value]} already"
            faults.append(Fault(line, f"the key {key.value} stands twice; {first}", "remove one"))
        else:
            built[key.value] = _build(value, nodes, faults, depth + 1)
            lines[key.value] = line
    return built


def _scalar(node: Any, faults: list[Fault]) -> Any:
    if node.tag == _TEXT:
        return node.value
    if node.tag == _NULL:
        return None
    if node.tag == _BOOL:
        return node.value.lower() in ("yes", "true", "on")
    if node.tag in _NUMBERS:
        number = Unquoted(0)
        number.written = node.value
        return number
    line = node.start_mark.line + 1
    faults.append(Fault(line, f"the tag {node.tag} is not allowed", "remove what begins with !"))
    return None
