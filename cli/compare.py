"""muqabala compare: several translations of one text side by side, with significance."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def compare(
    systems: Annotated[
        list[str],
        typer.Argument(
            metavar="SYSTEM...",
            help="Each a file of English, or a package with or without glossary: bundled, "
            "bundled+glossary, bundled+FILE.yaml, PATH.argosmodel. The first is the baseline.",
        ),
    ],
    ref: Annotated[
        list[Path],
        typer.Option(metavar="FILE", help="Reference translation; give it again for a second."),
    ],
    source: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The Arabic: needed for packages; judges names too."),
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="bleu, chrf, chrf++ or ter; give it again for more."),
    ] = None,
    trials: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Trials of the tests; 0 for no tests."),
    ] = None,
    seed: Annotated[int | None, typer.Option(min=0, metavar="N", help="Seed of the tests.")] = None,
    align: Annotated[
        bool, typer.Option("--align", help="Join lines where the reference has other lines.")
    ] = False,
    segments: Annotated[
        bool, typer.Option("--segments", help="Print every segment's scores as TSV, nothing else.")
    ] = False,
    details: Annotated[
        bool, typer.Option("--details", help="Also print phrases, names and groups of segments.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print all figures as JSON, segments too.")
    ] = False,
    report: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Write a report: .html, .md or .json."),
    ] = None,
    log: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Add this run to a log (.jsonl).")
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(metavar="TSV", help="Names that must be right: line, ar_span, en_name."),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration file.")
    ] = None,
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
