"""What the user names as a system, and files of lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import InputError, ScoringError
from translator.scoring.lines import read_lines
from translator.scoring.systems import Setting, parse_setting


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("bundled", Setting("bundled", None)),
        ("bundled+glossary", Setting("bundled", ())),
        ("installed+names.yaml", Setting("installed", ("names.yaml",))),
        ("a/b.argosmodel+x.yaml+y.yaml", Setting("a/b.argosmodel", ("x.yaml", "y.yaml"))),
    ],
)
def test_settings(name: str, setting: Setting) -> None:
    assert parse_setting(name) == setting


@pytest.mark.parametrize("name", ["bundled+", "+glossary", "a++b", ""])
def test_no_setting(name: str) -> None:
    with pytest.raises(ScoringError, match="neither a file nor a package setting"):
        parse_setting(name)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"one\ntwo\n", ("one", "two")),
        (b"one\ntwo", ("one", "two")),
        (b"one  \r\n\r\ntwo\r\n", ("one", "", "two")),
        (b"\xef\xbb\xbfone\n", ("one",)),
        ("one\u2028still one\ntwo\n".encode(), ("one\u2028still one", "two")),
        ("one\ntwo\n".encode("utf-16"), ("one", "two")),
    ],
)
def test_lines_are_split_as_sacrebleu_does(
    tmp_path: Path, content: bytes, lines: tuple[str, ...]
) -> None:
    path = tmp_path / "h.en"
    path.write_bytes(content)
    assert read_lines(path)[0].lines == lines


def test_windows_1256_is_read_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "s.ar"
    path.write_bytes("قال بوتين إنه سيعود\n".encode("cp1256") * 3)
    lines, notes = read_lines(path)
    assert lines.lines[0] == "قال بوتين إنه سيعود"
    assert any("1256" in note for note in notes)


def test_jsonl_gives_one_line_for_each_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(
        '{"file": "a", "paragraph": 1, "segment": 1, "target": "One."}\n'
        '{"file": "a", "paragraph": 1, "segment": 2, "target": "Two."}\n'
        '{"file": "a", "paragraph": 2, "segment": 1, "target": "Three."}\n'
        '{"file": "b", "paragraph": 1, "segment": 1, "target": "Four."}\n',
        encoding="utf-8",
    )
    assert read_lines(path)[0].lines == ("One. Two.", "Three.", "Four.")


@pytest.mark.parametrize("line", ["no json", '{"source": "x"}', "[1]"])
def test_faulty_jsonl_names_the_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"target": "One."}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(ScoringError, match=r't.jsonl:2: has no "target"'):
        read_lines(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_lines(tmp_path / "none.en")
