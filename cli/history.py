"""muqabala history: how the scores of a log went up and down."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from translator.history import Run


def history(
    log: Annotated[Path, typer.Argument(metavar="FILE", help="A log that `score --log` wrote.")],
    metric: Annotated[
        str, typer.Option(metavar="NAME", help="Metric to plot; without it the log's first.")
    ] = "",
    last: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many runs to show, the newest.")
    ] = 20,
) -> None:
    """Show the runs of a log as a table, and the trend of one metric as a plot."""
    from cli.tables import print_table, terminal_width
    from translator.history import read_runs, trend_table
    from translator.trend import plot

    runs = read_runs(log)
    name = _metric(runs, metric, log)
    print_table(trend_table(runs[-last:]))
    for system in dict.fromkeys(run.system for run in runs):
        values = [run.scores[name] for run in runs if run.system == system and name in run.scores]
        if len(values) > 1:
            print(f"{name} of {system}, {len(values)} runs, oldest left")
            for line in plot(values[-last:], width=terminal_width()):
                print(line)
            print()
    sys.stdout.flush()


def _metric(runs: tuple[Run, ...], wanted: str, log: Path) -> str:
    """The metric's name as the log has it, whatever the capitals.

    Raises:
        ScoringError: no run has that metric.
    """
    from translator.errors import ScoringError

    known = list(dict.fromkeys(name for run in runs for name in run.scores))
    if not wanted and known:
        return known[0]
    for name in known:
        if name.casefold() == wanted.casefold():
            return name
    raise ScoringError(
        f"no run has the metric {wanted!r}",
        where=str(log),
        remedy=f"choose from {', '.join(known)}" if known else "score again with --log",
    )
