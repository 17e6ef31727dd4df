"""Check of weekdays: Monday does not become Tuesday.

الاثنين is also "the two" and الأحد also "the one": those two count only beside a word of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks.arabic_words import arabic_words
from translator.translation import Flag

_ARABIC = {
    "الاثنين": "Monday", "الثلاثاء": "Tuesday", "الثلثاء": "Tuesday", "الاربعاء": "Wednesday",
    "الخميس": "Thursday", "الجمعه": "Friday", "السبت": "Saturday", "الاحد": "Sunday",
}  # fmt: skip
_UNSURE = frozenset({"Monday", "Sunday"})
_TIME_BEFORE = re.compile(
    r"(?:يوم|يومي|يومَي|أمس|اليوم|غدا|غد|مساء|صباح|فجر|ليل|ليلة|ظهر|عصر|حتى|منذ)\s+$"
)
_TIME_AFTER = re.compile(r"\s+(?:الماضي|المقبل|القادم|الموافق|الجاري|المنصرم)")
_ENGLISH = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
_SHORT = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|urs|nes)?\b\.?")


def check_weekdays(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for weekdays that are missing from the English or only in the English."""
    return tuple(_missing(source, target)) + tuple(_added(source, target))


def _named(source: str) -> Iterator[tuple[str, bool, int, int]]:
    for word in arabic_words(source):
        for clitic in ("", "و", "ب", "ف", "ك"):
            name = _ARABIC.get(word.plain.removeprefix(clitic))
            if name is not None:
                before, after = source[: word.start], source[word.end :]
                timed = _TIME_BEFORE.search(before[-12:]) or _TIME_AFTER.match(after)
                yield name, name not in _UNSURE or bool(timed), word.start, word.end
                break


def _missing(source: str, target: str) -> Iterator[Flag]:
    short = {match[1] for match in _SHORT.finditer(target)}
    for name, sure, start, end in _named(source):
        if sure and name not in target and name[:3] not in short:
            message = f"the Arabic says {name} ({source[start:end]}), the English does not"
            yield Flag("weekday", message, start, end)


def _added(source: str, target: str) -> Iterator[Flag]:
    named = {name for name, _, _, _ in _named(source)}
    for match in _ENGLISH.finditer(target):
        name = f"{match[1]}day"
        if name not in named and not (name == "Sunday" and "أحد" in source):
            message = f"the English says {name}, the Arabic does not"
            yield Flag("weekday", message, -1, -1, match.start(), match.end())
