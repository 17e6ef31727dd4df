"""Joined forms of Arabic letters, for terminals that draw each character by itself.

Source: the joining rules of the Unicode Standard, section 9.2, and the presentation forms that
unicodedata lists with their letters. One result for each character, so offsets stay exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_ZWNJ, _ZWJ, _TATWEEL, _LAM = "\u200c", "\u200d", "\u0640", "\u0644"
_FORM_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_ISOLATE_CONTROLS = frozenset("\u2066\u2067\u2068\u2069")
_MAYBE_ARABIC = re.compile("[\u0600-\u08ff]")


class _Forms(NamedTuple):
    """The four shapes of a letter, "" where Unicode has none; index 1 is joined before, 2 after."""

    isolated: str = ""
    final: str = ""
    initial: str = ""
    medial: str = ""


@cache
def _letter_forms() -> dict[str, _Forms]:
    """Letter, or lam with alef, -> its presentation forms."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for block in _FORM_BLOCKS for code in block):
        tag, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(part, 16)) for part in parts)
        # The other ligatures of these blocks are a matter of style; lam with alef is compulsory.
        if len(letters) == 1 or (letters[:1] == _LAM and code >= 0xFEF5):
            found.setdefault(letters, {})[tag.strip("<>")] = chr(code)
    return {letters: _Forms(**forms) for letters, forms in found.items()}


class _Joining(NamedTuple):
    """How a character takes part in joining, as far as there are shapes to draw it with.

    The joining types of ArabicShaping.txt: dual joins on both sides, right only to the letter
    before, transparent ones (marks) are passed over.
    """

    transparent: bool = False
    before: bool = False
    after: bool = False
    forms: _Forms | None = None


@cache
def _joining(character: str) -> _Joining:
    if character in (_TATWEEL, _ZWJ):
        return _Joining(before=True, after=True)
    if character == _ZWNJ or character in _ISOLATE_CONTROLS:
        return _Joining()
    if forms := _letter_forms().get(character):
        return _Joining(before=bool(forms.final), after=bool(forms.initial), forms=forms)
    category = unicodedata.category(character)
    # Arabic number and verse signs are format characters too, but they stand between words.
    between_words = unicodedata.bidirectional(character) in ("AN", "AL")
    return _Joining(category in ("Mn", "Me") or (category == "Cf" and not between_words))


def shape(text: str, levels: Sequence[int]) -> list[str]:
    """Each character of the text in the shape that its neighbours give it.

    Args:
        text: one paragraph, in logical order.
        levels: the bidi level of each character; only right-to-left letters of one level join.

    Returns:
        One string for each character: itself, its presentation form, or "" for an alef that is
        drawn within the lam before it. A letter without presentation forms stays as it is, and
        its neighbours do not join it, for what is drawn could not meet them.
    """
    drawn = list(text)
    if not _MAYBE_ARABIC.search(text):
        return drawn
    last, last_forms, open_after, joined = -1, None, False, 0
    for index, (transparent, before, after, forms) in enumerate(map(_joining, text)):
        if transparent:
            continue
        # A letter in a run overridden to left-to-right keeps its plain form.
        rightward = levels[index] % 2 == 1
        if open_after and before and levels[index] == levels[last]:
            if text[last] == _LAM and (pair := _lam_alef(text, last, index)):
                drawn[last], drawn[index] = pair[joined], ""
                open_after = False
                continue
            if last_forms:
                drawn[last] = last_forms[joined + 2]
            joined = 1
        else:
            joined = 0
        last, last_forms, open_after = index, forms, after and rightward
        if forms and rightward:
            drawn[index] = forms[joined]
    return drawn


def _lam_alef(text: str, lam: int, alef: int) -> _Forms | None:
    """The shapes of a lam with an alef that has only marks between, or None if it is not that."""
    if text[lam] != _LAM or any(
        unicodedata.category(mark) != "Mn" for mark in text[lam + 1 : alef]
    ):
        return None
    return _letter_forms().get(_LAM + text[alef])
