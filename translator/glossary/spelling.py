"""The spellings in which one Arabic name or title stands in news.

Only what Arabic grammar and print alternate freely is generated. Other transliterations of a
foreign name (غ for ج, ط for ت) are not: they invent names; write them as a second source.
"""

from __future__ import annotations

from itertools import islice, product

from translator.glossary.clitics import ARTICLE
from translator.glossary.term import Kind

_MOST = 64
_FATHER = ("ابو", "ابي", "ابا")
_SON = ("ابن", "بن")
_PLURAL = ("ون", "ين")
_SERVANT = "عبد"

# Folded words that print writes in two ways, whatever follows.
_PAIRS = (
    ("امريكا", "اميركا"),
    ("امريكيه", "اميركيه"),
    ("امريكي", "اميركي"),
    ("امريكيين", "اميركيين", "امريكيون", "اميركيون"),
    ("انجلترا", "انكلترا"),
    ("داود", "داوود"),
    ("طه", "طاها"),
    ("اسحاق", "اسحق"),
    ("رحمن", "رحمان"),
    ("اسماعيل", "اسمعيل"),
)
_PAIRED = {word: pair for pair in _PAIRS for word in pair}


def spellings(form: str, kind: Kind) -> tuple[str, ...]:
    """All spellings of a folded form, itself first.

    Args:
        form: folded words with one space between them.
        kind: what the term names; a person's name takes no article and a title loses one.

    Alternated are: أبو/أبي/أبا and ابن/بن before another word, plural ون/ين, the article of a
    compound's last word, words of a compound written together (نيو يورك, نيويورك), عبد and
    the word after it, letters and digits, and a few common pairs (أمريكا, أميركا).
    """
    words = _separated(form).split(" ")
    choices = [_word_choices(words, place, kind) for place in range(len(words))]
    found = dict.fromkeys((form,))
    for chosen in islice(product(*choices), _MOST):
        found.update(dict.fromkeys(_joined(chosen)))
    return tuple(found)


def _separated(form: str) -> str:
    """عبدالله as two words, and a space between letters and digits: what _joined undoes."""
    words = []
    for word in form.split(" "):
        if word.startswith(_SERVANT + ARTICLE) and len(word) > len(_SERVANT + ARTICLE) + 1:
            words += [_SERVANT, word.removeprefix(_SERVANT)]
            continue
        letters = word.rstrip("0123456789")
        if letters and letters != word and letters.isalpha():
            words += [letters, word.removeprefix(letters)]
        else:
            words.append(word)
    return " ".join(words)


def _word_choices(words: list[str], place: int, kind: Kind) -> list[str]:
    word = words[place]
    last = place == len(words) - 1
    if not last and word in _FATHER:
        return [word, *(form for form in _FATHER if form != word)]
    if not last and word in _SON:
        return [word, *(form for form in _SON if form != word)]
    article = ARTICLE if word.startswith(ARTICLE) else ""
    stem = word.removeprefix(article)
    choices = [word]
    choices += [article + form for form in _PAIRED.get(stem, ()) if form != stem]
    choices += _plural_choices(stem, article)
    if last and place:
        choices += _article_choices(words, stem, article, kind)
    return choices


def _plural_choices(stem: str, article: str) -> list[str]:
    """Case turns ون into ين, on a plural of -ي or after the article, not on any name in ين."""
    body, ending = stem[:-2], stem[-2:]
    if ending not in _PLURAL or len(body) < 3 or not (body.endswith("ي") or article):
        return []
    return [article + body + _PLURAL[1 - _PLURAL.index(ending)]]


def _article_choices(words: list[str], stem: str, article: str, kind: Kind) -> list[str]:
    """A compound's last word with or without the article: نهر الفولغا, وزير خارجية روسيا."""
    if article:
        droppable = kind is Kind.TITLE and not words[0].startswith(ARTICLE) and len(stem) > 3
        return [stem] if droppable else []
    # محمد علي and محمد العلي are two persons.
    named = kind in (Kind.PERSON, Kind.TITLE) or words[-2] in (*_SON, *_FATHER, _SERVANT)
    return [] if named or len(stem) < 3 or not stem.isalpha() else [ARTICLE + stem]


def _joined(words: tuple[str, ...]) -> list[str]:
    """The words with spaces, with any one space left out, and with all left out."""
    written = [" ".join(words)]
    gaps = [place for place in range(1, len(words)) if _joinable(words[place - 1], words[place])]
    written.extend(" ".join(words[:gap]) + " ".join(words[gap:]) for gap in gaps)
    if len(gaps) > 1 and len(gaps) == len(words) - 1:
        written.append("".join(words))
    return written


def _joinable(before: str, after: str) -> bool:
    """Words with the article are not written together with others, but عبدالله is."""
    if before == _SERVANT:
        return True
    return len(before) > 1 and not after.startswith(ARTICLE) and not before.startswith(ARTICLE)
