"""`muqabala doctor`: is everything in order on this machine?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.exit_codes import EXIT_PARTIAL
from cli.options import ConfigFile

if TYPE_CHECKING:
    from translator.doctor import Check
    from tui.terminal import Terminal

_NARROW = 80


def doctor(
    package: Annotated[
        list[str] | None, typer.Option("--package", help="Check this package; may be repeated.")
    ] = None,
    config: ConfigFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Check versions, package, settings, glossaries and folders, and prove to be offline.

    One sentence is translated while every network connection of this program is refused. Exit
    code 0: all is well, warnings allowed; 1: a check failed.
    """
    import json
    import os
    import sys
    from dataclasses import asdict

    from translator.doctor import Report, examine
    from tui.terminal import choose

    terminal = choose(_bidi(config), os.environ)
    found = examine(package or (), config=config, environment=os.environ, folder=Path.cwd())
    report = Report((*found.checks, _terminal_check(terminal)))
    if as_json:
        content = {"healthy": report.healthy, "checks": [asdict(one) for one in report.checks]}
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        _print_checks(report.checks)
        if sys.stdout.isatty():
            _print_sample(terminal)
    if not report.healthy:
        raise typer.Exit(EXIT_PARTIAL)


def _print_checks(checks: tuple[Check, ...]) -> None:
    width = max(len(check.name) for check in checks)
    for check in checks:
        typer.echo(f"{check.state:<5} {check.name:<{width}}  {check.detail}")
        if check.remedy:
            typer.echo(f"{'':<5} {'':<{width}}  -> {check.remedy}")


def _print_sample(terminal: Terminal) -> None:
    """A line of Arabic for the user's own eyes: no program can see how a terminal draws it."""
    import sys

    from tui.terminal import doctor_sample, ordering_kept

    sample = doctor_sample(terminal.mode)
    with ordering_kept(terminal, sys.stdout):
        typer.echo(f"\n{sample.line}\n")
    typer.echo(sample.note)


def _bidi(config: Path | None) -> Literal["auto", "visual", "logical"]:
    """The setting tui.bidi; a faulty configuration is reported by its own check."""
    from cli.settings import load_settings
    from translator.errors import MuqabalaError

    try:
        return load_settings(config).tui.bidi
    except MuqabalaError:
        return "auto"


def _terminal_check(terminal: Terminal) -> Check:
    import os
    import shutil
    import sys

    from translator.doctor import Check, State

    if not sys.stdout.isatty():
        return Check("terminal", State.OK, "none: the output goes to a file or pipe")
    columns, lines = shutil.get_terminal_size()
    depth = os.environ.get("COLORTERM") or "256 colours or fewer"
    colour = "no colour (NO_COLOR)" if os.environ.get("NO_COLOR") else depth
    inside = f" in {terminal.multiplexer}" if terminal.multiplexer else ""
    detail = (
        f"{terminal.name}{inside}, {columns} x {lines}, {colour}, Arabic in {terminal.mode} order"
    )
    if columns < _NARROW:
        remedy = f"make it at least {_NARROW} columns wide to see both languages side by side"
        return Check("terminal", State.WARN, detail, remedy)
    return Check("terminal", State.OK, detail, terminal.note)
