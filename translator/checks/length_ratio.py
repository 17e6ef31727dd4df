"""Check of length: English that is much longer or shorter than its Arabic leads one to expect.

The measure is Gale and Church's (1993): how many standard deviations the lengths in characters lie
from a normal pair. Mean and variance were fitted to 993 human translations (FLORES-101 dev).
"""

from __future__ import annotations

import math

from translator.checks.arabic_words import plain
from translator.translation import Flag

# English characters = 0.97 x Arabic + 17.6 (short texts: 1.27 x), spread growing with the root.
_SLOPE = 0.97
_OFFSET = 17.6
_SHORT_SLOPE = 1.27
_SPREAD = 1.5
_FAR = 2.6
# Shorter than this many characters, headings and names say nothing.
_SHORT = 12


def check_length_ratio(source: str, target: str) -> tuple[Flag, ...]:
    """A flag if the English is far longer or shorter than usual; never for an empty one."""
    arabic, english = len(plain(source.strip())), len(target.strip())
    if english == 0 or max(arabic, english) < _SHORT:
        return ()
    distance = deviation(arabic, english)
    if abs(distance) <= _FAR:
        return ()
    what = "longer" if distance > 0 else "shorter"
    hint = "something may be added" if distance > 0 else "something may be missing"
    message = (
        f"the English is much {what} than the Arabic ({english} and {arabic} characters), {hint}"
    )
    return (Flag("length", message, 0, len(source), 0, len(target)),)


def deviation(arabic: int, english: int) -> float:
    """Standard deviations between the English length and the one that the Arabic's suggests."""
    expected = min(_SLOPE * arabic + _OFFSET, _SHORT_SLOPE * arabic)
    return (english - expected) / (_SPREAD * math.sqrt(max(arabic, english, 1)))
