"""Marks come back around the English of the words that they stood around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Segment
from translator.engine.protocol import Hypothesis, Link
from translator.glossary.term import Term, TermMatch
from translator.inline_markup import strip_markup
from translator.marked_english import mark_english, with_marks
from translator.translation import Flag, Method, SegmentTranslation, TermOutcome


def links(source: str, english: str, pairs: dict[str, str]) -> tuple[Link, ...]:
    """One link for each English word of a pair, to the Arabic of the pair."""
    found = []
    for arabic, words in pairs.items():
        start = source.index(arabic)
        for word in words.split():
            place = english.index(word)
            found.append(Link(start, start + len(arabic), place, place + len(word), 0.9))
    return tuple(found)


def term(source: str, english: str, arabic: str, form: str) -> TermOutcome:
    start, place = source.index(arabic), english.index(form)
    match = TermMatch(Term((arabic,), form), start, start + len(arabic), start, arabic)
    return TermOutcome(match, Method.PLAIN, place, place + len(form), form)


def marked(text: str, english: str, pairs: dict[str, str]) -> str:
    stripped = strip_markup(text)
    return mark_english(stripped, english, links(stripped.text, english, pairs)).text


def test_the_words_that_the_model_looked_at() -> None:
    pairs = {"قال": "said", "كيم": "Kim", "الحرب": "war", "مقدسة": "is holy"}
    assert marked("قال كيم إن **الحرب مقدسة** هنا", "Kim said war is holy here", pairs) == (
        "Kim said **war is holy** here"
    )


def test_a_preposition_at_the_end_is_not_the_marks() -> None:
    pairs = {"القاعدة": "base on", "الأربعاء": "Wednesday"}
    assert marked("في **القاعدة** الأربعاء", "in base on Wednesday", pairs) == (
        "in **base** on Wednesday"
    )


@pytest.mark.parametrize(
    ("arabic", "words", "expected"),
    [
        ("كندا", "in Canada", "in **Canada**"),
        ("في كندا", "in Canada", "**in Canada**"),
        ("بكندا", "in Canada", "**in Canada**"),
        ("وكندا", "and Canada", "**and Canada**"),
        ("وكندا", "of Canada", "of **Canada**"),
        ("كندا", "the Canada", "the **Canada**"),
        ("الهند", "the India", "**the India**"),
        ("كندا", "Canada's", "**Canada**'s"),
        ("كندا", "Canada on", "**Canada** on"),
        ('"كندا"', '"Canada"', '**"Canada"**'),
    ],
)
def test_small_words_beside_it_are_the_marks_only_if_the_arabic_has_them(
    arabic: str, words: str, expected: str
) -> None:
    pairs = {"قال": "said", arabic.strip('"'): words.strip('"')}
    text = f"قال **{arabic}**"
    assert marked(text, f"said {words}", pairs) == f"said {expected}"


def test_two_marks_never_share_a_word() -> None:
    pairs = {"كيم": "Kim told", "بوتين": "Putin"}
    text = "*كيم* **كيم بوتين**"
    assert marked(text, "Kim told Putin", pairs) == "*Kim told* **Putin**"


def test_a_mark_within_a_mark() -> None:
    pairs = {"قال": "said", "كيم": "Kim", "اليوم": "today"}
    assert marked("**قال *كيم*** اليوم", "Kim said today", pairs) == "***Kim* said** today"


def test_a_whole_sentence_with_its_full_stop() -> None:
    assert marked("**وصل كيم.**", "Kim arrived.", {}) == "**Kim arrived.**"
    assert marked("**وصل كيم**.", "Kim arrived.", {}) == "**Kim arrived**."
    assert marked("**وصل كيم.**", "The Kim arrived.", {}) == "**The Kim arrived.**"


def test_a_term_tells_its_place_whatever_the_model_looked_at() -> None:
    stripped = strip_markup("في **فوستوشني** هنا")
    english = "the Vostochny base here"
    wrong = links(stripped.text, english, {"فوستوشني": "base here"})
    place = term(stripped.text, english, "فوستوشني", "Vostochny")
    assert mark_english(stripped, english, wrong, [place]).text == "the **Vostochny** base here"


def test_an_address_is_never_lost() -> None:
    assert marked("قال [كيم](https://a.b) هنا", "He said.", {}) == "He said [link](https://a.b)."
    assert marked("![](a.png) نص", "Text", {}) == "Text ![](a.png)"


def test_emphasis_without_a_place_is_named() -> None:
    stripped = strip_markup("قال **كيم** هنا")
    found = mark_english(stripped, "He said so", ())
    assert found.text == "He said so"
    assert [mark.opening for mark in found.lost] == ["**"]


def test_everything_in_a_result_points_to_the_marked_texts() -> None:
    source, english = "قال **كيم** 12 كلمة", "Kim said 12 words"
    stripped = strip_markup(source)
    attention = links(stripped.text, english, {"كيم": "Kim", "قال": "said", "كلمة": "words"})
    number = stripped.text.index("12")
    result = SegmentTranslation(
        segment=Segment("1.1", "f", source, 0, len(source)),
        text=english,
        plain=english,
        score=-1.0,
        terms=(term(stripped.text, english, "كيم", "Kim"),),
        flags=(Flag("number", "?", number, number + 2, 9, 11),),
        links=attention,
        alternatives=(Hypothesis(english, -2.0, attention),),
    )
    found = with_marks(stripped, result, attention)
    assert found.text == found.plain == found.alternatives[0].text == "**Kim** said 12 words"
    (outcome,), (flag,) = found.terms, found.flags
    assert source[outcome.match.start : outcome.match.end] == "كيم"
    assert found.text[outcome.target_start : outcome.target_end] == "Kim"
    assert source[flag.source_start : flag.source_end] == "12"
    assert found.text[flag.target_start : flag.target_end] == "12"
    pairs = {
        (
            source[link.source_start : link.source_end],
            found.text[link.target_start : link.target_end],
        )
        for link in found.links
    }
    assert pairs == {("كيم", "Kim"), ("قال", "said"), ("كلمة", "words")}


@given(
    st.text(alphabet="اب *_`[]()!.", min_size=1, max_size=30),
    st.text(alphabet="ab .'", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=12),
)
def test_the_english_is_all_there_in_order(
    text: str, english: str, pairs: list[tuple[int, int]]
) -> None:
    stripped = strip_markup(text)
    attention = [
        Link(start, start + 1, target, target + 1, 0.5)
        for start, target in pairs
        if start < len(stripped.text) and target < len(english)
    ]
    found = mark_english(stripped, english, attention)
    if found.places:
        assert "".join(found.text[place] for place in found.places[:-1]) == english
    placed = [mark for mark in stripped.marks if mark not in found.lost]
    for mark in placed if found.places else ():
        assert mark.opening in found.text
        assert mark.closing in found.text
