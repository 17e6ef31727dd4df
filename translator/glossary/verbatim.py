"""Addresses and code in Arabic sentences: what must come through a translation as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.glossary.term import Term, TermMatch

# A web address, an e-mail address, or the handle of an account; not the full stop behind it.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]«»“”\"'`،؛؟\u0600-\u06ff]+|"
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|"
    r"(?<![\w@])@[A-Za-z_][A-Za-z0-9_]{2,}"
)
_CLOSING = ".,;:!?*_~-"


def find_addresses(text: str) -> tuple[TermMatch, ...]:
    """Every address in a text, as a match of a term that is kept as it is."""
    return tuple(
        kept_span(text, found.start(), found.start() + len(found[0].rstrip(_CLOSING)), "an address")
        for found in _ADDRESS.finditer(text)
    )


def kept_span(text: str, start: int, end: int, note: str) -> TermMatch:
    """A part of a text as a match of a term that is kept as it is."""
    surface = text[start:end]
    term = Term((surface,), surface, keep=True, exact=True, note=note)
    return TermMatch(term, start, end, start, surface)


def with_kept(matches: Sequence[TermMatch], kept: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
    """Matches in order with those that are kept as they are, which win over a name in them."""
    if not kept:
        return tuple(matches)
    apart = [
        match
        for match in matches
        if all(match.end <= one.start or one.end <= match.word_start for one in kept)
    ]
    return tuple(sorted((*apart, *kept), key=lambda match: match.start))
