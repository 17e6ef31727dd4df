"""Results on their way from the translating thread to the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable

from translator.translation import SegmentTranslation


class Handover:
    """Keeps what was translated until the screen takes it, all together.

    The screen is told once, not of every result: keys would wait behind many messages.

    Args:
        tell: called in the translating thread when there is something after there was nothing.
    """

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._waiting: dict[int, list[SegmentTranslation]] = {}

    def put(self, system: int, result: SegmentTranslation) -> None:
        """Leave a result of a system."""
        with self._lock:
            told = bool(self._waiting)
            self._waiting.setdefault(system, []).append(result)
        if not told:
            self._tell()

    def take(self) -> dict[int, list[SegmentTranslation]]:
        """What came since the last call, by system, in the order in which it came."""
        with self._lock:
            taken, self._waiting = self._waiting, {}
        return taken
