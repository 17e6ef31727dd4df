"""`muqabala doctor`: is everything in order on this machine?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.exit_codes import EXIT_PARTIAL

if TYPE_CHECKING:
    from translator.doctor import Check


def doctor(
    package: Annotated[
        list[str] | None, typer.Option("--package", help="Check this package; may be repeated.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="Read this settings file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Check versions, package, settings, glossaries and folders, and prove to be offline.

    One sentence is translated while every network connection of this program is refused. Exit
    code 0: all is well, warnings allowed; 1: a check failed.
    """
    import json
    import os
    from dataclasses import asdict

    from translator.doctor import Report, examine

    found = examine(package or (), config=config, environment=os.environ, folder=Path.cwd())
    report = Report((*found.checks, _terminal()))
    if as_json:
        content = {"healthy": report.healthy, "checks": [asdict(one) for one in report.checks]}
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        width = max(len(check.name) for check in report.checks)
        for check in report.checks:
            typer.echo(f"{check.state:<5} {check.name:<{width}}  {check.detail}")
            if check.remedy:
                typer.echo(f"{'':<5} {'':<{width}}  -> {check.remedy}")
    if not report.healthy:
        raise typer.Exit(EXIT_PARTIAL)


def _terminal() -> Check:
    import os
    import shutil
    import sys

    from translator.doctor import Check, State

    name = os.environ.get("TERM_PROGRAM") or os.environ.get("TERM") or "unknown"
    if not sys.stdout.isatty():
        return Check("terminal", State.OK, f"{name}; output goes to a file or pipe")
    columns, lines = shutil.get_terminal_size()
    depth = os.environ.get("COLORTERM") or "256 colours or fewer"
    colour = "no colour (NO_COLOR)" if os.environ.get("NO_COLOR") else depth
    detail = f"{name}, {columns} x {lines}, {colour}"
    if columns < 80:
        return Check("terminal", State.WARN, detail, "make it at least 80 columns wide for the TUI")
    return Check("terminal", State.OK, detail)
