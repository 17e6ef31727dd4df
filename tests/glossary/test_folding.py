"""Folding: what becomes one spelling, and that every place leads back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.glossary.folding import fold, folded_letters, without_marks


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أحمد إيران آسيا ٱلله", "احمد ايران اسيا الله"),
        ("مصطفى", "مصطفي"),
        ("غزة", "غزه"),
        ("مسؤول", "مسءول"),
        ("مسئول", "مسءول"),
        ("رئيس", "رءيس"),
        ("رَئِيسُ الْوُزَرَاءِ", "رءيس الوزراء"),
        ("بوتيـــن", "بوتين"),
        ("ﻓﻼﺩﻳﻤﻴﺮ", "فلاديمير"),
        ("ﻻ ﻷ ﻹ ﻵ", "لا لا لا لا"),
        ("گوگل پوتین ڤيينا ژوکوف چاوش", "كوكل بوتين فيينا زوكوف جاوش"),
        ("می\u200cخواهم", "ميخواهم"),
        ("\u202bكييف\u202c\u200f", "كييف"),
        ("٢٠٢٤ ۱۹۹۸", "2024 1998"),
        ("إف\u00a0١٦", "اف 16"),
        ("DPRK", "dprk"),
        ("و\u0654", "ء"),
        ("ا\u0654حمد", "احمد"),
        ("ﷺ", "صلي الله عليه وسلم"),
        ("ﹰ", ""),
        ("", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text).text == folded
    assert folded_letters(text) == folded


@pytest.mark.parametrize(
    ("text", "start", "end", "original"),
    [
        ("قال بُوتِينُ اليوم", 4, 9, "بُوتِينُ"),
        ("بـــوتـين", 0, 5, "بـــوتـين"),
        ("في ﻻتفيا", 3, 9, "ﻻتفيا"),
        ("\u202bكييف\u202c", 0, 4, "كييف"),
        ("كي\u200cيف", 0, 4, "كي\u200cيف"),
    ],
)
def test_leads_back_to_the_original(text: str, start: int, end: int, original: str) -> None:
    first, after = fold(text).original_span(start, end)
    assert text[first:after] == original


def test_the_two_letters_of_a_ligature_share_its_place() -> None:
    folded = fold("ﻻَم")
    assert folded.text == "لام"
    assert folded.offsets == (0, 0, 2)
    assert folded.original_span(0, 1) == folded.original_span(1, 2) == (0, 2)


def test_refuses_a_span_outside_the_text() -> None:
    with pytest.raises(ValueError, match="no span"):
        fold("كييف").original_span(2, 9)


def test_keeps_final_letters_apart_without_marks() -> None:
    assert without_marks("عَلَى") == "على"
    assert without_marks("أَمَـــل") == "امل"


_ARABIC = st.text(
    st.one_of(
        st.sampled_from("اأإآٱبتةثجحخدذرزسشصضطظعغفقكلمنهويىئؤءگچپکیژڤـًٌٍَُِّْٰٔ \u200c\u200f\u2067ﻻﻷﷺ٣۴"),
        st.characters(),
    ),
    max_size=40,
)


@given(_ARABIC)
@settings(max_examples=150, deadline=None)
def test_offsets_never_fall_and_lie_in_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.offsets) == len(folded.ends)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert list(folded.ends) == sorted(folded.ends)
    for start, end in zip(folded.offsets, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(_ARABIC)
@settings(max_examples=150, deadline=None)
def test_the_whole_span_holds_all_that_is_not_dropped(text: str) -> None:
    folded = fold(text)
    start, end = folded.original_span(0, len(folded.text))
    if folded.text:
        assert fold(text[start:end]).text == folded.text
        assert fold(text[:start]).text == fold(text[end:]).text == ""


@given(_ARABIC)
@settings(max_examples=150, deadline=None)
def test_every_letter_comes_from_its_original(text: str) -> None:
    folded = fold(text)
    for place, letter in enumerate(folded.text):
        start, end = folded.original_span(place, place + 1)
        assert letter in fold(text[start:end]).text


@given(_ARABIC)
@settings(max_examples=150, deadline=None)
def test_folding_again_changes_nothing_of_arabic_text(text: str) -> None:
    once = "".join(letter for letter in fold(text).text if letter.isascii() or "ء" <= letter <= "ي")
    assert fold(once).text == once
