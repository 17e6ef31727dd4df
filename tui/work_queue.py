"""Which segments are to be translated next: those on the screen first, then on from there."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.document import Segment

# The first results come soon; later batches are large enough to be fast.
_FIRST, _LARGEST = 1, 64


@dataclass(frozen=True, slots=True)
class Batch:
    """Segments to translate with one system, the most urgent first."""

    system: int
    segments: tuple[Segment, ...]


class WorkQueue:
    """Work for one translating thread, given by the UI; every method may be called by both.

    A segment asked for again while it is being translated is translated again.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._order: dict[str, int] = {}
        self._segments: Sequence[Segment] = ()
        self._wanted: dict[int, set[str]] = {}
        self._first, self._last = 0, 0
        self._size = _FIRST
        self._paused = self._closed = False

    @property
    def paused(self) -> bool:
        """True while nothing may be translated."""
        return self._paused

    @property
    def closed(self) -> bool:
        """True when the thread must end."""
        return self._closed

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Take the article's segments in reading order; what is no more in it is not wanted."""
        with self._condition:
            self._segments = segments
            self._order = {segment.fingerprint: row for row, segment in enumerate(segments)}
            for wanted in self._wanted.values():
                wanted.intersection_update(self._order)
            self._condition.notify_all()

    def want(self, system: int, fingerprints: Iterable[str]) -> None:
        """Ask for segments of the article; fast first results are wanted anew."""
        with self._condition:
            known = self._order.keys()
            self._wanted.setdefault(system, set()).update(known & set(fingerprints))
            self._size = _FIRST
            self._condition.notify_all()

    def look_at(self, first: int, last: int) -> None:
        """Say which rows are on the screen, from first up to, not including, last."""
        with self._condition:
            self._first, self._last = first, last

    def pause(self, paused: bool) -> None:
        """Stop after the segment at work, or go on."""
        with self._condition:
            self._paused = paused
            self._condition.notify_all()

    def close(self) -> None:
        """Let the thread end."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def pending(self, system: int | None = None) -> int:
        """How many segments wait, of one system or of all."""
        with self._condition:
            return sum(len(wanted) for key, wanted in self._wanted.items() if system in {None, key})

    def waits(self, system: int, fingerprint: str) -> bool:
        """True if a segment waits for its translation."""
        return fingerprint in self._wanted.get(system, ())

    def take(self) -> Batch | None:
        """The next batch, when there is one; None when the thread must end."""
        with self._condition:
            while not self._closed and (self._paused or not any(self._wanted.values())):
                self._condition.wait()
            if self._closed:
                return None
            batch = self._next()
            self._wanted[batch.system] -= {segment.fingerprint for segment in batch.segments}
            self._size = min(self._size * 2, _LARGEST)
            return batch

    def give_back(self, batch: Batch, done: set[str]) -> None:
        """Put back what was taken but not translated."""
        with self._condition:
            left = {segment.fingerprint for segment in batch.segments} - done
            self._wanted[batch.system] |= left & self._order.keys()

    def _next(self) -> Batch:
        """On the screen with the first system that has work there, else below, else above."""
        systems = sorted(key for key, wanted in self._wanted.items() if wanted)
        for system in systems:
            seen = self._rows(system, self._first, self._last)
            if seen:
                return Batch(system, seen)
        system = systems[0]
        below = self._rows(system, self._last, len(self._segments))
        return Batch(system, below or self._rows(system, 0, self._first))

    def _rows(self, system: int, first: int, last: int) -> tuple[Segment, ...]:
        wanted, found = self._wanted[system], []
        for segment in self._segments[first:last]:
            if segment.fingerprint in wanted:
                found.append(segment)
                if len(found) == self._size:
                    break
        return tuple(found)
