"""muqabala check: faults of a translation that show without any reference."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.exit_codes import EXIT_PARTIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.checks.input import CheckedSegment


def check(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="The Arabic, one segment a line; or a .jsonl file of `translate` alone.",
        ),
    ],
    hypothesis: Annotated[
        Path | None,
        typer.Argument(metavar="HYP", help="Its English, the same lines.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say under the table what each check looks at.")
    ] = False,
) -> None:
    """Find missing numbers, left-over Arabic and other faults without a reference.

    Exit codes: 0 nothing found; 1 something found; 2 a file cannot be checked.

    \b
    Examples:
      muqabala check article.ar.txt article.en.txt
      muqabala check article.jsonl --explain
    """
    from cli.progress import standard_output
    from translator.checks.input import check_files

    segments = check_files(source, hypothesis)
    stream = standard_output()
    if as_json:
        stream.write(_as_json(segments) + "\n")
    else:
        _print_table(segments, explain=explain)
    if any(segment.flags for segment in segments):
        raise typer.Exit(EXIT_PARTIAL)


def _as_json(segments: Sequence[CheckedSegment]) -> str:
    import json
    from dataclasses import asdict

    flagged = [asdict(segment) for segment in segments if segment.flags]
    flags = sum(len(segment.flags) for segment in segments)
    summary = {"segments": len(segments), "flagged": len(flagged), "flags": flags}
    return json.dumps({**summary, "found": flagged}, ensure_ascii=False, indent=2)


def _print_table(segments: Sequence[CheckedSegment], *, explain: bool) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from translator.checks.run import CHECKS

    # Off a terminal a line is not cut, so that other programs can read it.
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 10_000
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Segment", justify="right")
    table.add_column("Check")
    table.add_column("What to look at", overflow="fold")
    flagged = [segment for segment in segments if segment.flags]
    for segment in flagged:
        for flag in segment.flags:
            table.add_row(str(segment.number), flag.code, Text(flag.message))
    if flagged:
        console.print(table)
    flags = sum(len(segment.flags) for segment in segments)
    console.print(
        f"{_count(flags, 'flag')} in {len(flagged)} of {_count(len(segments), 'segment')}"
    )
    if explain:
        for check in CHECKS:
            console.print(Text(f"  {check.code:13} {check.explanation}"))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
