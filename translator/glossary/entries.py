"""A glossary's text changed entry by entry: every line outside the entry stays byte for byte.

Where entries stand is read with PyYAML; an entry itself is changed with ruamel.yaml, which keeps
its comments and quotes. Files written in an unusual way (terms: [{...}], anchors) are changed as a
whole with ruamel.yaml, which keeps comments but may change spaces.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What YAML 1.1 counts as the end of a line.
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
_PLAIN = re.compile(r"[^\W_](?:[^:#,\[\]{}]*[^:#,\[\]{}\s])?")
_FLOW_KEYS = ("aliases", "avoid")
_WIDEST = 1_000_000
_OFFSET = 2

Fields = Mapping[str, Any]
"""Keys and values of an entry as they stand in the file; a value of None removes the key."""


@dataclass(frozen=True, slots=True)
class _Span:
    """Where an entry stands: its first and last line counted from 0, and the columns of its dash
    and of its first key."""

    first: int
    last: int
    dash: int
    key: int


@dataclass(frozen=True, slots=True)
class _Layout:
    """The lines of a glossary and its entries.

    Attributes:
        entries: None if the text is not laid out as a block list.
        insert: the line before which a first entry goes.
        dash: the column of the dash of new entries.
        terms: the lines of the value of `terms` if that is an empty list or null, else None.
    """

    lines: list[str]
    entries: tuple[_Span, ...] | None
    insert: int
    dash: int = _OFFSET
    empty: tuple[int, int, int] | None = None


def append_entries(text: str, entries: Sequence[Fields]) -> str:
    """The text with new entries after the last one.

    Args:
        text: a valid glossary with a key `terms`.
        entries: fields of the new entries, in order.
    """
    layout = _layout(text)
    if layout.entries is None:
        return _as_a_whole(text, lambda terms: terms.extend(map(_map, entries)))
    lines, newline = layout.lines, _newline(text)
    if layout.empty is not None:
        line, start, end = layout.empty
        lines[line] = (lines[line][:start].rstrip() + lines[line][end:]).rstrip(" ")
    place = layout.entries[-1].last + 1 if layout.entries else layout.insert
    if place and not lines[place - 1].endswith(("\n", "\r")):
        lines[place - 1] += newline
    new = [line for fields in entries for line in _rendered(fields, layout.dash, newline)]
    return "".join([*lines[:place], *new, *lines[place:]])


def change_entries(text: str, changes: Mapping[int, Fields]) -> str:
    """The text with some keys of some entries changed.

    Args:
        changes: for an entry's index, the keys to set.
    """

    def whole(terms: Any) -> None:
        for index, fields in changes.items():
            _apply(terms[index], fields)

    layout = _layout(text)
    if layout.entries is None:
        return _as_a_whole(text, whole)
    lines, newline = layout.lines, _newline(text)
    for index in sorted(changes, reverse=True):
        span = layout.entries[index]
        changed = _changed(lines[span.first : span.last + 1], span, changes[index], newline)
        if changed is None:
            return _as_a_whole(text, whole)
        lines[span.first : span.last + 1] = changed
    return "".join(lines)


def remove_entry(text: str, index: int) -> str:
    """The text without an entry; comments before and after it stay."""
    layout = _layout(text)
    if layout.entries is None:
        return _as_a_whole(text, lambda terms: terms.pop(index))
    span = layout.entries[index]
    return "".join([*layout.lines[: span.first], *layout.lines[span.last + 1 :]])


# --- Where entries stand ---


def _layout(text: str) -> _Layout:
    import yaml

    lines = [line for line in _LINE.findall(text) if line]
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((pair for pair in pairs if pair[0].value == "terms"), None)
    if found is None or getattr(root, "flow_style", False):
        return _Layout(lines, None, 0)
    key, value = found
    insert = key.end_mark.line + 1
    if isinstance(value, yaml.ScalarNode) or not value.value:
        start, end = value.start_mark, value.end_mark
        if start.line == end.line == key.end_mark.line:
            return _Layout(lines, (), insert, empty=(start.line, start.column, end.column))
        return _Layout(lines, None, 0)
    if value.flow_style:
        return _Layout(lines, None, 0)
    spans = [_span(item, lines) for item in value.value]
    known = tuple(span for span in spans if span is not None)
    if len(known) != len(spans):
        return _Layout(lines, None, 0)
    return _Layout(lines, known, insert, dash=known[-1].dash)


def _span(item: Any, lines: Sequence[str]) -> _Span | None:
    """The lines of an entry; None unless its line begins with nothing but a dash."""
    first, column = item.start_mark.line, item.start_mark.column
    before = lines[first][:column]
    if before.strip() != "-":
        return None
    last = _last_line(item)
    while last > first and not lines[last].strip():
        last -= 1
    return _Span(first, last, before.index("-"), column)


def _last_line(node: Any) -> int:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        # A block text ends at the beginning of the line after it.
        return int(node.end_mark.line) - (node.style in ("|", ">") and node.end_mark.column == 0)
    if node.flow_style:
        return int(node.end_mark.line)
    children = (
        [part for pair in node.value for part in pair]
        if isinstance(node, yaml.MappingNode)
        else node.value
    )
    return max(map(_last_line, children), default=int(node.start_mark.line))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


# --- Entries as text ---


def _rendered(fields: Fields, dash: int, newline: str) -> list[str]:
    from ruamel.yaml.comments import CommentedSeq

    return _dumped(CommentedSeq([_map(fields)]), _OFFSET, _OFFSET, dash, newline)


def _changed(lines: Sequence[str], span: _Span, fields: Fields, newline: str) -> list[str] | None:
    """An entry's lines with keys changed; None if it cannot be read alone, as with an anchor."""
    from ruamel.yaml.error import YAMLError

    # Where the entry will be dumped, so that comments keep their columns.
    offset = _list_offset(lines, span)
    moved = [_shift(line.rstrip("\r\n"), offset - span.dash) for line in lines]
    width = span.key - span.dash
    try:
        entries = _yaml(offset, width).load("\n".join(moved) + "\n")
    except YAMLError:
        return None
    _apply(entries[0], fields)
    return _dumped(entries, offset, width, span.dash, newline)


