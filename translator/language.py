"""Which paragraphs are Arabic and are translated, and whether a text is Arabic at all.

The shares of the scripts and telling words decide first; langdetect, seeded so that it always
answers the same, is asked only where they do not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from translator.document import Document, ParagraphKind
from translator.errors import LanguageError
from translator.language_words import (
    DIALECT_NAMES,
    DIALECT_WORDS,
    KURDISH_LETTERS,
    LANGUAGE_NAMES,
    PASHTO_LETTERS,
    PERSIAN_LETTERS,
    PERSIAN_WORDS,
    URDU_LETTERS,
    URDU_WORDS,
    UYGHUR_LETTERS,
    WEAK_DIALECT_WORDS,
)

# An address is no evidence of a language.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[@#][A-Za-z_]\w*")
_ARABIC_SCRIPT = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]"
)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_WORD = re.compile(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*")
_DIACRITIC = re.compile(r"[\u0640\u064b-\u0652\u0670]")

# Below this share of Arabic letters a paragraph is a foreign one with a few Arabic words in it.
_LEAST_ARABIC_SHARE = 0.25
# A whole text must have at least this share of its letters in Arabic paragraphs.
_LEAST_ARABIC_TEXT = 0.3
_LETTERS_FOR_LANGDETECT = 25
_LETTERS_OF_SAMPLE = 4000


class Action(StrEnum):
    """What is done with a paragraph."""

    TRANSLATE = "translate"
    PASS_THROUGH = "pass-through"


@dataclass(frozen=True, slots=True)
class ParagraphLanguage:
    """What a paragraph is written in.

    Attributes:
        code: ISO 639 code ("ar", "fa", "arz" for Egyptian Arabic), "und" if unknown, "und-Latn" for
            Latin letters too few to tell, "zxx" if there are no words at all.
        warning: one sentence in plain English if the translation may be poor, else "".
    """

    code: str
    action: Action
    warning: str = ""


def arabic_share(text: str) -> float:
    """The share of letters that are in Arabic script, 0.0 to 1.0; web addresses do not count."""
    bare = _ADDRESS.sub(" ", text)
    letters = len(_LETTER.findall(bare))
    return len(_ARABIC_SCRIPT.findall(bare)) / letters if letters else 0.0


def check_paragraph(text: str) -> ParagraphLanguage:
    """Say what a paragraph is written in and whether to translate it.

    Latin lines, addresses, numbers and other scripts pass through untouched. Text in Arabic script
    is always translated, with a warning if it looks Persian, Urdu or like a dialect.
    """
    bare = _DIACRITIC.sub("", _ADDRESS.sub(" ", text))
    letters = len(_LETTER.findall(bare))
    if not letters:
        return ParagraphLanguage("zxx", Action.PASS_THROUGH)
    arabic = len(_ARABIC_SCRIPT.findall(bare))
    if arabic < _LEAST_ARABIC_SHARE * letters:
        return ParagraphLanguage(_foreign_code(bare, letters), Action.PASS_THROUGH)
    words = _WORD.findall(bare)
    code = _other_language(bare, words, arabic)
    if code != "ar":
        return ParagraphLanguage(code, Action.TRANSLATE, _warning(code, "not Arabic"))
    dialect = _dialect(words)
    if dialect:
        return ParagraphLanguage(dialect, Action.TRANSLATE, _warning(dialect, "a dialect"))
    return ParagraphLanguage("ar", Action.TRANSLATE)


def require_arabic(document: Document, *, force: bool) -> tuple[str, ...]:
    """Refuse a text that is not Arabic.

    Args:
        document: a whole text or the first part of one.
        force: warn instead of refusing.

    Returns:
        Warnings, one sentence each: what looks like another language or a dialect, and where.

    Raises:
        LanguageError: less than three tenths of the letters are in Arabic paragraphs, and not
            force; says what the text looks like.
    """
    letters: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.CODE:
            continue
        text = document.slice(paragraph.start, paragraph.end)
        language = check_paragraph(text)
        letters[language.code] += len(_LETTER.findall(_ADDRESS.sub(" ", text)))
        if language.warning:
            places.setdefault(language.code, []).append(paragraph.number)
    warnings = tuple(_place_warning(code, numbers) for code, numbers in places.items())
    in_arabic = letters["ar"] + sum(letters[code] for code in DIALECT_NAMES)
    if in_arabic and in_arabic >= _LEAST_ARABIC_TEXT * letters.total():
        return warnings
    problem = _not_arabic(document, letters)
    if force:
        return (f"{problem}; translated all the same because of --force", *warnings)
    raise LanguageError(
        problem, where=document.name, remedy="give an Arabic text, or use --force to go on"
    )


def _not_arabic(document: Document, letters: Counter[str]) -> str:
    if not letters.total():
        return "the text has no words in it, only numbers, signs or addresses"
    share = f"{arabic_share(document.text):.0%} of its letters are Arabic script"
    return f"the text does not look Arabic but like {_main_language(document, letters)} ({share})"


def _main_language(document: Document, letters: Counter[str]) -> str:
    code = max((code for code in letters if code != "zxx"), key=lambda code: letters[code])
    if code.startswith("und"):
        # Many short lines that say too little each may say enough together.
        sample = _ADDRESS.sub(" ", document.text[:_LETTERS_OF_SAMPLE])
        if len(_LETTER.findall(sample)) >= _LETTERS_FOR_LANGDETECT:
            code = _langdetect(sample) or code
    return _name(code)


def _name(code: str) -> str:
    return LANGUAGE_NAMES.get(code, f"language “{code}”")


def _warning(code: str, what: str) -> str:
    return f"looks like {_name(code)}, {what}: the translation may be poor"


def _place_warning(code: str, numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"paragraph {numbers[0]} looks like {_name(code)}: its translation may be poor"
    return (
        f"{len(numbers)} paragraphs look like {_name(code)}, the first is paragraph {numbers[0]}:"
        " their translation may be poor"
    )


def _foreign_code(text: str, letters: int) -> str:
    """The language of a paragraph that is not in Arabic script."""
    if len(_HEBREW.findall(text)) > letters / 2:
        return "he"
    if letters < _LETTERS_FOR_LANGDETECT:
        return "und-Latn" if len(_LATIN.findall(text)) > letters / 2 else "und"
    return _langdetect(text) or "und"


def _other_language(text: str, words: list[str], arabic: int) -> str:
    """ "ar", or the other language in Arabic script that the paragraph is in."""
    letters = Counter(text)
    for code, own in (("ps", PASHTO_LETTERS), ("ckb", KURDISH_LETTERS), ("ug", UYGHUR_LETTERS)):
        own_count = sum(letters[letter] for letter in own - {"ى"})
        if own_count >= 2 and own_count >= 0.03 * arabic:
            return code
    urdu = sum(letters[letter] for letter in URDU_LETTERS)
    persian = sum(letters[letter] for letter in PERSIAN_LETTERS)
    urdu_words = sum(word in URDU_WORDS for word in words)
    persian_words = sum(word in PERSIAN_WORDS for word in words)
    if urdu >= 2 and urdu >= 0.03 * arabic and urdu_words >= persian_words:
        return "ur"
    if persian_words >= 2 and persian_words >= 0.08 * len(words):
        return "fa"
    if persian >= 2 and (persian_words or persian >= 0.12 * arabic):
        # Foreign names alone can bring these letters into Arabic.
        if arabic >= _LETTERS_FOR_LANGDETECT:
            guess = _langdetect(text)
            return guess if guess in ("fa", "ur") else "ar"
        return "fa" if persian_words else "ar"
    return "ar"


def _dialect(words: list[str]) -> str:
    """The dialect with the most telling words: two different ones, or one in a short line."""
    found = {code: own.intersection(words) for code, own in DIALECT_WORDS.items()}
    best = max(found, key=lambda code: len(found[code]))
    alone_is_enough = 2 <= len(words) <= 6 and bool(found[best] - WEAK_DIALECT_WORDS)
    return best if len(found[best]) >= 2 or alone_is_enough else ""


def _langdetect(text: str) -> str:
    """langdetect's best guess, "" if it has none; its profiles take 0.3 s to load, once."""
    from langdetect import DetectorFactory, detect
    from langdetect.lang_detect_exception import LangDetectException

    DetectorFactory.seed = 0
    try:
        return str(detect(text))
    except LangDetectException:
        return ""
