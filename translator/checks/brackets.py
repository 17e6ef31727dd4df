"""Check of brackets: each one that opens is closed, unless the source's own is not."""

from __future__ import annotations

from translator.checks.pairs import open_pairs
from translator.translation import Flag

_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))


def check_brackets(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for brackets of the English without partner, where the source's are in order."""
    flags = []
    for opening, closing in _PAIRS:
        if any(open_pairs(source, opening, closing)):
            continue
        unclosed, unopened = open_pairs(target, opening, closing)
        for place in unclosed:
            message = f'the English opens a bracket "{opening}" and never closes it'
            flags.append(Flag("bracket", message, -1, -1, place, place + 1))
        for place in unopened:
            message = f'the English closes a bracket "{closing}" that it never opened'
            flags.append(Flag("bracket", message, -1, -1, place, place + 1))
    return tuple(flags)
