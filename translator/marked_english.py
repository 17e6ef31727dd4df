"""Puts inline marks around the English of the words that they stood around in the Arabic.

A mark's English is the run of words that gains most when every word counts for the attention that
it gives to the marked Arabic, and against it for the attention that it gives to the rest (the
largest sum of a run: Kadane's algorithm). Terms that were enforced tell their place themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator.engine.protocol import Hypothesis, Link
from translator.inline_markup import Mark, Stripped, span_at
from translator.translation import Flag, SegmentTranslation, TermOutcome

_WORD = re.compile(r"\w+(?:[.,'’\-]\w+)*")
_LETTER = re.compile(r"\w")
_TERM_WEIGHT = 2.0
# Words that lean on the next one: none ends what was marked, and none begins it unless the Arabic
# begins with such a word, or with a letter that may be this one.
_LEANING = frozenset(
    {
        *("of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "but", "that"),
        *("which", "who", "as", "than", "then", "like", "including", "during"),
    }
)
_ARTICLES = frozenset({"the", "a", "an"})
_ARABIC_LEANING = frozenset(
    {
        *("في", "من", "إلى", "على", "عن", "مع", "أن", "إن", "بين", "حتى", "منذ", "خلال", "ثم"),
        *("أو", "التي", "الذي", "الذين"),
    }
)
_ENGLISH_OF_CLITICS = {
    "و": frozenset({"and", "but"}),
    "ف": frozenset({"then", "and"}),
    "ب": frozenset({"in", "with", "by", "at", "on"}),
    "ل": frozenset({"to", "for", "of", "by"}),
    "ك": frozenset({"as", "like"}),
}
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Marked:
    """English with its marks.

    Attributes:
        places: for each character of the English without marks, and for its end, its offset in
            text; empty if no mark was put in.
        lost: marks of emphasis whose English was not found; links are never lost.
    """

    text: str
    places: tuple[int, ...] = ()
    lost: tuple[Mark, ...] = ()

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """A span of the English without marks in the text; -1 stays -1."""
        return span_at(self.places, start, end)


def with_marks(
    stripped: Stripped, result: SegmentTranslation, plain_links: Sequence[Link]
) -> SegmentTranslation:
    """The translation of a stripped text as that of the text with its marks.

    Args:
        result: offsets in it count in stripped.text and in the English without marks.
        plain_links: links of result.plain, which is marked too, as the alternatives are.
    """
    marked = mark_english(stripped, result.text, result.links, result.terms)
    plain = marked
    if result.plain != result.text:
        plain = mark_english(stripped, result.plain, plain_links)
    lost = tuple(
        Flag("markup", f"{mark.opening}…{mark.closing} of the Arabic found no place in the English")
        for mark in marked.lost
    )
    return replace(
        result,
        text=marked.text,
        plain=plain.text,
        terms=tuple(_moved_outcome(outcome, stripped, marked) for outcome in result.terms),
        flags=(*(_moved_flag(flag, stripped, marked) for flag in result.flags), *lost),
        links=_moved_links(result.links, stripped, marked),
        alternatives=tuple(_marked_hypothesis(stripped, one) for one in result.alternatives),
    )


def _moved_outcome(outcome: TermOutcome, stripped: Stripped, marked: Marked) -> TermOutcome:
    match = outcome.match
    start, end = stripped.original(match.start, match.end)
    word_start, _ = stripped.original(match.word_start, match.end)
    target_start, target_end = marked.moved(outcome.target_start, outcome.target_end)
    return replace(
        outcome,
        match=replace(match, start=start, end=end, word_start=word_start),
        target_start=target_start,
        target_end=target_end,
    )


def _moved_flag(flag: Flag, stripped: Stripped, marked: Marked) -> Flag:
    source_start, source_end = stripped.original(flag.source_start, flag.source_end)
    target_start, target_end = marked.moved(flag.target_start, flag.target_end)
    return replace(
        flag,
        source_start=source_start,
        source_end=source_end,
        target_start=target_start,
        target_end=target_end,
    )


def _moved_links(links: Sequence[Link], stripped: Stripped, marked: Marked) -> tuple[Link, ...]:
    return tuple(
        Link(
            *stripped.original(link.source_start, link.source_end),
            *marked.moved(link.target_start, link.target_end),
            link.weight,
        )
        for link in links
    )


def _marked_hypothesis(stripped: Stripped, hypothesis: Hypothesis) -> Hypothesis:
    marked = mark_english(stripped, hypothesis.text, hypothesis.links)
    links = _moved_links(hypothesis.links, stripped, marked)
    return replace(hypothesis, text=marked.text, links=links)


def mark_english(
    stripped: Stripped, english: str, links: Sequence[Link], terms: Sequence[TermOutcome] = ()
) -> Marked:
    """Put a segment's marks into its English.

    Args:
        links, terms: with offsets in stripped.text and in the English.
    """
    if not stripped.marks or not english:
        return Marked(english)
    words = [found.span() for found in _WORD.finditer(english)]
    placed: list[tuple[Mark, int, int]] = []
    lost = []
    for mark in stripped.marks:
        span = _term_span(mark, stripped.text, terms)
        if span is None:
            gains = _gains(_whole_words(mark, stripped.text), words, links, terms)
            allowed = _allowed(mark, words, placed)
            span = _span(mark, stripped.text, english, words, gains, allowed)
        if span is not None:
            placed.append((mark, *span))
        elif not mark.is_link:
            lost.append(mark)
        else:
            end = len(english.rstrip(" .!?"))
            placed.append((mark, end, end))
    text, places = _inserted(english, placed)
    return Marked(text, places, tuple(lost))


def _whole_words(mark: Mark, source: str) -> Mark:
    """The mark with the rest of the words that it begins or ends in, as after an article."""
    start, end = mark.start, mark.end
    while 0 < start < end and source[start].isalnum() and source[start - 1].isalnum():
        start -= 1
    while start < end < len(source) and source[end - 1].isalnum() and source[end].isalnum():
        end += 1
    return replace(mark, start=start, end=end)


def _term_span(mark: Mark, source: str, terms: Sequence[TermOutcome]) -> tuple[int, int] | None:
    """Where the term stands that is all that the mark holds; None if it holds more."""
    for outcome in terms:
        match = outcome.match
        if outcome.target_start >= 0 and mark.start <= match.start and match.end <= mark.end:
            rest = source[mark.start : match.start] + source[match.end : mark.end]
            if not _LETTER.search(rest):
                return outcome.target_start, outcome.target_end
    return None


def _gains(
    mark: Mark,
    words: Sequence[tuple[int, int]],
    links: Sequence[Link],
    terms: Sequence[TermOutcome],
) -> list[float]:
    """What each English word speaks for (positive) or against being within the mark."""
    gains = [0.0] * len(words)
    named = set()
    for outcome in terms:
        inside = mark.start <= outcome.match.start and outcome.match.end <= mark.end
        apart = outcome.match.end <= mark.start or mark.end <= outcome.match.start
        if outcome.target_start < 0 or not (inside or apart):
            continue
        for number, (start, end) in enumerate(words):
            if outcome.target_start < end and start < outcome.target_end:
                gains[number] = _TERM_WEIGHT if inside else -_TERM_WEIGHT
                named.add(number)
    for link in links:
        middle = (link.source_start + link.source_end) / 2
        weight = link.weight if mark.start <= middle < mark.end else -link.weight
        for number, (start, end) in enumerate(words):
            if number not in named and link.target_start < end and start < link.target_end:
                gains[number] += weight
    return gains


def _allowed(
    mark: Mark, words: Sequence[tuple[int, int]], placed: Sequence[tuple[Mark, int, int]]
) -> list[bool]:
    """Words within the marks around this one, and not within marks beside it."""
    allowed = [True] * len(words)
    for other, first, last in placed:
        around = other.start <= mark.start and mark.end <= other.end
        for number, (start, end) in enumerate(words):
            inside = first <= start and end <= last
            if inside != around:
                allowed[number] = False
    return allowed


def _span(
    mark: Mark,
    source: str,
    english: str,
    words: Sequence[tuple[int, int]],
    gains: Sequence[float],
    allowed: Sequence[bool],
) -> tuple[int, int] | None:
    """Where the mark's English stands, signs at its borders as in the Arabic; None if unknown."""
    inner, outside = source[mark.start : mark.end], source[: mark.start] + source[mark.end :]
    if words and all(allowed) and not _LETTER.search(outside):
        start, end = words[0][0], words[-1][1]
    else:
        run = _best_run([gain if free else -1e9 for gain, free in zip(gains, allowed, strict=True)])
        if run is None:
            return None
        run = _without_leaning(*run, [english[slice(*word)].lower() for word in words], inner)
        start, end = words[run[0]][0], words[run[1]][1]
        end -= len(english[start:end]) - len(_POSSESSIVE.sub("", english[start:end]))
    if inner[:1] and not inner[0].isalnum():
        start = _taken_before(english, start)
    if inner[-1:] and not inner[-1].isalnum():
        end = _taken_after(english, end)
    return start, end


