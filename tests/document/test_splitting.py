"""Sentences and clauses: the hard cases, the demo article, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translator.clauses import MAX_WORDS, fits_model, split_clauses
from translator.splitting import split_sentences

CASES = Path(__file__).resolve().parent.parent / "data" / "splitting" / "hard_cases.txt"
LINES = [
    line
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]
ARABIC_LIKE = st.text('ابتدلمنوقهي د.م؟!…؛،: "”“«»()[]19a.\t\u00a0\u064e', max_size=120)


@pytest.mark.parametrize("line", LINES)
def test_hard_case(line):
    text = line.replace("‖", "")
    expected = [part.strip() for part in line.split("‖")]
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_there_are_enough_hard_cases():
    assert len(LINES) >= 200
    assert sum("‖" not in line for line in LINES) >= 70


@settings(max_examples=300, deadline=None)
@given(ARABIC_LIKE)
def test_only_white_space_lies_between_sentences(text):
    position = 0
    for start, end in split_sentences(text):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


def test_a_sentence_that_fits_stays_whole():
    text = "وصل الوفد إلى العاصمة، وكان في استقباله الوزير."
    assert split_clauses(text, 0, len(text)) == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "left_end"),
    [
        ("أ ب ت ث، ج ح خ: د ذ ر ز س ش", "خ:"),
        ("أ ب ت ث ج ح، خ د ذ ر ز س ش", "ح،"),
        ("أ ب ت ث ج ح وقال خ د ذ ر ز س", "ح"),
        ("أ ب ت ث ج ح – خ د ذ ر ز س ش", "–"),
        ("ابت ثجح خدذ رزس", "ثجح"),
        ("ابتثجحخدذرزس", "ابتثجح"),
    ],
)
def test_the_best_border_near_the_middle_is_taken(text, left_end):
    limit = len(text) - 1
    (_, end), *_ = split_clauses(text, 0, len(text), lambda piece: len(piece) <= limit)
    assert text[:end].endswith(left_end)


@settings(max_examples=150, deadline=None)
@example("1  11111", 1)
@example("1  11111", 2)
@example("11111  1", 2)
@given(ARABIC_LIKE.map(str.strip).filter(bool), st.integers(1, 30))
def test_clauses_fit_and_lose_nothing(text, limit):
    pieces = split_clauses(text, 0, len(text), lambda piece: len(piece) <= limit)
    assert all(0 < end - start <= limit for start, end in pieces)
    assert "".join("".join(text[a:b].split()) for a, b in pieces) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in pieces)


def test_a_very_long_sentence_is_cut_below_the_limit():
    text = "، ".join(["وأكد الوزير أن الحكومة ستواصل العمل"] * 60)
    pieces = [text[start:end] for start, end in split_clauses(text, 0, len(text))]
    assert all(fits_model(piece) and len(piece.split()) <= MAX_WORDS for piece in pieces)
    assert all(piece.endswith("،") for piece in pieces[:-1])
    assert " ".join(pieces) == text
