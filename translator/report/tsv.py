"""Segment scores as tab-separated values, for spreadsheets and scripts."""

from __future__ import annotations

from translator.scoring.compare import Comparison


def render_segments(comparison: Comparison) -> str:
    """A header and one row for each segment: its line number, then each system's scores in full."""
    columns = [(system, score) for system in comparison.systems for score in system.scores]
    header = ["segment", *(f"{system.system} {score.metric}" for system, score in columns)]
    lines = ["\t".join(header)]
    for place, number in enumerate(comparison.corpus.numbers):
        values = (repr(score.segments[place]) for _, score in columns)
        lines.append("\t".join([str(number), *values]))
    return "\n".join(lines) + "\n"
