"""muqabala align: which parts of an Arabic article and of an English reference belong together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import ConfigFile, TranslatingPackage
from translator.errors import OutputError

if TYPE_CHECKING:
    from translator.alignment.pivot import Pivot
    from translator.alignment.rows import Row


def align(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The Arabic article.")],
    reference: Annotated[
        Path, typer.Argument(metavar="REFERENCE", help="Its English by a human, any lines.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this .tsv or .tmx file."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="tsv or tmx. Without it the file's ending says it."),
    ] = None,
    pivot: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A machine translation of SOURCE, a line for each paragraph or segment. "
            "Without it SOURCE is translated now.",
        ),
    ] = None,
    split: Annotated[
        bool, typer.Option("--split/--lines", help="Cut the reference's lines into sentences.")
    ] = True,
    package: TranslatingPackage = None,
    force: Annotated[
        bool, typer.Option("--force", help="Translate SOURCE even if it does not look Arabic.")
    ] = False,
    config: ConfigFile = None,
) -> None:
    """Pair an Arabic article with an English one that has other lines.

    A summary goes to standard error. Exit codes: 0 done; 2 it could not be done.

    \b
    Example:
      muqabala align article.ar.txt human.en.txt -o pairs.tsv
    """

    from cli.progress import say, standard_output
    from translator.align import align as align_texts
    from translator.alignment import rows, tmx, tsv
    from translator.alignment.pivot import english_lines
    from translator.atomic import atomic_writer

    format_ = _format(to, output)
    lines = english_lines(reference)
    texts = _pivot(source, pivot, package, config, force=force)
    alignment = align_texts(texts.english, lines, split=split)
    pairs = rows.rows(alignment, texts.sources)
    write = tmx.write if format_ == "tmx" else tsv.write
    if output is None:
        write(pairs, standard_output())
    else:
        with atomic_writer(output) as stream:
            write(pairs, stream)
    say(_summary(pairs, alignment.confidence))


def _format(to: str | None, output: Path | None) -> str:
    name = to or (output.suffix.lower().removeprefix(".") if output else "tsv")
    if name in ("tsv", "tmx"):
        return name
    if to is None:
        raise OutputError(
            "its ending names no format", where=str(output), remedy="use .tsv or .tmx, or give --to"
        )
    raise OutputError(f'no format "{to}"', where="--to", remedy="choose tsv or tmx")


def _pivot(
    source: Path, file: Path | None, package: str | None, config: Path | None, *, force: bool
) -> Pivot:
    from cli.settings import load_settings
    from translator.alignment import pivot
    from translator.assembly import open_pipelines
    from translator.language import require_arabic
    from translator.reading import read_document

    document = read_document(source)
    if file is not None:
        return pivot.from_file(document, file)
    settings = load_settings(config)
    require_arabic(document, force=force or settings.language.force)
    pipelines = open_pipelines(settings, packages=[package] if package else ())
    return pivot.translated(document, pipelines[0])


def _summary(pairs: tuple[Row, ...], confidence: float) -> str:
    linked = [row for row in pairs if row.source and row.reference]
    source_only = sum(not row.reference for row in pairs)
    reference_only = sum(not row.source for row in pairs)
    moved = sum(row.moved for row in linked)
    return (
        f"{len(linked)} units aligned ({moved} of them moved), without counterpart: "
        f"{source_only} Arabic and {reference_only} English; confidence {confidence:.2f}"
    )
