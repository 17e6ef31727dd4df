r"""Tables for spreadsheets, after RFC 4180, with commas (CSV) or tabs (TSV).

The first line names the columns; source and target must be there, the others may be left out, in
any order. Several values in one cell are separated by " | "; a | that belongs to a value is written
\| and a backslash \\. The glossary's name, description and comments are lost.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from translator.errors import GlossaryError
from translator.glossary.exchange.termbase import Extras, TermBase, make_term
from translator.glossary.term import Case, Term

COLUMNS = (
    "source",
    "target",
    "kind",
    "aliases",
    "avoid",
    "exact",
    "case",
    "context",
    "keep",
    "note",
)
_NEEDED = ("source", "target")


def write(base: TermBase, delimiter: str) -> str:
    """The table as text, lines ending with a line feed."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, base.terms))
    return stream.getvalue()


def read(content: bytes, file: str, delimiter: str) -> TermBase:
    """The terms of a table.

    Raises:
        GlossaryError: the text is not UTF-8, a column is unknown or missing, or a value is not
            allowed; with file:line.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            "the file is not UTF-8", where=f"{file}:{line}", remedy='save it as "CSV UTF-8"'
        ) from error
    rows = _rows(text, file, delimiter)
    columns = _columns(next(rows, (1, []))[1], file)
    terms = tuple(_term(row, columns, file, line) for line, row in rows if any(row))
    return TermBase("", "", terms)


def _rows(text: str, file: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(
            f"this is no valid table ({error})",
            where=f"{file}:{line}",
            remedy="check the quotes on this line",
        ) from error


def _columns(header: list[str], file: str) -> list[str]:
    names = [name.strip().casefold() for name in header]
    where = f"{file}:1"
    for name in names:
        if name not in COLUMNS:
            raise GlossaryError(
                f'unknown column "{name}"', where=where, remedy=f"use {', '.join(COLUMNS)}"
            )
        if names.count(name) > 1:
            raise GlossaryError(f"the column {name} stands twice", where=where, remedy="remove one")
    for name in _NEEDED:
        if name not in names:
            raise GlossaryError(
                f"there is no column {name}",
                where=where,
                remedy="name the columns on the first line, as in source,target",
            )
    return names


def _term(row: list[str], columns: list[str], file: str, line: int) -> Term:
    if len(row) > len(columns):
        raise GlossaryError(
            f"{len(row)} cells, but there are {len(columns)} columns",
            where=f"{file}:{line}",
            remedy="put cells that hold the separator in quotes",
        )
    cells = dict(zip(columns, row, strict=False))
    extras = Extras(
        exact=cells.get("exact", ""),
        case=cells.get("case", ""),
        context=tuple(_split(cells.get("context", ""))),
        keep=cells.get("keep", ""),
    )
    return make_term(
        file,
        line,
        _split(cells.get("source", "")),
        [_unescaped(cells.get("target", "")), *_split(cells.get("aliases", ""))],
        kind=cells.get("kind", ""),
        avoid=_split(cells.get("avoid", "")),
        note=cells.get("note", ""),
        extras=extras,
    )


def _row(term: Term) -> list[str]:
    return [
        _join(term.sources),
        "" if term.keep else _escaped(term.target),
        term.kind.value,
        "" if term.keep else _join(term.aliases),
        _join(term.avoid),
        "true" if term.exact else "",
        "" if term.case is Case.EXACT else term.case.value,
        _join(term.context),
        "true" if term.keep else "",
        term.note,
    ]


def _join(values: Iterable[str]) -> str:
    return " | ".join(map(_escaped, values))


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|")


def _unescaped(cell: str) -> str:
    return "|".join(_split(cell))


def _split(cell: str) -> list[str]:
    """The values of a cell; white space around them does not count."""
    values = [""]
    characters = iter(cell)
    for character in characters:
        if character == "\\":
            values[-1] += next(characters, "\\")
        elif character == "|":
            values.append("")
        else:
            values[-1] += character
    return [value.strip() for value in values]
