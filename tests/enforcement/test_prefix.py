"""Where a term that the English has nothing for is forced in."""

from __future__ import annotations

import pytest

from translator.enforcement.prefix import place_behind
from translator.glossary.term import Term

SOURCE = "حادث سباق المجر الكبير"


@pytest.mark.parametrize(
    ("text", "pairs", "word"),
    [
        ("an accident at the race there", {"سباق": "race"}, "there"),
        ("an accident at the Grand Prix there", {"سباق": "Grand"}, "Grand"),
        ("an accident at the race", {"سباق": "race"}, None),
        ("there was an accident", {"الكبير": "accident"}, "there"),
    ],
)
def test_place_behind(match_in, linked, text, pairs, word) -> None:
    match = match_in(SOURCE, "مجر", Term(("مجر",), "Hungary"), ("ال",))
    place = place_behind(text, linked(SOURCE, text, pairs), match)
    assert place == (None if word is None else text.index(word))


def test_no_place_without_links(match_in) -> None:
    match = match_in(SOURCE, "مجر", Term(("مجر",), "Hungary"), ("ال",))
    assert place_behind("an accident at the race", (), match) is None
