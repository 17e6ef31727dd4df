"""Check of currencies: dollars stay dollars and do not become euros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.checks.arabic_words import arabic_words, look_up, plain
from translator.translation import Flag


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency in both languages.

    Attributes:
        name: for messages.
        arabic: its Arabic words, all numbers and cases.
        english: its English words and codes, as a regular expression.
        signs: its signs, as a regular expression.
        doubtful: further English words that are often something else, such as "won"; they show
            that the currency is there, not that it should not be.
    """

    name: str
    arabic: str
    english: str
    signs: str = ""
    doubtful: str = ""


_CURRENCIES = (
    Currency("dollars", "دولار دولارا دولاران دولارين دولاري دولارات", "dollars?|bucks|USD", r"\$"),
    Currency("euros", "يورو يوروهات أورو", r"euros?(?! ?\d{4})|EUR", "€"),
    Currency(
        "pounds",
        "جنيه جنيها جنيهان جنيهين جنيهات استرليني إسترليني",
        "pounds?|GBP|EGP",
        "£",
        "sterling",
    ),
    Currency("lira", "ليرة ليرتان ليرتين ليرات", "liras?|TRY|LBP", "₺", "lire|pounds?|TL|£"),
    Currency(
        "riyals",
        "ريال ريالا ريالان ريالين ريالات",
        "riyals?|rials?|SAR|QAR|IRR",
        "﷼",
        "reals?|reais",
    ),
    Currency("dirhams", "درهم درهما درهمان درهمين دراهم", "dirhams?|dirhems?|AED|MAD", "", "Dhs?"),
    Currency("dinars", "دينار دينارا ديناران دينارين دنانير", "dinars?|KWD|BHD|JOD|IQD|LYD|TND"),
    Currency("roubles", "روبل روبلا روبلات", "roubles?|rubles?|RUB", "₽"),
    Currency("yuan", "يوان يوانا رنمينبي رينمينبي", "yuan|renminbi|RMB|CNY", "¥"),
    Currency("yen", "ين ينا", "yen|JPY", "¥"),
    Currency("rupees", "روبية روبيات روبيتان روبيتين", "rupees?|rupiahs?|INR", "₹", "Rs"),
    Currency("won", "وون", "KRW", "₩", "won"),
    Currency("francs", "فرنك فرنكا فرنكات", "francs?|CHF|CFA"),
    Currency(
        "kronor",
        "كرونة كرونا كرون كرونات",
        "kronor|krona|kroner|krone|koruna|SEK|NOK",
        "",
        "crowns?",
    ),
    Currency("shekels", "شيكل شيقل شيكلا شواكل شيكلات", "shekels?|sheqels?|ILS|NIS", "₪"),
    Currency("pesos", "بيزو", "pesos?|MXN"),
    Currency("tomans", "تومان", "tomans?"),
    Currency("cents", "سنت سنتا سنتات", "", "¢", r"cents?|\$?\d?\.\d\d"),
    Currency("bitcoins", "بيتكوين بتكوين", "bitcoins?|BTC", "₿"),
)
# What else in the source may give the English a currency's word or sign.
_OTHER_GROUNDS = {
    "dollars": "$ USD",
    "euros": "€ EUR",
    "pounds": "رطل أرطال رطلا باوند ليرة ليرات £ GBP",
    "yuan": "¥",
    "yen": "¥ بالين",
    "rupees": "روبي",
}
_ARABIC = {
    plain(word): number
    for number, currency in enumerate(_CURRENCIES)
    for word in currency.arabic.split()
}
# ين stands inside بين (between) and كين (a name): the yen needs a number or its country.
_YEN = re.compile(r"(?:[0-9٠-٩]|مليون|مليار|تريليون|ألف|آلاف|ملايين|مليارات|مائة|مئة)\s*$")
_NATION = re.compile(r"\s+(?:ال)?ياباني")


def check_currencies(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for currencies that are missing from the English or only in the English."""
    return tuple(_missing(source, target)) + tuple(_added(source, target))


def _pattern(currency: Currency, *, doubtful: bool) -> re.Pattern[str]:
    forms = f"{currency.english}|{currency.doubtful if doubtful else ''}".split("|")
    # Codes count in capitals only: TRY is the lira, "try" is not.
    words = "|".join(form if form.isupper() else f"(?i:{form})" for form in forms if form)
    parts = [rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])"] if words else []
    return re.compile("|".join([*parts, *([currency.signs] if currency.signs else [])]))


_PROOF = tuple(_pattern(currency, doubtful=True) for currency in _CURRENCIES)
_SURE = tuple(_pattern(currency, doubtful=False) for currency in _CURRENCIES)


def _named(source: str) -> Iterator[tuple[int, int, int]]:
    """The number of each currency named in the source, with its place."""
    for word in arabic_words(source):
        found = look_up(word.plain, _ARABIC)
        if found is None or (word.plain == "ريال" and source[word.end :].startswith(" مدريد")):
            continue
        if _CURRENCIES[found[0]].name == "yen":
            counted = source[word.start : word.end] == "الين" or (
                not found[1] and _YEN.search(source[: word.start])
            )
            if not counted and not _NATION.match(source[word.end :]):
                continue
        yield found[0], word.start, word.end


def _missing(source: str, target: str) -> Iterator[Flag]:
    reported: set[int] = set()
    for number, start, end in _named(source):
        if number in reported or _PROOF[number].search(target):
            continue
        reported.add(number)
        name = _CURRENCIES[number].name
        message = f"the Arabic says {name} ({source[start:end]}), the English does not"
        yield Flag("currency", message, start, end)


def _added(source: str, target: str) -> Iterator[Flag]:
    named = {number for number, _, _ in _named(source)}
    for number, currency in enumerate(_CURRENCIES):
        grounds = _OTHER_GROUNDS.get(currency.name, "").split()
        if number in named or any(word in source for word in grounds):
            continue
        match = _SURE[number].search(target)
        if match and match.group():
            message = f"the English says {currency.name} ({match.group()}), the Arabic does not"
            yield Flag("currency", message, -1, -1, match.start(), match.end())
