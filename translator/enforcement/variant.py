"""A segment's source with some words exchanged, and the way back to the segment's own offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator.engine.protocol import Link


@dataclass(frozen=True, slots=True)
class Exchange:
    """A span of the segment's text and what stands there in the variant."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceVariant:
    """What the model is given in place of a segment's text; exchanges are in order, apart."""

    original: str
    exchanges: tuple[Exchange, ...] = ()

    @property
    def text(self) -> str:
        """The variant as a string."""
        parts, position = [], 0
        for exchange in self.exchanges:
            parts += [self.original[position : exchange.start], exchange.text]
            position = exchange.end
        return "".join(parts) + self.original[position:]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The segment's offsets of a span of the variant; inside an exchange the whole of it."""
        shift = 0
        first, last = None, None
        for exchange in self.exchanges:
            here = exchange.start + shift
            there = here + len(exchange.text)
            if first is None and start < there:
                first = exchange.start if start >= here else start - shift
            if last is None and end <= there:
                last = exchange.end if end > here else end - shift
            shift += len(exchange.text) - (exchange.end - exchange.start)
        return (
            start - shift if first is None else first,
            end - shift if last is None else last,
        )

    def original_links(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Links of the variant as links of the segment's text."""
        if not self.exchanges:
            return tuple(links)
        return tuple(
            replace(link, source_start=start, source_end=end)
            for link in links
            for start, end in [self.original_span(link.source_start, link.source_end)]
        )
