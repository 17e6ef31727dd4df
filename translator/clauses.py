"""Cutting a sentence that is too long for the model at its clause borders."""

from __future__ import annotations

import re
from collections.abc import Callable

# The bundled model loses text in long inputs. flores_dev sentences joined with commas, translated
# whole: 37 words 24.0 BLEU, 74 words 17.2 with 12 % of the output missing, 111 words 12.3 with 31 %
# missing; from 512 pieces on it fails. The 74-word ones (of 240 lines) gave 22.4 cut to 35 words
# and 22.0 cut to 50. Real sentences of 31 words and more lose nothing at 40 (28.4)
# but do at 30 (26.6).
MAX_WORDS = 40
MAX_CHARACTERS = 350

# Borders, best first: after strong marks, after a comma, before a word that begins with و ("and"),
# at any space.
_BORDERS = (
    re.compile(r"(?<=[؛:;–—])\s+|\s+(?=[–—]\s)"),
    re.compile(r"(?<=[،,])\s+"),
    re.compile(r"\s+(?=و\w{3})"),
    re.compile(r"\s+"),
)
_COMBINING = re.compile(r"[\u064b-\u065f\u0670\u200d\ufe0f]")


def fits_model(text: str) -> bool:
    """True if the bundled model translates a text of this length without losing parts of it."""
    return len(text) <= MAX_CHARACTERS and len(text.split()) <= MAX_WORDS


def split_clauses(
    text: str, start: int, end: int, fits: Callable[[str], bool] = fits_model
) -> list[tuple[int, int]]:
    """Cut text[start:end] until every piece fits.

    Args:
        start, end: the sentence, with no white space at its ends.
        fits: says whether a piece is short enough; a single character must fit.

    Returns:
        (start, end) offsets in order, without the white space between them; one pair if the
        sentence fits. Each cut is at the best kind of border in the middle half of a piece, or
        near its middle at the last resort.
    """
    pieces: list[tuple[int, int]] = []
    waiting = [(start, end)]
    while waiting:
        first, last = waiting.pop()
        if last - first <= 1 or fits(text[first:last]):
            pieces.append((first, last))
            continue
        left_end, right_start = _cut(text, first, last)
        waiting += [(right_start, last), (first, left_end)]
    return pieces


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Where to cut: the end of the left piece and the start of the right one."""
    middle = (start + end) // 2
    quarter = (end - start) // 4
    for border in _BORDERS:
        found = list(border.finditer(text, start + quarter, end - quarter))
        inside = [gap for gap in found if start < gap.start() and gap.end() < end]
        if inside:
            gap = min(inside, key=lambda gap: abs(gap.start() - middle))
            return _whole_gap(text, gap.start(), gap.end())
    # No space in the middle half: take any space, or cut the endless word itself.
    gaps = list(re.finditer(r"\s+", text[start:end]))
    if gaps:
        gap = min(gaps, key=lambda gap: abs(gap.start() + start - middle))
        return start + gap.start(), start + gap.end()
    while middle < end - 1 and _COMBINING.match(text[middle]):
        middle += 1
    return middle, middle


def _whole_gap(text: str, start: int, end: int) -> tuple[int, int]:
    """The gap with all its white space; the search may have begun or ended inside it."""
    while text[start - 1].isspace():
        start -= 1
    while text[end].isspace():
        end += 1
    return start, end
