"""The panes: which there are, in what order, and how wide each is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

LEAST_CELLS = 12
STACKED_BELOW = 100


class Pane(StrEnum):
    """A column of the collation."""

    SOURCE = "source"
    TARGET = "target"
    THIRD = "third"


class Third(StrEnum):
    """What the third pane shows."""

    NONE = "none"
    REFERENCE = "reference"
    SECOND_SYSTEM = "second-system"


@dataclass(frozen=True, slots=True)
class Column:
    """A pane's place on the screen, in cells."""

    pane: Pane
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the user wants the panes.

    Attributes:
        shares: how much of the width each pane gets, relative to the others.
        stacked: panes one above the other; None lets the screen's width decide.
    """

    arabic_right: bool = True
    hidden: frozenset[Pane] = frozenset()
    third: Third = Third.NONE
    stacked: bool | None = None
    shares: dict[Pane, float] = field(default_factory=lambda: dict.fromkeys(Pane, 1.0))

    def shown(self) -> tuple[Pane, ...]:
        """The panes to draw from left to right; in the stacked layout the Arabic comes first."""
        hidden = set(self.hidden)
        if self.third is Third.NONE:
            hidden.add(Pane.THIRD)
        order = (Pane.TARGET, Pane.THIRD, Pane.SOURCE)
        return tuple(p for p in (order if self.arabic_right else order[::-1]) if p not in hidden)

    def reading_order(self) -> tuple[Pane, ...]:
        """The panes to draw from top to bottom."""
        shown = self.shown()
        return tuple(pane for pane in (Pane.SOURCE, Pane.TARGET, Pane.THIRD) if pane in shown)

    def toggled(self, pane: Pane) -> Arrangement:
        """With a pane hidden or shown again; the last one stays."""
        hidden = self.hidden ^ {pane}
        changed = replace(self, hidden=hidden)
        return changed if changed.shown() else self

    def widened(self, pane: Pane, factor: float) -> Arrangement:
        """With another share for a pane, within a quarter and four times the others."""
        share = max(0.25, min(4.0, self.shares[pane] * factor))
        return replace(self, shares={**self.shares, pane: share})

    def is_stacked(self, width: int, *, forced: bool) -> bool:
        """Whether to stack on a screen of so many cells; `forced` by a terminal that must."""
        if forced:
            return True
        return width < STACKED_BELOW if self.stacked is None else self.stacked


def columns(
    panes: Sequence[Pane], shares: dict[Pane, float], start: int, width: int, gap: int
) -> tuple[Column, ...]:
    """Divide the cells from start on among panes side by side, with a gap between them."""
    free = max(width - start - gap * (len(panes) - 1), LEAST_CELLS * len(panes))
    total = sum(shares[pane] for pane in panes)
    found, place, left = [], start, free
    for number, pane in enumerate(panes):
        rest = len(panes) - number - 1
        cells = round(free * shares[pane] / total) if rest else left
        cells = max(LEAST_CELLS, min(cells, left - rest * LEAST_CELLS))
        found.append(Column(pane, place, cells))
        place += cells + gap
        left -= cells
    return tuple(found)
