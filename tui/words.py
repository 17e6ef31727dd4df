"""The words of a text as the cursor goes over them: without quotes and stops around them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_RUN = re.compile(r"\S+")


@lru_cache(maxsize=512)
def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every word, in stored order; a run of signs alone counts as a word."""
    spans = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        while start < end and _is_sign(text[start]):
            start += 1
        while end > start and _is_sign(text[end - 1]):
            end -= 1
        spans.append((start, end) if start < end else run.span())
    return tuple(spans)


def word_at(text: str, offset: int) -> int:
    """The number of the word nearest to an offset; -1 if there are none."""
    spans = word_spans(text)
    distances = [max(start - offset, offset - end + 1, 0) for start, end in spans]
    return min(range(len(spans)), key=distances.__getitem__, default=-1)


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSC"
