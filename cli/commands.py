"""The table of commands: a command's module is loaded when it is called, not for --help."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from translator.config.nearest import did_you_mean
from translator.locations import exists

# Name: (module, its function or Typer, the first sentence of its help); a test compares them.
COMMANDS = {
    "tui": (
        "cli.tui",
        "tui",
        "Read an article and its translation side by side; also `muqabala ARTICLE`.",
    ),
    "demo": (
        "cli.demo",
        "demo",
        "Open the example article; without a terminal, print its translation and scores.",
    ),
    "serve": (
        "cli.serve",
        "serve",
        "Show the side-by-side view in this computer's browser, for this computer alone.",
    ),
    "translate": ("cli.translate", "translate", "Translate Arabic files to English."),
    "score": (
        "cli.score",
        "score",
        "Score a translation against one or more references, with sacrebleu's figures.",
    ),
    "compare": (
        "cli.compare",
        "compare",
        "Compare translations of the same text: which is better, and is it more than chance?",
    ),
    "history": (
        "cli.history",
        "history",
        "Show the runs of a log as a table, and the trend of one metric as a plot.",
    ),
    "check": (
        "cli.check",
        "check",
        "Find missing numbers, left-over Arabic and other faults without a reference.",
    ),
    "align": (
        "cli.align",
        "align",
        "Pair an Arabic article with an English one that has other lines.",
    ),
    "glossary": ("cli.glossary", "app", "Check, change, search and exchange glossaries."),
    "package": ("cli.package", "app", "List, describe, install and remove translation packages."),
    "config": ("cli.config", "app", "Show the settings and where they come from."),
    "doctor": (
        "cli.doctor",
        "doctor",
        "Check versions, package, settings, glossaries and folders, and prove to be offline.",
    ),
}


class CommandTable(TyperGroup):
    """The group `muqabala`; commands registered the usual way stand beside those of the table."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """An article in place of a command opens the TUI; nothing at all, in a terminal, too."""
        return super().parse_args(ctx, _with_tui(args))

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The names, in the order of the help."""
        return [*COMMANDS, *(name for name in super().list_commands(ctx) if name not in COMMANDS)]

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """Load a command; a name that is none ends the program with the nearest one."""
        if cmd_name not in COMMANDS:
            command = super().get_command(ctx, cmd_name)
            if command is None:
                known = self.list_commands(ctx)
                ctx.fail(f'no command is called "{cmd_name}"; {did_you_mean(cmd_name, known)}')
            return command
        module, attribute, _ = COMMANDS[cmd_name]
        target = getattr(importlib.import_module(module), attribute)
        if not isinstance(target, typer.Typer):
            single = typer.Typer(rich_markup_mode=None, add_completion=False)
            single.command(cmd_name)(target)
            target = single
        command = typer.main.get_command(target)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the list of commands without loading those of the table."""
        rows: list[tuple[str, str]] = []
        for name in self.list_commands(ctx):
            if name in COMMANDS:
                rows.append((name, COMMANDS[name][2]))
            else:
                rows.append((name, self.commands[name].get_short_help_str(formatter.width)))
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _with_tui(args: Sequence[str]) -> list[str]:
    """The arguments with "tui" before them if they begin with an article or one of its options."""
    if not args:
        return ["tui"] if sys.stdin.isatty() and sys.stdout.isatty() else []
    first = args[0]
    if first in COMMANDS or first in {"-h", "--help"}:
        return [*args]
    is_path = Path(first).suffix or "/" in first or "\\" in first or exists(Path(first))
    return ["tui", *args] if first.startswith("-") or is_path else [*args]
