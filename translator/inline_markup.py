"""Marks inside a line of Markdown (emphasis, links, code): taken out before the model sees them.

The model garbles them; `strip_markup` takes them out and remembers what they stood around, and
translator.marked_english puts them back around the English of the same words.

Source: CommonMark 0.31, 6 "Inlines", without reference definitions and raw HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# Link text with one level of brackets in it; a destination with one level of parentheses.
_LINK = re.compile(
    r"(!?\[)((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)(\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\s*\)"
    r"|\]\[[^\[\]]*\])"
)
_DELIMITER = re.compile(r"\\.|(\*+|_+|~~)")
# A lone sign may be a footnote or a multiplication; two are never written for anything else.
_SURE = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A pair of marks.

    Attributes:
        start, end: what stands between them, in offsets of the stripped text.
        opening, closing: as they are written; one is "" where a sentence ends inside the pair.
        code: True for a code span.
    """

    start: int
    end: int
    opening: str
    closing: str
    code: bool = False

    @property
    def is_link(self) -> bool:
        """True for a link or an image, whose address must not be lost."""
        return self.closing.startswith("]")


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without its inline marks.

    Attributes:
        places: for each character of the text, and for its end, the offset in what was stripped;
            empty if there were no marks.
        marks: outer ones before those inside them.
    """

    text: str
    places: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A span of the text in the text with marks; -1 stays -1."""
        return span_at(self.places, start, end)


def span_at(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """A span whose characters stand at other places; it stays if there are none, or it is -1."""
    if not places or start < 0:
        return start, end
    return places[start], places[end - 1] + 1 if end > start else places[start]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Where a pair of marks stands in the text with marks."""

    opening: tuple[int, int]
    closing: tuple[int, int]
    code: bool = False


def strip_markup(text: str) -> Stripped:
    """Take the inline marks out of a segment of Markdown."""
    pairs = sorted(
        _pairs(text), key=lambda pair: (pair.opening[0], -pair.closing[1], pair.opening[1])
    )
    if not pairs:
        return Stripped(text)
    dropped = {
        place for pair in pairs for span in (pair.opening, pair.closing) for place in range(*span)
    }
    places = [place for place in range(len(text)) if place not in dropped]
    marks = tuple(
        Mark(
            bisect_left(places, pair.opening[1]),
            bisect_left(places, pair.closing[0]),
            text[slice(*pair.opening)],
            text[slice(*pair.closing)],
            pair.code,
        )
        for pair in pairs
    )
    return Stripped("".join(text[place] for place in places), (*places, len(text)), marks)


def _pairs(text: str) -> Iterator[_Pair]:
    codes = []
    for found in _CODE.finditer(text):
        codes.append(found.span())
        yield _Pair(found.span(1), (found.end(2), found.end()), code=True)
    links = [
        found
        for found in _LINK.finditer(text)
        if not any(
            start < found.end()
            and found.start() < end
            and not (found.start(2) <= start and end <= found.end(2))
            for start, end in codes
        )
    ]
    for found in links:
        yield _Pair(found.span(1), found.span(3))
    hidden = [*codes, *(found.span(3) for found in links)]
    yield from _emphasis(text, hidden, [found.span(2) for found in links])


def _emphasis(
    text: str, hidden: list[tuple[int, int]], links: list[tuple[int, int]]
) -> Iterator[_Pair]:
    """Pairs of asterisks, underscores and tildes, the nearest fitting ones with each other."""
    open_runs: list[tuple[int, int, int]] = []
    for found in _DELIMITER.finditer(text):
        if not found[1] or any(start <= found.start() < end for start, end in hidden):
            continue
        start, end = found.span()
        link = next((n for n, (first, last) in enumerate(links) if first <= start < last), -1)
        if _closes(text, start, end):
            for place in range(len(open_runs) - 1, -1, -1):
                if start == end:
                    break
                first, last, within = open_runs[place]
                fits = text[first] == text[start] and within == link
                if fits and last - first <= end - start:
                    yield _Pair((first, last), (start, start + last - first))
                    start += last - first
                    del open_runs[place:]
            if end - start >= _SURE and not _opens(text, start, end) and link < 0:
                yield _Pair((0, 0), (start, end))
                start = end
        if start < end and _opens(text, start, end):
            open_runs.append((start, end, link))
    for first, last, link in open_runs:
        if last - first >= _SURE and link < 0:
            yield _Pair((first, last), (len(text), len(text)))


def _opens(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    before = text[start - 1 : start] if start else ""
    inside_word = text[start] == "_" and before.isalnum()
    product = before.isdigit() and after.isdigit()
    return bool(after) and not after.isspace() and not inside_word and not product


def _closes(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start] if start else ""
    inside_word = text[start] == "_" and text[end : end + 1].isalnum()
    return bool(before) and not before.isspace() and not inside_word
