"""Arabic letters in the shape that their neighbours give them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.levels import resolve_levels
from tui.shaping import shape


def shaped(text: str) -> list[str]:
    return shape(text, resolve_levels(text, 1))


NAMES = {"<isolated>": "s", "<initial>": "i", "<medial>": "m", "<final>": "f"}


def forms(text: str) -> str:
    """A letter for each character: single, initial, medial, final; - unshaped, 0 within a lam."""
    tags = [
        unicodedata.decomposition(drawn).split()[:1] if drawn else ["0"] for drawn in shaped(text)
    ]
    return "".join("-" if not tag else NAMES.get(tag[0], tag[0][0]) for tag in tags)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كتب", "imf"),
        ("دار", "sss"),
        ("فوستوشني", "ifimfimf"),
        ("الإمبريالية", "ss0imfifimf"),
        ("ء", "s"),
        ("بء", "ss"),
        ("لا", "s0"),
        ("بلا", "if0"),
        ("لله", "imf"),
        ("للا", "if0"),
        ("كَتَبَ", "i-m-f-"),
        ("لَا", "s-0"),
        ("لّٰا", "s--0"),
        ("لاب", "s0s"),
        ("كـب", "i-f"),
        ("ـب", "-f"),
        ("ب\u200cب", "s-s"),
        ("ب\u200d", "i-"),
        ("\u200dب", "-f"),
        ("ل\u200dا", "i-f"),  # The joiner asks for two joined letters instead of one shape.
        ("ل\u200cا", "s-s"),
        ("ب\u200fب", "i-f"),  # A direction mark is passed over.
        ("ب\u2067ب\u2069", "s-s-"),
        ("ب ب", "s-s"),
        ("بX", "s-"),
        ("ب1", "s-"),
        ("ب\u0600ب", "s-s"),
        ("پگچ", "imf"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا", "\ufefb"),
        ("بلا", "\ufe91\ufefc"),
        ("لأ", "\ufef7"),
        ("سلإ", "\ufeb3\ufefa"),
        ("لآ", "\ufef5"),
        ("كتب", "\ufedb\ufe98\ufe90"),
        ("ب", "\ufe8f"),
        ("ا", "\ufe8d"),
        ("لَا", "\ufefb\u064e"),
        ("ل\u200dا", "\ufedf\u200d\ufe8e"),
        ("ب\u200cب", "\ufe8f\u200c\ufe8f"),
        ("ی", "\ufbfc"),
        ("hello 12", "hello 12"),
        ("", ""),
    ],
)
def test_shape(text: str, expected: str) -> None:
    assert "".join(shaped(text)) == expected


def test_left_to_right_override_is_not_shaped() -> None:
    text = "\u202dكتب\u202c"
    assert shaped(text) == list(text)


def test_letter_without_presentation_forms_stands_alone() -> None:
    # U+0750 joins on both sides, but a terminal has no shape of it to draw.
    assert "".join(shaped("بݐب")) == "\ufe8fݐ\ufe8f"


ARABIC = st.text("ابتثجلآأإءةىيوشنيمكـًَُِّْٰ \u200c\u200d\u200f123abc().", max_size=40)


@given(ARABIC)
@settings(max_examples=100, deadline=None)
def test_every_character_has_one_result_that_is_its_own(text: str) -> None:
    result = shaped(text)
    assert len(result) == len(text)
    for index, (character, drawn) in enumerate(zip(text, result, strict=True)):
        if drawn:
            assert unicodedata.normalize("NFKC", drawn).startswith(
                unicodedata.normalize("NFKC", character)
            )
        else:
            assert character in "اأإآ"
            assert any(0xFEF5 <= ord(other[0]) <= 0xFEFC for other in result[:index] if other)
