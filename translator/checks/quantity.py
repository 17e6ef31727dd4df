"""A number as it stands in a text, in all the ways it can be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

Reading = frozenset[Fraction]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, in digits or in words.

    Attributes:
        start, end: character offsets of the whole number in the text.
        readings: the ways to read it, likeliest first. A reading is a set of values that belong
            together: "1.200" is {1.2} or {1200}, "12/3" is {12, 3}.
        digits: True if it is written with digits at least in part.
        scale: the ألف or "million" that it ends in, 1 if it has none.
        firm: False if a good translation may leave it out ("one of", "the second", 0).
        ordinal: True for "third" and "the 3rd", to word messages.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    digits: bool = False
    scale: int = 1
    firm: bool = True
    ordinal: bool = False

    def values(self) -> frozenset[Fraction]:
        """Every value of every reading."""
        return frozenset().union(*self.readings)

    def with_readings(self, *more: Reading) -> Quantity:
        """The same number that may be read in more ways."""
        new = tuple(reading for reading in more if reading not in self.readings)
        return replace(self, readings=self.readings + new)


def reading(*values: Fraction | int) -> Reading:
    """A reading of one or more values."""
    return frozenset(Fraction(value) for value in values)


def show(value: Fraction) -> str:
    """A value as an English reader writes it: 1,200, 2.5, 2.3 billion, 1/3; years without comma."""
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= scale and value * 1000 % scale == 0:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator) if value < 10_000 else f"{value.numerator:,}"
    decimal = f"{float(value):.6f}".rstrip("0")
    if Fraction(decimal) == value:
        whole, _, rest = decimal.partition(".")
        return f"{int(whole):,}.{rest}" if int(whole) >= 10_000 else decimal
    return f"{value.numerator}/{value.denominator}"
