"""Starts of the side-by-side view that need no options, and so no parser, which loads slowly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cli.commands import COMMANDS
from cli.terminal import in_terminal, run, run_demo


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
    words = [*args][1:] if args[:1] == ["tui"] else [*args]
    if len(words) > 1 or not in_terminal():
        return False
    if words == ["demo"] and args[:1] != ["tui"]:
        run_demo(config=None)
        return True
    if words and (words[0].startswith("-") or words[0] in COMMANDS or not Path(words[0]).is_file()):
        return False
    from tui.workspace import Launch

    run(Launch(article=Path(words[0]) if words else None))
    return True
