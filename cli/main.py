"""The command `muqabala`: collects the commands and turns errors into one line and an exit code."""

from __future__ import annotations

import sys

import typer

from cli import compare, config, doctor, history, package, score, translate
from cli.exit_codes import EXIT_ERROR, EXIT_INTERRUPTED
from translator.errors import MuqabalaError

app = typer.Typer(
    name="muqabala",
    help="Offline Arabic-to-English translation and comparison.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(translate.translate)
app.command()(check.check)
app.command()(align.align)
app.command()(doctor.doctor)
app.command()(score.score)
app.command()(compare.compare)
app.command()(history.history)
app.add_typer(config.app, name="config")
app.add_typer(package.app, name="package")


def main() -> None:
    """Run the command line; the process ends with a documented exit code."""
    try:
        app()
    except MuqabalaError as error:
        print(f"muqabala: {error}", file=sys.stderr)
        sys.exit(EXIT_ERROR)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
