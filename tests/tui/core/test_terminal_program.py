"""The real program in a real terminal: what is drawn, and that the terminal is given back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs pseudo-terminals")
MUQABALA = str(Path(sys.executable).parent / "muqabala")
BIDI_OFF, BIDI_ON = b"\x1b[8l", b"\x1b[8h"
ALTERNATE_OFF = b"\x1b[?1049l"


def in_terminal(
    command: list[str], environment: dict[str, str], keys: list[tuple[bytes, bytes]]
) -> tuple[bytes, int]:
    """Run a command in a terminal; for each pair wait for an output, then write something.

    What begins with "signal" is sent as that signal. Returns all output and the exit code.
    """
    master, slave = pty.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", **environment}
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=variables)
    os.close(slave)
    drawn, waiting, end = b"", list(keys), time.monotonic() + 60
    while time.monotonic() < end:
        try:
            chunk = os.read(master, 1 << 16)
        except OSError:
            break
        if not chunk:
            break
        drawn += chunk
        if waiting and waiting[0][0] in drawn:
            text = waiting.pop(0)[1]
            if text.startswith(b"signal"):
                process.send_signal(int(text.removeprefix(b"signal")))
            else:
                os.write(master, text)
    code = process.wait(60)
    os.close(master)
    assert not waiting, f"never drawn: {waiting[0][0]!r}"
    return drawn, code


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "VTE_VERSION": "7600"}


def test_terminal_is_told_not_to_reorder_and_given_back(home: dict[str, str]) -> None:
    drawn, code = in_terminal([MUQABALA], home, [(b"example article", b"\x11")])
    assert code == 0
    assert drawn.index(BIDI_OFF) < drawn.index(b"example article")
    assert drawn.rindex(ALTERNATE_OFF) < drawn.rindex(BIDI_ON)


def test_terminal_is_given_back_when_the_program_is_ended(home: dict[str, str]) -> None:
    keys = [(b"example article", b"signal%d" % signal.SIGTERM)]
    drawn, _ = in_terminal([MUQABALA], home, keys)
    assert ALTERNATE_OFF in drawn
    assert BIDI_ON in drawn


def test_no_traceback_when_something_unforeseen_happens(
    home: dict[str, str], tmp_path: Path
) -> None:
    code = (
        "from tui.app import MuqabalaApp, run_app\n"
        "from tui.workspace import Launch\n"
        "MuqabalaApp.action_theme = lambda self: {}['nothing']\n"
        "import sys; sys.exit(run_app(Launch()))\n"
    )
    command = [sys.executable, "-c", code]
    drawn, status = in_terminal(command, home, [(b"example article", b"t")])
    after = drawn[drawn.rindex(ALTERNATE_OFF) :]
    assert status == 1
    assert b"an unexpected error ended the program (KeyError)" in after
    assert b"Traceback" not in drawn
    assert BIDI_ON in after
    logs = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("muqabala.log")]
    assert any("KeyError: 'nothing'" in log for log in logs)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    command = ["tmux", "-L", f"muqabala-{uuid.uuid4().hex[:8]}", "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


@pytest.mark.model
def test_real_article_with_the_bundled_model(tmux: list[str], tmp_path: Path, root: Path) -> None:
    article = tmp_path / "article.ar.txt"
    article.write_bytes((root / "demo" / "article.ar.txt").read_bytes())
    run = f"env -u COLUMNS -u LINES HOME={tmp_path} XDG_DATA_HOME={tmp_path} {MUQABALA} {article}"
    subprocess.run([*tmux, "new", "-d", "-x", "150", "-y", "40", run], check=True)

    def screen() -> str:
        done = subprocess.run(
            [*tmux, "capture-pane", "-p"], check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    def wait_for(text: str) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            if text in screen():
                return
            time.sleep(0.1)
        raise AssertionError(f"{text} never came:\n{screen()}")

    wait_for("ﻢﻴﻛ")
    wait_for("Kim Jong Un")
    subprocess.run([*tmux, "send-keys", ":6", "Enter"], check=True)
    wait_for("▌   6")
    wait_for("Vostochny")
    assert "Voscini" not in screen()
    wait_for("23 of 23")
    subprocess.run([*tmux, "send-keys", "/", "Pyongyang", "Enter"], check=True)
    wait_for("▌  11")
    subprocess.run([*tmux, "send-keys", "q"], check=True)
