"""The margin left of the panes: which segment this is, signs of what is the matter, its score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style

from tui.workspace import Mark

_SIGNS = 3
BAR_CELLS = 4
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def margin_width(numbers: Sequence[str], *, bars: bool) -> int:
    """Cells of the margin: pointer, number, signs, and the bar if there are scores."""
    digits = max((len(number) for number in numbers[-1:] or ("0",)), default=1)
    digits = max(digits, *(len(number) for number in numbers[:50]), 2)
    return 1 + digits + 1 + _SIGNS + 1 + (BAR_CELLS + 1 if bars else 0)


def margin_lines(
    number: str,
    marks: Sequence[Mark],
    bar: float | None,
    *,
    current: bool,
    width: int,
    bars: bool,
    plain: Style,
    styles: Mapping[str, Style],
) -> list[list[Segment]]:
    """The margin of the first line, and of every other line.

    Args:
        bar: the segment's score from 0 to 1, None if it has none.
        styles: for "current", "number", and each severity of a mark.
    """
    pointer = Segment("▌" if current else " ", plain + styles["current"])
    tail = BAR_CELLS + 1 if bars else 0
    digits = width - 1 - 1 - _SIGNS - 1 - tail
    first = [pointer, Segment(f"{number:>{digits}} ", plain + styles["number"])]
    shown = marks[:_SIGNS]
    first += [Segment(mark.sign, plain + styles[mark.severity]) for mark in shown]
    first.append(Segment(" " * (_SIGNS - len(shown) + 1), plain))
    if bars:
        first.append(Segment(score_bar(bar) + " ", plain + styles["bar"]))
    return [first, [pointer, Segment(" " * (width - 1), plain)]]


def score_bar(value: float | None) -> str:
    """A score from 0 to 1 as a bar of BAR_CELLS cells; blank for None."""
    if value is None:
        return " " * BAR_CELLS
    eighths = round(max(0.0, min(1.0, value)) * BAR_CELLS * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(BAR_CELLS, "·")
