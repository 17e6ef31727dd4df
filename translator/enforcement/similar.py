"""How much an English word sounds like an Arabic name: "Fustoshani" is a try at فوستوشني."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from translator.enforcement.presence import Place

WORD = re.compile(r"\w+(?:['’]\w+)*")
# A model's tries at a name keep most consonants but mix up those that sound alike.
_SOUNDS = {
    "B": "bpبپ",
    "T": "tdتدطضث",
    "K": "kqgjxcكقغجخکگچ",
    "S": "szسزصشذظ",
    "F": "fvفڤ",
    "M": "mم",
    "N": "nن",
    "L": "lل",
    "R": "rر",
}
_SOUND_OF = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
_SMALLEST_SKELETON = 2
_SAME_LETTERS, _SAME_SOUNDS = 0.45, 0.75
_LATIN_GROUPS = (("sh", "s"), ("ch", "s"), ("th", "t"), ("ph", "f"), ("ce", "s"), ("ci", "s"))


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """The consonants of a name in either script as classes of sound, without doubled ones."""
    folded = unicodedata.normalize("NFD", name.casefold())
    for group, sound in _LATIN_GROUPS:
        folded = folded.replace(group, sound)
    sounds = [_SOUND_OF[letter] for letter in folded if letter in _SOUND_OF]
    return "".join(
        sound for position, sound in enumerate(sounds) if sounds[position - 1 : position] != [sound]
    )


def similarity(name: str, other: str) -> float:
    """0 to 1: how alike the consonants of two names are, in whatever scripts they stand."""
    first, second = skeleton(name), skeleton(other)
    if min(len(first), len(second)) < _SMALLEST_SKELETON:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def is_garbled(word: str, name: str) -> bool:
    """True if a Latin word is a Latin name again, letter for letter or as it may be misheard.

    "King" is no garbled "Sejong": a misheard name keeps its first sound.
    """
    first, second = fold_spelling(word), fold_spelling(name)
    if first == second:
        return True
    if skeleton(word)[:1] != skeleton(name)[:1]:
        return False
    letters = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return letters >= _SAME_LETTERS and similarity(word, name) >= _SAME_SOUNDS


def most_similar(
    text: str, names: Sequence[str], taken: Iterable[Place], *, least: float
) -> Place | None:
    """The run of words that sounds most like one of the names, if it does so at least that much.

    Only runs of capitalised or hyphenated words that touch no taken place count.
    """
    words = list(WORD.finditer(text))
    longest = max((len(name.split()) for name in names), default=0) + 1
    blocked = list(taken)
    best: tuple[tuple[float, bool], Place] | None = None
    for first, word in enumerate(words):
        if not word[0][0].isupper():
            continue
        for last in range(first, min(first + longest, len(words))):
            place = Place(word.start(), _without_possessive(words[last]), "")
            if any(place.overlaps(other) for other in blocked) or not _is_part(text, words[last]):
                continue
            value = max(similarity(text[place.start : place.end], name) for name in names)
            # Of two that sound the same the one that does not cut a hyphenated name.
            rank = value, _hangs(text, words[last])
            if value >= least and (best is None or rank > best[0]):
                best = rank, place
    return best[1] if best else None


def _is_part(text: str, word: re.Match[str]) -> bool:
    """True if the word may end a name: it has a capital or hangs on a hyphen ("Kim Jong-un")."""
    return word[0][0].isupper() or _hangs(text, word)


def _hangs(text: str, word: re.Match[str]) -> bool:
    """True if a hyphen joins the word to the one before it."""
    return text[: word.start()].endswith("-")


def fold_spelling(text: str) -> str:
    """Letters without accents and capitals; all else as spaces: what two spellings share."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(re.findall(r"\w+", letters.replace("'", "").replace("’", "")))


def find_respelled(text: str, form: str, *, near: float = 1.0) -> Place | None:
    """Where the text has the form but for accents, capitals, hyphens and spaces.

    Args:
        near: least share of equal letters, 1.0 for all; lower finds garbled copies too.
    """
    wanted = fold_spelling(form).replace(" ", "")
    words = list(WORD.finditer(text))
    longest = len(re.findall(r"\w+", form)) + 1
    best: tuple[float, Place] | None = None
    for first, word in enumerate(words):
        for last in range(first, min(first + longest, len(words))):
            place = Place(word.start(), _without_possessive(words[last]), form)
            between = text[place.start : place.end]
            if re.search(r"[^\w\s'’-]", between):
                break
            found = fold_spelling(between).replace(" ", "")
            if found[:1] != wanted[:1] or _is_common_word(between, form):
                continue
            value = 1.0 if found == wanted else _equal_letters(found, wanted, near)
            if value >= near and (best is None or value > best[0]):
                best = value, place
    return best[1] if best else None


def _is_common_word(between: str, form: str) -> bool:
    """True for "may" where May is wanted: a small letter makes it another word."""
    return " " not in form and form[:1].isupper() and between[:1].islower()


def _equal_letters(found: str, wanted: str, near: float) -> float:
    if near >= 1.0 or abs(len(found) - len(wanted)) > 2:
        return 0.0
    return SequenceMatcher(None, found, wanted, autojunk=False).ratio()


def _without_possessive(word: re.Match[str]) -> int:
    """Where the word ends before a possessive 's."""
    return word.end() - 2 if word[0].endswith(("'s", "’s")) else word.end()
