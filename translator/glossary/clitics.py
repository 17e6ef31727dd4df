"""Clitics: the particles that Arabic writes as one word with the name after them.

They are generated before a term's forms, never stripped from a text: فوستوشني begins with ف and
stays whole, because no term reads وستوشني. See Habash, Introduction to Arabic Natural Language
Processing (2010), chapter 4, for the order conjunction + preposition + article + noun.
"""

from __future__ import annotations

from enum import IntFlag

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك")
ARTICLE = "ال"


class Reading(IntFlag):
    """What may stand before a form in its word."""

    WHOLE = 1
    """Nothing."""
    PARTICLES = 2
    """Conjunction and preposition, at least one: وبوتين, لبوتين, ولبوتين."""
    ARTICLE = 4
    """The article, after particles or alone: الصومال, بالصومال, للصومال."""
    OWN_ARTICLE = 8
    """لل, for the rest of a term that has its own article: الكرملين -> للكرملين."""
    OWN_ARTICLE_LAM = 16
    """The same where that rest begins with lam, of which three in a row become two:
    الليكود -> لليكود."""


def _prefixes() -> dict[str, tuple[tuple[Reading, tuple[str, ...]], ...]]:
    table: dict[str, list[tuple[Reading, tuple[str, ...]]]] = {"": [(Reading.WHOLE, ())]}

    def add(written: str, reading: Reading, *clitics: str) -> None:
        table.setdefault(written, []).append((reading, tuple(filter(None, clitics))))

    for conjunction in CONJUNCTIONS:
        for preposition in PREPOSITIONS:
            if conjunction or preposition:
                add(conjunction + preposition, Reading.PARTICLES, conjunction, preposition)
            # Lam and the article are written as two lams.
            article = "ل" if preposition == "ل" else ARTICLE
            add(
                conjunction + preposition + article,
                Reading.ARTICLE,
                conjunction,
                preposition,
                ARTICLE,
            )
        add(conjunction + "لل", Reading.OWN_ARTICLE, conjunction, "ل", ARTICLE)
        add(conjunction + "ل", Reading.OWN_ARTICLE_LAM, conjunction, "ل", ARTICLE)
    return {written: tuple(readings) for written, readings in table.items()}


PREFIXES = _prefixes()
"""Every prefix as it is written, with its readings and the clitics that it is made of."""

LONGEST_PREFIX = max(map(len, PREFIXES))


def read_prefix(written: str, allowed: int) -> tuple[str, ...] | None:
    """The clitics that a prefix is made of, or None if none of the allowed readings fits.

    Args:
        written: folded letters between the beginning of a word and a form in it.
        allowed: the Readings that the form permits.
    """
    for reading, clitics in PREFIXES.get(written, ()):
        if reading & allowed:
            return clitics
    return None
