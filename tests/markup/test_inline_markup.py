"""Inline marks of Markdown: what is one, and what is left when they are taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.inline_markup import Stripped, strip_markup

CASES = {
    "strong": ("قال **كيم** هنا", "قال كيم هنا", [("كيم", "**", "**")]),
    "emphasis": ("قال *كيم* و_بوتين_ هنا", "قال كيم و_بوتين_ هنا", [("كيم", "*", "*")]),
    "underscores": ("قال _كيم_ هنا", "قال كيم هنا", [("كيم", "_", "_")]),
    "struck": ("قال ~~كيم~~ هنا", "قال كيم هنا", [("كيم", "~~", "~~")]),
    "three": ("***كيم***", "كيم", [("كيم", "***", "***")]),
    "opened twice": ("*1 *كيم*", "*1 كيم", [("كيم", "*", "*")]),
    "nested": ("**قال *كيم***", "قال كيم", [("قال كيم", "**", "**"), ("كيم", "*", "*")]),
    "beside": ("*كيم* *بوتين*", "كيم بوتين", [("كيم", "*", "*"), ("بوتين", "*", "*")]),
    "link": ("[موقع](https://a.b/c_d)", "موقع", [("موقع", "[", "](https://a.b/c_d)")]),
    "title": ('[موقع](a "ب")', "موقع", [("موقع", "[", '](a "ب")')]),
    "parentheses": ("[موقع](a(1))", "موقع", [("موقع", "[", "](a(1))")]),
    "reference": ("[موقع][1] هنا", "موقع هنا", [("موقع", "[", "][1]")]),
    "image": ("![صورة](a.png)", "صورة", [("صورة", "![", "](a.png)")]),
    "image without text": ("![](a.png) نص", " نص", [("", "![", "](a.png)")]),
    "strong link": (
        "**[موقع](a)**",
        "موقع",
        [("موقع", "**", "**"), ("موقع", "[", "](a)")],
    ),
    "strong in a link": (
        "[**موقع** آخر](a)",
        "موقع آخر",
        [("موقع آخر", "[", "](a)"), ("موقع", "**", "**")],
    ),
    "code": ("الأمر `pip *x*` هنا", "الأمر pip *x* هنا", [("pip *x*", "`", "`")]),
    "two backquotes": ("الأمر ``a`b`` هنا", "الأمر a`b هنا", [("a`b", "``", "``")]),
    "opened here, closed in the next sentence": (
        "قال **كيم كلاما.",
        "قال كيم كلاما.",
        [("كيم كلاما.", "**", "")],
    ),
    "closed here": ("ثم غادر** القاعدة", "ثم غادر القاعدة", [("ثم غادر", "", "**")]),
}
NO_MARKS = {
    "a footnote": "بلغ العدد 12* هنا",
    "a product": "3*4*5 = 60 و 2 * 3 * 4",
    "a name with underscores": "الملف snake_case_name هنا",
    "escaped": r"قال \*كيم\* هنا",
    "brackets": "قال [كيم] (هنا)",
    "a lone backquote": "قال ` كيم",
    "an address": "https://a.b/c_d_e هنا",
    "nothing": "قال كيم.",
}


@pytest.mark.parametrize(("text", "bare", "marks"), CASES.values(), ids=CASES)
def test_marks_are_taken_out(text: str, bare: str, marks: list[tuple[str, str, str]]) -> None:
    stripped = strip_markup(text)
    assert stripped.text == bare
    assert [
        (bare[mark.start : mark.end], mark.opening, mark.closing) for mark in stripped.marks
    ] == marks


@pytest.mark.parametrize("text", NO_MARKS.values(), ids=NO_MARKS)
def test_what_is_no_mark_stays(text: str) -> None:
    assert strip_markup(text) == Stripped(text)


def test_spans_of_the_bare_text_in_the_original() -> None:
    text = "قال **كيم** هنا"
    stripped = strip_markup(text)
    start = stripped.text.index("كيم")
    assert text[slice(*stripped.original(start, start + 3))] == "كيم"
    assert text[slice(*stripped.original(0, len(stripped.text)))] == text
    assert stripped.original(-1, -1) == (-1, -1)


@given(st.text(alphabet='اب *_`[]()!~.1a\\"', max_size=40))
def test_nothing_but_marks_is_taken_out(text: str) -> None:
    stripped = strip_markup(text)
    if not stripped.marks:
        assert stripped.text == text
        return
    assert "".join(text[place] for place in stripped.places[:-1]) == stripped.text
    assert list(stripped.places) == sorted(set(stripped.places))
    taken = sum(len(mark.opening) + len(mark.closing) for mark in stripped.marks)
    assert taken == len(text) - len(stripped.text)
    assert all(0 <= mark.start <= mark.end <= len(stripped.text) for mark in stripped.marks)
