"""Texts cut into pieces that carry marks, for drawing names, differences and doubts at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.differences import Change, Difference, word_differences
from translator.report.content import Report
from translator.scoring.names import NameOutcome


@dataclass(frozen=True, slots=True)
class Mark:
    """A reason to draw some characters differently.

    Attributes:
        kind: "substitution", "insertion", "deletion", "move", "name-right", "name-wrong",
            "name" or "flag".
        title: what it means there, for a tooltip; may be empty.
    """

    start: int
    end: int
    kind: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters with the same marks.

    Attributes:
        ends: the kinds whose mark ends with this piece, so that a sign can stand behind it.
    """

    text: str
    kinds: tuple[str, ...]
    ends: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One system's English of a segment."""

    system: str
    score: float
    pieces: tuple[Piece, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One segment side by side.

    Attributes:
        place: counted from 0, for links; number is that of the line in the files.
        source: empty if the Arabic is not known.
        reference: marked against the first system.
    """

    place: int
    number: int
    source: tuple[Piece, ...]
    reference: tuple[Piece, ...]
    cells: tuple[Cell, ...]


def rows_of(report: Report, most: int) -> Iterable[Row]:
    """The first segments of a report, ready to be drawn."""
    comparison = report.comparison
    corpus = comparison.corpus
    outcomes = [_by_segment(names.outcomes) for names in comparison.names]
    expected: dict[int, list[str]] = {}
    for name in report.expected:
        expected.setdefault(name.segment, []).append(name.surface)
    for place in range(min(most, len(corpus))):
        reference = corpus.references[0].lines[place]
        cells = []
        compared: tuple[Difference, ...] = ()
        for number, system in enumerate(comparison.systems):
            hypothesis = corpus.systems[number].lines[place]
            differences = word_differences(reference, hypothesis)
            compared = compared or differences
            flags = report.flags_of(number, place)
            marks = [
                *_difference_marks(differences, second=True),
                *_outcome_marks(outcomes[number].get(place, [])),
                *(Mark(f.target_start, f.target_end, "flag", f.message) for f in flags),
            ]
            score = system.of(comparison.metric).segments[place]
            doubts = tuple(flag.message for flag in flags)
            cells.append(Cell(system.system, score, cut(hypothesis, marks), doubts))
        source = corpus.source.lines[place] if corpus.source else ""
        yield Row(
            place,
            corpus.numbers[place],
            cut(source, _surface_marks(source, expected.get(place, []))),
            cut(reference, _difference_marks(compared, second=False)),
            tuple(cells),
        )


def cut(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Cut a text wherever a mark begins or ends; marks of no width are left out."""
    marks = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    borders = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    pieces = []
    for start, end in itertools.pairwise(borders):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        pieces.append(
            Piece(
                text[start:end],
                tuple(dict.fromkeys(mark.kind for mark in over)),
                tuple(dict.fromkeys(mark.kind for mark in over if mark.end == end)),
                "; ".join(dict.fromkeys(mark.title for mark in over if mark.title)),
            )
        )
    return tuple(pieces)


def _by_segment(outcomes: Sequence[NameOutcome]) -> dict[int, list[NameOutcome]]:
    found: dict[int, list[NameOutcome]] = {}
    for outcome in outcomes:
        found.setdefault(outcome.expected.segment, []).append(outcome)
    return found


_TITLES = {
    Change.SUBSTITUTION: "other words than in the reference",
    Change.INSERTION: "not in the reference",
    Change.DELETION: "not in the translation",
    Change.MOVE: "at another place",
}


def _difference_marks(differences: Sequence[Difference], *, second: bool) -> list[Mark]:
    return [
        Mark(
            d.second_start if second else d.first_start,
            d.second_end if second else d.first_end,
            d.change,
            _TITLES[d.change],
        )
        for d in differences
        if d.change is not Change.EQUAL
    ]


def _outcome_marks(outcomes: Sequence[NameOutcome]) -> list[Mark]:
    return [
        Mark(
            outcome.start,
            outcome.end,
            "name-right" if outcome.right else "name-wrong",
            "" if outcome.right else f"should be {outcome.expected.term.target}",
        )
        for outcome in outcomes
    ]


def _surface_marks(source: str, surfaces: Sequence[str]) -> list[Mark]:
    marks = []
    for surface in surfaces:
        start = source.find(surface)
        marks.append(Mark(start, start + len(surface), "name"))
    return marks
