"""muqabala compare: several translations of one text side by side, with significance."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.options import (
    Align,
    AsJson,
    ConfigFile,
    Log,
    Metrics,
    Names,
    References,
    Reports,
    Seed,
    Segments,
)


def compare(
    systems: Annotated[
        list[str],
        typer.Argument(
            metavar="SYSTEM...",
            help="Each a file of English, or a package with or without glossary: bundled, "
            "bundled+glossary, bundled+FILE.yaml, PATH.argosmodel. The first is the baseline.",
        ),
    ],
    ref: References,
    source: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The Arabic: needed for packages; judges names too."),
    ] = None,
    metric: Metrics = None,
    trials: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Trials of the tests; 0 for no tests."),
    ] = None,
    seed: Seed = None,
    align: Align = False,
    segments: Segments = False,
    details: Annotated[
        bool, typer.Option("--details", help="Also print phrases, names and groups of segments.")
    ] = False,
    json: AsJson = False,
    report: Reports = None,
    log: Log = None,
    names: Names = None,
    config: ConfigFile = None,
) -> None:
    """Compare translations of the same text: which is better, and is it more than chance?"""
    from cli.evaluation import run_request, scoring_choice
    from cli.settings import load_settings
    from translator.assembly import GlossaryChoice
    from translator.errors import ScoringError
    from translator.scoring.evaluate import Request

    if len(systems) < 2:
        raise ScoringError(
            "a comparison needs two systems", remedy="name another, or use `muqabala score`"
        )
    settings = load_settings(config)
    request = Request(
        systems=tuple(systems),
        references=tuple(ref),
        choice=scoring_choice(settings, metric, trials, seed),
        glossary=GlossaryChoice(),
        source=source,
        names=names,
        align=align,
    )
    run_request(
        request,
        settings,
        title=f"Comparison of {', '.join(Path(name).name for name in systems)}",
        output="segments" if segments else "json" if json else "tables",
        reports=report or (),
        log=log,
        show_minor=details,
    )
