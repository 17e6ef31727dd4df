"""What a report shows: a comparison with the names and doubts of its segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator.scoring.compare import Comparison
from translator.scoring.names import ExpectedName
from translator.translation import Flag


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report is made of.

    Attributes:
        title: the heading, plain text.
        created: date and time as it is to be shown.
        expected: names that stand in the Arabic.
        flags: for each system, for each segment, its doubts; empty without the Arabic.
    """

    title: str
    created: str
    comparison: Comparison
    expected: tuple[ExpectedName, ...] = ()
    flags: tuple[tuple[tuple[Flag, ...], ...], ...] = ()

    def flags_of(self, system: int, segment: int) -> tuple[Flag, ...]:
        """The doubts about one segment of one system."""
        return self.flags[system][segment] if self.flags else ()


def make_report(
    comparison: Comparison, expected: Sequence[ExpectedName], *, title: str, created: str
) -> Report:
    """Run the checks on every segment, if the Arabic is known, and put the report together."""
    corpus = comparison.corpus
    flags: tuple[tuple[tuple[Flag, ...], ...], ...] = ()
    if corpus.source:
        from translator.checks.run import run_checks

        source = corpus.source.lines
        flags = tuple(
            tuple(run_checks(*pair) for pair in zip(source, system.lines, strict=True))
            for system in corpus.systems
        )
    return Report(title, created, comparison, tuple(expected), flags)
