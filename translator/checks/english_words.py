"""English numbers in words, such as "two hundred and forty-five thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from translator.checks.quantity import Quantity, reading

_SMALL = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "one": 1,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MULTIPLES = {"hundred": 100, "dozen": 12}
_NUMBERS = {**_SMALL, **_TENS, **_ORDINALS}
_WORD = re.compile(r"[A-Za-z]+")
_JOINS = (" ", "-", "\u2010", "\u2011", "\u00a0")
_HALF_OF = re.compile(r"[\s-](?:of )?(?:an? )?(?=(?:dozen|hundred|thousand|million|billion)\b)")
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)


@dataclass(slots=True)
class _Sum:
    """A number that is being put together from words."""

    total: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    scale: int = 1
    ordinal: bool = False

    def takes(self, word: str) -> bool:
        """Add the word if the number can go on with it."""
        if self.ordinal:
            return False
        if word in SCALES:
            self.scale = SCALES[word]
            self.total += (self.current or Fraction(1)) * self.scale
            self.current = Fraction(0)
            return True
        if word in _MULTIPLES:
            self.current = (self.current or Fraction(1)) * _MULTIPLES[word]
            return True
        value = _NUMBERS.get(word)
        if value is None or not self._has_room(value):
            return False
        self.current += value
        self.ordinal = word in _ORDINALS
        return True

    def takes_and(self) -> bool:
        """True if "and" may stand here: "a hundred and ten", "one thousand and one"."""
        hundreds = self.current > 0 and self.current % 100 == 0
        return not self.ordinal and (hundreds or (self.current == 0 and self.scale > 1))

    def _has_room(self, value: int) -> bool:
        free = self.current % 100
        if value < 10:
            return free == 0 or (free % 10 == 0 and free >= 20)
        return free == 0


def find_number_words(text: str) -> Iterator[Quantity]:
    """Every number in words, in order."""
    words = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    place = 0
    while place < len(words):
        number = _Sum()
        first = place
        if words[place][0] == "half" and (of := _HALF_OF.match(text, words[place][2])):
            number.current = Fraction(1, 2)
            place = next(n for n, word in enumerate(words) if word[1] >= of.end())
        place = _read(text, words, place, number)
        if number.total + number.current == 0:
            place += 1
            continue
        yield _quantity(words[first][1], words[place - 1][2], number)


def _read(text: str, words: list[tuple[str, int, int]], place: int, number: _Sum) -> int:
    """Feed words to the number as long as it takes them; returns the place after the last."""
    begin = place
    while place < len(words):
        word, start, _ = words[place]
        touches = place == begin or text[words[place - 1][2] : start] in _JOINS
        if not touches:
            break
        following = words[place + 1][0] if place + 1 < len(words) else ""
        if place > begin and _AND_A_HALF.match(text, words[place - 1][2]):
            number.current += Fraction(1, 2) * (1 if number.current else number.scale)
            place += 3
        elif number.takes(word) or (place > begin and _and(word, following, number)):
            place += 1
        else:
            break
    return place


def _and(word: str, following: str, number: _Sum) -> bool:
    return word == "and" and following in _NUMBERS and number.takes_and()


def _quantity(start: int, end: int, number: _Sum) -> Quantity:
    value = number.total + number.current
    readings = [reading(value)]
    if number.ordinal and 2 < value <= 10:
        # "A fifth" is an ordinal and a fraction.
        readings.append(reading(1 / value))
    scale = 1 if number.current else number.scale
    return Quantity(start, end, tuple(readings), scale=scale, ordinal=number.ordinal)
