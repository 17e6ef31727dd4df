"""Two writers of one file wait for each other and never lose a change."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from translator.atomic import write_text
from translator.errors import OutputError
from translator.locking import locked

HOLDER = """
import sys
from pathlib import Path
from translator.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_threads_that_add_lines_lose_none(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    write_text(path, "")

    def add(name: str) -> None:
        for number in range(10):
            with locked(path, wait_seconds=60):
                write_text(path, path.read_text(encoding="utf-8") + f"{name}{number}\n")

    threads = [threading.Thread(target=add, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = path.read_text(encoding="utf-8").split()
    assert sorted(lines) == sorted(f"{name}{number}" for name in "abc" for number in range(10))


def test_another_process_that_holds_the_lock_is_named_and_its_death_frees_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "terms.yaml"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(OutputError) as caught, locked(path, wait_seconds=0.05):
            raise AssertionError("the lock was given twice")
        assert "terms.yaml" in str(caught.value)
        assert "close the other Muqabala" in str(caught.value)
        holder.kill()
    with locked(path, wait_seconds=5):
        write_text(path, "mine")
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_link_and_its_target_share_one_lock(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    write_text(path, "")
    link.symlink_to(path)
    with locked(path), pytest.raises(OutputError), locked(link, wait_seconds=0.05):
        raise AssertionError("the lock was given twice")


def test_a_lock_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    write_text(tmp_path / "file", "")
    with pytest.raises(OutputError, match="cannot be locked"), locked(tmp_path / "file" / "x"):
        raise AssertionError("locked inside a file")
