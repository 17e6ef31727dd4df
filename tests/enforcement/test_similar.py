"""Likeness of names across scripts and spellings."""

from __future__ import annotations

import pytest

from translator.enforcement.similar import (
    find_respelled,
    is_garbled,
    most_similar,
    similarity,
    skeleton,
)


@pytest.mark.parametrize(
    ("name", "consonants"),
    [
        ("فوستوشني", "FSTSN"),
        ("Vostochny", "FSTSN"),
        ("Voscini", "FSN"),
        ("بوتين", "BTN"),
        ("Putin", "BTN"),
        ("Müller", "MLR"),
        ("آية", ""),
        ("", ""),
    ],
)
def test_skeleton(name: str, consonants: str) -> None:
    assert skeleton(name) == consonants


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("فوستوشني", "Fustoshani", True),
        ("فوستوشني", "Voscini", True),
        ("ألكسندر أوفيتشكين", "Alex Avichkin", True),
        ("فوستوشني", "Russia", False),
        ("كيم", "Putin", False),
        ("آي", "I", False),
    ],
)
def test_similarity(name: str, other: str, alike: bool) -> None:
    assert (similarity(name, other) >= 0.7) is alike


def test_most_similar_takes_the_whole_name_and_no_small_word() -> None:
    text = "He came to know Alex Avichkin's plan"
    place = most_similar(text, ["أليكس أوفيتشكين", "Alex Ovechkin"], [], least=0.8)
    assert place is not None
    assert text[place.start : place.end] == "Alex Avichkin"


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("So Kim Jong-un said", "Kim Jong Un", "Kim Jong-un"),
        ("So Muslum Gurses sang", "Müslüm Gürses", "Muslum Gurses"),
        ("So the Star Tribune's man", "Star-Tribune", "Star Tribune"),
        ("So Oshannessy's man", "O'Shannessy", "Oshannessy"),
        ("It may rain", "May", None),
        ("So Kim, Jong un", "Kim Jong Un", None),
        ("So Nato said", "NATO", "Nato"),
    ],
)
def test_find_respelled(text: str, form: str, found: str | None) -> None:
    place = find_respelled(text, form)
    assert (text[place.start : place.end] if place else None) == found


def test_find_respelled_near() -> None:
    text = "from Mosssack Fonseca"
    assert find_respelled(text, "Mossack Fonseca") is None
    place = find_respelled(text, "Mossack Fonseca", near=0.85)
    assert place is not None
    assert text[place.start : place.end] == "Mosssack Fonseca"


@pytest.mark.parametrize(
    ("word", "name", "garbled"),
    [
        ("Fostochny", "Vostochny", True),
        ("Kim", "Kim", True),
        ("Fustoshani", "Vostochny", True),
        ("King", "Sejong", False),
        ("Korean", "Kim", False),
        ("Space", "Vostochny", False),
    ],
)
def test_is_garbled(word: str, name: str, garbled: bool) -> None:
    assert is_garbled(word, name) is garbled


def test_most_similar_goes_on_over_a_hyphen() -> None:
    text = "arsenal Kim Mong-yk, both linked"
    place = most_similar(text, ["كيم ميونج سيك"], [], least=0.8)
    assert place is not None
    assert text[place.start : place.end] == "Kim Mong-yk"
