"""How fast the translation goes and how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the translation is.

    Attributes:
        state: what is going on, in a word or two.
        done, total: segments, of all systems together.
        words_per_second: source words, 0 if not known yet.
        seconds_left: None if not known.
        working: True while something runs.
    """

    state: str
    done: int = 0
    total: int = 0
    words_per_second: float = 0.0
    seconds_left: float | None = None
    working: bool = False


class Meter:
    """Counts words while the translation runs; time spent paused does not count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._words = 0
        self._spent = 0.0
        self._since: float | None = None

    def start(self) -> None:
        """Time counts from here."""
        if self._since is None:
            self._since = self._clock()

    def stop(self) -> None:
        """Time counts no more."""
        if self._since is not None:
            self._spent += self._clock() - self._since
            self._since = None

    def count(self, words: int) -> None:
        """So many source words were translated."""
        self._words += words

    @property
    def rate(self) -> float:
        """Words per second, 0 before the first one."""
        running = 0.0 if self._since is None else self._clock() - self._since
        spent = self._spent + running
        return self._words / spent if spent > 0 and self._words else 0.0

    def left(self, words: int) -> float | None:
        """Seconds for so many words more; None if the rate is not known."""
        return words / self.rate if self.rate else None
