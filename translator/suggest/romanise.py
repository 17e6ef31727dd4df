"""Arabic names in Latin letters, roughly as news writes them, and how alike two names sound."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from translator.enforcement.similar import similarity, skeleton

_LATIN = {
    "ء": "", "آ": "a", "أ": "a", "ؤ": "u", "إ": "i", "ئ": "i", "ا": "a", "ٱ": "a",
    "ب": "b", "ة": "a", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "u", "ى": "a", "ي": "i", "پ": "p", "چ": "ch", "ژ": "zh",
    "ڤ": "v", "گ": "g", "ک": "k", "ی": "i",
}  # fmt: skip
_VOWELS = frozenset("aiu")
_ALEF = frozenset("اآأإٱ")
# Sounds that Arabic does not tell apart, or that news writes in several ways.
_GROUPS = (
    ("ough", "u"), ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("kh", "k"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ce", "si"), ("ci", "si"),
    ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip
_LETTERS = str.maketrans("peocqvwyzj", "biukkfuisg")
_CONSONANTS, _ALL_LETTERS = 0.55, 0.45


def romanise(name: str) -> str:
    """Arabic words in Latin letters, each with a capital; short vowels are not guessed."""
    return " ".join(_romanise_word(word).capitalize() for word in name.split())


def _romanise_word(word: str) -> str:
    letters = [letter for letter in unicodedata.normalize("NFC", word) if letter in _LATIN]
    written = ""
    for place, letter in enumerate(letters):
        following = letters[place + 1] if place + 1 < len(letters) else ""
        consonant = not place or following in _ALEF
        if letter == "و" and consonant and following:
            written += "w"
        elif letter == "ي" and consonant and following:
            written += "y"
        else:
            # نغ is the ng of Asian names.
            latin = "g" if letter == "غ" and written.endswith("n") else _LATIN[letter]
            # Two long vowels of one sound are one.
            written += "" if latin in _VOWELS and written.endswith(latin) else latin
    return written


@lru_cache(maxsize=65536)
def sound(arabic: str, english: str) -> float:
    """0 to 1: how much an English name sounds like an Arabic one, by consonants and all letters."""
    first, second = _sounds(_romanise_word(arabic.replace(" ", ""))), _sounds(english)
    if not first or not second:
        return 0.0
    letters = SequenceMatcher(None, first, second, autojunk=False).ratio()
    consonants = similarity(arabic, english)
    # Names of one consonant, as Iowa and Un, have only their letters to go by.
    if not consonants:
        return letters
    return _CONSONANTS * consonants + _ALL_LETTERS * letters


def may_begin_alike(arabic: str, english: str) -> bool:
    """False if the first consonants of two names cannot be written for each other."""
    # News writes تش for the sound of ch.
    first, second = skeleton(arabic.replace("تش", "ش")), skeleton(english)
    return not first or not second or first[0] == second[0]


@lru_cache(maxsize=65536)
def _sounds(latin: str) -> str:
    folded = unicodedata.normalize("NFD", latin.casefold())
    for group, plain in _GROUPS:
        folded = folded.replace(group, plain)
    folded = folded.translate(_LETTERS)
    kept = [letter for letter in folded if letter.isascii() and letter.isalpha()]
    return "".join(
        letter for place, letter in enumerate(kept) if kept[place - 1 : place] != [letter]
    )
