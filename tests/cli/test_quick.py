"""Starts that need no parsing: which command lines they are, and what they open."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli import quick, terminal
from tui.workspace import Launch


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """What the side-by-side view was asked to open, in a folder with one article."""
    (tmp_path / "article.txt").write_text("نص", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(quick, "in_terminal", lambda: True)
    found: list[object] = []

    def run(launch: Launch) -> None:
        found.append(launch.article)

    for module in (quick, terminal):
        monkeypatch.setattr(module, "run", run)
    return found


@pytest.mark.parametrize(
    ("line", "article"),
    [("", None), ("tui", None), ("article.txt", "article.txt"), ("tui article.txt", "article.txt")],
)
def test_opened_at_once(opened: list[object], line: str, article: str | None) -> None:
    assert quick.start_at_once(line.split())
    assert opened == [Path(article) if article else None]


def test_the_demo_opens_at_once(opened: list[object]) -> None:
    assert quick.start_at_once(["demo"])
    assert str(opened[0]).endswith("article.ar.txt")


@pytest.mark.parametrize(
    "line",
    ["--help", "tui --help", "nothing.txt", "translate", "article.txt --ref r.txt", "tui demo"],
)
def test_left_to_the_parser(opened: list[object], line: str) -> None:
    assert not quick.start_at_once(line.split())
    assert not opened


def test_left_to_the_parser_without_a_terminal(
    opened: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick, "in_terminal", lambda: False)
    assert not quick.start_at_once(["article.txt"])
