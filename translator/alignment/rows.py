"""An alignment with its Arabic: what is written to files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator.align import Alignment


@dataclass(frozen=True, slots=True)
class Row:
    """One aligned unit as text.

    Attributes:
        source_numbers, reference_numbers: its segments, counted from 1; empty without counterpart.
        source, reference: their texts, joined by a space; "" without counterpart.
    """

    source_numbers: tuple[int, ...]
    reference_numbers: tuple[int, ...]
    source: str
    reference: str
    confidence: float
    moved: bool


def rows(alignment: Alignment, sources: Sequence[str]) -> tuple[Row, ...]:
    """The units of an alignment with the Arabic segments that its pivot was made from."""
    return tuple(
        Row(
            tuple(i + 1 for i in unit.pivot),
            tuple(j + 1 for j in unit.reference),
            " ".join(sources[i] for i in unit.pivot),
            " ".join(alignment.reference[j] for j in unit.reference),
            unit.confidence,
            unit.moved,
        )
        for unit in alignment.units
    )
