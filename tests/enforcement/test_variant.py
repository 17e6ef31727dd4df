"""Inline sources and the way back to the segment's own offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.enforcement.inline import inline_variant, restore, stand_in
from translator.enforcement.variant import Exchange, SourceVariant
from translator.engine.protocol import Link
from translator.glossary.term import Term, TermMatch


@pytest.mark.parametrize(
    ("source", "surface", "clitics", "target", "variant"),
    [
        ("في قاعدة فوستوشني الفضائية", "فوستوشني", (), "Vostochny", "في قاعدة Vostochny الفضائية"),
        ("قال كيم لبوتين", "بوتين", ("ل",), "Putin", "قال كيم ل Putin"),
        ("كيم وبوتين", "بوتين", ("و",), "Putin", "كيم و Putin"),
        ("من الكرملين", "كرملين", ("ال",), "the Kremlin", "من Kremlin"),
        ("وبالكرملين", "كرملين", ("و", "ب", "ال"), "the Kremlin", "وب Kremlin"),
        ("غنى مسلم جورسيس", "مسلم جورسيس", (), "Müslüm Gürses", "غنى Muslum Gurses"),
        ("«فوستوشني»", "فوستوشني", (), "Vostochny", "«Vostochny»"),
    ],
)
def test_inline_variant(match_in, source, surface, clitics, target, variant) -> None:
    match = match_in(source, surface, Term((surface,), target), clitics)
    assert inline_variant(source, [match]).text == variant


def test_kept_arabic_gets_a_latin_stand_in(match_in) -> None:
    match = match_in("هاشتاغ فلسطين", "فلسطين", Term(("فلسطين",), "فلسطين", keep=True))
    assert stand_in(match).isascii()
    assert stand_in(match)[0].isupper()


def test_kept_latin_stands_for_itself(match_in) -> None:
    match = match_in("معيار ISO 9001", "ISO 9001", Term(("ISO 9001",), "ISO 9001", keep=True))
    assert stand_in(match) == "ISO 9001"


def test_restore_puts_accents_back_and_moves_links(match_in) -> None:
    source = "غنى مسلم جورسيس هناك"
    match = match_in(source, "مسلم جورسيس", Term(("مسلم جورسيس",), "Müslüm Gürses"))
    links = (Link(0, 3, 14, 18, 0.9), Link(16, 20, 19, 24, 0.9))
    restored = restore("Muslum Gurses sang there", links, [match])
    assert restored.text == "Müslüm Gürses sang there"
    assert all(link.target_end <= len(restored.text) for link in restored.links)
    assert restored.links[-1] == links[-1]


def test_restore_leaves_right_copies(match_in) -> None:
    match = match_in("زار برلين", "برلين", Term(("برلين",), "Berlin"))
    assert restore("He saw Berlin", (), [match]).text == "He saw Berlin"


@st.composite
def variants(draw: st.DrawFn) -> SourceVariant:
    original = draw(st.text("ابت xy", min_size=1, max_size=40))
    cuts = draw(st.lists(st.integers(0, len(original)), max_size=6, unique=True).map(sorted))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return SourceVariant(
        original,
        tuple(Exchange(start, end, draw(st.text("PQ ", max_size=9))) for start, end in pairs),
    )


@given(variants(), st.data())
@settings(max_examples=100, deadline=None)
def test_spans_come_back_to_the_original(variant: SourceVariant, data: st.DataObject) -> None:
    text = variant.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = variant.original_span(start, end)
    assert 0 <= first <= len(variant.original)
    assert 0 <= last <= len(variant.original)
    untouched = text[start:end]
    if start < end and not set(untouched) & set("PQ"):
        assert first <= last
    for exchange in variant.exchanges:
        assert not exchange.start < first < exchange.end
        assert not exchange.start < last < exchange.end


def test_untouched_words_keep_their_place() -> None:
    variant = SourceVariant("قال بوتين اليوم", (Exchange(4, 9, "Vladimir Putin"),))
    start = variant.text.index("اليوم")
    assert variant.original_span(start, start + 5) == (10, 15)
    assert variant.original_span(6, 9) == (4, 9)
    assert variant.original_span(0, 3) == (0, 3)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.example.org/a_b?c=1", "Example"),
        ("www.bbc.com", "Bbc"),
        ("info@example.co.uk", "Info"),
        ("@UN_News", "News"),
        ("http://1.2.3.4/", "Xan"),
    ],
)
def test_an_address_travels_as_a_plain_name(address: str, name: str) -> None:
    term = Term((address,), address, keep=True)
    assert stand_in(TermMatch(term, 0, len(address), 0, address)) == name
