"""The checks' false alarms on human translations, and how many planted faults they find.

False alarms: segments of FLORES-101 dev's references that a check flags, lines that FLORES itself
misaligned left out. Detection: a fault of the check's kind is planted in each reference that allows
it and that the check had not flagged; found means that the check flags it now.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator.checks.arabic_numbers import find_arabic_numbers
from translator.checks.arabic_words import arabic_words
from translator.checks.english_numbers import find_english_numbers
from translator.checks.run import CHECKS, Check

FLORES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "flores_dev"
SEED = 20
MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
Plant = Callable[[str, str, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to spoil a reference.

    Attributes:
        code: the check that should find it.
        plant: gives the spoilt English, or None where the segment does not allow the fault.
    """

    code: str
    name: str
    plant: Plant


def _change_number(source: str, target: str, chance: random.Random) -> str | None:
    spans = [match for match in re.finditer(r"\d+", target) if int(match.group()) > 2]
    if not spans or not find_arabic_numbers(source):
        return None
    span = chance.choice(spans)
    digits = [*span.group()]
    place = chance.randrange(len(digits))
    digits[place] = str((int(digits[place]) + chance.randint(1, 9)) % 10)
    return target[: span.start()] + "".join(digits) + target[span.end() :]


def _drop_number(source: str, target: str, chance: random.Random) -> str | None:
    numbers = [q for q in find_english_numbers(target).quantities if q.digits]
    if not numbers or not any(q.digits for q in find_arabic_numbers(source)):
        return None
    number = chance.choice(numbers)
    return target[: number.start] + target[number.end :]


def _swap_number_word(source: str, target: str, chance: random.Random) -> str | None:
    words = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty"]
    spans = list(re.finditer(rf"\b({'|'.join(words)})\b", target))
    numbers = [q for q in find_arabic_numbers(source) if q.firm]
    if not spans or not numbers:
        return None
    span = chance.choice(spans)
    other = chance.choice([word for word in words if word != span.group()])
    return target[: span.start()] + other + target[span.end() :]


def _swap(words: str) -> Plant:
    names = words.split()

    def plant(_source: str, target: str, chance: random.Random) -> str | None:
        spans = list(re.finditer(rf"\b({'|'.join(names)})\b", target))
        if not spans:
            return None
        old = chance.choice(spans).group()
        new = chance.choice([name for name in names if name != old])
        return re.sub(rf"\b{old}\b", new, target)

    return plant


def _drop(pattern: str, new: str = "") -> Plant:
    def plant(_source: str, target: str, _chance: random.Random) -> str | None:
        spoilt = re.sub(pattern, new, target)
        return spoilt if spoilt != target else None

    return plant


def _leave_arabic(source: str, target: str, chance: random.Random) -> str | None:
    arabic = [source[word.start : word.end] for word in arabic_words(source)]
    words = target.split()
    words[chance.randrange(len(words))] = chance.choice(arabic)
    return " ".join(words)


def _repeat(size: int, times: int) -> Plant:
    def plant(_source: str, target: str, chance: random.Random) -> str | None:
        words = target.split()
        if len(words) < size + 2:
            return None
        place = chance.randrange(1, len(words) - size)
        phrase = words[place : place + size]
        return " ".join(words[:place] + phrase * times + words[place + size :])

    return plant


def _half(_source: str, target: str, _chance: random.Random) -> str | None:
    words = target.split()
    return " ".join(words[: len(words) // 2]) if len(words) >= 6 else None


def _twice(_source: str, target: str, _chance: random.Random) -> str | None:
    words = target.split()
    return f"{target} {' '.join(reversed(words))}" if len(words) >= 6 else None


def _lose_one(signs: str) -> Plant:
    def plant(_source: str, target: str, chance: random.Random) -> str | None:
        places = [place for place, sign in enumerate(target) if sign in signs]
        if not places:
            return None
        place = chance.choice(places)
        return target[:place] + target[place + 1 :]

    return plant


FAULTS = (
    Fault("empty", "the English deleted", lambda _s, _t, _c: " "),
    Fault("untranslated", "one word left in Arabic", _leave_arabic),
    Fault("number", "one digit changed", _change_number),
    Fault("number", "one number dropped", _drop_number),
    Fault("number", "one number word swapped", _swap_number_word),
    Fault(
        "magnitude",
        "thousands, millions swapped",
        _drop(r"\b(thousands|millions|billions)\b", "hundreds"),
    ),
    Fault("percentage", "percent dropped", _drop(r"\s*(?:%|per ?cent\b)")),
    Fault("currency", "currency dropped", _drop(r"US\$|[$€£]|\b(?:dollars?|euros?|yen|pounds?)\b")),
    Fault("month", "one month swapped", _swap(MONTHS)),
    Fault("weekday", "one weekday swapped", _swap(WEEKDAYS)),
    Fault("repetition", "one word three times", _repeat(1, 3)),
    Fault("repetition", "two words twice", _repeat(2, 2)),
    Fault("repetition", "four words three times", _repeat(4, 3)),
    Fault("html-entity", "an apostrophe as its code", _drop(r"['’]", " &apos; ")),
    Fault("length", "second half dropped", _half),
    Fault("length", "everything said twice", _twice),
    Fault("quote", "one quotation mark dropped", _lose_one('"“”')),
    Fault("bracket", "one bracket dropped", _lose_one("()[]")),
)  # fmt: skip


def pairs() -> list[tuple[str, str]]:
    """Arabic and English of flores_dev, without the lines that FLORES itself misaligned."""
    flags = (FLORES / "flags.tsv").read_text(encoding="utf-8").splitlines()
    bad = {int(line.split("\t")[0]) for line in flags if "low" in line}
    texts = (
        (FLORES / name).read_text(encoding="utf-8").splitlines() for name in ("src.ar", "ref.en")
    )
    together = enumerate(zip(*texts, strict=True), start=1)
    return [(source, target) for number, (source, target) in together if number not in bad]


def false_alarms(check: Check, segments: Sequence[tuple[str, str]]) -> int:
    """How many human translations the check flags."""
    return sum(bool(check.run(*segment)) for segment in segments)


def detection(fault: Fault, segments: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """(planted faults found, planted)."""
    check = next(check for check in CHECKS if check.code == fault.code)
    chance = random.Random(SEED)
    found = planted = 0
    for source, target in segments:
        spoilt = fault.plant(source, target, chance)
        if spoilt is None or check.run(source, target):
            continue
        planted += 1
        found += bool(check.run(source, spoilt))
    return found, planted


def run() -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    if not FLORES.is_dir():
        return [("checks", "not measured: ../shared/eval/flores_dev is absent")]
    segments = pairs()
    results = []
    for check in CHECKS:
        alarms = false_alarms(check, segments)
        share = alarms / len(segments)
        results.append(
            (f"{check.code}: false alarms", f"{share:.2%} ({alarms} of {len(segments)})")
        )
    for fault in FAULTS:
        found, planted = detection(fault, segments)
        share = found / planted if planted else 0.0
        results.append((f"{fault.code}: finds {fault.name}", f"{share:.1%} ({found} of {planted})"))
    return results


if __name__ == "__main__":
    for what, figure in run():
        print(f"{what}: {figure}")
