"""Lines of a paragraph, cut in logical order by the cells that are drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

# Blanks that allow a break; no-break spaces are left out. The zero width space allows one too.
_BLANKS = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_WORD = re.compile(f"[^{_BLANKS}]+")


def wrap(
    text: str, cells: Sequence[int], owner: Sequence[int], width: int
) -> list[tuple[int, int, int]]:
    """Cut a paragraph into lines of at most `width` cells.

    Args:
        text: one paragraph, in logical order.
        cells: width of the cluster that starts at each character, else 0; none above `width`.
        owner: first character of each character's cluster, or -1.
        width: cells of a line.

    Returns:
        For each line: its start, the end of what is drawn, and its end. Blanks at a break lie
        between the last two. There is at least one line.
    """
    total = [0, *accumulate(cells)]
    lines: list[tuple[int, int, int]] = []
    start = content = 0
    for word in _WORD.finditer(text):
        first, last = word.span()
        too_long = total[last] - total[start] > width
        if too_long and first > start and _starts_cluster(owner, first):
            lines.append((start, content, first))
            start = first
        while total[last] - total[start] > width:
            cut = start
            while total[cut + 1] - total[start] <= width:
                cut += 1
            lines.append((start, cut, cut))
            start = cut
        content = last
    end = len(text)
    while end > content and total[end] - total[start] > width:
        end -= 1
    lines.append((start, end, len(text)))
    return lines


def _starts_cluster(owner: Sequence[int], first: int) -> bool:
    """Whether a line may start at this character: a word may begin with the mark of a blank."""
    while first < len(owner) and owner[first] < 0:
        first += 1
    return first == len(owner) or owner[first] == first
