"""What `score` and `compare` share: settings, the run, notes, reports and the log."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator.config.schema import Settings
    from translator.scoring.evaluate import Evaluation, Request
    from translator.scoring.run import Settings as ScoringChoice


def scoring_choice(
    settings: Settings, metrics: Sequence[str] | None, trials: int | None, seed: int | None
) -> ScoringChoice:
    """The configuration's metrics, trials and seed, with what the command line says instead."""
    from translator.scoring.run import Settings as ScoringChoice

    configured = settings.scoring
    return ScoringChoice(
        metrics=tuple(metrics or configured.metrics),
        trials=configured.trials if trials is None else trials,
        seed=configured.seed if seed is None else seed,
    )


def run_request(
    request: Request,
    settings: Settings,
    *,
    title: str,
    output: str,
    reports: Sequence[Path],
    log: Path | None,
    show_minor: bool,
) -> Evaluation:
    """Score, print, report and log.

    Args:
        output: what to print: "tables", "json", or "segments" for TSV.
        show_minor: print the tables of details, too.

    Raises:
        MuqabalaError: something given is wrong or cannot be written.
    """
    from datetime import datetime

    from cli.progress import say, standard_output
    from translator.report.content import make_report
    from translator.report.tsv import render_segments
    from translator.report.write import require_report_name, write_report
    from translator.scoring.evaluate import evaluate, runs_of

    for path in reports:
        require_report_name(path)
    with working("reading, translating and scoring"):
        evaluation = evaluate(request, settings)
    for note in evaluation.comparison.notes:
        say(note)
    now = datetime.now().astimezone()
    created = f"{now.day} {now:%B %Y, %H:%M}"
    if reports or output == "json":
        report = make_report(
            evaluation.comparison, evaluation.expected, title=title, created=created
        )
        for path in reports:
            write_report(report, path)
        if output == "json":
            from translator.report.json import render_json

            standard_output().write(render_json(report))
    if output == "segments":
        standard_output().write(render_segments(evaluation.comparison))
    elif output == "tables":
        _print_tables(evaluation, show_minor=show_minor)
    for path in reports:
        say(f"wrote {path}")
    if log:
        from translator.history import append_runs

        append_runs(log, runs_of(evaluation, settings, date=now.isoformat(timespec="seconds")))
    return evaluation


@contextlib.contextmanager
def working(what: str) -> Iterator[None]:
    """A moving sign on standard error while something takes long; nothing off a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def _print_tables(evaluation: Evaluation, *, show_minor: bool) -> None:
    from cli.tables import print_table
    from translator.report.tables import all_tables, signatures

    for table in all_tables(evaluation.comparison):
        if show_minor or not table.minor:
            print_table(table)
    print("Signatures")
    for name, value in signatures(evaluation.comparison):
        print(f"  {name}: {value}")
