"""Options that several commands share, with one wording."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Use this configuration file.")
]
Glossaries = Annotated[
    list[str] | None,
    typer.Option(
        "--glossary",
        metavar="NAME|FILE",
        help="Use these glossaries instead of the configured ones; later ones win.",
    ),
]
NoGlossary = Annotated[bool, typer.Option("--no-glossary", help="Use no glossary.")]
TranslatingPackage = Annotated[
    str | None,
    typer.Option("--package", metavar="NAME|PATH", help="Argos package that translates."),
]

References = Annotated[
    list[Path],
    typer.Option(
        "--ref", metavar="FILE", help="Reference translation; give it again for a second."
    ),
]
Metrics = Annotated[
    list[str] | None,
    typer.Option(
        "--metric", metavar="NAME", help="bleu, chrf, chrf++ or ter; give it again for more."
    ),
]
Seed = Annotated[
    int | None, typer.Option("--seed", min=0, metavar="N", help="Seed of the random trials.")
]
Align = Annotated[
    bool, typer.Option("--align", help="Join lines where the reference has other lines.")
]
Segments = Annotated[
    bool, typer.Option("--segments", help="Print every segment's scores as TSV, nothing else.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print all figures as JSON, segments too.")]
Reports = Annotated[
    list[Path] | None,
    typer.Option("--report", metavar="FILE", help="Write a report: .html, .md or .json."),
]
Log = Annotated[
    Path | None, typer.Option("--log", metavar="FILE", help="Add this run to a log (.jsonl).")
]
Names = Annotated[
    Path | None,
    typer.Option(
        "--names", metavar="TSV", help="Names that must be right: line, ar_span, en_name."
    ),
]
