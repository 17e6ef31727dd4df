"""Check of numbers: every number of the source stands in the English, and no other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from translator.checks.arabic_numbers import find_arabic_numbers
from translator.checks.arabic_numerals import IMPLIED
from translator.checks.arabic_words import arabic_words, look_up
from translator.checks.digits import european
from translator.checks.english_numbers import find_english_numbers
from translator.checks.months import numeric_months, source_months, target_months
from translator.checks.quantity import Quantity, show
from translator.translation import Flag

_DUAL = re.compile(r".{2,}(?:ان|ين|تا|تي|تان|تين)")


def check_numbers(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for numbers that are missing from the English, changed, or only in the English."""
    arabic = find_arabic_numbers(source)
    english = find_english_numbers(target)
    there = english.values()
    if numeric_months(source):
        there |= {Fraction(month.number) for month in target_months(target)}
    missing = [quantity for quantity in arabic if quantity.firm and not _met(quantity, there)]
    allowed = _allowed(source, target, [q for q in arabic if q not in missing])
    allowed |= {value for quantity in missing for value in _alone(quantity)}
    added = [
        quantity
        for quantity in english.quantities
        if _new(quantity, allowed) and not _in_name(target, quantity)
    ]
    fewer = tuple(_fewer(source, arabic, english.quantities))
    if len(missing) == len(added):
        pairs = zip(missing, added, strict=True)
        return (*(_changed(source, *pair) for pair in pairs), *fewer)
    return (
        *fewer,
        *(_missing(source, quantity) for quantity in missing),
        *(_added(quantity) for quantity in added),
    )


def _met(quantity: Quantity, there: frozenset[Fraction]) -> bool:
    return any(reading <= there for reading in quantity.readings)


def _alone(quantity: Quantity) -> frozenset[Fraction]:
    """The values of readings as one number: of "twenty-one" not the twenty."""
    return frozenset().union(*(r for r in quantity.readings if len(r) == 1))


def _in_name(target: str, quantity: Quantity) -> bool:
    """True for the Six of "Six Flags": a word with a capital inside a sentence."""
    inside = target[: quantity.start].rstrip()[-1:].isalnum()
    return not quantity.digits and inside and target[quantity.start].isupper()


def _fewer(
    source: str, arabic: tuple[Quantity, ...], english: tuple[Quantity, ...]
) -> Iterator[Flag]:
    """Flags for numbers from 10 in digits that the Arabic says twice and the English once."""
    there = Counter(value for quantity in english for value in quantity.values())
    said: Counter[Fraction] = Counter()
    for quantity in arabic:
        value = max(quantity.readings[0])
        if not quantity.digits or value < 10:
            continue
        said[value] += 1
        if 0 < there[value] < said[value]:
            name = _named(quantity) + _surface(source, quantity)
            message = f"the Arabic says {name} {said[value]} times, the English fewer times"
            yield Flag("number", message, quantity.start, quantity.end)


def _new(quantity: Quantity, allowed: frozenset[Fraction]) -> bool:
    """True for a number that the source gives no ground for; small words have other grounds."""
    if min(quantity.readings[0]) <= 2 and not quantity.digits:
        return False
    if max(quantity.readings[0]) <= 2 or quantity.readings[0] == {Fraction(100)}:
        return False
    if not quantity.digits and len(quantity.readings[0]) == 1:
        (value,) = quantity.readings[0]
        if value == quantity.scale or value in (12, 24):
            return False
    return not any(reading <= allowed for reading in quantity.readings)


def _allowed(source: str, target: str, arabic: Sequence[Quantity]) -> frozenset[Fraction]:
    """All values that the source holds in some way: numbers, months, duals, "two decades"."""
    values = set().union(*(quantity.values() for quantity in arabic))
    if numeric_months(target):
        values |= {Fraction(month.number) for month in source_months(source)}
    values |= set(_implied(source))
    values |= {value * 10 for value in values if value <= 10 and "عقود" in source}
    values |= {value * 100 for value in values if value <= 20 and "قرون" in source}
    values |= {Fraction(int(digits)) for digits in re.findall(r"\d+", european(source))}
    return frozenset(values)


def _implied(source: str) -> Iterator[Fraction]:
    for word in arabic_words(source):
        if found := look_up(word.plain, IMPLIED):
            yield Fraction(found[0])
        if _DUAL.fullmatch(word.plain):
            yield Fraction(2)


def _named(quantity: Quantity) -> str:
    """A number for a message: "40", "3 and 5", "3rd"."""
    values = " and ".join(show(value) for value in sorted(quantity.readings[0]))
    return f"number {values} in order" if quantity.ordinal else values


def _surface(source: str, quantity: Quantity) -> str:
    text = source[quantity.start : quantity.end]
    return "" if text == _named(quantity) else f" ({text})"


def _missing(source: str, quantity: Quantity) -> Flag:
    name = _named(quantity)
    message = f"the Arabic says {name}{_surface(source, quantity)}, the English has no {name}"
    return Flag("number", message, quantity.start, quantity.end)


def _added(quantity: Quantity) -> Flag:
    name = _named(quantity)
    message = f"the English says {name}, the Arabic has no {name}"
    return Flag("number", message, -1, -1, quantity.start, quantity.end)


def _changed(source: str, was: Quantity, now: Quantity) -> Flag:
    old, new = _named(was) + _surface(source, was), _named(now)
    message = f"the Arabic says {old}, the English says {new}"
    return Flag("number", message, was.start, was.end, now.start, now.end)
