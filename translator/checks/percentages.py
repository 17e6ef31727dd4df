"""Check of percentages: what is a percentage in the source is one in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from translator.checks.arabic_numbers import find_arabic_numbers
from translator.checks.english_numbers import find_english_numbers
from translator.checks.quantity import Quantity, show
from translator.translation import Flag

_HUNDRED = "(?:مئة|مائة|مئه|مائه|مية|المية)"
_ARABIC = re.compile(rf"\s*(?:نقطة\s+)?(?:%|٪|﹪|في\s+ال{_HUNDRED}|بال{_HUNDRED}|فالمئة)")
_ARABIC_BEFORE = re.compile(r"(?:%|٪)\s*$")
_LOOSE_ARABIC = re.compile(r"نسب|معدل|٪|%|مئوي|بالمئة|بالمائة|في المئة|في المائة")
_ENGLISH = re.compile(r"[\s-]*(?:%|٪|per\s?cent|pct|percentage|pc\b)", re.IGNORECASE)
_LOOSE_ENGLISH = re.compile(
    r"%|per\s?cent|pct\b|percentage|proportion|\b\d+(?: out)? of (?:every|\d)", re.IGNORECASE
)
_RANGE = re.compile(r"\s*(?:-|–|to|or|and|إلى|الى|و|أو)\s*(?:ال)?")


def check_percentages(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for percentages that are none in the English, and the other way round."""
    return tuple(_lost(source, target)) + tuple(_added(source, target))


def _lost(source: str, target: str) -> Iterator[Flag]:
    english = find_english_numbers(target)
    marked = _marked(target, english.quantities, _ENGLISH)
    kept = frozenset().union(*(quantity.values() for quantity in marked))
    for quantity in _marked(source, find_arabic_numbers(source), _ARABIC):
        value = max(quantity.readings[0])
        as_fraction = Fraction(value, 100) in english.values()
        if as_fraction or any(reading <= kept for reading in quantity.readings):
            continue
        absent = value not in english.values()
        if absent and (marked or _LOOSE_ENGLISH.search(target)):
            # The number itself is wrong: that is for the check of numbers to say.
            continue
        name = show(value)
        message = f"the Arabic says {name} percent, the English does not say {name} percent"
        yield Flag("percentage", message, quantity.start, quantity.end)


def _added(source: str, target: str) -> Iterator[Flag]:
    if _LOOSE_ARABIC.search(source):
        return
    for quantity in _marked(target, find_english_numbers(target).quantities, _ENGLISH):
        name = show(max(quantity.readings[0]))
        message = f"the English says {name} percent, the Arabic has no percentage"
        yield Flag("percentage", message, -1, -1, quantity.start, quantity.end)


def _marked(
    text: str, quantities: tuple[Quantity, ...], mark: re.Pattern[str]
) -> tuple[Quantity, ...]:
    """The numbers before a percent sign or word; in "5 to 10 percent" both."""
    marked: list[Quantity] = []
    for quantity in reversed(quantities):
        sign = mark.match(text, quantity.end) or _ARABIC_BEFORE.search(text[: quantity.start])
        in_range = (
            marked
            and marked[-1].start > quantity.end
            and _RANGE.fullmatch(text[quantity.end : marked[-1].start])
        )
        if sign or in_range:
            marked.append(quantity)
    return tuple(reversed(marked))
