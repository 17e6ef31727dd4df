"""Texts that do not fit each other are refused in one clear line."""

from __future__ import annotations

import pytest

from translator.errors import ScoringError
from translator.scoring.corpus import Lines, build_corpus, looks_arabic

H = Lines("h.en", ("one", "two", "three"))
R = Lines("r.en", ("One", "Two", "Three"))
A = Lines("s.ar", ("واحد", "اثنان", "ثلاثة"))


@pytest.mark.parametrize(
    ("systems", "references", "source", "message"),
    [
        (
            [Lines("h.en", ("one", "two"))],
            [R],
            None,
            "h.en: has 2 lines, but r.en has 3; use --align",
        ),
        ([H], [R], Lines("s.ar", ("واحد",)), "h.en: has 3 lines, but s.ar has 1; use --align"),
        ([Lines("h.en", ())], [R], None, "h.en: has no text; give a file with one segment a line"),
        ([H], [Lines("r.en", ("", "", ""))], None, "r.en: has no text"),
        (
            [H],
            [Lines("r.en", ("One", "", "Three"))],
            None,
            "r.en:2: this line of the reference is empty; fill it in",
        ),
        ([H], [A], None, "s.ar: is Arabic, not English; a reference must be the English"),
        ([H, A], [R], None, "s.ar: is Arabic, not English; give its English translation"),
    ],
)
def test_refused(
    systems: list[Lines], references: list[Lines], source: Lines | None, message: str
) -> None:
    with pytest.raises(ScoringError) as error:
        build_corpus(systems, references, source)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (("one", "", "three"), "h.en: 1 empty line (line 2), scored as no translation"),
        (("one", "", ""), "h.en: 2 empty lines (line 2, 3), scored as no translation"),
        (("one .", "two .", "three ."), "h.en: 3 lines end in ' .', so the text looks tokenised"),
    ],
)
def test_noted(lines: tuple[str, ...], note: str) -> None:
    corpus = build_corpus([Lines("h.en", lines)], [R])
    assert [found for found in corpus.notes if found.startswith(note)]
    assert corpus.systems[0].lines == lines


def test_lines_blank_everywhere_are_left_out_but_keep_the_numbers() -> None:
    corpus = build_corpus(
        [Lines("h", ("one", "", "three"))],
        [Lines("r", ("One", "", "Three"))],
        Lines("s", ("واحد", "", "ثلاثة")),
    )
    assert corpus.numbers == (1, 3)
    assert corpus.systems[0].lines == ("one", "three")
    assert corpus.source is not None
    assert corpus.source.lines == ("واحد", "ثلاثة")
    assert any("blank in all files: 1" in note for note in corpus.notes)


def test_blank_lines_between_paragraphs_of_one_file_only() -> None:
    corpus = build_corpus([Lines("h", ("one", "", "two"))], [Lines("r", ("One", "Two"))])
    assert corpus.systems[0].lines == ("one", "two")
    assert any("blank lines were left out" in note for note in corpus.notes)


@pytest.mark.parametrize(
    ("text", "arabic"),
    [
        ("قال بوتين", True),
        ("قال Putin اليوم", True),
        ("Putin قال", False),
        ("2024", False),
        ("", False),
        ("وزير گرگان", True),
    ],
)
def test_script_share(text: str, arabic: bool) -> None:
    assert looks_arabic(Lines("x", (text,))) is arabic
