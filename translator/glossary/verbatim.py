"""Addresses inside Arabic sentences: what must come through a translation letter by letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.glossary.term import Term, TermMatch

# A web address, an e-mail address, or the handle of an account; not the full stop behind it.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]«»“”\"'،؛؟\u0600-\u06ff]+|"
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|"
    r"(?<![\w@])@[A-Za-z_][A-Za-z0-9_]{2,}"
)
_CLOSING = ".,;:!?*_~-"


def find_addresses(text: str) -> tuple[TermMatch, ...]:
    """Every address in a text, as a match of a term that is kept as it is."""
    matches = []
    for found in _ADDRESS.finditer(text):
        surface = found.group().rstrip(_CLOSING)
        term = Term((surface,), surface, keep=True, exact=True, note="an address")
        start = found.start()
        matches.append(TermMatch(term, start, start + len(surface), start, surface))
    return tuple(matches)


def with_addresses(text: str, matches: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
    """A glossary's matches with the addresses of the text; an address wins over a name in it."""
    addresses = find_addresses(text)
    if not addresses:
        return tuple(matches)
    apart = [
        match
        for match in matches
        if all(match.end <= one.start or one.end <= match.word_start for one in addresses)
    ]
    return tuple(sorted((*apart, *addresses), key=lambda match: match.start))
