"""Starts of the side-by-side view that need no options; to parse any, typer loads pydantic."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def start_at_once(args: Sequence[str]) -> bool:
    """Run `muqabala`, `muqabala ARTICLE` or `muqabala demo` if that is all that is asked for.

    Args:
        args: the command line without the program's name.

    Returns:
        False if nothing was done, because the arguments have to be parsed.

    Raises:
        InputError: the article cannot be shown.
        SystemExit: the program ended with another code than 0.
    """
    from cli.commands import COMMANDS

    words = [*args][1:] if args[:1] == ["tui"] else [*args]
    if len(words) > 1 or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if words == ["demo"] and args[:1] != ["tui"]:
        from cli.demo import demo

        demo(print_only=False, config=None)
        return True
    if words and (words[0].startswith("-") or words[0] in COMMANDS or not Path(words[0]).is_file()):
        return False
    from cli.tui import tui

    tui(
        article=Path(words[0]) if words else None,
        ref=None,
        package=None,
        glossary=None,
        no_glossary=False,
        config=None,
    )
    return True
