"""muqabala translate: what goes in, what comes out, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Muqabala = Callable[..., Any]
ARABIC = "قال الرئيس بوتين إنه سعيد. وأضاف كيم أنه سعيد أيضا.\n\nعنوان قصير جدا\n"
ENGLISH = "5 words 5 words\n\n3 words\n"

pytestmark = pytest.mark.usefixtures("without_model")


def _plain(muqabala: Muqabala, *arguments: object, **options: Any) -> Any:
    return muqabala("translate", "--no-glossary", *arguments, **options)


@pytest.fixture
def article(empty_home: Path) -> Path:
    path = Path("article.ar.txt")
    path.write_text(ARABIC, encoding="utf-8")
    return path


def test_to_standard_output_in_the_sources_shape(muqabala: Muqabala, article: Path) -> None:
    result = _plain(muqabala, article)
    assert (result.code, result.out, result.err) == (0, ENGLISH, "")


def test_from_standard_input(muqabala: Muqabala) -> None:
    result = _plain(muqabala, "-", stdin=ARABIC.encode())
    assert (result.code, result.out) == (0, ENGLISH)


def test_several_files_follow_each_other(muqabala: Muqabala, article: Path) -> None:
    other = Path("other.txt")
    other.write_text("كلمة أخرى هنا", encoding="utf-8")
    assert _plain(muqabala, article, other).out == ENGLISH + "3 words\n"


def test_to_a_file(muqabala: Muqabala, article: Path) -> None:
    result = _plain(muqabala, article, "-o", "out/english.txt")
    assert (result.code, result.out) == (0, "")
    assert Path("out/english.txt").read_text(encoding="utf-8") == ENGLISH
    assert [path.name for path in Path("out").iterdir()] == ["english.txt"]


def test_line_breaks_of_the_source_are_kept(muqabala: Muqabala) -> None:
    Path("dos.txt").write_bytes(ARABIC.replace("\n", "\r\n").encode("utf-8-sig"))
    assert _plain(muqabala, "dos.txt", "-o", "english.txt").code == 0
    assert Path("english.txt").read_bytes() == ENGLISH.replace("\n", "\r\n").encode()


def test_folder_keeps_its_tree(muqabala: Muqabala) -> None:
    for name in ("in/a.ar.txt", "in/deep/b.txt", "in/deep/c.md", "in/.hidden/d.txt", "in/e.bin"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# عنوان قصير\n" if name.endswith("md") else ARABIC, encoding="utf-8")
    assert _plain(muqabala, "in", "--out-dir", "out", "--to", "txt").code == 0
    written = sorted(str(p.relative_to("out")) for p in Path("out").rglob("*") if p.is_file())
    assert written == [
        "a.en.txt",
        str(Path("deep/b.en.txt")),
        str(Path("deep/c.en.txt")),
    ]
    assert Path("out/deep/c.en.txt").read_text(encoding="utf-8") == "# 2 words\n"


def test_glob(muqabala: Muqabala, article: Path) -> None:
    assert _plain(muqabala, "*.ar.txt").out == ENGLISH
    nothing = _plain(muqabala, "*.doc")
    assert nothing.code == 2
    assert "*.doc: no file matches" in nothing.err


def test_jsonl_has_all_that_is_known(muqabala: Muqabala, article: Path) -> None:
    result = _plain(muqabala, article, "--to", "jsonl")
    records = [json.loads(line) for line in result.out.splitlines()]
    assert [(r["paragraph"], r["segment"]) for r in records] == [(1, 1), (1, 2), (2, 1)]
    for record in records:
        assert ARABIC[record["start"] : record["end"]] == record["source"]
    assert records[0]["target"] == "5 words"
    assert records[0]["package"] == "bundled"
    assert set(records[0]) == {
        *("file", "paragraph", "segment", "start", "end", "source", "target", "plain", "score"),
        *("origin", "terms", "flags", "package"),
    }


def test_terms_are_reported_truthfully(muqabala: Muqabala, article: Path) -> None:
    """The stand-in model never copies a name, so that the glossary can only splice or give up."""
    result = muqabala("translate", article, "--to", "jsonl")
    for record in map(json.loads, result.out.splitlines()):
        for term in record["terms"]:
            there = record["target"][term["target_start"] : term["target_end"]]
            assert (term["method"] == "unmet") == (term["target_start"] == -1)
            assert term["method"] == "unmet" or there == term["form"]
    unmet = json.loads(result.out.splitlines()[0])["flags"]
    assert any(flag["code"] == "term-unmet" and "Putin" in flag["message"] for flag in unmet)


def test_tsv_opens_in_a_spreadsheet(muqabala: Muqabala, article: Path) -> None:
    rows = list(csv.reader(io.StringIO(_plain(muqabala, article, "--to", "tsv").out), "excel-tab"))
    assert rows[0] == ["file", "segment", "source", "bundled", "terms", "flags"]
    assert [row[1] for row in rows[1:]] == ["1.1", "1.2", "2.1"]
    assert all(len(row) == 6 for row in rows)


def test_html_is_right_to_left_and_escaped(muqabala: Muqabala) -> None:
    Path("x.txt").write_text("قال <b>بوتين</b> & كيم كلاما كثيرا", encoding="utf-8")
    page = _plain(muqabala, "x.txt", "--to", "html").out
    assert '<td lang="ar" dir="rtl">قال &lt;b&gt;بوتين&lt;/b&gt; &amp; كيم' in page
    assert "<b>" not in page
    assert "http" not in page


def test_markdown_from_plain_text_keeps_lines_apart(muqabala: Muqabala, article: Path) -> None:
    assert _plain(muqabala, article, "--to", "md").out == "5 words 5 words\n\n3 words\n\n"


def test_two_packages_side_by_side(
    muqabala: Muqabala, article: Path, root: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other-package"
    other.mkdir()
    for item in (root / "models" / "translate-ar_en").iterdir():
        (other / item.name).symlink_to(item)
    both = ("--package", "bundled", "--package", str(other))
    rows = _plain(muqabala, article, *both, "--to", "tsv").out.splitlines()
    assert rows[0].split("\t")[3:5] == ["bundled", "other-package"]
    refused = _plain(muqabala, article, *both)
    assert refused.code == 2
    assert "txt holds the translation of one package, not of 2" in refused.err


def test_a_bad_file_in_a_folder_does_not_stop_the_rest(muqabala: Muqabala) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(ARABIC, encoding="utf-8")
    Path("in/b.txt").write_bytes(b"")
    Path("in/c.txt").write_text("This is plain English text, nothing else.", encoding="utf-8")
    Path("in/d.txt").write_text(ARABIC, encoding="utf-8")
    result = _plain(muqabala, "in", "--out-dir", "out")
    assert result.code == 1
    assert "2 of 4 files could not be translated" in result.err
    assert "b.txt" in result.err
    assert "c.txt" in result.err
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.en.txt", "d.en.txt"]


def test_quiet_says_nothing_but_errors(muqabala: Muqabala) -> None:
    Path("old.txt").write_bytes(ARABIC.encode("cp1256", errors="ignore"))
    loud = _plain(muqabala, "old.txt")
    assert "Windows-1256" in loud.err
    assert _plain(muqabala, "old.txt", "-q").err == ""


def test_english_is_refused_without_force(muqabala: Muqabala) -> None:
    Path("english.txt").write_text("This is a plain English sentence, and that is all.", "utf-8")
    refused = _plain(muqabala, "english.txt")
    assert refused.code == 2
    assert "English" in refused.err
    assert "--force" in refused.err
    forced = _plain(muqabala, "english.txt", "--force")
    assert forced.code == 0


def test_latin_lines_pass_through(muqabala: Muqabala) -> None:
    text = "قال الرئيس إنه سعيد جدا بهذا اللقاء\nhttps://example.org/a_b?c=1\n2023\n"
    Path("x.txt").write_text(text, encoding="utf-8")
    assert _plain(muqabala, "x.txt").out.splitlines()[1:] == ["https://example.org/a_b?c=1", "2023"]


BAD = [
    ("missing.txt", None, "missing.txt", "no such"),
    ("empty.txt", b"", "empty.txt", "empty"),
    ("blank.txt", b"\n \n\t\n", "blank.txt", "blank"),
    ("nul.txt", "قال\0 بوتين".encode() + b"\0\0\0", "nul.txt", "NUL"),
    ("binary.txt", bytes(range(256)) * 20, "binary.txt", ""),
]


@pytest.mark.parametrize(("name", "content", "thing", "word"), BAD, ids=[bad[0] for bad in BAD])
def test_bad_input_is_one_line_and_code_two(
    muqabala: Muqabala, name: str, content: bytes | None, thing: str, word: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    result = _plain(muqabala, name, "-o", "out.txt")
    assert result.code == 2
    assert result.out == ""
    lines = result.err.splitlines()
    assert len(lines) == 1
    assert thing in lines[0]
    assert word.lower() in lines[0].lower()
    assert "; " in lines[0], "the remedy follows the problem"
    assert not Path("out.txt").exists()


def test_an_endless_line_is_refused(muqabala: Muqabala) -> None:
    Path("long.txt").write_bytes("كلمة ".encode() * (50_000_000 // 9))
    result = _plain(muqabala, "long.txt")
    assert result.code == 2
    assert "long.txt:1" in result.err
    assert len(result.err.splitlines()) == 1


def test_a_folder_without_text(muqabala: Muqabala) -> None:
    Path("void").mkdir()
    result = _plain(muqabala, "void")
    assert (result.code, "no text file" in result.err) == (2, True)


def test_an_unreadable_file(
    muqabala: Muqabala, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root reads everything, so the refusal is played."""
    opened = Path.open

    def refusing(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == article.name:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refusing)
    result = _plain(muqabala, article)
    assert (result.code, result.out) == (2, "")
    assert "article.ar.txt" in result.err
    assert len(result.err.splitlines()) == 1


