"""One configuration file as plain values, each with its line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator.config.nearest import did_you_mean, nearest
from translator.errors import ConfigError

MOST_BYTES = 1024**2


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """What one file sets.

    Attributes:
        name: the file as the user sees it in messages.
        values: (section, key) to value, only what the file names.
        lines: dotted place ("engine.beam", "glossary.files.0") to line, counted from 1.
    """

    name: str
    path: Path
    values: dict[tuple[str, str], Any]
    lines: dict[str, int]

    def place(self, dotted: str) -> str:
        """ "file:line" of a value, or of the nearest thing around it."""
        while dotted:
            if dotted in self.lines:
                return f"{self.name}:{self.lines[dotted]}"
            dotted = dotted.rpartition(".")[0]
        return self.name


def read_config_file(path: Path, name: str, known: dict[str, tuple[str, ...]]) -> ConfigFile:
    """Read a file and check its keys; values are checked when all sources are together.

    Args:
        known: sections and the keys of each.

    Raises:
        ConfigError: unreadable, no YAML, an unknown key or one that stands there twice.
    """
    values: dict[tuple[str, str], Any] = {}
    lines: dict[str, int] = {}
    data = _parse(_read(path, name), name, lines)
    foreign = sum(section not in known for section in data) * 2 > len(data)
    for section, content in data.items():
        place = f"{name}:{lines[section]}"
        if section not in known:
            raise _unknown_section(section, place, known, foreign=foreign)
        if content is None:
            continue
        if not isinstance(content, dict):
            raise ConfigError(
                f'"{section}" must hold keys, not {_shown(content)}',
                where=place,
                remedy=f"keys are: {', '.join(known[section])}",
            )
        for key, value in content.items():
            if key not in known[section]:
                raise _unknown_key(section, key, f"{name}:{lines[f'{section}.{key}']}", known)
            values[section, key] = value
    return ConfigFile(name, path, values, lines)


def _read(path: Path, name: str) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ConfigError("no such file", where=name, remedy="check the path") from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise ConfigError(problem, where=name, remedy="check the path and permissions") from error
    if len(content) > MOST_BYTES:
        raise ConfigError(
            "is larger than 1 MB", where=name, remedy="name your settings file with --config"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ConfigError(
            "is not UTF-8 text", where=f"{name}:{line}", remedy="save it as UTF-8"
        ) from error


def _parse(text: str, name: str, lines: dict[str, int]) -> dict[str, Any]:
    import yaml

    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        if node is None or node.tag == "tag:yaml.org,2002:null":
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise ConfigError(
                "must hold sections with keys, as in the default config.yaml",
                where=f"{name}:{node.start_mark.line + 1}",
                remedy="`muqabala config show` prints them all",
            )
        _note_lines(node, "", name, lines)
        data = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{name}:{mark.line + 1}" if mark else name
        problem = f"is not YAML ({error.problem or error.context})"
        raise ConfigError(problem, where=place, remedy="mend this line") from error
    except yaml.YAMLError as error:
        problem = f"is not YAML ({' '.join(str(error).split())})"
        raise ConfigError(problem, where=name, remedy="mend the file") from error
    except RecursionError as error:
        raise ConfigError("is nested too deeply", where=name, remedy="mend the file") from error
    # Not errors of PyYAML itself: impossible dates, tags such as !!float before no number.
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise ConfigError(f"is not YAML ({error})", where=name, remedy="mend the file") from error
    return dict(data)


def _note_lines(node: Any, prefix: str, name: str, lines: dict[str, int]) -> None:
    """Fill in the lines of keys and list items; refuse keys that are no text or stand there twice.

    Only as deep as settings go (section, key, item), so that aliases cannot make it endless.
    """
    import yaml

    if prefix.count(".") > 2:
        return
    if isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            lines[f"{prefix}{position}"] = item.start_mark.line + 1
        return
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
            shown = key.value if isinstance(key, yaml.ScalarNode) else "a list"
            raise ConfigError(
                f"a key must be a word, not {shown}",
                where=f"{name}:{line}",
                remedy='put it in quotes, as in "on"',
            )
        dotted = f"{prefix}{key.value}"
        if dotted in lines:
            raise ConfigError(
                f'"{dotted}" stands here a second time, first in line {lines[dotted]}',
                where=f"{name}:{line}",
                remedy="remove one of the two",
            )
        lines[dotted] = line
        _note_lines(value, f"{dotted}.", name, lines)


def _unknown_section(
    section: str, place: str, known: dict[str, tuple[str, ...]], *, foreign: bool
) -> ConfigError:
    homes = [home for home, keys in known.items() if section in keys]
    if nearest(section, known):
        remedy = did_you_mean(section, known)
    elif homes:
        places = " or ".join(f'"{home}:"' for home in homes)
        remedy = f"it belongs under {places}"
    else:
        remedy = did_you_mean(section, known)
    if foreign and not homes and not nearest(section, known):
        remedy += (
            ", and if this file belongs to another program, "
            "name your settings file with --config or rename this one"
        )
    return ConfigError(f'unknown key "{section}"', where=place, remedy=remedy)


def _unknown_key(
    section: str, key: str, place: str, known: dict[str, tuple[str, ...]]
) -> ConfigError:
    homes = [home for home, keys in known.items() if key in keys]
    if homes and not nearest(key, known[section]):
        remedy = f'it belongs under "{homes[0]}:"'
    else:
        remedy = did_you_mean(key, known[section])
    return ConfigError(f'unknown key "{section}.{key}"', where=place, remedy=remedy)


def _shown(value: object) -> str:
    import reprlib

    return reprlib.repr(value)
