"""`muqabala glossary suggest`, on a hand-made list of suggestions."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cli.suggest
from cli.main import main
from translator.glossary.load import load_glossary
from translator.glossary.term import Kind
from translator.suggest.suggestion import EnglishForm, Suggestion

FOUND = tuple(
    Suggestion(source, target, kind, ("1.1",), (EnglishForm(now, 1),), ("Why.",), 0.9, True)
    for source, target, kind, now in (
        ("فوستوشني", "Vostochny", Kind.PLACE, "Voscini"),
        ("سيبيريا", "Siberia", Kind.PLACE, "Siberia"),
        ("كيم يو جونغ", "Kim Yo Jong", Kind.PERSON, "Kim Yo-jong"),
    )
)


@pytest.fixture
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cli.suggest, "_found", lambda *_: FOUND)
    return tmp_path / "own.yaml"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    command = ["muqabala", "glossary", "suggest", "x.txt", *map(str, arguments)]
    monkeypatch.setattr(sys, "argv", command)
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0


def targets(path: Path) -> list[str]:
    return [term.target for term in load_glossary(path).terms]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("all", ["Vostochny", "Siberia", "Kim Yo Jong"]),
        ("2", ["Siberia"]),
        ("3,1", ["Kim Yo Jong", "Vostochny"]),
        ("2-3,3", ["Siberia", "Kim Yo Jong"]),
    ],
)
def test_accepting_by_number(
    glossary: Path, monkeypatch: pytest.MonkeyPatch, accept: str, expected: list[str]
) -> None:
    assert run(monkeypatch, "--accept", accept, "--file", glossary) == 0
    assert targets(glossary) == expected


@pytest.mark.parametrize("accept", ["0", "4", "1-4", "x", "", "1,,2"])
def test_numbers_that_do_not_exist(
    glossary: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    accept: str,
) -> None:
    assert run(monkeypatch, "--accept", accept, "--file", glossary) == 2
    assert "--accept" in capsys.readouterr().err
    assert not glossary.exists()


def test_accepting_twice_says_so(
    glossary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--accept", "1", "--file", glossary)
    assert run(monkeypatch, "--accept", "all", "--file", glossary) == 0
    assert "Vostochny is not added" in capsys.readouterr().err
    assert targets(glossary) == ["Vostochny", "Siberia", "Kim Yo Jong"]


def test_json(
    glossary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--json") == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["number"], first["source"], first["kind"]) == (1, "فوستوشني", "place")


def test_keys(
    glossary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keys: Iterator[str] = iter(["\x1b[A", "?", "y", "n", "E"])
    monkeypatch.setattr("typer.getchar", lambda: next(keys))
    monkeypatch.setattr("typer.prompt", lambda *_, default: f"{default} II")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(monkeypatch, "--file", glossary) == 0
    assert targets(glossary) == ["Vostochny", "Kim Yo Jong II"]
    assert "y add, e edit" in capsys.readouterr().out


def test_quitting(glossary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer.getchar", lambda: "q")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(monkeypatch, "--file", glossary) == 0
    assert not glossary.exists()
