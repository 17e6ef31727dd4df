"""The Arabic words for numbers: genders, cases, duals, spellings with and without alef."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from translator.checks.arabic_words import plain


class Role(Enum):
    """What a word does in a number."""

    UNIT = auto()
    TEN = auto()
    TENS = auto()
    HUNDRED = auto()
    HUNDREDS = auto()
    SCALE = auto()
    DUAL_SCALE = auto()
    FRACTION = auto()
    QUARTERS = auto()
    DECADE = auto()


@dataclass(frozen=True, slots=True)
class Numeral:
    """A word's part in a number.

    Attributes:
        value: 3 for ثلاثة and ثالث, 1000 for ألف, 2000 for ألفين.
        ordinal: True for ثالث.
    """

    role: Role
    value: Fraction
    ordinal: bool = False


_UNITS = {
    1: "واحد واحدة أحد إحدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثنتين",
    3: "ثلاث ثلاثة ثلاثا",
    4: "أربع أربعة أربعا",
    5: "خمس خمسة خمسا",
    6: "ست ستة ستا",
    7: "سبع سبعة سبعا",
    8: "ثمان ثماني ثمانية ثمانيا",
    9: "تسع تسعة تسعا",
}
_ORDINALS = {
    1: "أول أولى أولا حادي حادية",
    2: "ثاني ثانية ثان ثانيا",
    3: "ثالث ثالثة ثالثا",
    4: "رابع رابعة رابعا",
    5: "خامس خامسة خامسا",
    6: "سادس سادسة سادسا",
    7: "سابع سابعة سابعا",
    8: "ثامن ثامنة ثامنا",
    9: "تاسع تاسعة تاسعا",
}
_TENS = {
    20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع",
}  # fmt: skip
_HUNDRED = ("مئة", "مائة", "مية", "ماية")
_HUNDREDS = {
    3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع",
}  # fmt: skip
_SCALES = {
    10**3: "ألف ألفا آلاف الآف",
    10**6: "مليون مليونا ملايين",
    10**9: "مليار مليارا مليارات بليون بليونا بلايين",
    10**12: "تريليون تريليونا تريليونات ترليون ترليونا ترليونات",
}
_DUAL_SCALES = {
    200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين",
    2 * 10**3: "ألفان ألفين ألفي",
    2 * 10**6: "مليونان مليونين مليوني",
    2 * 10**9: "ملياران مليارين ملياري",
    2 * 10**12: "تريليونان تريليونين تريليوني",
}
_FRACTIONS = {
    Fraction(1, 2): "نصف",
    Fraction(1, 3): "ثلث",
    Fraction(2, 3): "ثلثان ثلثين ثلثي ثلثا",
    Fraction(1, 4): "ربع",
}

VAGUE_PLURALS = {
    plain(word): value
    for value, words in {
        10: "عشرات",
        100: "مئات مائات",
        10**3: "آلاف ألوف",
        10**6: "ملايين",
        10**9: "مليارات بلايين",
        10**12: "تريليونات",
    }.items()
    for word in words.split()
}

# Words for a span of time or a group that English may give as a number.
IMPLIED = {
    plain(word): value
    for value, words in {
        2: "زوج زوجان زوجين كلا كلتا كلاهما كليهما مزدوج مزدوجة ضعف مرتين مثنى",
        3: "ثلاثي ثلاثية",
        4: "رباعي رباعية",
        5: "خماسي خماسية",
        6: "سداسي سداسية",
        7: "سباعي سباعية أسبوع",
        8: "ثماني ثمانية",
        10: "عقد",
        12: "دزينة عام سنة منتصف",
        14: "أسبوعان أسبوعين",
        20: "عقدان عقدين",
        24: "يوم",
        100: "قرن",
        200: "قرنان قرنين",
        1000: "ألفية",
    }.items()
    for word in words.split()
}


def _numerals() -> dict[str, Numeral]:
    table: dict[str, Numeral] = {}

    def add(role: Role, value: Fraction | int, words: str, *, ordinal: bool = False) -> None:
        for word in words.split():
            table.setdefault(plain(word), Numeral(role, Fraction(value), ordinal))

    for value, words in _UNITS.items():
        add(Role.UNIT, value, words)
    for value, words in _ORDINALS.items():
        add(Role.UNIT, value, words, ordinal=True)
    add(Role.TEN, 10, "عشر عشرة عشرا")
    add(Role.TEN, 10, "عاشر عاشرة عاشرا", ordinal=True)
    for value, stem in _TENS.items():
        add(Role.TENS, value, f"{stem}ون {stem}ين")
        add(Role.DECADE, value, f"{stem}ينات {stem}ينيات")
    # مية alone would also be found in كمية, "amount".
    add(Role.HUNDRED, 100, "مئة مائة")
    for value, stems in _HUNDREDS.items():
        joined = (stem + hundred for stem in stems.split() for hundred in _HUNDRED)
        add(Role.HUNDREDS, value * 100, " ".join(joined))
    for value, words in _SCALES.items():
        add(Role.SCALE, value, words)
    for value, words in _DUAL_SCALES.items():
        add(Role.HUNDREDS if value == 200 else Role.DUAL_SCALE, value, words)
    for fraction, words in _FRACTIONS.items():
        add(Role.FRACTION, fraction, words)
    add(Role.QUARTERS, Fraction(1, 4), "أرباع")
    return table


NUMERALS = _numerals()
