"""muqabala demo: the example article in the TUI, or printed with its translation and scores."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.options import ConfigFile


def demo(
    print_only: Annotated[bool, typer.Option("--print", help="Print, even in a terminal.")] = False,
    config: ConfigFile = None,
) -> None:
    """Open the example article; without a terminal, print its translation and scores."""
    from cli.terminal import in_terminal, run_demo

    if print_only or not in_terminal():
        _print_demo(config)
    else:
        run_demo(config)


def _print_demo(config: Path | None) -> None:
    """Print each segment as soon as all before it are there, then the scores."""
    from cli.progress import standard_output
    from cli.settings import load_settings
    from translator.assembly import open_pipelines
    from translator.demo import bundled_demo
    from translator.reading import read_document

    settings = load_settings(config)
    files = bundled_demo()
    document = read_document(files.article)
    pipeline = open_pipelines(settings)[0]
    output = standard_output()
    done: dict[str, str] = {}
    waiting = list(document.segments())
    for result in pipeline.stream(document):
        done[result.segment.id] = result.text
        while waiting and waiting[0].id in done:
            segment = waiting.pop(0)
            output.write(f"{segment.id}\n{segment.text}\n{done[segment.id]}\n\n")
            output.flush()
    english = [done[segment.id] for segment in document.segments()]
    _print_scores(english, files.reference, settings)


def _print_scores(english: list[str], reference: Path, settings: object) -> None:
    from typing import cast

    from cli.evaluation import scoring_choice
    from cli.progress import say
    from cli.tables import print_table
    from translator.config.schema import Settings
    from translator.report.tables import all_tables, signatures
    from translator.scoring.aligned import align_texts
    from translator.scoring.compare import compare
    from translator.scoring.corpus import Lines, build_corpus
    from translator.scoring.lines import read_lines

    choice = scoring_choice(cast("Settings", settings), None, None, None)
    lines, _ = read_lines(reference)
    systems, references, _, notes = align_texts([Lines("Muqabala", tuple(english))], [lines], None)
    for note in notes:
        say(note)
    corpus = build_corpus(systems, references)
    comparison = compare(corpus, choice)
    print_table(all_tables(comparison)[0])
    print("Signatures")
    for name, value in signatures(comparison):
        print(f"  {name}: {value}")
