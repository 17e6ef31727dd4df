"""Where two English versions of an article differ, segment by segment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translator.differences import Change, Difference, word_differences
from translator.document import Segment


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """A segment with two versions of its English.

    Attributes:
        differences: as word_differences(before, after), without the runs that are equal.
    """

    segment: Segment
    before: str
    after: str
    differences: tuple[Difference, ...]

    def spans_before(self) -> tuple[tuple[int, int], ...]:
        """What of the first version changed, in offsets of it."""
        return tuple(
            (d.first_start, d.first_end) for d in self.differences if d.first_start < d.first_end
        )

    def spans_after(self) -> tuple[tuple[int, int], ...]:
        """What of the second version changed, in offsets of it."""
        return tuple(
            (d.second_start, d.second_end)
            for d in self.differences
            if d.second_start < d.second_end
        )


def changed_segments(
    segments: Iterable[Segment], before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[SegmentChange, ...]:
    """The segments that both versions have and whose texts differ, in reading order.

    Args:
        before, after: English by the segment's fingerprint.
    """
    changes = []
    for segment in segments:
        one, other = before.get(segment.fingerprint), after.get(segment.fingerprint)
        if one is None or other is None or one == other:
            continue
        different = tuple(d for d in word_differences(one, other) if d.change is not Change.EQUAL)
        changes.append(SegmentChange(segment, one, other, different))
    return tuple(changes)
