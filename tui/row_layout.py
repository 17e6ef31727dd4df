"""Where each segment's rows lie in the scroll; heights become exact piece by piece."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

Measure = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Measured:
    """Heights that turned out otherwise.

    Attributes:
        first: the first row of another height.
        shift: how far the top of the anchor row has moved, positive for down.
    """

    first: int
    shift: int


class RowLayout:
    """Heights and tops of rows, one row for each segment.

    Heights begin as estimates, so that a long document opens at once, and become exact when rows
    are shown or when there is time.

    `measure` returns how far a row has moved, so that the caller can scroll along and what is read
    stays where it is.
    """

    def __init__(self, estimates: Sequence[int], measure: Measure) -> None:
        """Take one estimate for each row, and the function that gives a row's exact height."""
        self._heights = [max(1, height) for height in estimates]
        self._exact = bytearray(len(self._heights))
        self._measure = measure
        self._tops: list[int] = [0, *accumulate(self._heights)]
        self._unmeasured = 0

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """All rows' height."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._tops[row]

    def height(self, row: int) -> int:
        """A row's height as far as it is known."""
        return self._heights[row]

    def row_at(self, y: int) -> int:
        """The row at a height, the nearest one outside; -1 if there are none."""
        if not self._heights:
            return -1
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._heights) - 1))

    def visible(self, y: int, height: int) -> tuple[int, int]:
        """First row and the row after the last one that show between y and y + height."""
        if not self._heights:
            return 0, 0
        return self.row_at(y), self.row_at(y + max(1, height) - 1) + 1

    def forget(self, row: int) -> None:
        """Let a row be measured again, for its text changed."""
        self._exact[row] = 0
        self._unmeasured = min(self._unmeasured, row)

    def measure(self, rows: Sequence[int], anchor: int) -> Measured | None:
        """Make the heights of some rows exact.

        Args:
            anchor: the row whose movement is returned.

        Returns:
            What changed; None if the heights were right.
        """
        before = self._tops[anchor] if self._heights else 0
        first = -1
        for row in rows:
            if self._exact[row]:
                continue
            height = max(1, self._measure(row))
            self._exact[row] = 1
            if height != self._heights[row] and (first < 0 or row < first):
                first = row
            self._heights[row] = height
        if first < 0:
            return None
        self._tops = [0, *accumulate(self._heights)]
        return Measured(first, self._tops[anchor] - before)

    def next_unmeasured(self) -> int:
        """A row whose height is an estimate still, or -1."""
        self._unmeasured = self._exact.find(0, self._unmeasured)
        if self._unmeasured < 0:
            self._unmeasured = len(self._heights)
            return -1
        return self._unmeasured


def estimate_height(characters: int, width: int) -> int:
    """About how many lines a text of so many characters takes at a width."""
    return 1 + max(0, characters - 1) // max(1, int(width * 0.93))
