"""What a word may be without its clitics; which reading is right is left to the evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from translator.glossary.clitics import ARTICLE, PREFIXES, Reading
from translator.suggest.words import ArabicWord

_HAMZA_ALEF = "أإآ"
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Stem:
    """One reading of a word.

    Attributes:
        text: the name as a glossary would have it, with its article.
        core: the name without the article, for comparison by sound.
        stripped: how many letters stand before it in the word.
    """

    text: str
    core: str
    stripped: int


def stems(word: ArabicWord) -> Iterator[Stem]:
    """All readings of a word, the whole word first."""
    text, folded = word.text, word.folded
    yield Stem(text, text, 0)
    # Harakat or tatweel make the letters of text and of folded differ in place.
    if len(text) != len(folded):
        return
    for prefix, readings in PREFIXES.items():
        rest = text[len(prefix) :]
        if not prefix or not folded.startswith(prefix) or len(rest) < _SHORTEST:
            continue
        for reading, clitics in readings:
            article = ARTICLE in clitics
            if article and prefix.endswith(ARTICLE):
                # A hamza shows that the alef is the name's own: ألمانيا.
                if text[len(prefix) - len(ARTICLE)] not in _HAMZA_ALEF:
                    yield Stem(ARTICLE + rest, rest, len(prefix) - len(ARTICLE))
            elif article and reading in (Reading.OWN_ARTICLE, Reading.OWN_ARTICLE_LAM):
                if prefix.endswith("لل") or rest.startswith("ل"):
                    yield Stem(ARTICLE + rest, rest, len(prefix))
            elif not article:
                yield Stem(rest, rest, len(prefix))


def attested(words: Collection[ArabicWord]) -> frozenset[str]:
    """Folded words of the whole text: a stem that stands alone elsewhere is no guess."""
    return frozenset(word.folded for word in words)
