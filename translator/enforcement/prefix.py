"""Prefix: the English up to a name's place and the term are forced, the rest is decoded again.

CTranslate2's target_prefix makes the hypothesis begin with given tokens; what follows stays
fluent because the model writes it knowing the term.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.enforcement.choose import SECOND_BEAM, Work, unfinished
from translator.enforcement.english import fit
from translator.enforcement.presence import accepted_forms
from translator.enforcement.similar import WORD
from translator.enforcement.splice import Spliced, find_span
from translator.engine.protocol import Engine, Link, Request
from translator.glossary.term import TermMatch
from translator.translation import Method

_MOST_ROUNDS = 4


def add_forced(engine: Engine, works: Sequence[Work]) -> None:
    """Force missing terms from left to right, a term of every segment in each round.

    All requests of a round go to the engine together.
    """
    waiting = list(works)
    for _ in range(_MOST_ROUNDS):
        bases = {work.position: work.best for work in unfinished(waiting)}
        jobs = [
            (work, prefix)
            for work in waiting
            if work.position in bases and (prefix := _forced_start(work)) is not None
        ]
        if not jobs:
            return
        requests = [
            Request(bases[work.position][0].variant.text, prefix, SECOND_BEAM, True, SECOND_BEAM)
            for work, prefix in jobs
        ]
        for number, hypotheses in engine.translate(requests):
            work = jobs[number][0]
            base = bases[work.position]
            variant = base[0].variant
            for hypothesis in hypotheses:
                links = variant.original_links(hypothesis.links)
                work.offer(
                    hypothesis.text,
                    hypothesis.score,
                    links,
                    variant,
                    base=base,
                    method=Method.PREFIX,
                )
        waiting = [
            work for work, _ in jobs if work.best[1].missing < bases[work.position][1].missing
        ]


def _forced_start(work: Work) -> str | None:
    """What the English must begin with so that the leftmost missing term is in it."""
    candidate, judgement = work.best
    spliced = Spliced(candidate.text, candidate.links)
    places = [
        (span, match)
        for match, place in zip(work.matches, judgement.places, strict=True)
        if place is None and (span := _place(spliced, match, work.matches)) is not None
    ]
    if not places:
        return None
    (start, end), match = min(places, key=lambda item: item[0])
    edit = fit(candidate.text, start, end, match.term, accepted_forms(match)[0])
    return candidate.text[: edit.start] + edit.replacement[: edit.name_end]


def _place(
    spliced: Spliced, match: TermMatch, matches: Sequence[TermMatch]
) -> tuple[int, int] | None:
    """Where the term belongs: on the words that stand for it, else behind its neighbour."""
    span = find_span(spliced, match, matches)
    if span is None:
        behind = place_behind(spliced.text, spliced.links, match)
        return None if behind is None else (behind, behind)
    return span


def place_behind(text: str, links: Sequence[Link], match: TermMatch) -> int | None:
    """Where the word after the English of the source words before the match begins.

    A place between two capitals moves before the first: "Grand Prix" stays together.
    """
    if not links:
        return None
    earlier = [link for link in links if link.source_end <= match.word_start]
    nearest = max(earlier, key=lambda link: (link.source_end, link.target_end), default=None)
    reached = nearest.target_end if nearest else 0
    words = list(WORD.finditer(text))
    index = next((n for n, word in enumerate(words) if word.start() >= reached), None)
    if index is None:
        return None
    while index > 1 and _one_name(text, words[index - 1], words[index]):
        index -= 1
    return words[index].start()


def _one_name(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    """True if two capitalised words have only a space between them."""
    capitals = word[0][0].isupper() and following[0][0].isupper()
    return capitals and text[word.end() : following.start()] == " "
