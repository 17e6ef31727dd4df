"""Edits while the program runs: used at once if good, told of if not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator.errors import GlossaryError
from translator.glossary.watch import GlossaryWatcher


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def kim(target: str) -> str:
    return f"terms:\n  - source: كيم\n    target: {target}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    write(path, kim("Kim"))
    return path


def test_a_good_edit_is_used_at_the_next_look(file: Path) -> None:
    watcher = GlossaryWatcher(["a.yaml"], None, base=file.parent)
    assert watcher.refresh() is False
    write(file, kim("Kim Jong Un"))
    assert watcher.refresh() is True
    assert watcher.stack.terms[0].target == "Kim Jong Un"
    assert watcher.refresh() is False


def test_a_broken_edit_keeps_the_last_good_one_and_says_so(file: Path) -> None:
    watcher = GlossaryWatcher(["a.yaml"], None, base=file.parent)
    write(file, kim("5"))
    assert watcher.refresh() is False
    assert watcher.stack.terms[0].target == "Kim"
    assert f"{file}:3: target must be text" in watcher.problem
    assert "last good" in watcher.problem
    write(file, kim("Kim Song"))
    assert watcher.refresh() is True
    assert watcher.problem == ""


def test_a_removed_file_is_told_of_and_may_come_back(file: Path) -> None:
    watcher = GlossaryWatcher(["a.yaml"], None, base=file.parent)
    file.unlink()
    assert watcher.refresh() is False
    assert "no glossary a.yaml" in watcher.problem
    write(file, kim("Kim"))
    assert watcher.refresh() is False
    assert watcher.problem == ""


def test_a_file_that_was_only_touched_is_no_change(file: Path) -> None:
    watcher = GlossaryWatcher(["a.yaml"], None, base=file.parent)
    os.utime(file, ns=(1, 1))
    assert watcher.refresh() is False
    assert watcher.problem == ""


def test_the_users_own_file_may_appear_later(file: Path) -> None:
    own = file.with_name("own.yaml")
    watcher = GlossaryWatcher(["a.yaml"], own, base=file.parent)
    assert watcher.paths == (file, own)
    write(own, kim("Gim"))
    assert watcher.refresh() is True
    assert watcher.stack.terms[0].target == "Gim"


def test_the_first_reading_must_succeed(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError):
        GlossaryWatcher(["a.yaml"], None, base=tmp_path)
