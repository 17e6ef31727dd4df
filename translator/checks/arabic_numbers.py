"""Numbers in Arabic text, in digits and in words.

A number phrase is read left to right as Arabic grammar builds it: units before tens with و
(واحد وعشرون, 21), teens without (ثلاثة عشر, 13), ألف and مليون multiply what stands before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise

from translator.checks.arabic_numerals import NUMERALS, VAGUE_PLURALS, Numeral, Role
from translator.checks.arabic_words import ArabicWord, arabic_words, look_up, plain
from translator.checks.digits import find_literals
from translator.checks.quantity import Quantity, Reading, reading

# "Not" that looks like ل + six, and week days that look like numbers.
_NOT_NUMBERS = frozenset({"لست", "لستم", "الاثنين", "والاثنين", "الاحد", "والاحد"})
_RANGE = re.compile(r"\s*(?:[-–—/]|(?:إلى|الى|و|أو|او|حتى|حتي)(?![\u0621-\u064a]))\s*(?:ال|ـ)*")
_CLOCK_BEFORE = re.compile(r"(?:الساعة|السّاعة|ساعة)\s+(?:\S+\s+)?$")
_CLOCK_AFTER = re.compile(r":\d\d|\s*(?:صباحا|مساء|ظهرا|ص\b|م\b)")
_CENTURY_BEFORE = re.compile(r"(?:قرن|قرنين|قرون)\s+(?:\S+\s+(?:و)?)?(?:ال)?ـ?$")
_CENTURY_AFTER = re.compile(r"\s+(?:من\s+)?القرن\s+")
_LAST_CENTURY = re.compile(r"\s+(?:من\s+)?القرن (?:الماضي|المنصرم|الفائت)")
_RANGE_END = re.compile(r"[0-9٠-٩۰-۹]{4}\s*[-–/]\s*$")


@dataclass(slots=True)
class _Token:
    """A numeral or a run of digits; its number begins after its start if و stands apart: و 5."""

    start: int
    end: int
    waw: bool
    article: bool = False
    numeral: Numeral | None = None
    readings: tuple[Reading, ...] = ()
    number_start: int = 0


@dataclass(slots=True)
class _Sum:
    """A number that is being put together from tokens."""

    total: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    addends: list[Fraction] = field(default_factory=list)
    last: Role | None = None
    scale: int = 1
    ordinal: bool = False
    digits: bool = False
    others: tuple[Reading, ...] = ()
    two_numbers: bool = False

    def takes(self, token: _Token) -> bool:
        """Add the token if the number can go on with it."""
        if token.numeral is None:
            return self._takes_digits(token)
        numeral, value = token.numeral, token.numeral.value
        match numeral.role:
            case Role.UNIT:
                taken = self._begins(token, gap=10, below=1000)
            case Role.TEN:
                taken = self._takes_ten(token)
            case Role.TENS:
                unit_before = self.last is Role.UNIT and token.waw and self.current % 100 < 10
                taken = unit_before or self._begins(token, gap=100, below=1000)
                if unit_before:
                    self._plus(value)
                    self.last = Role.TENS
                    return True
            case Role.HUNDRED:
                taken = self._takes_hundred(token)
            case Role.HUNDREDS:
                taken = self._begins(token, gap=1000, below=1000)
            case Role.SCALE | Role.DUAL_SCALE:
                return self._takes_scale(token, int(value), dual=numeral.role is Role.DUAL_SCALE)
            case Role.FRACTION | Role.QUARTERS:
                return self._takes_fraction(token)
            case Role.DECADE:
                taken = False
        if taken and self.last is not numeral.role:
            self.last = numeral.role
            self.ordinal |= numeral.ordinal
        return taken

    def readings(self) -> tuple[Reading, ...]:
        """The whole, then its parts each on its own ("between five and twenty")."""
        whole = reading(self.total + self.current)
        apart = reading(*self.addends)
        if self.two_numbers:
            return (apart,)
        return tuple(dict.fromkeys((whole, apart, *self.others)))

    def _plus(self, value: Fraction) -> None:
        self.current += value
        self.addends.append(value)

    def _begins(self, token: _Token, *, gap: int, below: int) -> bool:
        """Take a value as the first one, or as the next after و where the last left room."""
        assert token.numeral is not None
        if self.last is not None:
            free = self.current % gap == 0 and self.current < below
            room = free and self.last not in (Role.UNIT, Role.TEN) and token.waw
            if not room or self.last is Role.FRACTION or (self.digits and self.current):
                return False
        self._plus(token.numeral.value)
        return True

    def _takes_digits(self, token: _Token) -> bool:
        (value,) = token.readings[0] if len(token.readings[0]) == 1 else (None,)
        if self.last is None:
            self.digits, self.others = True, token.readings[1:]
            self.current = value if value is not None else Fraction(0)
            self.addends = list(token.readings[0])
            self.last = Role.UNIT
            if value is None:
                self.others = token.readings
            return True
        if token.waw and self.last is Role.SCALE and value is not None and value < self.scale:
            self.digits = True
            self._plus(value)
            self.last = Role.UNIT
            return True
        return False

    def _takes_ten(self, token: _Token) -> bool:
        if self.last is Role.UNIT and not token.waw and 1 <= self.current % 100 <= 9:
            if self.digits:
                return False
            self.current += 10
            self.addends[-1] += 10
            return True
        return self._begins(token, gap=100, below=1000)

    def _takes_hundred(self, token: _Token) -> bool:
        if self.last is Role.UNIT and not token.waw and 3 <= self.current <= 9 and not self.digits:
            self.current *= 100
            self.addends[-1] *= 100
            return True
        return self._begins(token, gap=1000, below=1000)

    def _takes_scale(self, token: _Token, value: int, *, dual: bool) -> bool:
        size = value // 2 if dual else value
        if self.last is None or (token.waw and self.last is Role.SCALE and size < self.scale):
            self.total += value
            self.addends.append(Fraction(value))
        elif dual:
            return False
        elif self.last is Role.FRACTION and token.article and self.scale == size:
            return True
        elif not token.waw and self.current:
            self.two_numbers |= self.total > 0 and size >= self.scale
            self.total += self.current * value
            self.addends[-1] *= value
            self.others = tuple(frozenset(v * value for v in r) for r in self.others)
            self.current = Fraction(0)
        elif not token.waw and self.last is Role.SCALE and self.total == self.scale < size:
            self.total *= value
            self.addends = [self.total]
        else:
            return False
        self.last, self.scale = Role.SCALE, size
        return True

    def _takes_fraction(self, token: _Token) -> bool:
        assert token.numeral is not None
        value = token.numeral.value
        if token.numeral.role is Role.QUARTERS:
            if self.last is not Role.UNIT or self.current != 3 or token.waw:
                return False
            self.current, self.addends = Fraction(3, 4), [Fraction(3, 4)]
            self.others = (reading(3),)
        elif self.last is None:
            self._plus(value)
        elif token.waw and self.last in (Role.SCALE, Role.UNIT, Role.TEN, Role.TENS):
            self.current += value * (self.scale if self.last is Role.SCALE else 1)
            self.addends[-1] = self.total + self.current
        else:
            return False
        self.last = Role.FRACTION
        return True


def find_arabic_numbers(text: str) -> tuple[Quantity, ...]:
    """Every number in an Arabic text, in order."""
    tokens = _tokens(text)
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.numeral is not None and token.numeral.role is Role.DECADE:
            found.append(_decade(token))
            place += 1
            continue
        number, first = _Sum(), token
        begin = place
        while place < len(tokens) and (place == begin or _touch(text, token, tokens[place])):
            if not number.takes(tokens[place]):
                break
            token = tokens[place]
            place += 1
        if number.last is None:
            place += 1
        elif place > begin + 1 or not _vague(text, first):
            found.append(_quantity(text, first, token, number))
    return _in_context(text, found)


def _tokens(text: str) -> list[_Token]:
    words = list(arabic_words(text))
    tokens = [
        _Token(
            word.start, word.end, clitics.startswith("و"), clitics.endswith(("ال", "لل")), numeral
        )
        for word in words
        if word.plain not in _NOT_NUMBERS
        for numeral, clitics in [look_up(word.plain, NUMERALS) or (None, "")]
        if numeral is not None and not _misread(text, word, clitics)
    ]
    waws = {word.end: word.start for word in words if word.plain in ("و", "وال")}
    for literal in find_literals(text):
        before = text[: literal.start].rstrip()
        waw = len(before) in waws
        start = waws[len(before)] if waw else literal.start
        tokens.append(
            _Token(start, literal.end, waw, readings=literal.readings, number_start=literal.start)
        )
    return sorted(tokens, key=lambda token: token.start)


def _vague(text: str, token: _Token) -> bool:
    """True for "thousands", which is no number on its own."""
    if token.numeral is None:
        return False
    word = plain(text[token.start : token.end])
    return look_up(word, VAGUE_PLURALS) is not None


def _misread(text: str, word: ArabicWord, clitics: str) -> bool:
    """True for words that only look like numbers; ألستون (Alston) has no article before ستون."""
    surface = text[word.start : word.end].lstrip("وفبك")
    name = clitics.endswith("ال") and surface.startswith("أل")
    return name or _verb(text, word) or _percent(text, word)


def _percent(text: str, word: ArabicWord) -> bool:
    """True for بالمئة and the second word of في المئة."""
    if word.plain in ("بالمئه", "بالمائه"):
        return True
    return word.plain in ("المئه", "المائه") and text[: word.start].rstrip().endswith("في")


def _verb(text: str, word: ArabicWord) -> bool:
    """True for ألّف with its shadda, "wrote", which is no thousand."""
    return word.plain.endswith("الف") and "\u0651" in text[word.start : word.end]


def _touch(text: str, before: _Token, after: _Token) -> bool:
    return not text[before.end : after.start].strip("\u0640 \u00a0\u202f\u200f\u200e")


def _decade(token: _Token) -> Quantity:
    assert token.numeral is not None
    value = token.numeral.value
    years = (reading(value + century) for century in (1900, 1800, 2000))
    return Quantity(token.start, token.end, (reading(value), *years))


def _quantity(text: str, first: _Token, last: _Token, number: _Sum) -> Quantity:
    readings = number.readings()
    value = number.total + number.current
    loose = value in (0, 1) or (value == 2 and number.ordinal) or number.last is Role.FRACTION
    single = first is last
    if single and number.last is Role.SCALE and text[first.end - 1] == "ا":
        # ألفا and مليونا are also duals before a noun, and ألفا the letter alpha.
        readings, loose = (*readings, reading(value * 2)), loose or value == 1000
    return Quantity(
        max(first.start, first.number_start),
        last.end,
        readings,
        digits=number.digits,
        scale=number.scale if number.last is Role.SCALE else 1,
        firm=number.digits or not loose or (number.total > 0 and not single),
        ordinal=number.ordinal,
    )


def _in_context(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """Add the readings that neighbours make possible: ranges, clock times, centuries."""
    numbers = [_alone(text, number) for number in found]
    for place, (here, after) in reversed(list(enumerate(pairwise(numbers)))):
        between = text[here.end : after.start]
        joined = _RANGE.fullmatch(between) or (not between.strip() and text[after.start] == "و")
        if after.scale > 1 and here.scale == 1 and joined:
            scaled = (frozenset(v * after.scale for v in r) for r in here.readings)
            numbers[place] = replace(here.with_readings(*scaled), scale=after.scale)
        is_decade = _is_decade(here)
        if is_decade and (_CENTURY_AFTER.fullmatch(between) or between.strip() == "القرن"):
            decade = min(here.readings[0])
            (century,) = after.readings[0] if len(after.readings[0]) == 1 else (Fraction(1),)
            years = reading((century - 1) * 100 + decade)
            numbers[place] = replace(here, readings=(years, here.readings[0]))
            numbers[place + 1] = replace(after, firm=False)
    return tuple(numbers)


def _is_decade(number: Quantity) -> bool:
    return not number.digits and len(number.readings) == 4


def _alone(text: str, number: Quantity) -> Quantity:
    before, after = text[: number.start], text[number.end :]
    value = max(number.values())
    if _is_decade(number) and _LAST_CENTURY.match(after):
        return replace(number, readings=number.readings[:2])
    if value <= 24 and (_CLOCK_BEFORE.search(before[-40:]) or _CLOCK_AFTER.match(after)):
        number = number.with_readings(reading(value + 12), reading(abs(value - 12)))
    if text[number.start - 1 : number.start] == ":" and value == 0:
        number = replace(number, firm=False)
    if value <= 30 and _CENTURY_BEFORE.search(before[-30:]):
        number = number.with_readings(reading((value - 1) * 100))
    if value < 100 and number.digits and _RANGE_END.search(before[-12:]):
        centuries = (reading(century + value) for century in range(1000, 2100, 100))
        number = number.with_readings(*centuries)
    if re.match(r"\s*(?:%|٪|(?:في|ب)\s?ال(?:مئة|مائة)|بالمية)", after):
        number = number.with_readings(*(frozenset(v / 100 for v in r) for r in number.readings))
    return number
