"""A possible English of a segment, and what is right and wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translator.enforcement.avoid import find_avoided
from translator.enforcement.presence import Place, assign_places, find_places
from translator.enforcement.similar import is_garbled
from translator.enforcement.variant import SourceVariant
from translator.engine.protocol import Link
from translator.glossary.term import TermMatch
from translator.translation import Method

_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_REPEATED = re.compile(r"(?<!\w)(\w+(?:[\s-]\w+){0,3})[\s-]+\1(?!\w)", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w+)[\s-]+$")
_WORD_AFTER = re.compile(r"^[\s-]+(\w+)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible English of a segment.

    Attributes:
        score: the model's log probability per token of text, before any splice.
        links: spans of the segment's own source text and of text.
        variant: the source string that the model was given for it.
        methods: for each match the method that put its term into text, if it is there.
    """

    text: str
    score: float
    links: tuple[Link, ...]
    variant: SourceVariant
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with a candidate.

    Attributes:
        places: for each match the place of an accepted form, None if it is missing.
        avoided: places of forms that must not appear.
        doubled: names that stand twice in a row, once perhaps garbled.
        surplus: times that accepted forms stand more often than source and plain English explain.
        arabic: runs of Arabic script that no match asks to keep.
    """

    places: tuple[Place | None, ...]
    avoided: tuple[Place, ...]
    doubled: int
    surplus: int
    arabic: int

    @property
    def missing(self) -> int:
        """How many matches have no accepted form in the text."""
        return sum(place is None for place in self.places)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Smaller is better: terms first, then faults that a reader sees, then surplus."""
        return self.missing, len(self.avoided) + self.doubled + self.arabic, self.surplus


def judge(text: str, matches: Sequence[TermMatch], plain: str) -> Judgement:
    """Check an English text against the matches of its segment; nothing is assumed."""
    places = tuple(assign_places(text, matches))
    avoided = {place for match in matches for place in find_avoided(text, match)}
    return Judgement(
        places,
        tuple(sorted(avoided, key=lambda place: place.start)),
        _count_doubled(text, matches, plain),
        _count_surplus(text, matches, plain),
        _count_arabic(text, matches),
    )


def _count_doubled(text: str, matches: Sequence[TermMatch], plain: str) -> int:
    """Names repeated at once ("Kim Kim Jong Un", "Vostochny Fostoshani"), not so in the plain."""
    own = {place for match in matches for place in find_places(text, match)}
    doubled = 0
    for place in own:
        for pattern, side in (
            (_WORD_BEFORE, text[: place.start]),
            (_WORD_AFTER, text[place.end :]),
        ):
            neighbour = pattern.search(side)
            if neighbour and _repeats(neighbour[1], text[place.start : place.end]):
                start = neighbour.start(1) + (place.end if pattern is _WORD_AFTER else 0)
                if not any(other.start <= start < other.end for other in own - {place}):
                    doubled += 1
    for hit in _REPEATED.finditer(text):
        inside = any(place.start <= hit.start() and hit.end() <= place.end for place in own)
        touches = any(place.start < hit.end() and hit.start() < place.end for place in own)
        if touches and not inside and hit[0] not in plain:
            doubled += 1
    return doubled


def _repeats(neighbour: str, name: str) -> bool:
    """True if a capitalised word next to a name is a part of it again, perhaps garbled."""
    if not neighbour[0].isupper():
        return False
    return any(
        is_garbled(neighbour, part) for part in re.findall(r"\w+", name) if part[0].isupper()
    )


def _count_surplus(text: str, matches: Sequence[TermMatch], plain: str) -> int:
    by_term: dict[tuple[str, ...], list[TermMatch]] = {}
    for match in matches:
        by_term.setdefault((match.term.target, *match.term.aliases), []).append(match)
    return sum(
        max(0, len(find_places(text, own[0])) - max(len(own), len(find_places(plain, own[0]))))
        for own in by_term.values()
    )


def _count_arabic(text: str, matches: Sequence[TermMatch]) -> int:
    for match in matches:
        if match.term.keep:
            text = text.replace(match.surface, " ")
    return len(_ARABIC.findall(text))
