"""Which format a translation is written in."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import IO, Protocol, cast

from translator.errors import OutputError
from translator.translation import Translation


class Format(StrEnum):
    """A file format; its writer is the module of the same name."""

    TXT = "txt"
    MD = "md"
    JSONL = "jsonl"
    TSV = "tsv"
    HTML = "html"

    @property
    def holds_several_packages(self) -> bool:
        """True if one file can show the translations of several packages."""
        return self in (Format.JSONL, Format.TSV, Format.HTML)


class Writer(Protocol):
    """A module that writes one format."""

    def write(self, parts: Iterable[tuple[Translation, ...]], stream: IO[str]) -> None:
        """Write a document given in parts, each with one translation for each package."""


def writer_for(format_: Format) -> Writer:
    """The writer of a format."""
    return cast(Writer, importlib.import_module(f"translator.writers.{format_.value}"))


def choose_format(named: str | None, output: Path | None, default: str) -> Format:
    """The format named, else that of the output file's ending, else the default.

    Raises:
        OutputError: the name or ending is not a format.
    """
    known = ", ".join(Format)
    if named:
        if named not in list(Format):
            raise OutputError(f"unknown format “{named}”", remedy=f"choose one of {known}")
        return Format(named)
    if output and output.suffix:
        ending = {"markdown": "md", "htm": "html"}.get(
            output.suffix[1:].lower(), output.suffix[1:].lower()
        )
        if ending not in list(Format):
            raise OutputError(
                f"no format has the ending “{output.suffix}”",
                where=str(output),
                remedy=f"name one with --to: {known}",
            )
        return Format(ending)
    return Format(default)


def require_room_for(format_: Format, packages: int) -> None:
    """Refuse a format that cannot hold the translations of several packages.

    Raises:
        OutputError: there are more packages than the format holds.
    """
    if packages > 1 and not format_.holds_several_packages:
        raise OutputError(
            f"the format {format_} holds the translation of one package, not of {packages}",
            remedy="choose --to tsv, html or jsonl, or name one package",
        )
