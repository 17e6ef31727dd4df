"""muqabala tui: the article and its translation side by side in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.options import ConfigFile, Glossaries, NoGlossary


def tui(
    article: Annotated[
        Path | None,
        typer.Argument(metavar="[ARTICLE]", help="Arabic text; without one a start screen."),
    ] = None,
    ref: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Reference translation to show and score.")
    ] = None,
    package: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME|PATH", help="Argos package; give it again to compare two."),
    ] = None,
    glossary: Glossaries = None,
    no_glossary: NoGlossary = False,
    config: ConfigFile = None,
) -> None:
    """Read an article and its translation side by side; also `muqabala ARTICLE`."""
    from tui.workspace import Launch

    run(
        Launch(
            article=article,
            reference=ref,
            packages=tuple(package or ()),
            glossaries=tuple(glossary) if glossary else None,
            use_glossary=not no_glossary,
            config=config,
        )
    )


def run(launch: object) -> None:
    """Run the TUI in this terminal.

    Raises:
        InputError: there is no terminal.
        SystemExit: the program ended with another code than 0.
    """
    import gc
    import os
    import sys
    from typing import cast

    from translator.errors import InputError
    from tui.workspace import Launch

    served = "TEXTUAL_DRIVER" in os.environ
    if not served and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError(
            "the side-by-side view needs a terminal",
            remedy="use `muqabala translate` to write the translation to a file or pipe",
        )
    # Modules leave no garbage while they load; the program collects again once it is painted.
    gc.disable()
    from tui.app import run_app

    code = run_app(cast("Launch", launch))
    if code:
        sys.exit(code)
