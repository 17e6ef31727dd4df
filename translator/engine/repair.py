"""Mends faults that stock packages put into their English, keeping track of offsets."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

# "Italy &apos; s plans" and "don &apos; t": the entity stands alone between the parts of a word.
_SPACED_APOSTROPHE = re.compile(
    r"(?<=\w) (?:&apos;|&#0*39;|&#x27;) ?(?=(?:s|t|re|ve|ll|d|m)\b)", re.IGNORECASE
)
_ENTITY = re.compile(r" ?&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}); ?")
_QUOTES = frozenset("\"'")


@dataclass(frozen=True, slots=True)
class RepairedText:
    """Mended text; offsets[i] is where character i of the faulty text went."""

    text: str
    offsets: tuple[int, ...]


def repair_entities(text: str) -> RepairedText:
    """Turn HTML entities in the output into characters and close the gaps around them.

    Stock ar_en puts "&apos;" and the like into about one line in seventeen (field notes 1).
    """
    if "&" not in text:
        return RepairedText(text, tuple(range(len(text) + 1)))
    pieces: list[str] = []
    offsets: list[int] = []
    position = length = 0
    opened = {'"': False, "'": False}
    for start, end, replacement in _replacements(text, opened):
        kept = text[position:start]
        pieces += [kept, replacement]
        offsets += range(length, length + len(kept))
        length += len(kept)
        offsets += [length] * (end - start)
        length += len(replacement)
        position = end
    pieces.append(text[position:])
    offsets += range(length, length + len(text) - position + 1)
    return RepairedText("".join(pieces), tuple(offsets))


def _replacements(text: str, opened: dict[str, bool]) -> list[tuple[int, int, str]]:
    found = [(m.start(), m.end(), "'") for m in _SPACED_APOSTROPHE.finditer(text)]
    taken = [(start, end) for start, end, _ in found]
    for match in _ENTITY.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        character = html.unescape(match.group().strip())
        if character == match.group().strip():
            continue
        found.append((match.start(), match.end(), _spaced(match.group(), character, opened)))
    return sorted(found)


def _spaced(written: str, character: str, opened: dict[str, bool]) -> str:
    """The character with the spaces that belong to it: quotes cling to what they enclose."""
    before = " " if written.startswith(" ") else ""
    after = " " if written.endswith(" ") else ""
    if character not in _QUOTES:
        return before + character + after
    opened[character] = not opened[character]
    return before + character if opened[character] else character + after
