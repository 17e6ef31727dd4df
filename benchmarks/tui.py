"""The terminal program: first paint, first translated segment, long articles, memory."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import gc
import itertools
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.measuring import ROOT, muqabala
from translator.engine.protocol import Decoding, Hypothesis, Link, PackageInfo, Request
from translator.pipeline import Pipeline
from tui.app import MuqabalaApp
from tui.screens.workspace import WorkspaceScreen
from tui.work import Work
from tui.workspace import Launch

SEGMENTS = 2_000
ROUNDS = 5
_SIZE = (160, 45)
_CONTROL = re.compile(rb"\x1b\[[0-9;?<>=]*[A-Za-z]|\x1b[\]P].*?(?:\x07|\x1b\\)", re.DOTALL)
_ARTICLE = ROOT / "demo" / "article.ar.txt"


def run() -> list[tuple[str, str]]:
    """Rows of figure and value."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*starts(folder), *long_article(folder), *memory(folder)]


def starts(folder: Path) -> list[tuple[str, str]]:
    """From the start of the process to what a user sees, in a real terminal, medians of 5."""
    # What stands on the screen: a heading, the Arabic of segment 1, a name in its English.
    marks = {
        "first paint": b"Arabic",
        "the Arabic": b"\xef\xbb",
        "first translated": b"Kim Jong Un",
    }
    rounds = [_seen(folder, _ARTICLE, marks) for _ in range(ROUNDS)]
    return [
        (f"{name}, seconds after the start", f"{statistics.median(r[name] for r in rounds):.2f}")
        for name in marks
    ]


def _seen(folder: Path, article: Path, marks: dict[str, bytes]) -> dict[str, float]:
    """Seconds until each text was written to the terminal."""
    begun = time.perf_counter()
    process, terminal = _start(folder, article)
    found: dict[str, float] = {}
    drawn = b""
    for chunk in _output(terminal, until=begun + 60):
        drawn = _CONTROL.sub(b"", drawn + chunk)
        now = time.perf_counter() - begun
        found |= {name: now for name, mark in marks.items() if name not in found and mark in drawn}
        if len(found) == len(marks):
            break
    _stop(process, terminal)
    missing = marks.keys() - found.keys()
    if missing:
        raise RuntimeError(f"never seen in the terminal: {', '.join(missing)}")
    return found


def memory(folder: Path) -> list[tuple[str, str]]:
    """The largest resident memory while a long article is translated for half a minute."""
    article = long_text(folder)
    process, terminal = _start(folder, article)
    end = time.perf_counter() + 30
    for _ in _output(terminal, until=end):
        pass
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    peak = int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024
    _stop(process, terminal)
    return [(f"memory, {SEGMENTS:,} segments, 30 s of translating", f"{peak:.0f} MB")]


