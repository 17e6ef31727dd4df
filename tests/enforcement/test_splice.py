"""Which English words are exchanged for a term."""

from __future__ import annotations

import pytest

from translator.enforcement.splice import (
    Spliced,
    aligned_span,
    find_span,
    mend_near_misses,
    remove_avoided,
    splice_term,
)
from translator.glossary.term import Kind, Term

SOURCE = "التقى الرجلان في قاعدة فوستوشني الفضائية"
VOSTOCHNY = Term(("فوستوشني",), "Vostochny", kind=Kind.PLACE, avoid=("Voscini",))


@pytest.mark.parametrize(
    ("text", "pairs", "result"),
    [
        # A form to avoid needs no link.
        ("They met in Voscini's space base", {}, "They met in Vostochny's space base"),
        # A word that sounds like it.
        (
            "They met at Fustoshani space base",
            {"فوستوشني": "Fustoshani"},
            "They met at Vostochny space base",
        ),
        # A word that does not, but is linked; the link is a part of it.
        ("They met at the luggage base", {"فوستوشني": "lugg"}, "They met at the Vostochny base"),
        # Only a function word is linked: nothing is exchanged.
        ("They met at the base", {"فوستوشني": "at"}, None),
        # Nothing is linked.
        ("They met there", {}, None),
        # Subwords of one name in two words.
        ("at Fusto Luggage base", {"فوستو": "Fusto", "شني": "Luggage"}, "at Vostochny base"),
    ],
)
def test_splice_term(match_in, linked, text, pairs, result) -> None:
    match = match_in(SOURCE, "فوستوشني", VOSTOCHNY)
    spliced = splice_term(Spliced(text, linked(SOURCE, text, pairs)), match, [match])
    assert (spliced.text if spliced else None) == result
    for link in spliced.links if spliced else ():
        assert 0 <= link.target_start < link.target_end <= len(spliced.text)


def test_aligned_span_leaves_other_terms_alone(match_in, linked) -> None:
    text = "Putin met him"
    source = "التقى بوتين كيم"
    putin = match_in(source, "بوتين", Term(("بوتين",), "Putin"))
    kim = match_in(source, "كيم", Term(("كيم",), "Kim Jong Un"))
    spliced = Spliced(text, linked(source, text, {"كيم": "Putin"}))
    assert find_span(spliced, kim, [putin, kim]) is None


def test_aligned_span_drops_function_words_and_possessive(match_in, linked) -> None:
    text = "the plan of Boutros's army"
    source = "خطة بطرس"
    match = match_in(source, "بطرس", Term(("بطرس",), "Peter"))
    links = linked(source, text, {"بطرس": "of Boutros"})
    assert aligned_span(Spliced(text, links), match, []) == (12, 19)


@pytest.mark.parametrize(
    ("text", "pairs", "result"),
    [
        ("at Fustoshani base", {"فوستوشني": "Fustoshani"}, "at Vostochny base"),
        ("at Fustoshani base", {}, "at Fustoshani base"),
        ("at luggage base", {"فوستوشني": "luggage"}, "at luggage base"),
        ("at Voscini base", {"فوستوشني": "Voscini"}, "at Vostochny base"),
        ("at Voscini large", {"فوستو": "Voscini", "شني": "large"}, "at Voscini large"),
        ("at Vostochny base", {"فوستوشني": "Vostochny"}, "at Vostochny base"),
    ],
)
def test_mend_near_misses(match_in, linked, text, pairs, result) -> None:
    match = match_in(SOURCE, "فوستوشني", VOSTOCHNY)
    assert mend_near_misses(Spliced(text, linked(SOURCE, text, pairs)), [match]).text == result


def test_short_name_inside_its_own_longer_one(match_in) -> None:
    source = "كيم وشقيقته كيم يو جونغ"
    kim = match_in(source, "كيم", Term(("كيم",), "Kim"))
    long = match_in(source, "كيم يو جونغ", Term(("كيم يو جونغ",), "Kim Yo Jong"))
    mended = mend_near_misses(Spliced("Kim and Kim Yo-jong", ()), [kim, long])
    assert mended.text == "Kim and Kim Yo Jong"


def test_second_garbled_mention_is_mended(match_in, linked) -> None:
    source = "قال بروفنزانو إن سياسة بروفنسانو نجحت"
    text = "Provenzano said the Peruvenano policy worked"
    term = Term(("بروفنزانو", "بروفنسانو"), "Provenzano", kind=Kind.PERSON)
    matches = [match_in(source, surface, term) for surface in term.sources]
    links = linked(source, text, {"بروفنزانو": "Provenzano", "بروفنسانو": "Peruvenano"})
    mended = mend_near_misses(Spliced(text, links), matches)
    assert mended.text == "Provenzano said the Provenzano policy worked"


def test_remove_avoided_exchanges_every_place(match_in) -> None:
    match = match_in(SOURCE, "فوستوشني", VOSTOCHNY)
    removed = remove_avoided(Spliced("Vostochny (Voscini) and VOSCINI", ()), [match])
    assert removed.text == "Vostochny (Vostochny) and Vostochny"