def _without_leaning(first: int, last: int, words: Sequence[str], arabic: str) -> tuple[int, int]:
    """A run of words without those at its ends that speak for their neighbours."""
    while last > first and words[last] in _LEANING | _ARTICLES:
        last -= 1
    begin = re.sub(r"^\W+", "", arabic)
    if begin.partition(" ")[0] not in _ARABIC_LEANING:
        drop = _LEANING - _ENGLISH_OF_CLITICS.get(begin[:1], frozenset())
        while first < last and words[first] in drop:
            first += 1
        if first < last and words[first] in _ARTICLES and not begin.startswith("ال"):
            first += 1
    return first, last


def _taken_before(english: str, start: int) -> int:
    while start and not english[start - 1].isspace() and not english[start - 1].isalnum():
        start -= 1
    return start


def _taken_after(english: str, end: int) -> int:
    while end < len(english) and not english[end].isspace() and not english[end].isalnum():
        end += 1
    return end


def _best_run(gains: Sequence[float]) -> tuple[int, int] | None:
    """The first and last index of the run with the largest sum above zero."""
    best, found = 0.0, None
    total, first = 0.0, 0
    for number, gain in enumerate(gains):
        if total <= 0:
            total, first = 0.0, number
        total += gain
        if total > best:
            best, found = total, (first, number)
    return found


def _inserted(english: str, placed: Sequence[tuple[Mark, int, int]]) -> tuple[str, tuple[int, ...]]:
    """The English with marks, and where each of its characters went."""
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    # Outer marks come first in the list: the first opening is leftmost, the first closing last.
    for mark, start, end in placed:
        if start == end:
            label = "" if mark.opening == "![" else "link"
            after[end] = after.get(end, "") + f" {mark.opening}{label}{mark.closing}"
            continue
        before[start] = before.get(start, "") + mark.opening
        after[end] = mark.closing + after.get(end, "")
    pieces, places, length = [], [], 0
    for place in range(len(english) + 1):
        signs = after.get(place, "") + before.get(place, "")
        pieces.append(signs)
        length += len(signs)
        places.append(length)
        if place < len(english):
            pieces.append(english[place])
            length += 1
    return "".join(pieces), tuple(places)