def long_text(folder: Path) -> Path:
    """The demo's paragraphs again and again, each numbered, until there are enough segments."""
    paragraphs = _ARTICLE.read_text(encoding="utf-8").splitlines()
    path = folder / "long.ar.txt"
    lines = [
        f"{number} {text}"
        for number, text in enumerate(itertools.islice(itertools.cycle(paragraphs), SEGMENTS), 1)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def long_article(folder: Path) -> list[tuple[str, str]]:
    """The longest time that the screen stood still while a long article was used."""
    return asyncio.run(_use_long_article(long_text(folder)))


async def _use_long_article(article: Path) -> list[tuple[str, str]]:
    # As the command does before it loads the program.
    gc.disable()
    app = MuqabalaApp(Launch(article=article), opener=lambda *_: Work((_echo(),), None))
    rows: list[tuple[str, str]] = []
    async with app.run_test(size=_SIZE) as pilot:
        beats = _Heartbeat()
        screen = app.screen
        assert isinstance(screen, WorkspaceScreen)
        begun = time.perf_counter()
        while not screen.workspace.segments or not screen.view.columns:
            await asyncio.sleep(0.005)
        rows.append(("opened and shown, seconds", f"{time.perf_counter() - begun:.2f}"))
        while not screen.workspace.complete():
            await asyncio.sleep(0.05)
        rows.append(("longest stop while opening and translating", beats.longest()))
        while screen.view._rows.next_unmeasured() >= 0:
            await asyncio.sleep(0.05)
        rows.append(("longest stop while measuring all rows", beats.longest()))
        for key, presses in (("down", 120), ("pagedown", 60), ("end", 1), ("pageup", 60)):
            for _ in range(presses):
                await _press(app, key)
            rows.append((f"longest stop in {presses} times {key}", beats.longest()))
        for key in ("slash", *"rocket"):
            await _press(app, key)
        while any(worker.group == "search" and worker.is_running for worker in app.workers):
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.1)
        rows.append((f"longest stop in a search ({screen.finder.count} places)", beats.longest()))
        for key in ("enter", *["n"] * 30):
            await _press(app, key)
        rows.append(("longest stop in 30 times to the next place", beats.longest()))
        await pilot.resize_terminal(80, 24)
        await asyncio.sleep(0.5)
        rows.append(("longest stop in a change to 80x24", beats.longest()))
        beats.stop()
    return rows


async def _press(app: MuqabalaApp, key: str) -> None:
    """A key as a keyboard repeats it, 30 times a second; Pilot would wait for an idle process."""
    app.simulate_key(key)
    await asyncio.sleep(1 / 30)


class _Heartbeat:
    """Asks for the event loop every millisecond; a gap is time in which nothing could be drawn."""

    def __init__(self) -> None:
        self._gaps = [0.0]
        self._task = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            self._gaps.append(now - last - 0.001)
            last = now

    def longest(self) -> str:
        """The longest gap since the last call, and how many were over 50 ms."""
        gaps, self._gaps = self._gaps, [0.0]
        over = sum(gap > 0.05 for gap in gaps)
        return f"{max(gaps) * 1000:.0f} ms" + (f", {over} over 50 ms" if over else "")

    def stop(self) -> None:
        """End."""
        self._task.cancel()


class _Echo:
    """An engine that answers at once with English as long as the model's."""

    package = PackageInfo("echo", Path(), "1", "ar", "en", "none", Decoding(1, 1.0), False)
    _text = "The North Korean leader asked a Russian space official about the rocket and its fuel. "

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for position, request in enumerate(requests):
            text = (self._text * 8)[: int(len(request.source) * 1.1)].strip()
            links = tuple(
                Link(place, place + 5, place, place + 5, 1.0)
                for place in range(0, len(request.source) - 5, 6)
            )
            yield position, (Hypothesis(text, -0.5, links),)

    def fits(self, _source: str) -> bool:
        return True


def _echo() -> Pipeline:
    return Pipeline(engine=_Echo(), n_best=1, alignment=True)


def _start(folder: Path, article: Path) -> tuple[subprocess.Popen[bytes], int]:
    """The program in a terminal of its own, with its own folders."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", _SIZE[1], _SIZE[0], 0, 0))
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
    }
    process = subprocess.Popen(
        [muqabala(), str(article)], stdin=slave, stdout=slave, stderr=slave, env=environment
    )
    os.close(slave)
    return process, master


def _output(terminal: int, *, until: float) -> Iterator[bytes]:
    while (left := until - time.perf_counter()) > 0:
        ready, _, _ = select.select([terminal], [], [], left)
        if ready:
            yield os.read(terminal, 1 << 16)


def _stop(process: subprocess.Popen[bytes], terminal: int) -> None:
    """Ask the program to end, and read what it still writes, so that it is not held up."""
    process.send_signal(signal.SIGTERM)
    while process.poll() is None:
        with contextlib.suppress(OSError):
            for _ in _output(terminal, until=time.perf_counter() + 0.2):
                pass
    os.close(terminal)
