"""`muqabala compare` and `muqabala history`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "scoring" / "data"
PLAIN, GLOSSARY, REF, SOURCE = (
    DATA / name for name in ("plain.en", "glossary.en", "reference.en", "source.ar")
)
FAST = ("--trials", 50)


def test_files_side_by_side(muqabala: Any) -> None:
    result = muqabala("compare", PLAIN, GLOSSARY, "--ref", REF, "--source", SOURCE, *FAST)
    assert result.code == 0
    for title in ("Scores", "Difference from", "Segments won against", "largest difference"):
        assert title in result.out
    assert "paired bootstrap: nrefs:1|bs:50|seed:12345" in result.out
    assert "approximate randomisation: nrefs:1|ar:50|seed:12345" in result.out


def test_json_marks_the_best(muqabala: Any) -> None:
    data = json.loads(muqabala("compare", PLAIN, GLOSSARY, "--ref", REF, "--json").out)
    assert {best["system"] for best in data["best"]} == {str(GLOSSARY)}
    assert data["wins"][0]["wins"] > data["wins"][0]["losses"]
    assert data["tests"][0]["p_bootstrap"] < 0.05


def test_a_package_against_a_file(muqabala: Any, without_model: None) -> None:
    result = muqabala(
        "compare", "bundled", PLAIN, "--source", SOURCE, "--ref", REF, "--json", *FAST
    )
    data = json.loads(result.out)
    assert [system["system"] for system in data["systems"]] == ["bundled", str(PLAIN)]
    assert data["segments"][0]["systems"][0]["hypothesis"] == "9 words"


@pytest.mark.model
def test_glossary_setting_makes_the_names_right(muqabala: Any, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    arguments = ("--source", SOURCE, "--ref", REF, "--metric", "chrf", "--json", "--log", log)
    result = muqabala("compare", "bundled", "bundled+glossary", *arguments, *FAST)
    without, with_glossary = json.loads(result.out)["systems"]
    assert with_glossary["names"]["right_percent"] >= without["names"]["right_percent"]
    assert with_glossary["names"]["right_percent"] >= 99
    runs = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [run["package"].split()[0] for run in runs] == ["bundled", "bundled"]
    assert [bool(run["glossary"]) for run in runs] == [False, True]


@pytest.mark.parametrize(
    ("systems", "message"),
    [
        ((PLAIN,), "a comparison needs two systems"),
        ((PLAIN, PLAIN), "is given twice; name each file once"),
        ((PLAIN, REF), "is given as a system and as a reference"),
        ((PLAIN, "none.en"), "none.en: no such file, and no package setting"),
        ((PLAIN, "bundled"), "bundled: a package needs the Arabic text; name it with --source"),
        ((PLAIN, "bundled+"), "bundled+: is neither a file nor a package setting"),
        ((PLAIN, SOURCE), "is Arabic, not English"),
    ],
)
def test_refused(muqabala: Any, systems: tuple[object, ...], message: str) -> None:
    result = muqabala("compare", *systems, "--ref", REF, *FAST)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_package_setting_twice(muqabala: Any, without_model: None) -> None:
    result = muqabala("compare", "bundled", "bundled", "--source", SOURCE, "--ref", REF, *FAST)
    assert result.code == 2
    assert "bundled: is given twice" in result.err


def test_history_shows_runs_changes_and_a_plot(muqabala: Any, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    for hypothesis in (PLAIN, GLOSSARY, PLAIN):
        muqabala("score", hypothesis, "--ref", REF, "--log", log, "--trials", 0)
    result = muqabala("history", log)
    assert result.code == 0
    assert result.out.count(str(PLAIN)) >= 2
    assert "(+0.00)" in result.out
    assert f"BLEU of {PLAIN}, 2 runs" in result.out
    assert "█" in result.out
    assert f"TER of {PLAIN}" in muqabala("history", log, "--metric", "ter").out


def test_history_refuses_what_is_no_log(muqabala: Any, tmp_path: Path) -> None:
    missing = muqabala("history", tmp_path / "none.jsonl")
    assert (missing.code, missing.out) == (2, "")
    assert "cannot read" in missing.err
    wrong = muqabala("history", REF)
    assert f"{REF}:1: is no scoring run" in wrong.err
    log = tmp_path / "log.jsonl"
    muqabala("score", PLAIN, "--ref", REF, "--log", log, "--trials", 0)
    assert "no run has the metric 'comet'" in muqabala("history", log, "--metric", "comet").err
