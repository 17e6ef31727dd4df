"""muqabala score: a translation's BLEU, chrF, chrF++ and TER against references."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.options import (
    Align,
    AsJson,
    ConfigFile,
    Glossaries,
    Log,
    Metrics,
    Names,
    NoGlossary,
    References,
    Reports,
    Seed,
    Segments,
)


def score(
    hypothesis: Annotated[
        str,
        typer.Argument(
            metavar="HYP",
            help="English, one segment a line (or .jsonl of `translate`); or Arabic, which is "
            "translated first.",
        ),
    ],
    ref: References,
    source: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The Arabic, to judge names and numbers, too."),
    ] = None,
    metric: Metrics = None,
    trials: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Bootstrap samples for the interval; 0 for none."),
    ] = None,
    seed: Seed = None,
    align: Align = False,
    segments: Segments = False,
    details: Annotated[
        bool, typer.Option("--details", help="Also print missing names and groups of segments.")
    ] = False,
    json: AsJson = False,
    report: Reports = None,
    log: Log = None,
    names: Names = None,
    package: Annotated[
        str, typer.Option(metavar="NAME|PATH", help="Argos package that translates the Arabic.")
    ] = "",
    glossary: Glossaries = None,
    no_glossary: NoGlossary = False,
    config: ConfigFile = None,
) -> None:
    """Score a translation against one or more references, with sacrebleu's figures."""
    from cli.evaluation import run_request, scoring_choice
    from cli.settings import load_settings
    from translator.assembly import GlossaryChoice
    from translator.scoring.evaluate import Request

    settings = load_settings(config)
    request = Request(
        systems=(hypothesis,),
        references=tuple(ref),
        choice=scoring_choice(settings, metric, trials, seed),
        glossary=GlossaryChoice(tuple(glossary) if glossary else None, use=not no_glossary),
        source=source,
        package=package,
        names=names,
        align=align,
    )
    run_request(
        request,
        settings,
        title=f"Scores of {Path(hypothesis).name}",
        output="segments" if segments else "json" if json else "tables",
        reports=report or (),
        log=log,
        show_minor=details,
    )
