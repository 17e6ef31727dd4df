"""English lines cut into sentences."""

from __future__ import annotations

import pytest

from translator.alignment.english_sentences import split_english

CASES = [
    ("He won. She lost.", ["He won.", "She lost."]),
    ("Really? Yes! Good… Fine.", ["Really?", "Yes!", "Good…", "Fine."]),
    ("Mr. Smith met Dr. Jones. They spoke.", ["Mr. Smith met Dr. Jones.", "They spoke."]),
    ("J. K. Rowling wrote it.", ["J. K. Rowling wrote it."]),
    ("At 9 a.m. Kim left. He slept.", ["At 9 a.m. Kim left.", "He slept."]),
    ("It ended at 5 p.m. The crowd left.", ["It ended at 5 p.m.", "The crowd left."]),
    ("He lives in the U.S. The house is big.", ["He lives in the U.S.", "The house is big."]),
    ("The U.S. Army came.", ["The U.S. Army came."]),
    ('He said: "Go." Then he left.', ['He said: "Go."', "Then he left."]),
    ("It rose 2.5 percent. Then 3.", ["It rose 2.5 percent.", "Then 3."]),
    ("No. 5 won on Jan. 3 in St. Louis.", ["No. 5 won on Jan. 3 in St. Louis."]),
    ("no capital. after a stop", ["no capital. after a stop"]),
    ("", []),
    ("   ", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert list(split_english(text)) == sentences
