"""Addresses inside Arabic sentences."""

from __future__ import annotations

import pytest

from translator.glossary.matcher import Matcher
from translator.glossary.term import Term
from translator.glossary.verbatim import find_addresses, with_kept


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("نقلا عن www.bbc.com اليوم", ["www.bbc.com"]),
        ("الرابط https://example.org/a_b?c=1#d.", ["https://example.org/a_b?c=1#d"]),
        ("(https://example.org/x)، ثم", ["https://example.org/x"]),
        ("[الموقع](https://example.org/x) هنا", ["https://example.org/x"]),
        ("راسلونا على info@example.co.uk، أو", ["info@example.co.uk"]),
        ("كتب @UN_News على تويتر", ["@UN_News"]),
        ("زوروا https://x.org/أخبار الآن", ["https://x.org/"]),
        ("قال Putin إن NATO", []),
        ("النتيجة 3.5 و A.B.C", []),
        ("الوسم #Sudan اليوم", []),
        ("الرابط `https://example.org/x` هنا", ["https://example.org/x"]),
        ("", []),
    ],
)
def test_addresses(text: str, addresses: list[str]) -> None:
    found = find_addresses(text)
    assert [match.surface for match in found] == addresses
    assert all(text[match.start : match.end] == match.surface for match in found)
    assert all(match.term.keep and match.term.target == match.surface for match in found)


def test_an_address_wins_over_a_name_inside_it() -> None:
    matcher = Matcher([Term(("BBC.com",), "BBC"), Term(("بوتين",), "Putin")])
    text = "قال بوتين لموقع www.BBC.com"
    matches = with_kept(matcher.find(text).matches, find_addresses(text))
    assert [match.surface for match in matches] == ["بوتين", "www.BBC.com"]
