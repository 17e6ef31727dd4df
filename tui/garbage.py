"""Keeps what lives long out of Python's garbage collections, which would hold up frames."""

from __future__ import annotations

import gc

_EVERY = 100
# Collections of the youngest between two of the middle ones, and of these between two full ones.
_THRESHOLDS = 700, 10, 1000


class LongLived:
    """Told of things that live as long as the article, it sets them aside from time to time.

    A full collection looks at every object: a long article's translations made it take 130 ms.
    What is set aside is still freed when nothing refers to it any more, but for cycles.
    """

    def __init__(self) -> None:
        self._new = 0

    def add(self, count: int) -> None:
        """So many more results are kept."""
        self._new += count
        if self._new >= _EVERY:
            self.set_aside()

    def set_aside(self) -> None:
        """Set aside what there is now."""
        self._new = 0
        gc.freeze()


def collect_again() -> None:
    """Set aside what the start loaded, and collect from here on."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()
