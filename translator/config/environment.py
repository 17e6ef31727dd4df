"""Settings from environment variables: MUQABALA_ENGINE__BEAM=2 sets engine.beam."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from typing import Any

from translator.config.nearest import did_you_mean
from translator.config.schema import kind, sections
from translator.errors import ConfigError

PREFIX = "MUQABALA_"


def read_environment(environment: Mapping[str, str]) -> dict[tuple[str, str], tuple[str, Any]]:
    """(section, key) to (variable, value) for every variable that begins with MUQABALA_.

    Values are written as in YAML; a list may also be words with commas between them.

    Raises:
        ConfigError: a variable that sets nothing known, or whose value is no YAML.
    """
    known = {
        f"{PREFIX}{section}__{key}".upper(): (section, key)
        for section, model in sections().items()
        for key in model.model_fields
    }
    found: dict[tuple[str, str], tuple[str, Any]] = {}
    for name, text in sorted(environment.items()):
        if not name.upper().startswith(PREFIX):
            continue
        if name.upper() not in known:
            raise ConfigError(
                "no such setting",
                where=f"environment {name}",
                remedy=did_you_mean(name.upper(), known),
            )
        section, key = known[name.upper()]
        found[section, key] = (name, _value(name, text, kind(section, key)))
    return found


def _value(name: str, text: str, annotation: Any) -> Any:
    if annotation is str:
        return text
    is_list = typing.get_origin(annotation) is tuple
    if is_list and not text.lstrip().startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    import yaml

    try:
        return yaml.safe_load(text)
    # See translator.config.source for what else PyYAML lets through.
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as error:
        raise ConfigError(
            "the value is not YAML", where=f"environment {name}", remedy="put it in quotes"
        ) from error
