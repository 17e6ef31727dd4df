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
    from cli.terminal import run
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
