"""The configuration in force: found, layered, checked, each value with its origin."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from translator.config.environment import read_environment
from translator.config.nearest import nearest
from translator.config.schema import Settings, allowed, choices, sections
from translator.config.source import ConfigFile, read_config_file
from translator.errors import ConfigError
from translator.locations import bundled, expanded, is_file, user_config_folder

DEFAULT = "default"
CONFIG_NAME = "config.yaml"
_PATH_ENDINGS = (".yaml", ".yml", ".argosmodel")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings and where each came from.

    Attributes:
        origins: "engine.beam" to "default", "config.yaml:17" or "environment MUQABALA_...".
        file: the file in force, None if there is only the default.
    """

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None


def candidate_files(folder: Path) -> tuple[Path, ...]:
    """Where a configuration is looked for without --config, in order; the first one counts."""
    return folder / CONFIG_NAME, user_config_folder() / CONFIG_NAME


def load_config(
    path: Path | None = None, *, environment: Mapping[str, str], folder: Path
) -> Configuration:
    """Load the configuration.

    Environment variables win over the file, and the file over the bundled default. Relative paths
    in a file are resolved against the folder of that file, in a variable against `folder`.

    Args:
        path: the file named with --config; None looks in folder, then in the user's folder.
        environment: os.environ.
        folder: the current folder.

    Raises:
        ConfigError: a file is unreadable, or a key or value is not allowed.
    """
    known = {name: tuple(model.model_fields) for name, model in sections().items()}
    default = read_config_file(bundled(CONFIG_NAME), DEFAULT, known)
    chosen = _chosen_file(path, folder)
    files = [default]
    if chosen is not None:
        files.append(read_config_file(chosen, _shown_path(chosen, folder), known))
    merged: dict[tuple[str, str], Any] = {}
    origins: dict[tuple[str, str], str] = {}
    owners: dict[tuple[str, str], ConfigFile] = {}
    for file in files:
        for place, value in file.values.items():
            merged[place] = _with_paths(place, value, file.path.resolve().parent)
            origins[place] = DEFAULT if file is default else file.place(".".join(place))
            owners[place] = file
    for place, (variable, value) in read_environment(environment).items():
        merged[place] = _with_paths(place, value, folder)
        origins[place] = f"environment {variable}"
        owners.pop(place, None)
    settings = _validated(merged, origins, owners)
    named = {f"{section}.{key}": origin for (section, key), origin in origins.items()}
    return Configuration(settings, MappingProxyType(named), chosen)


def _chosen_file(path: Path | None, folder: Path) -> Path | None:
    if path is not None:
        return path
    return next((file for file in candidate_files(folder) if is_file(file)), None)


def _shown_path(path: Path, folder: Path) -> str:
    return CONFIG_NAME if path == folder / CONFIG_NAME else str(path)


def _with_paths(place: tuple[str, str], value: Any, base: Path) -> Any:
    """Make relative paths absolute; names such as "news" and "auto" stay as they are."""
    if place in {("engine", "package"), ("glossary", "user_file")}:
        return _absolute(value, base)
    if place == ("glossary", "files") and isinstance(value, list):
        return [_absolute(item, base) for item in value]
    return value


def _absolute(value: Any, base: Path) -> Any:
    if not isinstance(value, str):
        return value
    is_path = "/" in value or "\\" in value or value.startswith("~")
    if not is_path and not value.lower().endswith(_PATH_ENDINGS):
        return value
    return str(base / expanded(value))


def _validated(
    merged: Mapping[tuple[str, str], Any],
    origins: Mapping[tuple[str, str], str],
    owners: Mapping[tuple[str, str], ConfigFile],
) -> Settings:
    nested: dict[str, dict[str, Any]] = {section: {} for section in sections()}
    for (section, key), value in merged.items():
        nested[section][key] = value
    try:
        return Settings.model_validate(nested)
    except ValidationError as error:
        first = min(error.errors(), key=lambda one: _line_order(one["loc"], owners))
        place = (str(first["loc"][0]), str(first["loc"][1]))
        inner = first["loc"][2:]
        raise _wrong_value(place, inner, merged[place], origins[place], owners) from error


def _line_order(loc: tuple[int | str, ...], owners: Mapping[tuple[str, str], ConfigFile]) -> int:
    """Faults are reported in the order of the file, those of variables first."""
    place = (str(loc[0]), str(loc[1]))
    return owners[place].lines[".".join(place)] if place in owners else 0


def _wrong_value(
    place: tuple[str, str],
    inner: tuple[int | str, ...],
    value: Any,
    origin: str,
    owners: Mapping[tuple[str, str], ConfigFile],
) -> ConfigError:
    dotted = ".".join(place)
    for step in inner:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        dotted += f".{step}"
    where = owners[place].place(dotted) if place in owners else origin
    shown = _as_written(value)
    meant = nearest(value, choices(*place)) if isinstance(value, str) else ""
    return ConfigError(
        f"{'.'.join(place)} must be {allowed(*place)}, not {shown}",
        where=where,
        remedy=f'did you mean "{meant}"?' if meant else "change it",
    )


def _as_written(value: Any) -> str:
    """A wrong value as it looks in YAML, cut short if it is long."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return reprlib.repr(value).replace("'", '"')
