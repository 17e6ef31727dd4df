"""Signs that come in pairs, counted in a text."""

from __future__ import annotations


def open_pairs(text: str, opening: str, closing: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Places of opening signs that are never closed, and of closing ones that were never opened."""
    waiting: list[int] = []
    unopened: list[int] = []
    for place, character in enumerate(text):
        if character == opening:
            waiting.append(place)
        elif character == closing:
            if waiting:
                waiting.pop()
            else:
                unopened.append(place)
    return tuple(waiting), tuple(unopened)
