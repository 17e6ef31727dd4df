"""Files that other programs change are heard of, whichever way they are saved."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.watching import changes

Heard = Callable[[], frozenset[Path]]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("one", encoding="utf-8")
    return path


@pytest.fixture
def hear(article: Path) -> Iterator[Heard]:
    """Listens in a thread; called, it gives what changed next."""
    found: queue.Queue[frozenset[Path]] = queue.Queue()
    stop = threading.Event()
    missing = article.parent / "nowhere" / "glossary.yaml"

    def listen() -> None:
        for changed in changes({article, missing}, stop):
            found.put(changed)

    thread = threading.Thread(target=listen)
    thread.start()
    # The watcher tells of nothing that happened before it was ready.
    for attempt in range(200):
        article.write_text(f"ready {attempt}", encoding="utf-8")
        try:
            found.get(timeout=1)
            break
        except queue.Empty:
            continue
    yield lambda: found.get(timeout=60)
    stop.set()
    thread.join(30)
    assert not thread.is_alive()


def test_a_file_written_in_place(hear: Heard, article: Path) -> None:
    article.write_text("two", encoding="utf-8")
    assert hear() == {article.resolve()}


def test_a_file_saved_by_renaming_and_no_other(hear: Heard, article: Path) -> None:
    (article.parent / "other.txt").write_text("x", encoding="utf-8")
    draft = article.parent / "draft"
    draft.write_text("two", encoding="utf-8")
    draft.replace(article)
    assert hear() == {article.resolve()}


def test_a_deleted_file(hear: Heard, article: Path) -> None:
    article.unlink()
    assert hear() == {article.resolve()}


def test_nothing_to_watch(tmp_path: Path) -> None:
    assert list(changes({tmp_path / "nowhere" / "a.txt"}, threading.Event())) == []
