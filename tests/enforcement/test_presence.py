"""Whole-word presence of accepted forms and of forms to avoid."""

from __future__ import annotations

import pytest

from translator.enforcement.avoid import find_avoided
from translator.enforcement.presence import assign_places, find_form, find_places
from translator.glossary.term import Case, Kind, Term, TermMatch


def matched(term: Term, start: int = 0) -> TermMatch:
    return TermMatch(term, start, start + 3, start, term.sources[0])


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("He met Putin today.", Term(("بوتين",), "Putin"), "Putin"),
        ("Putin's plan", Term(("بوتين",), "Putin"), "Putin"),
        ("Putin’s plan", Term(("بوتين",), "Putin"), "Putin"),
        ("the US-Iran talks", Term(("إيران",), "Iran"), "Iran"),
        ("the Iranian talks", Term(("إيران",), "Iran"), None),
        ("Putina", Term(("بوتين",), "Putin"), None),
        ("putin", Term(("بوتين",), "Putin"), None),
        ("putin", Term(("بوتين",), "Putin", case=Case.ANY), "putin"),
        ("PUTIN", Term(("بوتين",), "Putin"), None),
        ("The Kremlin said", Term(("الكرملين",), "the Kremlin"), "The Kremlin"),
        ("Al-Shabaab said", Term(("الشباب",), "al-Shabaab"), "Al-Shabaab"),
        ("al‑Shabaab said", Term(("الشباب",), "al-Shabaab"), "al‑Shabaab"),
        ("Kim  Jong\nUn", Term(("كيم",), "Kim Jong Un"), "Kim  Jong\nUn"),
        ("Kim Jong-un", Term(("كيم",), "Kim Jong Un"), None),
        ("Kim Jong-un", Term(("كيم",), "Kim Jong Un", aliases=("Kim Jong-un",)), "Kim Jong-un"),
        ("Houthis attacked", Term(("الحوثي",), "Houthi", kind=Kind.ORGANISATION), "Houthis"),
        ("Gates spoke", Term(("غيت",), "Gate", kind=Kind.PERSON), None),
        ("O’Shannessy", Term(("أوشانيسي",), "O'Shannessy"), "O’Shannessy"),
        ("a C++ course", Term(("سي",), "C++"), "C++"),
        ("", Term(("بوتين",), "Putin"), None),
    ],
)
def test_find_form(text: str, term: Term, found: str | None) -> None:
    place = find_form(text, term)
    assert (text[place.start : place.end] if place else None) == found


def test_form_is_the_glossary_spelling() -> None:
    place = find_form("The Kremlin said", Term(("الكرملين",), "the Kremlin"))
    assert place is not None
    assert place.form == "the Kremlin"


def test_kept_term_counts_only_verbatim() -> None:
    term = Term(("#غزة_تحت",), "#غزة_تحت", keep=True)
    assert find_places("They wrote #غزة_تحت today", matched(term))
    assert not find_places("They wrote #Gaza today", matched(term))


def test_two_matches_take_two_places_in_order() -> None:
    term = Term(("بوتين",), "Putin")
    text = "Putin met Kim, said Putin"
    places = list(assign_places(text, [matched(term), matched(term, 9)]))
    assert [place.start for place in places if place] == [0, 20]


def test_one_place_is_enough_for_two_matches() -> None:
    term = Term(("بوتين",), "Putin")
    places = list(assign_places("Putin said he would", [matched(term), matched(term, 9)]))
    assert [place.start for place in places if place] == [0, 0]


def test_place_inside_a_longer_name_is_second_choice() -> None:
    short, long = Term(("كيم",), "Kim"), Term(("كيم جونغ أون",), "Kim Jong Un")
    both = [matched(long), matched(short, 20)]
    assert [p and p.start for p in assign_places("Kim Jong Un arrived, Kim said", both)] == [0, 21]
    assert [p and p.start for p in assign_places("Kim Jong Un arrived", both)] == [0, 0]


@pytest.mark.parametrize(
    ("text", "avoided"),
    [
        ("in Kiev today", ["Kiev"]),
        ("in KIEV today", ["KIEV"]),
        ("Chicken Kiev is a dish of Kyiv", []),
        ("Kievan art", []),
        ("Kiev and Kiev", ["Kiev", "Kiev"]),
    ],
)
def test_find_avoided(text: str, avoided: list[str]) -> None:
    term = Term(("كييف",), "Kyiv", aliases=("Chicken Kiev",), avoid=("Kiev",))
    places = find_avoided(text, matched(term))
    assert [text[place.start : place.end] for place in places] == avoided


@pytest.mark.parametrize("text", ["Http://a.b says", "see http://a.b-c", "http://A.b"])
def test_what_is_to_be_kept_counts_letter_by_letter(text: str) -> None:
    address = Term(("http://a.b",), "http://a.b", keep=True)
    match = TermMatch(address, 0, 10, 0, "http://a.b")
    assert [place.start for place in find_places("http://a.b says", match)] == [0]
    found = find_places(text, match)
    assert all(text[place.start : place.end] == "http://a.b" for place in found)
    assert bool(found) is ("http://a.b" in text)
