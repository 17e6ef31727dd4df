"""Clitics are generated in Arabic's order, and read back as what they are made of."""

from __future__ import annotations

import pytest

from translator.glossary.clitics import LONGEST_PREFIX, PREFIXES, Reading, read_prefix

ANY = Reading.WHOLE | Reading.PARTICLES | Reading.ARTICLE


@pytest.mark.parametrize(
    ("written", "allowed", "clitics"),
    [
        ("", ANY, ()),
        ("و", ANY, ("و",)),
        ("ف", ANY, ("ف",)),
        ("ب", ANY, ("ب",)),
        ("ل", ANY, ("ل",)),
        ("ك", ANY, ("ك",)),
        ("وب", ANY, ("و", "ب")),
        ("ول", ANY, ("و", "ل")),
        ("فك", ANY, ("ف", "ك")),
        ("ال", ANY, ("ال",)),
        ("وال", ANY, ("و", "ال")),
        ("فال", ANY, ("ف", "ال")),
        ("بال", ANY, ("ب", "ال")),
        ("كال", ANY, ("ك", "ال")),
        ("لل", ANY, ("ل", "ال")),
        ("ولل", ANY, ("و", "ل", "ال")),
        ("فلل", ANY, ("ف", "ل", "ال")),
        ("وبال", ANY, ("و", "ب", "ال")),
        ("فكال", ANY, ("ف", "ك", "ال")),
        ("لل", Reading.OWN_ARTICLE, ("ل", "ال")),
        ("ل", Reading.OWN_ARTICLE_LAM, ("ل", "ال")),
        ("ول", Reading.OWN_ARTICLE_LAM, ("و", "ل", "ال")),
        ("ال", Reading.PARTICLES, None),
        ("لل", Reading.PARTICLES, None),
        ("و", Reading.WHOLE, None),
        ("ال", Reading.OWN_ARTICLE, None),
        ("وف", ANY, None),
        ("بو", ANY, None),
        ("بل", ANY, None),
        ("الو", ANY, None),
        ("س", ANY, None),
        ("لال", ANY, None),
        ("ا", ANY, None),
    ],
)
def test_reads_prefixes(written: str, allowed: Reading, clitics: tuple[str, ...] | None) -> None:
    assert read_prefix(written, allowed) == clitics


def test_no_prefix_is_longer_than_said() -> None:
    assert max(map(len, PREFIXES)) == LONGEST_PREFIX
