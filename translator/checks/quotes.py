"""Check of quotation marks: each one that opens is closed, unless the source's own is not.

Arabic news writes ” before and “ after, or the other way round, so its marks are only counted.
"""

from __future__ import annotations

import re

from translator.translation import Flag

_OPENING = "“„«‟"
_CLOSING = "”»"
# The mark in 5'10" or 12" is a measure, if no quotation is open.
_INCHES = re.compile(r"(?<=\d)[\"″]")


def check_quotes(source: str, target: str) -> tuple[Flag, ...]:
    """A flag if the English has an odd number of quotation marks and the source an even one."""
    marks = _marks(target)
    if len(marks) % 2 == 0 or len(_marks(source)) % 2 == 1:
        return ()
    place = _lonely(target, marks)
    what = "opened and never closed" if _opens(target, place) else "closed but never opened"
    message = f"a quotation mark in the English is {what}: {target[place]}"
    return (Flag("quote", message, -1, -1, place, place + 1),)


def _marks(text: str) -> list[int]:
    marks = [place for place, c in enumerate(text) if c in _OPENING or c in _CLOSING or c == '"']
    if len(marks) % 2:
        inches = {match.start() for match in _INCHES.finditer(text)}
        straight = [place for place in marks if text[place] == '"']
        odd = next((p for n, p in enumerate(straight) if p in inches and n % 2 == 0), None)
        marks = [place for place in marks if place != odd]
    return marks


def _opens(text: str, place: int) -> bool:
    if text[place] == '"':
        return place == 0 or text[place - 1].isspace() or text[place - 1] in "([—–-"
    return text[place] in _OPENING


def _lonely(text: str, marks: list[int]) -> int:
    """The mark that most likely has no partner."""
    waiting: list[int] = []
    for place in marks:
        if _opens(text, place):
            waiting.append(place)
        elif waiting:
            waiting.pop()
        else:
            return place
    return waiting[0] if waiting else marks[-1]
