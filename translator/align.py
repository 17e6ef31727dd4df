"""Which segments of a translation and of a reference belong together.

As Bleualign (Sennrich and Volk, 2010) does, the machine translation is the pivot: it is compared
with the reference in English. Dynamic programming finds the best order-preserving groups of 0 to 3
segments on each side; a second pass links what was moved to another place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy

from translator.alignment.english_sentences import split_english
from translator.alignment.similarity import Matrix, Similarity, compare

# Sizes of groups (pivot, reference) and what each costs beside a plain pair.
_GROUPS = {(1, 1): 0.0, (1, 2): 0.1, (2, 1): 0.1, (2, 2): 0.3, (1, 3): 0.18, (3, 1): 0.18}
# A group must be more alike than this to be worth more than leaving its segments alone.
_LEAST = 0.12
# Moved segments are linked only if they are this much alike.
_CLEAR = 0.2
# At this similarity and above a link is certain.
_CERTAIN = 0.5


@dataclass(frozen=True, slots=True)
class AlignedUnit:
    """Segments that say the same.

    Attributes:
        pivot, reference: positions counted from 0, in order; one of them is empty for a segment
            that has no counterpart.
        confidence: 0 to 1; 0 for a segment without counterpart.
        moved: True if it stands in another place in the reference.
    """

    pivot: tuple[int, ...]
    reference: tuple[int, ...]
    confidence: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a translation and a reference go together.

    Attributes:
        units: in the order of the pivot; reference segments without counterpart stand after their
            neighbours.
        reference: the reference's segments as they were aligned (split, if that was asked for).
        confidence: 0 to 1: the units' confidence, weighted by length; what has no counterpart
            counts as 0.
    """

    units: tuple[AlignedUnit, ...]
    reference: tuple[str, ...]
    confidence: float

    def linked(self) -> tuple[AlignedUnit, ...]:
        """The units that have segments on both sides."""
        return tuple(unit for unit in self.units if unit.pivot and unit.reference)


def align(pivot: Sequence[str], reference: Sequence[str], *, split: bool = False) -> Alignment:
    """Align two English texts.

    Args:
        pivot: the machine translation's segments, in the source's order.
        reference: the reference's lines or segments.
        split: cut the reference's lines into sentences first.

    Blank segments are never linked. Time and memory grow with the product of the two lengths.
    """
    lines = (
        tuple(sentence for line in reference for sentence in split_english(line))
        if split
        else reference
    )
    left = [place for place, text in enumerate(pivot) if text.strip()]
    right = [place for place, text in enumerate(lines) if text.strip()]
    found: list[AlignedUnit] = []
    if left and right:
        similarity = compare([pivot[i] for i in left], [lines[j] for j in right])
        for unit in _link_moved(similarity, _monotone(similarity)):
            pivots, references = (left[i] for i in unit.pivot), (right[j] for j in unit.reference)
            found.append(AlignedUnit(tuple(pivots), tuple(references), unit.confidence, unit.moved))
    units = _complete(found, len(pivot), len(lines))
    return Alignment(units, tuple(lines), _overall(units, pivot, lines))


def _monotone(similarity: Similarity) -> list[AlignedUnit]:
    """The best order-preserving groups, by dynamic programming over whole rows at once."""
    rows, columns = similarity.products.shape
    scores = {
        size: similarity.of_groups(*size)
        for size in _GROUPS
        if size[0] <= rows and size[1] <= columns
    }
    best = numpy.zeros((rows + 1, columns + 1), dtype=numpy.float32)
    choice = numpy.zeros((rows + 1, columns + 1), dtype=numpy.int8)
    sizes = list(scores)
    for row in range(1, rows + 1):
        line, taken = best[row - 1].copy(), numpy.full(columns + 1, -1, dtype=numpy.int8)
        for number, (up, across) in enumerate(sizes):
            if up > row:
                continue
            gain = (scores[up, across][row - up] - _LEAST - _GROUPS[up, across]) * (up + across)
            value = best[row - up][: columns - across + 1] + gain
            better = value > line[across:]
            line[across:][better] = value[better]
            taken[across:][better] = number
        reach = numpy.maximum.accumulate(line)
        taken[reach > line] = -2
        best[row], choice[row] = reach, taken
    return _trace(choice, sizes, scores)


