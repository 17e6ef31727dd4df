"""The command `muqabala`: collects the commands and turns errors into one line and an exit code."""

from __future__ import annotations

import sys

import typer

from cli.commands import CommandTable
from cli.exit_codes import EXIT_ERROR, EXIT_INTERRUPTED
from translator.errors import MuqabalaError

app = typer.Typer(
    name="muqabala",
    cls=CommandTable,
    help="Offline Arabic-to-English translation and comparison.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _group() -> None:
    """A group also when no command is registered here: they stand in cli/commands.py."""


def main() -> None:
    """Run the command line; the process ends with a documented exit code."""
    try:
        app()
    except MuqabalaError as error:
        print(f"muqabala: {error}", file=sys.stderr)
        sys.exit(EXIT_ERROR)
    except KeyboardInterrupt:
        print("muqabala: stopped", file=sys.stderr)
        sys.exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
