"""muqabala align as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

ARABIC = "وصل الوزير إلى العاصمة صباح اليوم.\nارتفع سعر القمح بنسبة 12 في المئة.\n"
ENGLISH = (
    "Wheat prices rose by 12 percent. Nobody knows why.\n"
    "The minister arrived in the capital today.\n"
)
MACHINE = (
    "The minister arrived in the capital this morning.\nThe price of wheat rose by 12 percent.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    paths = (tmp_path / "a.ar.txt", tmp_path / "a.en.txt", tmp_path / "mt.txt")
    for path, text in zip(paths, (ARABIC, ENGLISH, MACHINE), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_tsv_on_standard_output(run, files: tuple[Path, Path, Path]) -> None:  # type: ignore[no-untyped-def]
    source, reference, pivot = files
    code, out, err = run("align", source, reference, "--pivot", pivot)
    lines = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert {(line[0], line[1]) for line in lines[1:]} == {("1", "3"), ("2", "1"), ("", "2")}
    assert [line[3] for line in lines[1:]].count("yes") == 1
    assert "2 units aligned (1 of them moved), without counterpart: 0 Arabic and 1 English" in err


def test_lines_are_kept_whole_when_asked(run, files: tuple[Path, Path, Path]) -> None:  # type: ignore[no-untyped-def]
    source, reference, pivot = files
    _, out, _ = run("align", source, reference, "--pivot", pivot, "--lines")
    assert "Wheat prices rose by 12 percent. Nobody knows why." in out


def test_tmx_file(run, files: tuple[Path, Path, Path], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    source, reference, pivot = files
    output = tmp_path / "out.tmx"
    code, out, _ = run("align", source, reference, "--pivot", pivot, "-o", output)
    assert (code, out) == (0, "")
    assert len(list(etree.parse(str(output)).getroot().iter("tu"))) == 2


@pytest.mark.model
def test_translates_when_there_is_no_pivot(run, files: tuple[Path, Path, Path]) -> None:  # type: ignore[no-untyped-def]
    source, reference, _ = files
    code, out, _ = run("align", source, reference)
    assert code == 0
    assert len(out.splitlines()) == 4


def test_bad_input_is_one_clear_line(run, files: tuple[Path, Path, Path], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    source, reference, pivot = files
    for arguments, message in [
        ((source, reference, "--pivot", pivot, "-o", tmp_path / "out.doc"), "use .tsv or .tmx"),
        ((source, reference, "--pivot", pivot, "--to", "xlsx"), "choose tsv or tmx"),
        ((source, tmp_path / "absent", "--pivot", pivot), "absent"),
        ((source, source, "--pivot", pivot), "is Arabic, not English"),
        ((source, reference, "--pivot", reference, "--to", "tmx"), ""),
    ]:
        code, _, err = run("align", *arguments)
        assert code == (2 if message else 0)
        assert message in err
        assert len(err.strip().splitlines()) == 1
