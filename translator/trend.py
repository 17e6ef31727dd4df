"""A series of scores as a plot of block characters."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = " ▁▂▃▄▅▆▇█"


def plot(values: Sequence[float], *, width: int, height: int = 8) -> tuple[str, ...]:
    """Draw a series as bars, oldest left, with the scale at the left.

    Args:
        width: characters in a line, the scale included; the newest values are kept if they do
            not fit.
        height: lines.

    Returns:
        Lines from top to bottom; empty for no values. The axis does not begin at 0, so that small
        changes show; its ends are written beside it.
    """
    if not values:
        return ()
    margin = max(len(f"{end:.1f}") for end in _scale(values))
    room = max(1, width - margin - 2)
    bar = 3 if len(values) * 4 <= room else 1
    step = bar + 1 if bar > 1 else 1
    shown = list(values)[-(room // step) :]
    low, high = _scale(shown)
    levels = [round((value - low) / (high - low) * height * 8) for value in shown]
    lines = []
    for row in range(height, 0, -1):
        cells = [_EIGHTHS[max(0, min(8, level - (row - 1) * 8))] * bar for level in levels]
        label = f"{high:.1f}" if row == height else f"{low:.1f}" if row == 1 else ""
        lines.append(f"{label:>{margin}} ┤{(' ' * (step - bar)).join(cells)}".rstrip())
    return tuple(lines)


def _scale(values: Sequence[float]) -> tuple[float, float]:
    """The ends of the axis: a little below the lowest value, up to the highest."""
    low, high = min(values), max(values)
    room = max((high - low) * 0.25, 0.5)
    return low - room, high
