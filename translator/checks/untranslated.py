"""Check of untranslated words: Arabic letters that were left in the English."""

from __future__ import annotations

import re
from collections.abc import Collection

from translator.checks.arabic_words import ARABIC, plain
from translator.translation import Flag

_RUN = re.compile(rf"{ARABIC.pattern}(?:[^A-Za-z0-9.;:!?()\[\]\"“”]*{ARABIC.pattern})*")


def check_untranslated(
    source: str, target: str, kept: Collection[str] = frozenset()
) -> tuple[Flag, ...]:
    """Flags for Arabic in the English.

    Args:
        kept: Arabic that is meant to stay, such as a glossary's terms with keep: true.
    """
    stays = {plain(form) for form in kept}
    flags = []
    for match in _RUN.finditer(target):
        run = match.group()
        if plain(run) in stays:
            continue
        start = source.find(run)
        end = start + len(run) if start >= 0 else -1
        message = f"Arabic was left in the English: {run}"
        flags.append(Flag("untranslated", message, start, end, match.start(), match.end()))
    return tuple(flags)
