"""Numbers in English text, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from translator.checks.digits import Literal, find_literals
from translator.checks.english_words import SCALES, find_number_words
from translator.checks.quantity import Quantity, Reading, reading

_SHORT_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
}
# Words that carry a number without being one; they prove its presence, never its absence.
_HINTS: dict[str, tuple[Fraction | int, ...]] = {
    "a": (1,), "an": (1,), "single": (1,), "once": (1,), "i": (1,), "each": (1,), "firstly": (1,),
    "both": (2,), "twice": (2,), "double": (2,), "doubles": (2,), "doubled": (2,), "couple": (2,),
    "pair": (2,), "twin": (2,), "dual": (2,), "duo": (2,), "secondly": (2,), "either": (2,),
    "seconds": (2,), "two-time": (2,), "bilateral": (2,), "twofold": (2,),
    "biannual": (2,), "biennial": (2,), "triangle": (3,), "tricycle": (3,),
    "triple": (3,), "tripled": (3,), "trio": (3,), "triad": (3,), "thrice": (3,),
    "trilateral": (3,),
    "thirdly": (3,), "threefold": (3,), "tripartite": (3,), "hat": (3,), "trilogy": (3,),
    "quadruple": (4,), "quadrupled": (4,), "quartet": (4,), "fours": (4,), "fourfold": (4,),
    "quintet": (5,), "fives": (5,), "fivefold": (5,), "pentagon": (5,), "sixes": (6,),
    "half": (Fraction(1, 2), 30, 50), "halves": (Fraction(1, 2),), "halved": (Fraction(1, 2), 50),
    "halfway": (Fraction(1, 2),), "mid": (Fraction(1, 2),), "semi": (Fraction(1, 2),),
    "hemisphere": (Fraction(1, 2),), "hemispheres": (Fraction(1, 2),),
    "quarter": (Fraction(1, 4), 4, 15, 25, 45), "quarters": (Fraction(1, 4), Fraction(3, 4), 4),
    "quarterly": (Fraction(1, 4), 3), "thirds": (Fraction(1, 3), Fraction(2, 3)),
    "zero": (0,), "nil": (0,), "no": (0,), "nought": (0,), "midnight": (0, 12, 24),
    "noon": (12,), "midday": (12,), "tens": (10,), "fortnight": (2, 14, 15),
    "twenties": (20, 1920), "thirties": (30, 1930), "forties": (40, 1940), "fifties": (50, 1950),
    "sixties": (60, 1960), "seventies": (70, 1970), "eighties": (80, 1980), "nineties": (90, 1990),
    "decade": (10,), "decades": (10,), "century": (100,),
    "centuries": (100,), "millennium": (1000,), "millennia": (1000,), "teenage": (13,),
    "daily": (1,),
}  # fmt: skip
_ROMAN = re.compile(r"(?=[IVXL])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_WORD = re.compile(r"[A-Za-z]+")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b|s\b|(k|m|mn|mln|bn|b|tn)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|—|to|or|and)\s*(?:[$€£¥]|US\$)?")
_SCALE_AFTER = re.compile(r"[\s-]*(thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EnglishNumbers:
    """The numbers of an English text.

    Attributes:
        quantities: those written out, in order.
        hints: values that other words carry, such as 2 in "both".
    """

    quantities: tuple[Quantity, ...]
    hints: frozenset[Fraction]

    def values(self) -> frozenset[Fraction]:
        """Every value that the text holds in some way."""
        return self.hints.union(*(quantity.values() for quantity in self.quantities))


def find_english_numbers(text: str) -> EnglishNumbers:
    """Every number in an English text."""
    # "&#39;" is an apostrophe that the check of HTML entities finds, not the number 39.
    literals = (literal for literal in find_literals(text) if text[: literal.start][-2:] != "&#")
    found = [_literal(text, literal) for literal in literals]
    ends = [quantity.end for quantity in found]
    found += (words for words in find_number_words(text) if words.end not in ends)
    found.sort(key=lambda quantity: quantity.start)
    ranged = list(found)
    for place, (here, after) in reversed(list(enumerate(pairwise(found)))):
        between = text[here.end : after.start]
        if after.scale > 1 and here.scale == 1 and _RANGE.fullmatch(between):
            scaled = (frozenset(v * after.scale for v in r) for r in here.readings)
            ranged[place] = replace(here.with_readings(*scaled), scale=after.scale)
        if (
            between == "/"
            and len(after.values()) == len(here.values()) == 1
            and after.values() != {0}
        ):
            ratio = reading(min(here.values()) / max(after.values()))
            ranged[place] = ranged[place].with_readings(ratio)
    return EnglishNumbers(tuple(ranged), frozenset(_hints(text)))


def _literal(text: str, literal: Literal) -> Quantity:
    readings, end, scale = literal.readings, literal.end, 1
    ordinal = False
    if suffix := _SUFFIX.match(text, end):
        letter = (suffix.group(1) or "").lower()
        ordinal = suffix.group().lower() in ("st", "nd", "rd", "th")
        end = suffix.end()
        if letter:
            scale = _SHORT_SCALES[letter]
    if word := _SCALE_AFTER.match(text, end):
        scale = 12 if word.group(1).lower() == "dozen" else SCALES[word.group(1).lower()]
        end = word.end()
    scaled: tuple[Reading, ...] = tuple(frozenset(v * scale for v in r) for r in readings)
    if scale > 1 and end - literal.end <= 2:
        # "5m" may be metres.
        scaled += readings
    return Quantity(
        literal.start, end, scaled, digits=True, scale=scale, ordinal=ordinal
    ).with_readings(*_clock(text, literal, end))


def _clock(text: str, literal: Literal, end: int) -> Iterator[Reading]:
    value = max(literal.readings[0])
    after = text[end : end + 12].lower()
    if value <= 24 and re.match(r"(?::\d\d)?\s*(?:[ap]\.?m\b|o'clock)", after):
        yield reading(value + 12)
        yield reading(abs(value - 12))
    if value < 100 and re.search(r"\d{4}\s*[-–—/]\s*$", text[: literal.start]):
        for century in range(1000, 2100, 100):
            yield reading(century + value)


def _hints(text: str) -> Iterator[Fraction]:
    for match in _WORD.finditer(text):
        word = match.group()
        for value in _HINTS.get(word.lower(), ()):
            yield Fraction(value)
        if _ROMAN.fullmatch(word):
            yield Fraction(_roman(word))


def _roman(numeral: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    values = [worth[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in pairwise([*values, 0]))
