"""Lines as they are drawn, and the map between stored and drawn text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.bidi import PADDING, Base, Layout, Mode, Run, layout, one_line

ARTICLE = Path(__file__).parents[2] / "demo" / "article.ar.txt"
FAMILY, FLAG = "👨\u200d👩\u200d👧", "🇷🇺"


def plain(text: str, width: int = 200, base: Base = "rtl") -> str:
    """What is drawn on the first line, presentation forms read back as letters."""
    return unicodedata.normalize(
        "NFKC", layout(text, width, mode="visual", base=base).lines[0].text
    )


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("", ""),
        ("ابت", "تبا"),
        ("في عام 2019 بدأ", "أدب 2019 ماع يف"),
        ("قال Kim Jong Un هنا", "انه Kim Jong Un لاق"),
        ("وصفه بـ”الحرب“.", ".“برحلا”ـب هفصو"),
        ("قال «نعم» (اليوم)", "(مويلا) «معن» لاق"),
        ("(NASA) وكالة", "ةلاكو (NASA)"),
        ("بنسبة 12.5% تقريبا", "ابيرقت %12.5 ةبسنب"),
        ("موقع https://example.com/a?b=1 هنا", "انه https://example.com/a?b=1 عقوم"),
        ("من ١٢/٣ إلى ٤", "٤ ىلإ ١٢/٣ نم"),
        ("C++ لغة", "ةغل ++C"),
        ("abc\u2067ابت\u2069def", "abcتباdef"),
        ("اب\u202aabc \u202bجد\u202c x\u202c ه", "ه abc دج xبا"),
        ("عَرَبِيّ", "".join(["ي", "ّ", "ب", "ِ", "ر", "َ", "ع", "َ"])),
        ("رو" + FLAG + "سيا", "ايس" + FLAG + "ور"),
        ("أ " + FAMILY + " ب", "ب " + FAMILY + " أ"),
        ("ثم 👍🏽 و❤️ و1️⃣", "1️⃣و ❤️و 👍🏽 مث"),
        ("a\tب", "ب a"),
    ],
)
def test_right_to_left_line(text: str, drawn: str) -> None:
    assert plain(text) == drawn


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("The name فوستوشني is 1 word.", "The name ينشوتسوف is 1 word."),
        ("(قاعدة) base", "(ةدعاق) base"),
        ("Kim 🇰🇵 said “yes”", "Kim 🇰🇵 said “yes”"),
    ],
)
def test_left_to_right_line(text: str, drawn: str) -> None:
    line = layout(text, 80, mode="visual", base="ltr").lines[0]
    assert unicodedata.normalize("NFKC", line.text) == drawn
    assert line.pad == 0


def test_letters_are_joined_and_marks_follow_their_base() -> None:
    assert layout("كَتَبَ", 10, mode="visual", base="rtl").lines[0].text == "\ufe90َ\ufe98َ\ufedbَ"


def test_lam_alef_takes_one_cell_and_both_letters_show_there() -> None:
    drawn = layout("بلاد", 10, mode="visual", base="rtl")
    assert drawn.lines[0].cells == 3
    assert drawn.lines[0].pad == 7
    assert drawn.lines[0].logical == (PADDING,) * 7 + (3, 1, 0)
    assert drawn.place(1) == drawn.place(2) == Run(0, 8, 9)
    assert drawn.offset_at(0, 8) == 1


def test_width_is_that_of_the_shaped_text() -> None:
    # Four letters fit three cells, since lam and alef share one.
    assert len(layout("بلاد", 3, mode="visual", base="rtl").lines) == 1
    assert len(layout("بلاد", 3, mode="logical", base="rtl").lines) == 2


def test_a_span_may_be_drawn_in_several_runs() -> None:
    text = "كيم NASA بوتين"
    drawn = layout(text, 14, mode="visual", base="rtl")
    assert plain(text, 14) == "نيتوب NASA ميك"
    assert drawn.runs(0, 3) == (Run(0, 11, 14),)
    # "م NA": the letter stands right of the Latin word, whose end is between them.
    assert drawn.runs(2, 6) == (Run(0, 6, 8), Run(0, 10, 12))
    assert drawn.runs(0, len(text)) == (Run(0, 0, 14),)
    assert drawn.runs(3, 3) == ()
    assert drawn.lines[0].cut(6, 8) == "NA"


def test_a_span_over_two_lines() -> None:
    drawn = layout("ابت ثجح", 5, mode="visual", base="rtl")
    assert [(line.start, line.end, line.pad) for line in drawn.lines] == [(0, 4, 2), (4, 7, 2)]
    assert drawn.runs(1, 6) == (Run(0, 2, 4), Run(1, 3, 5))
    # The blank at the break is not drawn; it stands where reading of its line ends.
    assert drawn.place(3) == Run(0, 2, 2)


@pytest.mark.parametrize(
    ("line", "cell", "offset"),
    [(0, 4, 0), (0, 2, 2), (0, 0, 2), (0, 99, 0), (1, 4, 4), (9, 4, 4), (-1, 4, 0)],
)
def test_offset_at_takes_the_nearest_character(line: int, cell: int, offset: int) -> None:
    assert layout("ابت ثجح", 5, mode="visual", base="rtl").offset_at(line, cell) == offset


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("ab cd ef", 5, ["ab cd", "ef"]),
        ("ab  cd", 3, ["ab", "cd"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("x abcdef", 4, ["x", "abcd", "ef"]),
        ("ab cd", 2, ["ab", "cd"]),
        ("ab\u00a0cd ef", 5, ["ab cd".replace(" ", "\u00a0"), "ef"]),
        ("ab\u200bcd", 3, ["ab", "cd"]),
        ("a\nb\r\nc", 9, ["a", "b", "c"]),
        ("a\n\nb", 9, ["a", "", "b"]),
        ("ab   ", 3, ["ab "]),
        ("日本語", 4, ["日本", "語"]),
        ("日", 1, ["\ufffd"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("\u0301a", 5, ["◌\u0301a"]),
        ("a\x1b[31mb", 9, ["a[31mb"]),
        ("a\ud800b", 9, ["a\ufffdb"]),
    ],
)
@pytest.mark.parametrize("mode", ["visual", "logical"])
def test_wrapping(text: str, width: int, lines: list[str], mode: Mode) -> None:
    assert [line.text for line in layout(text, width, mode=mode, base="ltr").lines] == lines


def test_logical_mode_keeps_order_letters_and_direction_marks() -> None:
    text = "قال\u200f (NASA) لا"
    drawn = layout(text, 20, mode="logical", base="rtl")
    assert drawn.lines[0].text == text
    assert drawn.lines[0].pad == 20 - cell_len(text)


def test_one_line() -> None:
    assert one_line("Kim\nكيم", mode="visual", base="ltr") == "Kim \ufee2\ufef4\ufedb"


def test_width_must_be_positive() -> None:
    with pytest.raises(ValueError, match="not 0"):
        layout("a", 0, mode="visual", base="rtl")


@pytest.mark.parametrize("width", [30, 60, 100])
@pytest.mark.parametrize("mode", ["visual", "logical"])
def test_real_article(width: int, mode: Mode) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    drawn = layout(text, width, mode=mode, base="rtl")
    check(text, drawn, width, mode, "rtl")
    assert all(line.pad + line.cells == width for line in drawn.lines)


def test_long_paragraph() -> None:
    text = ("وتعهد كيم بدعم “روسيا” (2019) NASA " * 60)[:2000]
    check(text, layout(text, 37, mode="visual", base="rtl"), 37, "visual", "rtl")


def check(text: str, drawn: Layout, width: int, mode: Mode, base: Base) -> None:
    """What holds for any text."""
    assert drawn.lines[0].start == 0
    assert drawn.lines[-1].end == len(text)
    for line, following in zip(drawn.lines, drawn.lines[1:], strict=False):
        assert line.end == following.start
    shown: list[int] = []
    for number, line in enumerate(drawn.lines):
        assert cell_len(line.text) == line.cells <= width
        assert len(line.logical) == len(line.columns) - 1 == line.pad + line.cells
        assert line.logical[: line.pad] == (PADDING,) * line.pad
        assert not line.cells or line.cut(0, line.pad + line.cells) == line.padded
        for cell, offset in enumerate(line.logical):
            # Visual -> logical -> visual comes back to the same cell.
            if offset != PADDING:
                place = drawn.place(offset)
                assert place.line == number
                assert place.start <= cell < place.end
                assert drawn.offset_at(number, cell) == offset
        shown += sorted(set(line.logical) - {PADDING})
        assert {drawn.line_of[offset] for offset in range(line.start, line.end)} <= {number}
        # A line never begins with a mark, nor with the alef of a lam.
        assert not line.text or not unicodedata.combining(line.text[0])
    assert shown == sorted(set(shown))
    for offset, character in enumerate(text):
        place = drawn.place(offset)
        line = drawn.lines[place.line]
        if place.start < place.end:
            # Logical -> visual -> logical: the same character, or the base that it is drawn with.
            base_offset = drawn.offset_at(place.line, place.start)
            assert base_offset <= offset
            assert drawn.place(base_offset) == place
        else:
            hidden = unicodedata.category(character) in ("Cf", "Cc", "Zl", "Zp", "Zs")
            assert hidden or unicodedata.category(character) in ("Mn", "Me"), (offset, character)
            assert 0 <= place.start <= line.pad + line.cells
    if mode == "visual":
        letters = sorted(unicodedata.normalize("NFKD", "".join(line.text for line in drawn.lines)))
        stored = sorted(unicodedata.normalize("NFKD", text))
        assert [c for c in letters if c.isalnum()] == [c for c in stored if c.isalnum()]


PIECES = st.sampled_from(
    [
        *"ابتثلآأإةىيوشنيـًَُِّْٰאݐ",
        *"abcXYZ123٤٥日☁ .,:/-+%$()[]{}«»“”<>\t",
        *"\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e",
        *"\u200b\u00a0\u00ad\ufeff\ufe0f\u0301\u05b7\u0600\x1b\n\u2029",
        *("لا", "بلا", "لَا", "  ", "\r\n", "e\u0301", "https://a.b/c?d=1"),
        *(FAMILY, FLAG, "🇷", "👍🏽", "❤️", "1️⃣", "🏴\U000e0067\U000e007f"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(
    TEXTS,
    st.integers(2, 30),
    st.sampled_from(["visual", "logical"]),
    st.sampled_from(["rtl", "ltr"]),
)
@example("\u200f\ufe0f", 5, "logical", "rtl")
@example("☁\u200f\ufe0f", 5, "logical", "rtl")
@example(" \u0301ab", 2, "visual", "rtl")
@settings(max_examples=300, deadline=None)
def test_any_text(text: str, width: int, mode: Mode, base: Base) -> None:
    check(text, layout(text, width, mode=mode, base=base), width, mode, base)


@given(st.text(max_size=30), st.integers(2, 12))
@settings(max_examples=100, deadline=None)
def test_any_unicode(text: str, width: int) -> None:
    for mode in ("visual", "logical"):
        drawn = layout(text, width, mode=mode, base="rtl")
        assert all(cell_len(line.text) == line.cells <= width for line in drawn.lines)
        assert all(
            character.isprintable() or unicodedata.category(character) in ("Cf", "Co", "Cn", "Zs")
            for line in drawn.lines
            for character in line.text
        )


@given(TEXTS, st.integers(2, 30))
@settings(max_examples=100, deadline=None)
def test_cutting_never_parts_a_cluster(text: str, width: int) -> None:
    """A mark and an alef within a lam are on the line of their base."""
    drawn = layout(text, width, mode="visual", base="rtl")
    for offset in range(1, len(text)):
        place = drawn.place(offset)
        if unicodedata.combining(text[offset]) and place.start < place.end:
            assert drawn.offset_at(place.line, place.start) <= offset
        if drawn.line_of[offset] != drawn.line_of[offset - 1]:
            line = drawn.lines[drawn.line_of[offset]]
            assert line.start == offset
            assert not unicodedata.combining(text[offset]) or line.text == "" or "◌" in line.text
