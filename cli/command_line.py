"""The command line `muqabala` as typer parses it: the group, and its commands from the table."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from cli.commands import COMMANDS
from cli.terminal import in_terminal
from translator.config.nearest import did_you_mean
from translator.locations import exists


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
        return ["tui"] if in_terminal() else []
    first = args[0]
    if first in COMMANDS or first in {"-h", "--help"}:
        return [*args]
    is_path = Path(first).suffix or "/" in first or "\\" in first or exists(Path(first))
    return ["tui", *args] if first.startswith("-") or is_path else [*args]


app = typer.Typer(
    name="muqabala",
    cls=CommandTable,
    help="Offline Arabic-to-English translation and comparison.",
    epilog="\b\nExamples:\n"
    "  muqabala article.ar.txt                     read it side by side\n"
    "  muqabala translate article.ar.txt           print its English\n"
    "  muqabala translate news/ --out-dir english  translate a folder\n"
    "  muqabala score english.txt --ref human.txt  score a translation\n\n"
    "`muqabala COMMAND --help` explains a command.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _group() -> None:
    """A group also when no command is registered here: they stand in cli/commands.py."""
