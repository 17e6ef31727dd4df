"""Names of which one part is translated, as كوريا الشمالية (North Korea) and بطرس الأكبر."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from translator.glossary.clitics import ARTICLE
from translator.glossary.folding import folded_letters
from translator.suggest.pairing import Pair
from translator.suggest.titles import is_title
from translator.suggest.words import ArabicWord, EnglishWord

# These stand before a name and are no part of it.
_PERSONS_TITLES = (
    *("President", "Minister", "King", "Queen", "Prince", "Princess", "General", "Admiral"),
    *("Colonel", "Leader", "Chancellor", "Pope", "Prime", "Foreign", "Defence", "Defense"),
    *("Former", "Chairman", "Secretary", "Ambassador", "Senator", "Sheikh", "Emperor"),
)
_TITLES = frozenset((*_PERSONS_TITLES, "Street", "Road", "University", "Hospital", "And", "The"))


def with_epithets(
    pairs: Sequence[Pair],
    runs: Sequence[tuple[EnglishWord, ...]],
    words: Sequence[ArabicWord],
    *,
    near: Callable[[int, int], set[int]] | None,
) -> list[Pair]:
    """The pairs, each made longer where one capitalised word and one Arabic word are left over.

    The Arabic word follows the name and has the article. If near is given, the model's attention
    must link the two.
    """
    taken = {(pair.segment, word.start) for pair in pairs for word in words if _within(word, pair)}
    used = [(pair.english_start, pair.english_end) for pair in pairs]
    longer = []
    for pair in pairs:
        place = _next_word(words, pair)
        run = next(run for run in runs if run[0].start <= pair.english_start < run[-1].end)
        extra = _only_word_left(run, used)
        if place is not None and extra and (pair.segment, words[place].start) not in taken:
            linked = near is None or place in near(extra.start, extra.end)
            longer.append(_joined(pair, extra, words[place], run) if linked else pair)
        else:
            longer.append(pair)
    return longer


def _within(word: ArabicWord, pair: Pair) -> bool:
    return word.segment == pair.segment and word.start < pair.end and pair.start < word.end


def _next_word(words: Sequence[ArabicWord], pair: Pair) -> int | None:
    for place, word in enumerate(words):
        if word.segment == pair.segment and word.start >= pair.end:
            fits = word.joined and word.folded.startswith(ARTICLE) and len(word.folded) > 4
            return place if fits and not is_title(word) else None
    return None


def _only_word_left(
    run: Sequence[EnglishWord], used: Sequence[tuple[int, int]]
) -> EnglishWord | None:
    """The one capitalised word of the run that no pair has, None if there are more or fewer."""
    free = [
        word
        for word in run
        if word.text[0].isupper()
        and word.text not in _TITLES
        and not any(start < word.end and word.start < end for start, end in used)
    ]
    return free[0] if len(free) == 1 else None


def _joined(pair: Pair, extra: EnglishWord, word: ArabicWord, run: Sequence[EnglishWord]) -> Pair:
    start = min(pair.english_start, extra.start)
    end = max(pair.english_end, extra.end)
    inner = [w.text for w in run if start <= w.start and w.end <= end]
    return replace(
        pair,
        end=word.end,
        source=f"{pair.source} {word.text}",
        core=f"{pair.core} {folded_letters(word.text)}",
        english=" ".join(inner),
        english_start=start,
        english_end=end,
    )
