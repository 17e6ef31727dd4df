"""Check of months: every month of the source stands in the English, and no other.

Knows the Gulf and Egyptian names (يناير), the Levantine (كانون الثاني), the Maghrebi (جانفي) and
the Islamic ones (رمضان). Press writes two together: مايو/أيار.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.checks.arabic_words import arabic_words, look_up, plain
from translator.checks.digits import DIGIT, european
from translator.translation import Flag

_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ISLAMIC = {
    13: ("Muharram",), 14: ("Safar",), 15: ("Rabi",), 17: ("Jumada", "Jumaada", "Jamad", "Jamadi"),
    19: ("Rajab",), 20: ("Shaban", "Sha'ban", "Sha’ban"), 21: ("Ramadan", "Ramadhan", "Ramazan"),
    22: ("Shawwal", "Shawal"), 23: ("Dhu", "Zul", "Thul", "Dhul", "Zu"),
}  # fmt: skip
_SURE = {
    1: "يناير جانفي", 2: "فبراير شباط فيفري", 4: "أبريل إبريل أفريل", 5: "مايو أيار",
    6: "يونيو يونيه حزيران", 7: "يوليو يوليه تموز جويلية", 8: "أغسطس غشت",
    9: "سبتمبر أيلول شتنبر", 10: "أكتوبر", 11: "نوفمبر نونبر", 12: "ديسمبر دجنبر",
    3: "آذار", 21: "رمضان",
}  # fmt: skip
# Months only beside a sign of it: مارس is also "practised", نيسان Nissan, جوان Joan, آب "father".
_UNSURE = {
    3: "مارس", 4: "نيسان", 5: "ماي", 6: "جوان", 8: "آب أوت",
    13: "محرم المحرم", 14: "صفر", 19: "رجب", 20: "شعبان", 22: "شوال",
}  # fmt: skip
_PAIRS = {
    ("تشرين", "الاول"): 10, ("تشرين", "الثاني"): 11, ("كانون", "الاول"): 12,
    ("كانون", "الثاني"): 1, ("تشرين", "اول"): 10, ("تشرين", "ثاني"): 11, ("كانون", "اول"): 12,
    ("كانون", "ثاني"): 1, ("ربيع", "الثاني"): 15, ("ربيع", "الاخر"): 15,
    ("جمادي", "الاولي"): 17, ("جمادي", "الاخره"): 17, ("جمادي", "الثانيه"): 17,
    ("ذو", "القعده"): 23, ("ذي", "القعده"): 23, ("ذو", "الحجه"): 23, ("ذي", "الحجه"): 23,
}  # fmt: skip
_NAMES = {plain(word): number for number, words in _SURE.items() for word in words.split()}
_DOUBTFUL = {plain(word): number for number, words in _UNSURE.items() for word in words.split()}
_SIGN_BEFORE = re.compile(
    rf"(?:شهر|[{DIGIT}]|/|\bفي|خلال|منذ|حتى|بين|منتصف|مطلع|نهاية|أوائل|أواخر|بداية|من)\s*(?:من\s+|شهر\s+)?$"
)
_SIGN_AFTER = re.compile(rf"\s*(?:[{DIGIT}]|/|الماضي|المقبل|الجاري|القادم|من (?:العام|عام|هذا))")
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?!\d)")
_SHORT = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?")
_LONG = re.compile(rf"\b({'|'.join(_ENGLISH)})\b")
_DATE_AROUND = re.compile(
    r"\d\s*(?:st|nd|rd|th)?\s*(?:of\s+)?$|\b(?:in|of|since|until|last|next|this|by|early|late|mid)[\s-]$"
)


@dataclass(frozen=True, slots=True)
class Month:
    """A month in a text: 1 to 12, or 13 and up for the Islamic ones."""

    number: int
    start: int
    end: int
    sure: bool = True


def source_months(text: str) -> tuple[Month, ...]:
    """The months that an Arabic text names."""
    words = list(arabic_words(text))
    months = []
    for place, word in enumerate(words):
        after = words[place + 1].plain if place + 1 < len(words) else ""
        for clitic in ("", "و", "ب", "ل", "ف", "ك"):
            number = _PAIRS.get((word.plain.removeprefix(clitic), after))
            if number and word.plain.startswith(clitic):
                months.append(Month(number, word.start, words[place + 1].end))
                break
        else:
            if found := look_up(word.plain, _NAMES):
                months.append(Month(found[0], word.start, word.end))
            elif found := look_up(word.plain, _DOUBTFUL):
                before, rest = text[: word.start], text[word.end :]
                sure = bool(_SIGN_BEFORE.search(before[-20:]) or _SIGN_AFTER.match(rest))
                months.append(Month(found[0], word.start, word.end, sure))
    return tuple(months)


def target_months(text: str) -> tuple[Month, ...]:
    """The months of the common calendar that an English text names."""
    months = []
    for match in _LONG.finditer(text):
        number = _ENGLISH.index(match.group()) + 1
        sure = number not in (3, 5, 8) or bool(
            _DATE_AROUND.search(text[: match.start()]) or re.match(r"\s+\d", text[match.end() :])
        )
        months.append(Month(number, match.start(), match.end(), sure))
    for match in _SHORT.finditer(text):
        number = next(n for n, name in enumerate(_ENGLISH, 1) if name.startswith(match[1][:3]))
        months.append(Month(number, match.start(), match.end(), sure=False))
    return tuple(months)


def numeric_months(text: str) -> frozenset[int]:
    """The months that dates in digits may mean: 5/9/2020 is May or September."""
    return frozenset(
        int(part)
        for match in _NUMERIC_DATE.finditer(european(text))
        for part in match.groups()
        if 1 <= int(part) <= 12
    )


def check_months(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for months that are missing from the English or only in the English."""
    return tuple(_missing(source, target)) + tuple(_added(source, target))


def _missing(source: str, target: str) -> Iterator[Flag]:
    there = {month.number for month in target_months(target)} | numeric_months(target)
    # The attacks of 11 September 2001 go by their American date.
    there |= {9} if "9/11" in target else set()
    reported: set[int] = set()
    for month in source_months(source):
        if month.number in there | reported or not month.sure or _islamic(month.number, target):
            continue
        reported.add(month.number)
        surface = source[month.start : month.end]
        name = month_name(month.number)
        message = f"the Arabic says {name} ({surface}), the English does not name this month"
        yield Flag("month", message, month.start, month.end)


def _added(source: str, target: str) -> Iterator[Flag]:
    there = {month.number for month in source_months(source)} | numeric_months(source)
    for month in target_months(target):
        if month.number not in there and month.sure:
            name = month_name(month.number)
            message = f"the English says {name}, the Arabic does not name this month"
            yield Flag("month", message, -1, -1, month.start, month.end)


def _islamic(number: int, target: str) -> bool:
    forms = _ISLAMIC.get(number, ())
    return any(re.search(rf"\b{re.escape(form)}", target, re.IGNORECASE) for form in forms)


def month_name(number: int) -> str:
    """The English name of a month (see Month.number)."""
    return _ENGLISH[number - 1] if number <= 12 else _ISLAMIC[number][0]
