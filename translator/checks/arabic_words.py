"""Arabic words with offsets, in a spelling that is easy to look up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
_LETTERS = (
    "\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
ARABIC = re.compile(f"[{_LETTERS}]")
_WORD = re.compile(f"[{_LETTERS}][{_LETTERS}{_MARKS}\u200c\u200d]*")
_DROP = re.compile(f"[{_MARKS}\u200c\u200d]")
_SAME = str.maketrans("أإآٱىةؤ", "اااايهو")

# The whole word is tried first, so that الف (thousand) is not read as ال + ف.
CLITICS = (
    "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "وبال", "لل", "ولل", "فلل",
    "وب", "ول", "وك", "فب", "فل",
)  # fmt: skip

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ArabicWord:
    """One word.

    Attributes:
        plain: without harakat and tatweel, alef forms as ا, ى as ي, ة as ه, ؤ as و.
        start, end: character offsets in the text.
    """

    plain: str
    start: int
    end: int


def plain(word: str) -> str:
    """The spelling in which words are looked up (see ArabicWord.plain)."""
    return _DROP.sub("", word).translate(_SAME)


def arabic_words(text: str) -> Iterator[ArabicWord]:
    """Every word of Arabic letters, in order."""
    for match in _WORD.finditer(text):
        yield ArabicWord(plain(match.group()), match.start(), match.end())


def look_up(word: str, table: Mapping[str, Value]) -> tuple[Value, str] | None:
    """The table's entry for a plain word, and the clitics before it; None if it has none."""
    for clitics in CLITICS:
        if word.startswith(clitics) and (found := table.get(word[len(clitics) :])) is not None:
            return found, clitics
    return None
