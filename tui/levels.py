"""Embedding levels of a paragraph and visual order of a line: the Unicode Bidirectional Algorithm.

Source: Unicode Standard Annex #9, revision 46 (Unicode 15.0); rule names in comments are its own.
Everything works on indexes, so that the caller keeps a map between stored and drawn text.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tui.explicit import EXPLICIT, ISOLATES, REMOVED, explicit_levels, isolating_runs
from tui.mirroring import CLOSING, OPENING

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_NUMBERS = frozenset({"EN", "AN"})
_SPACES = frozenset({"WS", "LRI", "RLI", "FSI", "PDI"}) | REMOVED
_BRACKET_STACK = 63

# Code points that a later Unicode version may fill get the direction of their block (@missing).
_ARABIC_BLOCKS = ((0x600, 0x7BF), (0x860, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
_HEBREW_BLOCKS = ((0x590, 0x5FF), (0x7C0, 0x85F), (0xFB1D, 0xFB4F), (0x10800, 0x10FFF))


@cache
def bidi_class(character: str) -> str:
    """The Bidi_Class of one character, such as "AL" or "EN"."""
    if found := unicodedata.bidirectional(character):
        # One string object for each class makes the many comparisons quick.
        return sys.intern(found)
    code = ord(character)
    if any(first <= code <= last for first, last in _ARABIC_BLOCKS):
        return "AL"
    return "R" if any(first <= code <= last for first, last in _HEBREW_BLOCKS) else "L"


def bidi_classes(text: str) -> list[str]:
    """The Bidi_Class of every character of the text."""
    return list(map(bidi_class, text))


def resolve_levels(text: str, base: int, classes: Sequence[str] | None = None) -> list[int]:
    """The embedding level of every character of one paragraph (rules X1 to I2, without L1).

    Args:
        text: one paragraph, in logical order.
        base: the paragraph's level, 0 for left-to-right and 1 for right-to-left.
        classes: bidi_classes(text), if the caller has them already.

    Returns:
        One level for each character, odd for right-to-left. A character that rule X9 removes has
        the level of the character before it.
    """
    original = bidi_classes(text) if classes is None else classes
    present = frozenset(original)
    if present.isdisjoint(EXPLICIT):
        levels, types = [base] * len(text), list(original)
        strong = "R" if base % 2 else "L"
        kept = range(len(text))
        if "BN" not in present:
            _resolve_run(text, original, types, levels, kept, strong, strong)
            return levels
        runs = [([i for i in kept if types[i] != "BN"], strong, strong)]
    else:
        levels, types = explicit_levels(original, base)
        runs = isolating_runs(original, levels, base)
    for indexes, start, end in runs:
        _resolve_run(text, original, types, levels, indexes, start, end)
    previous = base
    for index, kind in enumerate(original):
        if kind in REMOVED:
            levels[index] = previous
        previous = levels[index]
    return levels


def reset_whitespace(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Give separators and the blanks before them, or at the end, the paragraph's level (rule L1).

    Args:
        classes: the Bidi_Class of every character of a line, before any rule was applied.
        levels: their levels; changed in place.
        base: the paragraph's level.
    """
    trailing = True
    for index in range(len(levels) - 1, -1, -1):
        kind = classes[index]
        if kind in ("S", "B"):
            trailing = True
            levels[index] = base
        elif trailing and kind in _SPACES:
            levels[index] = base
        else:
            trailing = False


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indexes of a line's characters from left to right (rule L2)."""
    order = list(range(len(levels)))
    if not levels:
        return order
    highest, lowest = max(levels), min(levels)
    for level in range(highest, lowest - 1 + (lowest % 2 == 0), -1):
        if level <= lowest:
            order.reverse()
            continue
        # Runs are found by visual position, for the levels move along with the characters.
        start = -1
        for position, index in enumerate(order):
            if levels[index] >= level:
                if start < 0:
                    start = position
            elif start >= 0:
                order[start:position] = order[start:position][::-1]
                start = -1
        if start >= 0:
            order[start:] = order[start:][::-1]
    return order


