"""Scores of parts of a corpus: short and long segments, segments with few and many names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator.scoring.run import Counted

# Upper limits, each belonging to the bucket before.
LENGTHS = (10, 20, 30, 40)
NAMES = (1, 2, 3, 5)


@dataclass(frozen=True, slots=True)
class Bucket:
    """The segments whose measure lies in one range.

    Attributes:
        label: the range, as in "10-19" or "40+".
        segments: how many segments it has.
        values: for each metric, in the order of the metrics, each system's corpus score.
    """

    label: str
    segments: int
    values: tuple[tuple[float, ...], ...]


def make_buckets(
    counted: Sequence[Counted], measure: Sequence[int], limits: Sequence[int]
) -> tuple[Bucket, ...]:
    """Score the segments of each range by themselves; ranges without segments are left out.

    Args:
        measure: for each segment the number it is sorted by: words, or names.
        limits: where a new range begins, in rising order.
    """
    edges = [0, *limits]
    buckets = []
    for place, low in enumerate(edges):
        high = edges[place + 1] if place + 1 < len(edges) else None
        inside = [
            segment
            for segment, value in enumerate(measure)
            if value >= low and (high is None or value < high)
        ]
        if inside:
            values = tuple(
                tuple(
                    each.metric.corpus_value([statistics[segment] for segment in inside])
                    for statistics in each.systems
                )
                for each in counted
            )
            buckets.append(Bucket(_label(low, high), len(inside), values))
    return tuple(buckets)


def _label(low: int, high: int | None) -> str:
    if high is None:
        return f"{low}+"
    return str(low) if high == low + 1 else f"{low}-{high - 1}"
