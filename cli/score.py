"""muqabala score: a translation's BLEU, chrF, chrF++ and TER against references."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def score(
    hypothesis: Annotated[
        str,
        typer.Argument(
            metavar="HYP",
            help="English, one segment a line (or .jsonl of `translate`); or Arabic, which is "
            "translated first.",
        ),
    ],
    ref: Annotated[
        list[Path],
        typer.Option(metavar="FILE", help="Reference translation; give it again for a second."),
    ],
    source: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The Arabic, to judge names and numbers, too."),
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="bleu, chrf, chrf++ or ter; give it again for more."),
    ] = None,
    trials: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Bootstrap samples for the interval; 0 for none."),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Seed of the bootstrap.")
    ] = None,
    align: Annotated[
        bool, typer.Option("--align", help="Join lines where the reference has other lines.")
    ] = False,
    segments: Annotated[
        bool, typer.Option("--segments", help="Print every segment's scores as TSV, nothing else.")
    ] = False,
    details: Annotated[
        bool, typer.Option("--details", help="Also print missing names and groups of segments.")
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
    package: Annotated[
        str, typer.Option(metavar="NAME|PATH", help="Argos package that translates the Arabic.")
    ] = "",
    glossary: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME|FILE", help="Glossaries instead of the configured ones."),
    ] = None,
    no_glossary: Annotated[bool, typer.Option("--no-glossary", help="Use no glossary.")] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration file.")
    ] = None,
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
