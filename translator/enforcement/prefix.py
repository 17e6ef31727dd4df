"""Prefix: the English up to a name's place and the term are forced, the rest is decoded again.

CTranslate2's target_prefix makes the hypothesis begin with given tokens; what follows stays
fluent because the model writes it knowing the term.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translator.enforcement.choose import Work, unfinished
from translator.enforcement.english import fit
from translator.enforcement.presence import accepted_forms, find_places
from translator.enforcement.similar import WORD
from translator.enforcement.splice import Spliced, find_span
from translator.engine.protocol import Engine, Link, Request
from translator.glossary.term import TermMatch
from translator.translation import Method

_MOST_ROUNDS = 4
_MOST_PLACES = 2


def add_forced(engine: Engine, works: Sequence[Work], beam: int) -> None:
    """Force missing terms from left to right, a term of every segment in each round.

    All requests of a round go to the engine together.
    """
    waiting = list(works)
    for _ in range(_MOST_ROUNDS):
        waiting = [work for work in unfinished(waiting) if work.best[1].missing]
        jobs = [(work, prefix) for work in waiting for prefix in _prefixes(work)]
        if not jobs:
            return
        requests = [
            Request(work.best[0].variant.text, prefix, n_best=beam, alignment=True, beam=beam)
            for work, prefix in jobs
        ]
        bases = {work.position: (work.best, work.best[1].missing) for work in waiting}
        for number, hypotheses in engine.translate(requests):
            work = jobs[number][0]
            base, _missing = bases[work.position]
            for hypothesis in hypotheses:
                links = base[0].variant.original_links(hypothesis.links)
                work.offer(
                    hypothesis.text,
                    hypothesis.score,
                    links,
                    base[0].variant,
                    base=base,
                    method=Method.PREFIX,
                )
        waiting = [work for work in waiting if work.best[1].missing < bases[work.position][1]]


def _prefixes(work: Work) -> Iterator[str]:
    """What the English may begin with so that the leftmost missing term is in it."""
    candidate, judgement = work.best
    spliced = Spliced(candidate.text, candidate.links)
    placed = []
    for match in work.unmet(judgement):
        if find_places(candidate.text, match):
            continue
        places = list(_places(spliced, match, work.matches))
        if places:
            placed.append((places[0][0], match, places))
    if not placed:
        return
    _, match, places = min(placed, key=lambda item: item[0])
    for start, end in places[:_MOST_PLACES]:
        edit = fit(candidate.text, start, end, match.term, accepted_forms(match)[0])
        name = edit.replacement[: edit.name_end]
        yield candidate.text[: edit.start] + name


def _places(
    spliced: Spliced, match: TermMatch, matches: Sequence[TermMatch]
) -> Iterator[tuple[int, int]]:
    """Where the term may belong: on the words that stand for it, else behind its neighbour."""
    span = find_span(spliced, match, matches)
    if span:
        yield span
        return
    behind = place_behind(spliced.text, spliced.links, match)
    if behind is not None:
        yield behind, behind


def place_behind(text: str, links: Sequence[Link], match: TermMatch) -> int | None:
    """The offset where the word after the English of the source words before the match begins."""
    earlier = [link for link in links if link.source_end <= match.word_start]
    if not earlier:
        return 0 if links else None
    nearest = max(earlier, key=lambda link: (link.source_end, link.target_end))
    for word in WORD.finditer(text):
        if word.start() >= nearest.target_end:
            return word.start()
    return None