def _trace(
    choice: numpy.typing.NDArray[numpy.int8],
    sizes: list[tuple[int, int]],
    scores: dict[tuple[int, int], Matrix],
) -> list[AlignedUnit]:
    """Follow the choices back: -1 leaves out a pivot segment, -2 a reference segment."""
    row, column = choice.shape[0] - 1, choice.shape[1] - 1
    units = []
    while row > 0 and column > 0:
        number = choice[row, column]
        if number < 0:
            row, column = (row - 1, column) if number == -1 else (row, column - 1)
            continue
        up, across = sizes[number]
        row, column = row - up, column - across
        score = float(scores[up, across][row, column])
        pivot, reference = range(row, row + up), range(column, column + across)
        units.append(AlignedUnit(tuple(pivot), tuple(reference), _confidence(score)))
    return units[::-1]


def _link_moved(similarity: Similarity, units: list[AlignedUnit]) -> Iterable[AlignedUnit]:
    """The units, and pairs of leftover segments wherever they are, if clearly alike."""
    rows, columns = similarity.products.shape
    left = sorted(set(range(rows)) - {i for unit in units for i in unit.pivot})
    right = sorted(set(range(columns)) - {j for unit in units for j in unit.reference})
    yield from units
    if not left or not right:
        return
    groups = []
    for (up, across), cost in _GROUPS.items():
        if up > rows or across > columns:
            continue
        starts = [i for i in left if set(range(i, i + up)) <= set(left)]
        ends = [j for j in right if set(range(j, j + across)) <= set(right)]
        if starts and ends:
            scores = similarity.of_groups(up, across)[numpy.ix_(starts, ends)]
            scores = scores - cost
            for i, j in zip(*numpy.nonzero(scores >= _CLEAR), strict=True):
                groups.append((float(scores[i, j]), starts[i], up, ends[j], across))
    yield from _greedy(groups)


def _greedy(groups: list[tuple[float, int, int, int, int]]) -> Iterable[AlignedUnit]:
    """Take the most alike groups first; each segment once."""
    used_pivot: set[int] = set()
    used_reference: set[int] = set()
    for score, start, up, end, across in sorted(groups, reverse=True):
        pivot, reference = range(start, start + up), range(end, end + across)
        if used_pivot & set(pivot) or used_reference & set(reference):
            continue
        used_pivot |= set(pivot)
        used_reference |= set(reference)
        yield AlignedUnit(tuple(pivot), tuple(reference), _confidence(score), moved=True)


def _complete(
    found: Sequence[AlignedUnit], pivots: int, references: int
) -> tuple[AlignedUnit, ...]:
    """Add the segments without counterpart, each where a reader looks for it."""
    have_pivot = {i for unit in found for i in unit.pivot}
    have_reference = {j for unit in found for j in unit.reference}
    units = [*found]
    units += [AlignedUnit((i,), (), 0.0) for i in range(pivots) if i not in have_pivot]
    units.sort(key=lambda unit: unit.pivot)
    for j in range(references):
        if j not in have_reference:
            after = [
                place
                for place, unit in enumerate(units)
                if unit.reference and unit.reference[-1] < j and not unit.moved
            ]
            units.insert(max(after, default=-1) + 1, AlignedUnit((), (j,), 0.0))
    return tuple(units)


def _confidence(score: float) -> float:
    return round(min(1.0, max(0.0, score / _CERTAIN)), 3)


def _overall(units: Sequence[AlignedUnit], pivot: Sequence[str], reference: Sequence[str]) -> float:
    """Mean confidence, each unit weighted by its characters on both sides."""
    weight = total = 0.0
    for unit in units:
        characters = sum(len(pivot[i]) for i in unit.pivot)
        characters += sum(len(reference[j]) for j in unit.reference)
        weight += characters
        total += characters * unit.confidence
    return round(total / weight, 3) if weight else 0.0
