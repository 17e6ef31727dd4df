"""HTML entities that stock packages put into their English."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.engine.repair import repair_entities


@pytest.mark.parametrize(
    ("faulty", "mended"),
    [
        ("Italy &apos; s plans", "Italy's plans"),
        ("The country &apos;s plans", "The country's plans"),
        ("they don &apos; t know", "they don't know"),
        ("they &apos; re here", "they're here"),
        ("as a &quot; trap &quot; for", 'as a "trap" for'),
        ("&quot; Stable &quot; he said", '"Stable" he said'),
        ("said: &quot; We have &quot;.", 'said: "We have".'),
        ("profit &amp; loss", "profit & loss"),
        ("AT&amp;T", "AT&T"),
        ("5 &lt; 6", "5 < 6"),
        ("&#39;s", "'s"),
        ("Italy &#39; s plans", "Italy's plans"),
        ("Johnson & Johnson", "Johnson & Johnson"),
        ("a &madeup; b", "a &madeup; b"),
        ("R&D; then", "R&D; then"),
        ("no entity", "no entity"),
        ("", ""),
    ],
)
def test_entities_become_characters(faulty: str, mended: str) -> None:
    assert repair_entities(faulty).text == mended


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Kim", " ", "&apos;", "&quot;", "&amp;", "s", "&", ";", "t "]), max_size=12
    ).map("".join)
)
def test_offsets_stay_in_order_and_inside(faulty: str) -> None:
    repaired = repair_entities(faulty)
    assert len(repaired.offsets) == len(faulty) + 1
    assert list(repaired.offsets) == sorted(repaired.offsets)
    assert repaired.offsets[-1] == len(repaired.text)


def test_offsets_follow_a_word_behind_an_entity() -> None:
    faulty = "Italy &apos; s plans"
    repaired = repair_entities(faulty)
    start = repaired.offsets[faulty.index("plans")]
    assert repaired.text[start : start + 5] == "plans"
