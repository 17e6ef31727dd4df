"""muqabala check as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "a.ar", tmp_path / "a.en"
    source.write_text("بعد ٤٠ ثانية\nقال نعم\n", encoding="utf-8")
    target.write_text("After 40 seconds\nHe said yes\n", encoding="utf-8")
    return source, target


def test_nothing_found(run, files: tuple[Path, Path]) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("check", *files)
    assert code == 0
    assert "0 flags in 0 of 2 segments" in out


def test_faults_are_listed_with_their_segment(run, files: tuple[Path, Path]) -> None:  # type: ignore[no-untyped-def]
    files[1].write_text("After 14 seconds\nHe said نعم\n", encoding="utf-8")
    code, out, _ = run("check", *files, "--explain")
    assert code == 1
    assert "the Arabic says 40 (٤٠), the English says 14" in out
    assert "Arabic was left in the English: نعم" in out
    assert "2 flags in 2 of 2 segments" in out
    assert "A number is missing, changed or new in the English." in out


def test_json(run, files: tuple[Path, Path]) -> None:  # type: ignore[no-untyped-def]
    files[1].write_text("After 14 seconds\nHe said yes\n", encoding="utf-8")
    code, out, _ = run("check", *files, "--json")
    result = json.loads(out)
    assert code == 1
    assert (result["segments"], result["flagged"], result["flags"]) == (2, 1, 1)
    flag = result["found"][0]["flags"][0]
    assert (result["found"][0]["number"], flag["code"]) == (1, "number")
    assert (flag["source_start"], flag["target_start"]) == (4, 6)


def test_jsonl_of_translate_alone(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "a.jsonl"
    records = [{"source": "قال نعم", "target": "He said yes"}, {"source": "قال", "target": ""}]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, out, _ = run("check", file)
    assert code == 1
    assert "1 flag in 1 of 2 segments" in out


def test_bad_input_is_one_clear_line(run, files: tuple[Path, Path], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    source, target = files
    short = tmp_path / "short.en"
    short.write_text("One line\n", encoding="utf-8")
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"source": "نعم"}\n', encoding="utf-8")
    for arguments, message in [
        ((source, short), "has 1 lines"),
        ((target, source), "holds no Arabic"),
        ((source, tmp_path / "absent"), "absent"),
        ((broken,), "broken.jsonl:1"),
        ((source,), "was given without its English"),
    ]:
        code, _, err = run("check", *arguments)
        assert code == 2
        assert message in err
        assert len(err.strip().splitlines()) == 1
