"""Terms proposed out of a place in a segment: prefixes only with evidence, English by links."""

from __future__ import annotations

import pytest

from translator.document import Segment
from translator.engine.protocol import Link
from translator.glossary.term import Kind, Term, TermMatch
from translator.suggest.proposal import (
    english_of,
    guess_kind,
    propose_term,
    readings_of,
    source_span,
)
from translator.translation import Method, SegmentTranslation, TermOutcome

SOURCE = "وصل إلى مطار فوستوشني"
ENGLISH = "He arrived at the Voscini airport."


def linked(source: str, english: str, pairs: list[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(
        Link(
            source.index(arabic),
            source.index(arabic) + len(arabic),
            english.index(word),
            english.index(word) + len(word),
            0.9,
        )
        for arabic, word in pairs
    )


def result(
    source: str = SOURCE,
    english: str = ENGLISH,
    links: tuple[Link, ...] = (),
    terms: tuple[TermOutcome, ...] = (),
) -> SegmentTranslation:
    segment = Segment("1.1", "f", source, 0, len(source))
    return SegmentTranslation(segment, english, english, -0.5, links=links, terms=terms)


def span(source: str, word: str) -> tuple[int, int]:
    return source.index(word), source.index(word) + len(word)


def test_a_name_that_begins_with_a_prefix_letter_stays_whole() -> None:
    links = linked(SOURCE, ENGLISH, [("فوستوشني", "Voscini"), ("مطار", "airport")])
    proposal = propose_term(result(links=links), *span(SOURCE, "فوستوشني"), ["وصل", "مطار"])
    assert proposal.source == "فوستوشني"
    assert proposal.readings == ("فوستوشني", "وستوشني")
    assert proposal.english == "Voscini"
    assert proposal.kind is Kind.PLACE
    assert proposal.term is None


@pytest.mark.parametrize(
    ("word", "elsewhere", "expected"),
    [
        ("وبوتين", "بوتين", "بوتين"),
        ("وبوتين", "شيء", "وبوتين"),
        ("للكرملين", "الكرملين", "الكرملين"),
        ("بالكرملين", "الكرملين", "الكرملين"),
        ("والكرملين", "الكرملين", "الكرملين"),
        ("الكرملين", "كرملين", "الكرملين"),
        ("بيونغيانغ", "يونغيانغ", "يونغيانغ"),
        ("لندن", "ندن", "ندن"),
    ],
)
def test_a_prefix_goes_only_if_the_rest_stands_in_the_article(
    word: str, elsewhere: str, expected: str
) -> None:
    source = f"قال {word} اليوم"
    assert propose_term(result(source), *span(source, word), [elsewhere]).source == expected


def test_readings_offer_every_rest_of_three_letters_or_more() -> None:
    assert readings_of("وبلندن") == ("وبلندن", "بلندن", "لندن")
    assert readings_of("بدر") == ("بدر",)
    assert readings_of("وكيم جونغ أون") == ("وكيم جونغ أون", "كيم جونغ أون")


def test_a_matched_term_is_proposed_as_it_stands_in_the_glossary() -> None:
    term = Term(("فوستوشني",), "Vostochny", Kind.PLACE, avoid=("Voscini",))
    start, end = span(SOURCE, "فوستوشني")
    outcome = TermOutcome(TermMatch(term, start, end, start, "فوستوشني"), Method.UNMET)
    proposal = propose_term(result(terms=(outcome,)), start, end)
    assert proposal.term == term
    assert proposal.kind is Kind.PLACE


@pytest.mark.parametrize(
    ("english", "pairs", "word", "expected"),
    [
        ("He met Kim Jong Un there.", [("كيم", "Kim Jong Un")], "كيم", "Kim Jong Un"),
        ("of the Kremlin today", [("كيم", "of the Kremlin")], "كيم", "Kremlin"),
        ("no word of it", [], "كيم", ""),
        ("Kim said, he, Kim, came", [("كيم", "Kim")], "كيم", "Kim"),
    ],
)
def test_english_by_links(
    english: str, pairs: list[tuple[str, str]], word: str, expected: str
) -> None:
    source = "التقى كيم هناك"
    assert english_of(linked(source, english, pairs), span(source, word), english) == expected


def test_the_arabic_of_an_english_word() -> None:
    links = linked(SOURCE, ENGLISH, [("فوستوشني", "Voscini")])
    start = ENGLISH.index("Voscini")
    assert source_span(links, start, start + 7) == span(SOURCE, "فوستوشني")
    assert source_span(links, 0, 2) is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("قال الرئيس فلاديمير بوتين", "فلاديمير بوتين", Kind.PERSON),
        ("في مدينة سوتشي", "سوتشي", Kind.PLACE),
        ("وبمدينة سوتشي", "سوتشي", Kind.PLACE),
        ("اعلنت شركة غازبروم", "غازبروم", Kind.ORGANISATION),
        ("اطلق صاروخ هواسونغ", "هواسونغ", Kind.WEAPON),
        ("في حزب الله اليوم", "حزب الله", Kind.ORGANISATION),
        ("ثم سوتشي", "سوتشي", Kind.OTHER),
    ],
)
def test_kind_by_the_word_before(text: str, name: str, kind: Kind) -> None:
    assert guess_kind(text, *span(text, name)) is kind
