"""Which module reads and writes which format, chosen by name or by a file's ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from translator.errors import GlossaryError, InputError
from translator.glossary.exchange import csv, tbx, tmx, tsv
from translator.glossary.exchange.termbase import TermBase


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read and written.

    Attributes:
        read: a file's content and its name for messages, to the terms.
        write: terms to text.
    """

    read: Callable[[bytes, str], TermBase]
    write: Callable[[TermBase], str]


FORMATS = {
    "csv": Format(csv.read, csv.write),
    "tsv": Format(tsv.read, tsv.write),
    "tbx": Format(tbx.read, tbx.write),
    "tmx": Format(tmx.read, tmx.write),
}


def find_format(path: Path, name: str | None = None) -> Format:
    """The format with a name, else that of the path's ending.

    Raises:
        GlossaryError: there is no such format.
    """
    wanted = (name or path.suffix.removeprefix(".")).casefold()
    if wanted in FORMATS:
        return FORMATS[wanted]
    problem = f"there is no format {wanted}" if wanted else "the name has no ending"
    remedy = f"use one of {', '.join(FORMATS)}, as the ending or with --format"
    raise GlossaryError(problem, where=str(path), remedy=remedy)


def read_termbase(path: Path, name: str | None = None) -> TermBase:
    """Read a file of another format.

    Raises:
        InputError: the file cannot be read.
        GlossaryError: its content is not what it should be; with file:line.
    """
    chosen = find_format(path, name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read ({error.strerror or error})", where=str(path), remedy="check the path"
        ) from error
    return chosen.read(content, str(path))
