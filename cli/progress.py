"""Progress and notes on standard error, so that standard output holds only translations."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

from cli.streams import one_line

if TYPE_CHECKING:
    from translator.inputs import InputFile
    from translator.translation import SegmentTranslation


def say(message: str) -> None:
    """One line for the user on standard error."""
    print(f"muqabala: {one_line(message)}", file=sys.stderr)


def standard_output() -> IO[str]:
    """Standard output as UTF-8 with plain line breaks, whatever the platform's habit."""
    stream = sys.stdout
    if isinstance(stream, TextIO) or hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    return stream


class SegmentProgress:
    """A progress bar over the source's bytes with words per second; nothing off a terminal."""

    def __init__(self, files: Sequence[InputFile], *, packages: int, shown: bool):
        self._bar: Any = None
        self._task: Any = None
        self._words = 0
        self._lock = threading.Lock()
        self._total = sum(_size(file.path) for file in files) * packages
        self._shown = shown and sys.stderr.isatty()

    def __enter__(self) -> SegmentProgress:
        if self._shown:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                TextColumn("translating"),
                BarColumn(),
                TextColumn("{task.percentage:>3.0f} %  {task.fields[words]} words"),
                TextColumn("{task.fields[speed]} words/s"),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("", total=self._total or None, words=0, speed="-")
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def advance(self, result: SegmentTranslation) -> None:
        """Count a finished segment; called from worker threads."""
        if not self._bar:
            return
        source = result.segment.text
        with self._lock:
            self._words += len(source.split())
            elapsed = self._bar.tasks[0].elapsed or 0.0
            speed = f"{self._words / elapsed:.0f}" if elapsed else "-"
            size = len(source.encode()) + 1
            self._bar.update(self._task, advance=size, words=self._words, speed=speed)


def _size(path: Path | None) -> int:
    try:
        return path.stat().st_size if path else 0
    except OSError:
        return 0
