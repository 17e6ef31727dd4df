"""What a glossary file may hold, as pydantic models and as JSON Schema for editors."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.json_schema import WithJsonSchema

from translator.glossary.term import Case, Kind

_TEXT_SCHEMA: dict[str, Any] = {"type": "string", "minLength": 1}

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _kind(value: object) -> object:
    return Kind(value) if isinstance(value, str) and value in list(Kind) else value


def _case(value: object) -> object:
    return Case(value) if isinstance(value, str) and value in list(Case) else value


def _empty_as_list(value: object) -> object:
    return [] if value is None else value


Sources = Annotated[
    list[Text],
    Field(min_length=1),
    BeforeValidator(_as_list),
    WithJsonSchema(
        {"anyOf": [_TEXT_SCHEMA, {"type": "array", "items": _TEXT_SCHEMA, "minItems": 1}]}
    ),
]
OptionalText = Annotated[Text | None, WithJsonSchema(dict(_TEXT_SCHEMA))]


class TermEntry(BaseModel):
    """One name and its English."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={
            "anyOf": [
                {"required": ["target"]},
                {"properties": {"keep": {"const": True}}, "required": ["keep"]},
            ]
        },
    )

    source: Sources = Field(description="The Arabic spelling, or a list of several.")
    target: OptionalText = Field(default=None, description="The English that must appear.")
    kind: Annotated[Kind, BeforeValidator(_kind)] = Field(
        default=Kind.OTHER, description="What the name names."
    )
    aliases: list[Text] = Field(
        default=[], description="Other English forms that are right and stay as they are."
    )
    avoid: list[Text] = Field(default=[], description="English forms that must not appear.")
    exact: bool = Field(
        default=False,
        description="Match letter by letter: no particles before the name, no other spellings.",
    )
    case: Annotated[Case, BeforeValidator(_case)] = Field(
        default=Case.EXACT, description="Whether the capitals must be as in target."
    )
    context: list[Text] = Field(
        default=[], description="Arabic words of which one must stand in the same sentence."
    )
    keep: bool = Field(
        default=False, description="Leave the source as it is; no target is needed then."
    )
    note: str = Field(default="", description="A remark for people.")


class GlossaryFile(BaseModel):
    """A Muqabala glossary: Arabic names and the English that must appear for them."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: OptionalText = Field(default=None, description="A short name.")
    description: str = Field(default="", description="What the glossary is for.")
    terms: Annotated[list[TermEntry], BeforeValidator(_empty_as_list)] = Field(
        description="The entries; of two with the same source the later one counts."
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a glossary file."""
    schema = GlossaryFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