def _resolve_run(
    text: str,
    original: Sequence[str],
    types: Sequence[str],
    levels: list[int],
    indexes: Sequence[int],
    start: str,
    end: str,
) -> None:
    """Resolve one isolating run sequence and write its levels (rules W1 to I2)."""
    if not indexes:
        return
    level = levels[indexes[0]]
    run = [types[index] for index in indexes]
    _resolve_weak(run, start)
    embedding = "R" if level % 2 else "L"
    if "ON" in run and not OPENING.keys().isdisjoint(text):
        characters = [text[index] for index in indexes]
        marks = [original[index] == "NSM" for index in indexes]
        _resolve_brackets(run, characters, marks, start, embedding)
    _resolve_neutrals(run, start, end, embedding)
    steps = {"L": 1, "EN": 1, "AN": 1} if level % 2 else {"R": 1, "EN": 2, "AN": 2}
    for index, kind in zip(indexes, run, strict=True):
        if kind in steps:
            levels[index] = level + steps[kind]


def _resolve_weak(run: list[str], start: str) -> None:
    """Rules W1 to W7, in place."""
    _resolve_marks_and_letters(run, start)
    present = frozenset(run)
    if not present.isdisjoint(("ES", "CS")):
        for position in range(1, len(run) - 1):
            if run[position] in ("ES", "CS"):
                before = run[position - 1]
                number = before == "EN" or (before == "AN" and run[position] == "CS")
                if number and run[position + 1] == before:
                    run[position] = before
    if "ET" in present:
        _resolve_terminators(run)
    if not present.isdisjoint(("ES", "CS", "ET")):
        run[:] = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in run]
    if "EN" in present:
        strong = start
        for position, kind in enumerate(run):
            if kind in ("L", "R"):
                strong = kind
            elif kind == "EN" and strong == "L":
                run[position] = "L"


def _resolve_marks_and_letters(run: list[str], start: str) -> None:
    """Rules W1 to W3: marks follow their base, numbers after Arabic letters are Arabic."""
    strong = previous = start
    for position, found in enumerate(run):
        kind = found
        if kind == "NSM":
            kind = run[position] = "ON" if previous in ISOLATES else previous
        previous = kind
        if kind == "AL":
            strong, run[position] = "AL", "R"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            run[position] = "AN"


def _resolve_terminators(run: list[str]) -> None:
    """Rule W5: signs such as % and $ that touch a European number belong to it."""
    position = 0
    while position < len(run):
        if run[position] != "ET":
            position += 1
            continue
        first = position
        while position < len(run) and run[position] == "ET":
            position += 1
        before = first > 0 and run[first - 1] == "EN"
        if before or (position < len(run) and run[position] == "EN"):
            run[first:position] = ["EN"] * (position - first)


def _resolve_brackets(
    run: list[str], characters: list[str], marks: list[bool], start: str, embedding: str
) -> None:
    """Rule N0: both brackets of a pair get the same direction."""
    for opener, closer in _bracket_pairs(run, characters):
        inside = {_strong(kind) for kind in run[opener + 1 : closer]}
        if embedding in inside:
            direction = embedding
        elif inside & {"L", "R"}:
            before = (_strong(run[position]) for position in range(opener - 1, -1, -1))
            direction = next((kind for kind in before if kind), start)
        else:
            continue
        for bracket in (opener, closer):
            run[bracket] = direction
            follower = bracket + 1
            while follower < len(run) and marks[follower]:
                run[follower] = direction
                follower += 1


def _bracket_pairs(run: list[str], characters: list[str]) -> list[tuple[int, int]]:
    """The positions of paired brackets, by opening bracket (definition BD16)."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for position, character in enumerate(characters):
        if run[position] != "ON":
            continue
        if character in OPENING:
            if len(stack) == _BRACKET_STACK:
                return []
            stack.append((OPENING[character], position))
        elif character in CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == CLOSING[character]:
                    pairs.append((stack[depth][1], position))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str:
    """L or R as rule N0 and N1 see it (numbers count as R), or "" for a neutral."""
    return kind if kind in ("L", "R") else "R" if kind in _NUMBERS else ""


def _resolve_neutrals(run: list[str], start: str, end: str, embedding: str) -> None:
    """Rules N1 and N2: neutrals between two equal directions take it, others the embedding's."""
    neutral = [position for position, kind in enumerate(run) if kind in _NEUTRAL]
    if not neutral:
        return
    first = neutral[0]
    for position, following in pairwise([*neutral, len(run) + 1]):
        if following == position + 1:
            continue
        before = _strong(run[first - 1]) if first else start
        after = _strong(run[position + 1]) if position + 1 < len(run) else end
        direction = before if before == after else embedding
        run[first : position + 1] = [direction] * (position + 1 - first)
        first = following