def test_output_equal_to_input(muqabala: Muqabala, article: Path) -> None:
    Path("link.txt").symlink_to(article)
    for output in (article, Path("link.txt")):
        result = _plain(muqabala, article, "-o", output)
        assert (result.code, "the output is the input" in result.err) == (2, True)
    assert article.read_text(encoding="utf-8") == ARABIC


def test_a_full_disk(muqabala: Muqabala, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out.txt").write_text("yesterday's work", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = _plain(muqabala, article, "-o", "out.txt")
    assert (result.code, "No space left" in result.err) == (2, True)
    assert Path("out.txt").read_text(encoding="utf-8") == "yesterday's work"
    assert sorted(path.name for path in Path().iterdir()) == ["article.ar.txt", "out.txt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "docx"], "unknown format “docx”"),
        (["-o", "x.docx"], "no format has the ending “.docx”"),
        (["-o", "x.txt", "--out-dir", "y"], "--output and --out-dir"),
        (["--package", "nowhere"], "nowhere"),
        (["--glossary", "nowhere"], "there is no glossary nowhere"),
        (["--config", "nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_wrong_options(
    muqabala: Muqabala, article: Path, arguments: list[str], message: str
) -> None:
    result = muqabala("translate", article, *arguments)
    assert result.code == 2
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_an_unknown_key_in_the_configuration(muqabala: Muqabala, article: Path) -> None:
    Path("config.yaml").write_text("engine:\n  beem: 2\n", encoding="utf-8")
    result = _plain(muqabala, article)
    assert result.code == 2
    assert "config.yaml:2" in result.err
    assert "beam" in result.err


def test_two_files_to_one_place(muqabala: Muqabala) -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, "x.txt").write_text(ARABIC, encoding="utf-8")
    result = _plain(muqabala, "a/x.txt", "b/x.txt", "--out-dir", "out")
    assert (result.code, "would both be written here" in result.err) == (2, True)
    result = _plain(muqabala, "a/x.txt", "b/x.txt", "-o", "one.txt")
    assert (result.code, "--out-dir" in result.err) == (2, True)


def test_interrupted_work_leaves_whole_files_only(
    muqabala: Muqabala, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translator import pipeline

    Path("in").mkdir()
    for number in range(4):
        Path(f"in/{number}.txt").write_text(ARABIC, encoding="utf-8")
    stream = pipeline.Pipeline.stream

    def interrupted(self: Any, document: Any, wanted: Any = None) -> Any:
        for result in stream(self, document, wanted):
            yield result
            if document.name.endswith("1.txt"):
                raise KeyboardInterrupt

    monkeypatch.setattr(pipeline.Pipeline, "stream", interrupted)
    result = _plain(muqabala, "in", "--out-dir", "out", "--jobs", "1")
    assert result.code == 130
    written = {path.name: path.read_text(encoding="utf-8") for path in Path("out").iterdir()}
    # A worker may have begun the next file before it was told to stop; it is whole or not there.
    assert "0.en.txt" in written
    assert "1.en.txt" not in written
    assert set(written.values()) == {ENGLISH}


def test_markdown_tables_keep_their_bars(muqabala: Muqabala) -> None:
    Path("table.md").write_text(
        "| اسم | عمر الرجل |\n|---|---|\n| أحمد هنا. سعيد هنا جدا. | B |\n", encoding="utf-8"
    )
    assert _plain(muqabala, "table.md", "--to", "md").out == (
        "| 1 words | 2 words |\n|---|---|\n| 2 words 3 words | 1 words |\n"
    )
