"""Terms by a part of their Arabic or English."""

from __future__ import annotations

from collections.abc import Iterable

from translator.glossary.folding import fold
from translator.glossary.term import Term


def find_terms(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """The terms that have text in a source or an English form, in their order.

    Spelling variants of Arabic and capitals do not count; notes are not searched.
    """
    wanted = fold(text).text.strip().casefold()
    return tuple(
        term
        for term in terms
        if any(
            wanted in fold(form).text.casefold()
            for form in (*term.sources, *term.accepted(), *term.avoid)
        )
    )
