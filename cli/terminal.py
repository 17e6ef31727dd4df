"""Runs the side-by-side view in this terminal; loads no parser, so that it begins at once."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.workspace import Launch


def run(launch: Launch) -> None:
    """Run the TUI in this terminal.

    Raises:
        InputError: there is no terminal.
        SystemExit: the program ended with another code than 0.
    """
    from translator.errors import InputError

    served = "TEXTUAL_DRIVER" in os.environ
    if not served and not in_terminal():
        raise InputError(
            "the side-by-side view needs a terminal",
            remedy="use `muqabala translate` to write the translation to a file or pipe",
        )
    # Modules leave no garbage while they load; the program collects again once it is painted.
    gc.disable()
    from tui.app import run_app

    code = run_app(launch)
    if code:
        sys.exit(code)


def run_demo(config: Path | None) -> None:
    """Run it on the user's own copy of the example article; raises what `run` raises."""
    from translator.demo import working_demo
    from tui.workspace import Launch

    files = working_demo()
    run(Launch(article=files.article, reference=files.reference, config=config))


def in_terminal() -> bool:
    """True if the user sees what is written and can press keys."""
    return sys.stdin.isatty() and sys.stdout.isatty()
