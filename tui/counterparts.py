"""What a word became on the other side, by the model's attention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translator.engine.protocol import Link
from tui.words import word_spans

Span = tuple[int, int]


def in_target(links: Sequence[Link], source: Span, target_text: str) -> tuple[Span, ...]:
    """The English words that came from a span of the Arabic, from left to right."""
    return _whole_words(
        (
            (link.target_start, link.target_end)
            for link in links
            if _share(source, (link.source_start, link.source_end))
        ),
        target_text,
    )


def in_source(links: Sequence[Link], target: Span, source_text: str) -> tuple[Span, ...]:
    """The Arabic words that a span of the English came from, in stored order."""
    return _whole_words(
        (
            (link.source_start, link.source_end)
            for link in links
            if _share(target, (link.target_start, link.target_end))
        ),
        source_text,
    )


def _share(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _whole_words(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The words that the spans touch; the model's own pieces are parts of words."""
    pieces = list(spans)
    return tuple(word for word in word_spans(text) if any(_share(word, piece) for piece in pieces))
