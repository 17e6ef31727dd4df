"""Translate segments so that the terms matched in them stand in the English, checked on it.

Each segment goes through the methods of translator.translation.Method in order of cost and stops
at the first that yields every term and no fault. All segments of a window that need a method are
sent to the engine together.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translator.enforcement.choose import Work, unfinished
from translator.enforcement.inline import add_inline
from translator.enforcement.nbest import add_hypotheses
from translator.enforcement.prefix import add_forced
from translator.enforcement.splice import add_mended, add_spliced
from translator.engine.probe import copies_inline
from translator.engine.protocol import Engine, Hypothesis, Link, Request
from translator.glossary.term import TermMatch
from translator.translation import ALL_METHODS, Method, TermOutcome

Source = tuple[str, tuple[TermMatch, ...]]

# An article is one window: the engine's own windows bring its first segments soon, and each window
# of ours ends with a half-empty batch. Later ones are larger, so that second passes fill batches.
_FIRST_WINDOW = 64
_LARGEST_WINDOW = 512
# Second passes wait until they fill a few batches, but not for longer than the largest window.
_ENOUGH_WAITING = 32


@dataclass(frozen=True, slots=True)
class Enforced:
    """A segment's English with its terms.

    Attributes:
        text: the English.
        plain: what the model gave without terms.
        score: log probability per token of text before any splice.
        links: spans of the segment's source and of text; empty unless asked for.
        plain_links: the same of plain.
        terms: what became of each match, in their order.
        alternatives: the other plain hypotheses, best first.
    """

    text: str
    plain: str
    score: float
    links: tuple[Link, ...]
    plain_links: tuple[Link, ...]
    terms: tuple[TermOutcome, ...]
    alternatives: tuple[Hypothesis, ...]


def translate_with_terms(
    engine: Engine,
    sources: Iterable[Source],
    *,
    methods: Sequence[Method] = ALL_METHODS,
    n_best: int = 4,
    alignment: bool = False,
) -> Iterator[tuple[int, Enforced]]:
    """Translate sources with the terms matched in them.

    Args:
        sources: each a segment's text and its term matches, read window by window.
        methods: which may be used; PLAIN always is.
        n_best: how many hypotheses the model offers for each segment.
        alignment: fill in Enforced.links.

    Yields:
        (position of the source, its English), those that need no second pass first; none comes
        more than two of the largest windows (1,024 sources) late.

    Raises:
        EngineError: the model failed.
    """
    remaining = iter(sources)
    allowed = frozenset(methods)
    first, size = 0, _FIRST_WINDOW
    waiting: list[Work] = []
    oldest = 0
    while window := list(itertools.islice(remaining, size)):
        for work in _translate_plain(engine, window, first, n_best, alignment):
            if work.matches and Method.SPLICE in allowed:
                add_mended(work)
            if work.is_done:
                yield _enforced(work, alignment)
            else:
                waiting.append(work)
        first += len(window)
        size = min(size * 4, _LARGEST_WINDOW)
        if len(waiting) >= _ENOUGH_WAITING or first - oldest >= _LARGEST_WINDOW:
            yield from _finished(engine, waiting, allowed, alignment)
            waiting, oldest = [], first
    yield from _finished(engine, waiting, allowed, alignment)


def _translate_plain(
    engine: Engine, window: Sequence[Source], first: int, n_best: int, alignment: bool
) -> Iterator[Work]:
    # The same options for all: the engine batches only requests that are alike.
    links = alignment or any(matches for _, matches in window)
    requests = [Request(source, n_best=n_best, alignment=links) for source, _ in window]
    for position, hypotheses in engine.translate(requests):
        yield Work(first + position, *window[position], hypotheses)


def _finished(
    engine: Engine, waiting: Sequence[Work], allowed: frozenset[Method], alignment: bool
) -> Iterator[tuple[int, Enforced]]:
    """Try the methods that cost something, one after the other, on all that wait."""
    if waiting and Method.INLINE in allowed and copies_inline(engine):
        add_inline(engine, waiting)
    if Method.NBEST in allowed:
        add_hypotheses(unfinished(waiting))
    if Method.PREFIX in allowed:
        add_forced(engine, unfinished(waiting))
    if Method.SPLICE in allowed:
        add_spliced(unfinished(waiting))
    for work in waiting:
        yield _enforced(work, alignment)


def _enforced(work: Work, alignment: bool) -> tuple[int, Enforced]:
    candidate, judgement = work.best
    avoided = {place.form for place in judgement.avoided}
    outcomes = []
    for match, place, method in zip(work.matches, judgement.places, candidate.methods, strict=True):
        left = next((form for form in match.term.avoid if form in avoided), "")
        if place is None:
            outcomes.append(TermOutcome(match, Method.UNMET, avoided=left))
        else:
            outcomes.append(
                TermOutcome(match, method, place.start, place.end, place.form, avoided=left)
            )
    enforced = Enforced(
        candidate.text,
        work.plain[0].text,
        candidate.score,
        candidate.links if alignment else (),
        work.plain[0].links if alignment else (),
        tuple(outcomes),
        # Links are the larger part of a hypothesis; a long file's would fill the memory.
        tuple(h if alignment else replace(h, links=()) for h in work.plain[1:]),
    )
    return work.position, enforced
