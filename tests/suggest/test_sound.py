"""How alike Arabic and English names sound, and the readings of a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.suggest.romanise import may_begin_alike, romanise, sound
from translator.suggest.stems import stems
from translator.suggest.words import arabic_words, capital_runs

ALIKE = [
    ("فوستوشني", "Vostochny"),
    ("كيم يو جونغ", "Kim Yo Jong"),
    ("كيم ميونج سيك", "Kim Myong Sik"),
    ("باك ثاي سونج", "Pak Thae Song"),
    ("بيونغ يانغ", "Pyongyang"),
    ("سيبيريا", "Siberia"),
    ("نيويورك", "New York"),
    ("أوهايو", "Ohio"),
    ("تشارلز", "Charles"),
]


@pytest.mark.parametrize(("arabic", "english"), ALIKE)
def test_a_name_sounds_like_itself(arabic: str, english: str) -> None:
    assert sound(arabic, english) > 0.72
    assert may_begin_alike(arabic, english)


@pytest.mark.parametrize(("arabic", "english"), ALIKE)
def test_a_name_sounds_most_like_itself(arabic: str, english: str) -> None:
    assert max((other for _, other in ALIKE), key=lambda other: sound(arabic, other)) == english


@pytest.mark.parametrize(
    ("arabic", "english"), [("وأشاد", "Moscow"), ("الاجتماع", "Pyongyang"), ("ذخيرة", "Siberia")]
)
def test_other_words_do_not(arabic: str, english: str) -> None:
    assert sound(arabic, english) < 0.6


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("فوستوشني", "Fustushni"),
        ("كيم يو جونغ", "Kim Yu Jung"),
        ("وائل", "Wail"),
        ("ياسر", "Yasr"),
    ],
)
def test_romanising(arabic: str, latin: str) -> None:
    assert romanise(arabic) == latin


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوية ", max_size=30))
@settings(max_examples=100, deadline=None)
def test_romanising_gives_latin_letters_only(text: str) -> None:
    assert romanise(text).replace(" ", "").isascii()


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("لبوتين", "بوتين"),
        ("وبوتين", "بوتين"),
        ("للكرملين", "الكرملين"),
        ("والسودان", "السودان"),
        ("ولليبيا", "ليبيا"),
        ("لليكود", "الليكود"),
    ],
)
def test_readings_without_clitics(word: str, reading: str) -> None:
    readings = [stem.text for stem in stems(arabic_words(word, 0)[0])]
    assert readings[0] == word
    assert reading in readings


def test_a_hamza_is_no_article() -> None:
    (word,) = arabic_words("ألمانيا", 0)
    assert all(stem.core != "مانيا" for stem in stems(word))


def test_capitals() -> None:
    text = "Kim met South Korea's Pak Thae Song and Kim Yo-jong of the North."
    runs = [" ".join(word.text for word in run) for run in capital_runs(text)]
    assert runs == ["Kim", "South Korea", "Pak Thae Song", "Kim Yo jong of the North"]
    (first, *_), *_ = capital_runs(text)
    assert not first.sure
