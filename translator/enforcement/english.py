"""Small rules of English around a name that is put into a finished sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translator.glossary.term import Kind, Term

_ARTICLE_BEFORE = re.compile(r"(?<!\w)(the|an?)\s+$", re.IGNORECASE)
_POSSESSIVE_AFTER = re.compile(r"['’](s(?!\w))?(?!\w)")
_SENTENCE_START = re.compile(r"(?:^|[.!?…]['\"”’)]*\s)[\s\"“‘'(«\-–—]*$")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Sgt|Capt|Adm|Prof|Sen|Rep|Gov|St|[A-Z])\.\s*$"
)
# Written with a vowel but said with a consonant, and the other way round.
_SAID_WITH_CONSONANT = re.compile(
    r"(?:eu|ew|uni(?!n|m)|u[bcfgkrst][aeiou]|ukr|one(?!\w)|once)", re.I
)
_SAID_WITH_VOWEL = re.compile(r"(?:hour|honest|honou?r|heir)", re.I)
_LETTERS_SAID_WITH_VOWEL = frozenset("AEFHILMNORSX")
# After one of these a name stands alone, so that it takes no article.
_STANDS_ALONE_BEFORE = """
a about after again against also an and are as at be because been before between but by can
could did does during for from had has have he here in into is it last may might next not of on
or over said says she should since that the there they this to today told tomorrow under until
was were when which while who will with would yesterday
"""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by replacement; the name is replacement[name_start:name_end]."""

    start: int
    end: int
    replacement: str
    name_start: int
    name_end: int

    def apply(self, text: str) -> str:
        """The text after the edit."""
        return text[: self.start] + self.replacement + text[self.end :]


def fit(text: str, start: int, end: int, term: Term, form: str) -> Edit:
    """How to put a form in the place of text[start:end], with article, possessive and capital.

    Returns:
        An edit that may reach over the article before the span and the possessive after it.
    """
    before, after = text[:start], text[end:]
    article = _ARTICLE_BEFORE.search(before)
    edit_start, kept = start, ""
    if article:
        edit_start = article.start()
        kept = mend_article(article[1], form, term.kind, text[start:end], after)
    name = form if kept or term.keep else fit_capital(text[:edit_start], form)
    possessive = _POSSESSIVE_AFTER.match(after)
    # Behind another letter than s a single quote only closes a quotation.
    if possessive and not possessive[1] and not text[start:end].casefold().endswith("s"):
        possessive = None
    tail = fit_possessive(possessive[0], form) if possessive else ""
    lead = f"{kept} " if kept else ""
    edit_end = end + (possessive.end() if possessive else 0)
    return Edit(edit_start, edit_end, lead + name + tail, len(lead), len(lead) + len(name))


def mend_article(article: str, form: str, kind: Kind, replaced: str, after: str) -> str:
    """The article that goes before the form in place of the one that stands there, or "".

    A person takes none, nor does a place, unless a noun follows that it belongs to ("the Putin
    government"); "the" stays before a place if the model wrote it before a name.

    Args:
        replaced: the words that the form replaces.
        after: the text behind them.
    """
    definite = article.casefold() == "the"
    if form.split(maxsplit=1)[0].casefold() in ("the", "a", "an"):
        return ""
    if kind in (Kind.PERSON, Kind.PLACE) and _stands_alone(after):
        before_name = definite and replaced[:1].isupper()
        if kind is Kind.PERSON or not before_name:
            return ""
    if definite:
        return article
    mended = indefinite_article(form)
    return mended.capitalize() if article[0].isupper() else mended


def indefinite_article(words: str) -> str:
    """ "a" or "an", by how the first word is said."""
    first = re.match(r"\w+", words)
    word = first[0] if first else words
    if word.isupper() and (len(word) < 4 or not re.search("[AEIOU]", word)):
        return "an" if word[0] in _LETTERS_SAID_WITH_VOWEL else "a"
    if _SAID_WITH_CONSONANT.match(word):
        return "a"
    return "an" if word[:1].casefold() in tuple("aeiou") or _SAID_WITH_VOWEL.match(word) else "a"


def fit_possessive(mark: str, form: str) -> str:
    """The possessive mark that goes after the form: James' but Peter the Great's."""
    if mark in ("'", "’") and not form.casefold().endswith("s"):
        return mark + "s"
    return mark


def fit_capital(before: str, form: str) -> str:
    """The form with a capital if it begins a sentence."""
    first = re.match(r"[^\W\d_]+", form)
    starts = _SENTENCE_START.search(before) and not _ABBREVIATION.search(before)
    if first and first[0].islower() and starts:
        return form[0].upper() + form[1:]
    return form


def capitalise_starts(text: str, names: Iterable[tuple[int, int]]) -> str:
    """The text with a capital on each name (start, end) that begins a sentence; same length."""
    for start, end in names:
        text = text[:start] + fit_capital(text[:start], text[start:end]) + text[end:]
    return text


def _stands_alone(after: str) -> bool:
    """True if no noun follows that an article could belong to."""
    following = re.match(r"\s*(\w+)?", after)
    word = following[1] if following else None
    return word is None or word.casefold() in _STANDS_ALONE_BEFORE.split()