def _list_offset(lines: Sequence[str], span: _Span) -> int:
    """How far the entry's own lists are indented from their key."""
    for line in lines[1:]:
        if line.lstrip(" ").startswith("- "):
            return max(0, len(line) - len(line.lstrip(" ")) - span.key)
    return _OFFSET


def _dumped(entries: Any, offset: int, width: int, dash: int, newline: str) -> list[str]:
    stream = io.StringIO()
    _yaml(offset, width).dump(entries, stream)
    shown = stream.getvalue().rstrip("\n").split("\n")
    return [_shift(line, dash - offset) + newline for line in shown]


def _shift(line: str, columns: int) -> str:
    """Move a line; one that stands further left than that goes to the margin."""
    if not line.strip():
        return line
    if columns >= 0:
        return " " * columns + line
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, -columns) :]


def _apply(entry: Any, fields: Fields) -> None:
    from ruamel.yaml.comments import CommentedSeq

    for key, value in fields.items():
        old = entry.get(key)
        if value is None:
            entry.pop(key, None)
        elif isinstance(old, CommentedSeq) and isinstance(value, list | tuple):
            _become(old, list(value))
        else:
            entry[key] = _value(key, value)


def _become(old: Any, new: Sequence[str]) -> None:
    """Change a list in place, so that comments on items that stay are kept."""
    for index in reversed(range(len(old))):
        if old[index] not in new:
            del old[index]
    old.extend(_text(item) for item in new if item not in old)
    if list(old) != list(new):
        old[:] = [_text(item) for item in new]


def _map(fields: Fields) -> Any:
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap(
        (key, _value(key, value)) for key, value in fields.items() if value is not None
    )


def _value(key: str, value: Any) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    if isinstance(value, list | tuple):
        items = CommentedSeq(map(_text, value))
        if key in _FLOW_KEYS:
            items.fa.set_flow_style()
        return items
    return _text(value) if isinstance(value, str) else value


def _text(value: str) -> Any:
    """Text, in quotes unless every YAML reader takes it for plain text: no number, date or yes."""
    import yaml
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    if not value.isprintable():
        return DoubleQuotedScalarString(value)
    resolver: Any = yaml.resolver.Resolver()
    tag = resolver.resolve(yaml.ScalarNode, value, (True, False))
    plain = tag == "tag:yaml.org,2002:str" and _PLAIN.fullmatch(value)
    return value if plain else SingleQuotedScalarString(value)


# --- ruamel.yaml ---


def _yaml(offset: int, width: int) -> Any:
    """A round-trip reader and writer.

    Args:
        offset: columns from a key to the dashes of its list.
        width: columns from a dash to what follows it.
    """
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDEST
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=offset + width, offset=offset)
    return yaml


def _as_a_whole(text: str, change: Callable[[Any], object]) -> str:
    from ruamel.yaml.comments import CommentedSeq

    yaml = _yaml(_OFFSET, _OFFSET)
    data = yaml.load(text)
    if data.get("terms") is None:
        data["terms"] = CommentedSeq()
    change(data["terms"])
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue().replace("\n", _newline(text))
