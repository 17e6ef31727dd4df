"""Check of magnitudes: "thousands" is not "millions" where the source names no exact number."""

from __future__ import annotations

import re

from translator.checks.arabic_numbers import find_arabic_numbers
from translator.checks.arabic_numerals import VAGUE_PLURALS
from translator.checks.arabic_words import arabic_words, look_up
from translator.checks.english_numbers import find_english_numbers
from translator.translation import Flag

_NAMES = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_ENGLISH = {
    name: re.compile(rf"\b{name}(?:s|th|ths|aires?)?\b", re.IGNORECASE) for name in _NAMES.values()
}
_PREFIXES = {10**3: "kilo|millenni", 10**6: "mega", 10**9: "giga|bn", 10**12: "tera|tn"}


def check_magnitudes(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for آلاف, ملايين, مليارات without a number that the English does not give."""
    counted = find_arabic_numbers(source)
    largest = max(find_english_numbers(target).values(), default=0)
    flags = []
    for word in arabic_words(source):
        found = look_up(word.plain, VAGUE_PLURALS)
        if found is None or found[0] not in _NAMES:
            continue
        if any(number.start < word.end and word.start < number.end for number in counted):
            continue
        value, name = found[0], _NAMES[found[0]]
        spelled = _ENGLISH[name].search(target)
        prefixed = re.search(
            rf"\b(?:{_PREFIXES[value]})|\d(?:{name[0]}n?)\b", target, re.IGNORECASE
        )
        if not spelled and not prefixed and not value <= largest < value * 1000:
            surface = source[word.start : word.end]
            message = f"the Arabic says {name}s ({surface}), the English does not"
            flags.append(Flag("magnitude", message, word.start, word.end))
    return tuple(flags)
