"""Which segments have to be translated again after the glossary changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translator.document import Segment
from translator.glossary.matcher import Matcher
from translator.glossary.term import Term, TermMatch


def affected_segments(
    segments: Iterable[Segment], before: Matcher | None, after: Matcher | None
) -> tuple[Segment, ...]:
    """The segments in which other terms are matched, or terms that changed in what they demand.

    A term that only moved to another line, or got another note, changes no translation.
    """
    return tuple(
        segment
        for segment in segments
        if _demands(before, segment.text) != _demands(after, segment.text)
    )


def _demands(matcher: Matcher | None, text: str) -> tuple[TermMatch, ...]:
    matches = matcher.find(text).matches if matcher else ()
    return tuple(replace(match, term=_without_place(match.term)) for match in matches)


def _without_place(term: Term) -> Term:
    return replace(term, file="", line=0, note="", sources=())
