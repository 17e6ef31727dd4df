"""A list of names by segment: TSV with the columns line, ar_span and en_name, and others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from translator.errors import ScoringError
from translator.glossary.term import Term
from translator.reading import read_document
from translator.scoring.names import ExpectedName

_COLUMNS = ("line", "ar_span", "en_name")


def read_names(path: Path, segments: Mapping[int, int]) -> tuple[ExpectedName, ...]:
    """Read the names that must be right.

    Args:
        segments: for each line number of the source, counted from 1, its place in the corpus;
            names of lines that are not scored are left out.

    Raises:
        ScoringError: a column is missing, or a row is not as the first row says.
        InputError: the file cannot be read.
    """
    rows = [row.split("\t") for row in read_document(path).text.split("\n")]
    header = rows[0]
    missing = [column for column in _COLUMNS if column not in header]
    if missing:
        raise ScoringError(
            f"no column {missing[0]!r}",
            where=f"{path}:1",
            remedy=f"the first row must name the columns {', '.join(_COLUMNS)}, with tabs between",
        )
    places = [header.index(column) for column in _COLUMNS]
    expected: dict[tuple[int, str, str], ExpectedName] = {}
    for number, row in enumerate(rows[1:], start=2):
        if row == [""]:
            continue
        line, surface, target = _cells(row, places, f"{path}:{number}")
        if line in segments:
            name = ExpectedName(segments[line], surface, Term((surface,), target))
            expected.setdefault((line, surface, target), name)
    return tuple(expected.values())


def _cells(row: list[str], places: list[int], where: str) -> tuple[int, str, str]:
    if len(row) <= max(places):
        raise ScoringError(
            f"{len(row)} columns are too few", where=where, remedy="put a tab between all columns"
        )
    line, surface, target = (row[place].strip() for place in places)
    if not (line.isascii() and line.isdigit()):
        raise ScoringError(
            f"{line!r} is no line number", where=where, remedy="count the source's lines from 1"
        )
    if not surface or not target:
        raise ScoringError("a name is empty", where=where, remedy="fill in both names")
    return int(line), surface, target
