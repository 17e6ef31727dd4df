"""The settings: sections, keys, kinds and limits. Their defaults stand in config.yaml alone."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _setting(description: str, allowed: str, **limits: Any) -> Any:
    """A field; `allowed` completes the sentence "... must be ..." in errors."""
    return Field(description=description, json_schema_extra={"allowed": allowed}, **limits)


def _one_key_as_list(value: object) -> object:
    """{next: "n"} is short for {next: ["n"]}."""
    if isinstance(value, dict):
        return {
            name: tuple(keys) if isinstance(keys, list) else (keys,) for name, keys in value.items()
        }
    return value


Auto = Literal["auto"]
MethodName = Literal["inline", "n-best", "prefix", "splice"]
FormatName = Literal["txt", "md", "jsonl", "tsv", "html"]
MetricName = Literal["bleu", "chrf", "chrf++", "ter"]
BidiMode = Literal["auto", "visual", "logical"]
Side = Literal["right", "left"]
KeyMap = Annotated[Mapping[str, tuple[str, ...]], BeforeValidator(_one_key_as_list)]


class EngineSettings(_Section):
    """Which package translates, and how."""

    package: str = _setting(
        "Argos package: auto, installed, or the path of a folder or .argosmodel file.",
        "auto, bundled, installed, or the path of a package",
        min_length=1,
    )
    threads: int = _setting(
        "CPU threads; 0 takes all cores.", "a whole number from 0 to 1024", ge=0, le=1024
    )
    beam: Auto | Annotated[int, Field(ge=1, le=64)] = _setting(
        "Beam size; auto takes the package's own.", "auto or a whole number from 1 to 64"
    )
    length_penalty: Auto | Annotated[float, Field(ge=0, le=10)] = _setting(
        "Exponent on the hypothesis length; auto takes the package's own.",
        "auto or a number from 0 to 10",
    )
    batch: int = _setting(
        "Segments in one batch of the model.", "a whole number from 1 to 1024", ge=1, le=1024
    )
    n_best: int = _setting(
        "Alternatives kept for each segment.", "a whole number from 1 to 64", ge=1, le=64
    )


class GlossarySettings(_Section):
    """Which glossaries count, and how their terms may be made to appear."""

    files: tuple[str, ...] = _setting(
        "Glossaries in order, later ones win: bundled names or paths.",
        "a list of glossary names or paths",
        strict=False,
    )
    user_file: str = _setting(
        "The user's own glossary, on top of all others.", "auto or a path", min_length=1
    )
    methods: tuple[MethodName, ...] = _setting(
        "Ways to make a term appear, tried in this order of cost.",
        "a list out of inline, n-best, prefix, splice",
        strict=False,
    )


class LanguageSettings(_Section):
    """What happens to texts that are not Arabic."""

    force: bool = _setting("Translate a text that does not look Arabic.", "true or false")


class OutputSettings(_Section):
    """How translations are written."""

    format: FormatName = _setting(
        "Format when neither --to nor the file's ending says it.",
        "one of txt, md, jsonl, tsv, html",
    )


class ScoringSettings(_Section):
    """How translations are scored."""

    metrics: tuple[MetricName, ...] = _setting(
        "Metrics in the order of the tables.",
        "a list out of bleu, chrf, chrf++, ter",
        strict=False,
        min_length=1,
    )
    trials: int = _setting(
        "Bootstrap and approximate randomisation trials.",
        "a whole number from 1 to 1000000",
        ge=1,
        le=1_000_000,
    )
    seed: int = _setting(
        "Seed of those trials.", "a whole number from 0 to 4294967295", ge=0, le=2**32 - 1
    )


class TuiSettings(_Section):
    """How the TUI looks and which keys it obeys."""

    theme: str = _setting(
        "Colours: auto, dark, light, high-contrast, or one of Textual's themes.",
        "auto, dark, light, high-contrast or the name of a theme",
        min_length=1,
    )
    bidi: BidiMode = _setting("How Arabic is drawn.", "one of auto, visual, logical")
    arabic_side: Side = _setting("Arabic on this side.", "right or left")
    keys: KeyMap = _setting(
        "Own keys: action to a key or a list of keys.",
        'actions with a key or a list of keys, as in {next_segment: "n"}',
    )


class Settings(_Section):
    """All settings."""

    engine: EngineSettings
    glossary: GlossarySettings
    language: LanguageSettings
    output: OutputSettings
    scoring: ScoringSettings
    tui: TuiSettings


def sections() -> dict[str, type[BaseModel]]:
    """The sections by name, in the order of config.yaml."""
    return {
        name: typing.cast("type[BaseModel]", field.annotation)
        for name, field in Settings.model_fields.items()
    }


def allowed(section: str, key: str) -> str:
    """What a setting must be, to complete a sentence."""
    extra = sections()[section].model_fields[key].json_schema_extra
    return str(typing.cast("dict[str, Any]", extra)["allowed"])


def choices(section: str, key: str) -> tuple[str, ...]:
    """The words that a setting allows, empty if it is free text or a number."""
    return _literals(sections()[section].model_fields[key].annotation)


def kind(section: str, key: str) -> Any:
    """The declared type of a setting."""
    return sections()[section].model_fields[key].annotation


def _literals(annotation: Any) -> tuple[str, ...]:
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is Literal:
        return tuple(arguments)
    return tuple(word for argument in arguments for word in _literals(argument))
