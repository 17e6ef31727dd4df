"""The word that the user probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like a given one, "" if none is like it."""
    by_folded = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A clause for an error: the nearest word, else all known ones."""
    known = tuple(known)
    found = nearest(word, known)
    return f'did you mean "{found}"?' if found else f"known are: {', '.join(known)}"
