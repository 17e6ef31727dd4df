"""Pairs of Arabic and English names: from the model's own output, and from a reference."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from translator.enforcement.similar import skeleton
from translator.glossary.clitics import ARTICLE
from translator.suggest.epithets import with_epithets
from translator.suggest.pairing import Pair, pair_names
from translator.suggest.titles import is_everyday
from translator.suggest.words import ArabicWord, capital_runs, linked_english, linked_words
from translator.translation import Origin, SegmentTranslation, Translation

_LEAST, _LEAST_UNLINKED, _LEAST_REFERENCE = 0.66, 0.75, 0.72
# Names of two consonants sound like many words.
_LEAST_SHORT = 0.85
_SHORTEST = 3
_ADJECTIVE_ENDINGS = ("ي", "يه", "يين", "يون", "يات")
_NAME_ENDINGS = ("a", "e", "i", "o", "u", "y")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CALENDAR = frozenset((*_MONTHS, *_DAYS))
_LOWER_WORD = re.compile(r"(?<![\w'’-])[a-z][\w’']*")


def lower_words(texts: Sequence[str]) -> frozenset[str]:
    """Words that stand somewhere without a capital: they are no names."""
    return frozenset(word for text in texts for word in _LOWER_WORD.findall(text))


def transliterated(
    result: SegmentTranslation,
    words: Sequence[ArabicWord],
    known: Collection[str],
    common: Collection[str],
) -> list[Pair]:
    """Names that the model wrote as they sound.

    Args:
        words: of the segment.
        known: folded words of the whole text.
        common: English words that are no names.
    """
    if result.origin is Origin.PASSED_THROUGH:
        return []
    links = result.links

    def near(start: int, end: int) -> set[int]:
        return linked_words(links, words, start, end)

    runs = capital_runs(result.text)
    pairs = pair_names(
        result.text,
        runs,
        words,
        known,
        near=near if links else None,
        least=_LEAST if links else _LEAST_UNLINKED,
    )
    usable = [pair for pair in pairs if _is_name(pair, common)]
    return with_epithets(usable, runs, words, near=near) if links else usable


def referenced(
    translation: Translation,
    reference: Sequence[str],
    words: Sequence[Sequence[ArabicWord]],
    known: Collection[str],
    model: Sequence[Pair],
) -> tuple[list[Pair], frozenset[int]]:
    """Names of the reference and the Arabic that sounds like them at the same place.

    Args:
        reference: English lines, in any division.
        words: of each segment.
        model: names that the model wrote as they sound.

    Returns:
        The pairs, and the positions of the segments that have a counterpart in the reference.
    """
    from translator.align import align

    alignment = align([result.text for result in translation.segments], reference, split=True)
    common = lower_words(alignment.reference)
    pairs: list[Pair] = []
    covered: set[int] = set()
    for unit in alignment.linked():
        covered.update(unit.pivot)
        english = " ".join(alignment.reference[line] for line in unit.reference)
        unit_words = [word for segment in unit.pivot for word in words[segment]]
        here = lower_words([english])
        runs = capital_runs(english)
        found = pair_names(english, runs, unit_words, known, near=None, least=_LEAST_REFERENCE)
        usable = [
            pair
            for pair in found
            if _is_name(pair, common)
            and not is_everyday(pair.source)
            and not (
                _translated_as_a_word(pair, translation.segments, here)
                and not any(map(pair.overlaps, model))
            )
            and (pair.score >= _LEAST_SHORT or len(skeleton(pair.english)) > 2)
        ]
        pairs += with_epithets(usable, runs, unit_words, near=None)
    return pairs, frozenset(covered)


def _is_name(pair: Pair, common: Collection[str]) -> bool:
    """False for nationalities (الروسي, Russian), months and words that are written small too."""
    english = pair.english.lower()
    if english in _CALENDAR or english in common or len(pair.core) < _SHORTEST:
        return False
    if not pair.core.endswith(_ADJECTIVE_ENDINGS):
        return True
    if " " not in pair.source and pair.source.startswith(ARTICLE) and english.endswith("i"):
        return False
    # Names end in the sound of the Arabic's last letter, adjectives in -n, -sh or -ese.
    return english.endswith(_NAME_ENDINGS) and not english.endswith("ese")


def _translated_as_a_word(
    pair: Pair, results: Sequence[SegmentTranslation], reference: Collection[str]
) -> bool:
    """True if the model translated the Arabic by words that the reference has there too."""
    result = results[pair.segment]
    form = linked_english(result.links, result.text, pair.start, pair.end)
    small = [word for word in form.split() if word.islower() and len(word) > 3]
    return bool(small) and all(word in reference for word in small)
