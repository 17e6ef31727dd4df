"""Numbers written in digits: European, Arabic-Indic (٤٠) and Persian (۴۰), with separators."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from translator.checks.quantity import Reading, reading

DIGIT = "0-9٠-٩۰-۹"
VULGAR = "¼½¾⅐-⅞"
# A space joins groups of three only: "100 000" is one number, "2010 500" are two.
_SPACE = "[ \u00a0\u2009\u202f]"
_LITERAL = re.compile(
    rf"[{DIGIT}]{{1,3}}(?:{_SPACE}[{DIGIT}]{{3}}(?![{DIGIT}]))+(?:[.,٫][{DIGIT}]+)?(?![{DIGIT}])"
    rf"|[{DIGIT}]+(?:[.,٫٬،'’][{DIGIT}]+)*[{VULGAR}]?"
    rf"|[{VULGAR}]"
)
_GROUPS = re.compile(rf"([{DIGIT}]+)|([^{DIGIT}]+)")


@dataclass(frozen=True, slots=True)
class Literal:
    """A run of digits with the ways to read it (see Quantity.readings)."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]


def find_literals(text: str) -> Iterator[Literal]:
    """Every number in digits, in order. Signs are not part of it: "7-2" is 7 and 2."""
    for match in _LITERAL.finditer(text):
        yield Literal(match.start(), match.end(), match.group(), _readings(match.group()))


def european(text: str) -> str:
    """The text with every digit as 0-9."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)


def _readings(text: str) -> tuple[Reading, ...]:
    fraction = Fraction(0)
    if re.search(f"[{VULGAR}]", text[-1]):
        fraction = Fraction(unicodedata.numeric(text[-1])).limit_denominator(10)
        text = text[:-1]
        if not text:
            return (reading(fraction),)
    parts = [match.group() for match in _GROUPS.finditer(european(text))]
    groups, separators = parts[::2], parts[1::2]
    if not separators:
        return _whole(groups[0], fraction)
    return _separated(groups, separators)


def _whole(digits: str, fraction: Fraction) -> tuple[Reading, ...]:
    readings = [reading(Fraction(int(digits)) + fraction)]
    if len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60 and digits[0] in "01":
        readings.append(reading(int(digits[:2]), int(digits[2:])))
    return tuple(readings)


def _separated(groups: list[str], separators: list[str]) -> tuple[Reading, ...]:
    apart = reading(*(int(group) for group in groups))
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    if thousands and len(set(separators)) == 1 and groups[0].strip("0"):
        joined = reading(int("".join(groups)))
        if len(separators) > 1:
            return (joined, apart)
        decimal = reading(Fraction(f"{groups[0]}.{groups[1]}"))
        if separators[0] in ".٫":
            return (decimal, joined) if separators[0] == "٫" else (joined, decimal)
        return (joined, decimal) if separators[0] in "," else (joined, apart)
    if len(separators) == 1:
        return (reading(Fraction(f"{groups[0]}.{groups[1]}")), apart)
    last_differs = separators[-1] not in separators[:-1]
    if last_differs and all(len(group) == 3 for group in groups[1:-1]):
        return (reading(Fraction("".join(groups[:-1]) + "." + groups[-1])),)
    return (apart,)
