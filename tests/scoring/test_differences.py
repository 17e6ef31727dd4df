"""Word differences: tables of cases, and properties that hold for any two texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.differences import Change, Difference, word_differences, words_of

CASES = [
    ("the same text", "the same text", [("equal", "the same text", "the same text")]),
    ("", "", []),
    ("", "all new", [("insertion", "", "all new")]),
    ("all gone", "", [("deletion", "all gone", "")]),
    (
        "the Voscini cosmodrome",
        "the Vostochny cosmodrome",
        [
            ("equal", "the", "the"),
            ("substitution", "Voscini", "Vostochny"),
            ("equal", "cosmodrome", "cosmodrome"),
        ],
    ),
    (
        "Kim met Putin.",
        "Kim met President Putin.",
        [
            ("equal", "Kim met", "Kim met"),
            ("insertion", "", "President"),
            ("equal", "Putin.", "Putin."),
        ],
    ),
    (
        "on Monday they left for Moscow by train",
        "they left for Moscow by train on Monday",
        [
            ("move", "on Monday", "on Monday"),
            ("equal", "they left for Moscow by train", "they left for Moscow by train"),
        ],
    ),
    # A short word alone is not called moved.
    (
        "the cat and a dog",
        "cat and the dog",
        [
            ("deletion", "the", ""),
            ("equal", "cat and", "cat and"),
            ("substitution", "a", "the"),
            ("equal", "dog", "dog"),
        ],
    ),
    (
        "It cost 1,500.75 dollars",
        "It cost 1,500.80 dollars",
        [
            ("equal", "It cost", "It cost"),
            ("substitution", "1,500.75", "1,500.80"),
            ("equal", "dollars", "dollars"),
        ],
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), CASES)
def test_table(first: str, second: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (d.change, first[d.first_start : d.first_end], second[d.second_start : d.second_end])
        for d in word_differences(first, second)
    ]
    assert found == expected


def test_places_of_what_is_missing_lie_behind_the_word_before() -> None:
    assert word_differences("a b", "a x b")[1] == Difference(Change.INSERTION, 1, 1, 2, 3)
    assert word_differences("x b", "b")[0] == Difference(Change.DELETION, 0, 1, 0, 0)


_TEXT = st.lists(
    st.sampled_from(
        ["the", "cat", "Putin", "cosmodrome", "Moscow", ".", ",", "10.5", "كيم", "’", "é"]
    )
).map(" ".join) | st.text(max_size=60)


@given(_TEXT, _TEXT)
@settings(max_examples=200, deadline=None)
def test_both_texts_can_be_put_together_again(first: str, second: str) -> None:
    differences = word_differences(first, second)
    words = [w.text for d in differences for w in words_of(first[d.first_start : d.first_end])]
    assert words == [w.text for w in words_of(first)]
    # The second text out of the first: equal and moved words are copied from the first.
    rebuilt: list[str] = []
    for d in by_second(differences):
        copied = d.change in (Change.EQUAL, Change.MOVE)
        side = (
            first[d.first_start : d.first_end] if copied else second[d.second_start : d.second_end]
        )
        rebuilt += [w.text for w in words_of(side)]
    assert rebuilt == [w.text for w in words_of(second)]


@given(_TEXT, _TEXT)
@settings(max_examples=100, deadline=None)
def test_spans_neither_overlap_nor_lie_outside(first: str, second: str) -> None:
    differences = word_differences(first, second)
    end = 0
    for d in differences:
        assert end <= d.first_start <= d.first_end <= len(first)
        end = d.first_end
    end = 0
    for d in by_second(differences):
        assert end <= d.second_start <= d.second_end <= len(second)
        end = d.second_end


@given(_TEXT)
@settings(max_examples=50, deadline=None)
def test_a_text_equals_itself(text: str) -> None:
    assert all(d.change is Change.EQUAL for d in word_differences(text, text))


def by_second(differences: Sequence[Difference]) -> list[Difference]:
    """The same differences in the order of the second text."""
    return sorted(differences, key=lambda d: (d.second_start, d.second_end, d.first_start))
