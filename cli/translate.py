"""muqabala translate: files, folders or standard input to English files, without a screen."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Annotated

import typer

from cli.exit_codes import EXIT_ERROR, EXIT_PARTIAL
from cli.options import ConfigFile, Glossaries, NoGlossary
from translator.errors import MuqabalaError, OutputError


def translate(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for standard input."),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file."),
    ] = None,
    out_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Write each file into this folder, sub-folders as they were."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="txt, md, jsonl, tsv or html. Without it the output file's ending says it.",
        ),
    ] = None,
    package: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME|PATH",
            help="Argos package: bundled, installed, a folder or an .argosmodel file. "
            "Give it again to compare packages.",
        ),
    ] = None,
    glossary: Glossaries = None,
    no_glossary: NoGlossary = False,
    force: Annotated[
        bool, typer.Option("--force", help="Translate even if the text does not look Arabic.")
    ] = False,
    jobs: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many files to work on at once.")
    ] = 2,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no notes; errors only.")
    ] = False,
    config: ConfigFile = None,
) -> None:
    """Translate Arabic files to English.

    Exit codes: 0 all done; 1 some of several files failed (they are listed, the others are
    written); 2 nothing could be done; 130 stopped with Ctrl-C.

    \b
    Examples:
      muqabala translate article.ar.txt
      muqabala translate article.ar.txt -o article.html
      muqabala translate articles/ --out-dir english/
      muqabala translate - --to jsonl < article.ar.txt
    """
    from cli.progress import SegmentProgress, say, standard_output
    from cli.settings import load_settings
    from translator.assembly import GlossaryChoice, open_pipelines
    from translator.batch import Batch, plan
    from translator.inputs import collect_inputs
    from translator.writers.formats import choose_format, require_room_for

    if output and out_dir:
        raise OutputError("--output and --out-dir were both given", remedy="choose one")
    settings = load_settings(config)
    files = collect_inputs(sources)
    format_ = choose_format(to, output, settings.output.format)
    work = plan(files, format_, output=output, out_dir=out_dir)
    pipelines = open_pipelines(
        settings,
        packages=package or (),
        glossary=GlossaryChoice(tuple(glossary) if glossary else None, use=not no_glossary),
        notify=say,
    )
    require_room_for(format_, len(pipelines))
    progress = SegmentProgress(files, packages=len(pipelines), shown=not quiet)
    batch = Batch(
        pipelines=pipelines,
        format=format_,
        force=force or settings.language.force,
        on_segment=progress.advance,
        cancelled=threading.Event(),
    )
    stream = None if output or out_dir else standard_output()
    failures = []
    with progress:
        for outcome in batch.run(work, at_once=jobs, stream=stream):
            for note in () if quiet else outcome.notes:
                say(f"{outcome.job.source.name}: {note}")
            if outcome.error:
                failures.append(outcome.error)
    _finish(failures, of=len(work))


def _finish(failures: list[MuqabalaError], *, of: int) -> None:
    """End with the error of a single file, or with a list."""
    from cli.progress import say

    if not failures:
        return
    if of == 1:
        raise failures[0]
    say(f"{len(failures)} of {of} files could not be translated:")
    for error in failures:
        say(f"  {error}")
    raise typer.Exit(EXIT_PARTIAL if len(failures) < of else EXIT_ERROR)
