"""Which Arabic words an English name stands for, by sound, near the place the model looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from translator.glossary.common_words import COMMON_WORDS
from translator.glossary.folding import folded_letters, without_marks
from translator.suggest.romanise import may_begin_alike, sound
from translator.suggest.stems import Stem, stems
from translator.suggest.titles import is_title
from translator.suggest.words import ArabicWord, EnglishWord

_MOST_WORDS = 5
# A letter that may be the name's first is a clitic only where that fits clearly better, or where
# the rest stands alone elsewhere; one with which the English cannot begin is likely a clitic.
_COMPATIBLE_COST, _FOREIGN_GAIN, _ATTESTED_GAIN = 0.04, 0.08, 0.1
_BEGINNINGS = {"و": "wvouh", "ف": "fpv", "ب": "bpv", "ل": "l", "ك": "kcqgx", "ا": "aeiou"}
_EXTRA_WORD_COST = 0.05
# Least likeness of the first and of the last words of two names of several words.
_LEAST_AT_ENDS = 0.4
_LONGER_GAIN = 0.15
_UNSURE_LEAST = 0.8
_NO_BEGINNING = frozenset({"The", "A", "An", "Mr", "Mrs", "Ms", "Dr"})


@dataclass(frozen=True, slots=True)
class Pair:
    """An English name and the Arabic that it stands for.

    Attributes:
        segment: position of the Arabic's segment in the translation.
        start, end: offsets of the Arabic in it, clitics left out.
        source: the Arabic, without clitics, with its article.
        core: the folded Arabic without its article: the same for all readings of one name.
        english: the name.
        english_start, english_end: its offsets in the English text.
        score: 0 to 1: how alike they sound.
    """

    segment: int
    start: int
    end: int
    source: str
    core: str
    english: str
    english_start: int
    english_end: int
    score: float

    def overlaps(self, other: Pair) -> bool:
        """True if the two share Arabic."""
        same = self.segment == other.segment
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Choice:
    rank: float
    pair: Pair
    words: range
    run: int
    inside: range


def pair_names(
    english: str,
    runs: Sequence[tuple[EnglishWord, ...]],
    words: Sequence[ArabicWord],
    known: Collection[str],
    *,
    near: Callable[[int, int], set[int]] | None,
    least: float,
) -> list[Pair]:
    """Pair runs of capitalised words, or parts of them, with runs of Arabic words.

    Args:
        runs: of the English text, as capital_runs gives them.
        words: of the segments that the English belongs to.
        known: folded words of the whole text.
        near: gives places in words that an English span comes from; None if nothing is known.
        least: how alike they must sound, 0 to 1.
    """
    choices: list[_Choice] = []
    for number, run in enumerate(runs):
        for inside in _parts(run):
            part = run[inside.start : inside.stop]
            places = near(part[0].start, part[-1].end) if near else set(range(len(words)))
            choice = _best_choice(english, part, words, places, known)
            floor = least if any(word.sure for word in part) else max(least, _UNSURE_LEAST)
            if choice and choice[1].score >= floor:
                rank = choice[1].score * (1 + _LONGER_GAIN * (len(part) - 1))
                choices.append(_Choice(rank, choice[1], choice[0], number, inside))
    return [choice.pair for choice in _without_overlaps(choices)]


def _parts(run: Sequence[EnglishWord]) -> Iterator[range]:
    """Parts of a run that begin and end with a capital."""
    for first in range(len(run)):
        if not run[first].text[0].isupper() or run[first].text in _NO_BEGINNING:
            continue
        for last in range(first, min(first + _MOST_WORDS, len(run))):
            if run[last].ends_name:
                yield range(first, last + 1)


def _best_choice(
    english: str,
    part: Sequence[EnglishWord],
    words: Sequence[ArabicWord],
    places: set[int],
    known: Collection[str],
) -> tuple[range, Pair] | None:
    name = english[part[0].start : part[-1].end]
    # A word at one end of the English that spoils the likeness is no part of the name.
    shorter_names = (
        (english[part[1].start : part[-1].end], english[part[0].start : part[-2].end])
        if len(part) > 1
        else ()
    )
    best: tuple[float, range, Pair] | None = None
    for span in _spans(words, places, len(part) + 1):
        if _crosses_and(words, span, part) or _begins_or_ends_amiss(words, span, part):
            continue
        rest = " ".join(words[place].text for place in span[1:])
        for stem in stems(words[span.start]):
            core = f"{stem.core} {rest}".strip()
            if not may_begin_alike(core, name):
                continue
            score = sound(core, name)
            if any(sound(core, shorter) > score for shorter in shorter_names):
                continue
            value = score + _clitic_gain(words[span.start], stem, name, known)
            value -= _EXTRA_WORD_COST * max(0, len(span) - len(part))
            if best is None or value > best[0]:
                best = value, span, _pair(words, span, stem, rest, part, name, score)
    return best[1:] if best else None


def _clitic_gain(word: ArabicWord, stem: Stem, name: str, known: Collection[str]) -> float:
    """How likely the letters before the stem are clitics, beyond what the sound says."""
    if not stem.stripped:
        return 0.0
    if folded_letters(stem.text) in known:
        return _ATTESTED_GAIN
    compatible = name[0].lower() in _BEGINNINGS[word.folded[0]]
    return -_COMPATIBLE_COST if compatible else _FOREIGN_GAIN


def _begins_or_ends_amiss(
    words: Sequence[ArabicWord], span: range, part: Sequence[EnglishWord]
) -> bool:
    """True if a word at one end of a longer name belongs to the sentence around it."""
    first, last = words[span[0]], words[span[-1]]
    if len(span) > 1 and is_title(first):
        return True
    if len(span) > len(part):
        return any(without_marks(word.text) in COMMON_WORDS for word in (first, last))
    if len(part) == 1 or len(span) < len(part):
        return False
    heard = max(sound(stem.core, part[0].text) for stem in stems(first))
    return min(heard, sound(last.text, part[-1].text)) < _LEAST_AT_ENDS


def _pair(
    words: Sequence[ArabicWord],
    span: range,
    stem: Stem,
    rest: str,
    part: Sequence[EnglishWord],
    name: str,
    score: float,
) -> Pair:
    first = words[span.start]
    return Pair(
        segment=first.segment,
        start=first.start + stem.stripped,
        end=words[span.stop - 1].end,
        source=f"{stem.text} {rest}".strip(),
        core=folded_letters(f"{stem.core} {rest}".strip()),
        english=" ".join(name.split()),
        english_start=part[0].start,
        english_end=part[-1].end,
        score=score,
    )


def _spans(words: Sequence[ArabicWord], places: set[int], longest: int) -> Iterator[range]:
    """Runs of words with nothing but spaces between them that touch one of the places."""
    for first in range(len(words)):
        for last in range(first, min(first + longest, len(words))):
            if last > first and not (
                words[last].joined and words[last].segment == words[first].segment
            ):
                break
            if not places.isdisjoint(range(first, last + 1)):
                yield range(first, last + 1)


def _crosses_and(words: Sequence[ArabicWord], span: range, part: Sequence[EnglishWord]) -> bool:
    """True if a later word of the span is "and ..." rather than part of the name."""
    initials = {word.text[0].lower() for word in part[1:]}
    return any(
        words[place].folded.startswith("و")
        and len(words[place].folded) > 3
        and initials.isdisjoint(_BEGINNINGS["و"])
        for place in span[1:]
    )


def _without_overlaps(choices: list[_Choice]) -> list[_Choice]:
    """The best choices; every word of either language is used once."""
    kept: list[_Choice] = []
    used_words: set[int] = set()
    used_names: set[tuple[int, int]] = set()
    for choice in sorted(choices, key=lambda choice: -choice.rank):
        names = {(choice.run, place) for place in choice.inside}
        if used_words.isdisjoint(choice.words) and used_names.isdisjoint(names):
            kept.append(choice)
            used_words.update(choice.words)
            used_names |= names
    return sorted(kept, key=lambda choice: choice.words.start)
