"""Explicit embeddings, overrides and isolates: rules X1 to X10 of the bidirectional algorithm.

Source: Unicode Standard Annex #9, revision 46. Split from levels.py, which calls it only for the
rare text that holds such controls.
"""

from __future__ import annotations

from collections.abc import Sequence

_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_INITIATORS = frozenset({"LRI", "RLI", "FSI"})

ISOLATES = _INITIATORS | {"PDI"}
REMOVED = _EMBEDDINGS | {"PDF", "BN"}
EXPLICIT = ISOLATES | _EMBEDDINGS | {"PDF"}

_DEEPEST = 125


PARAGRAPH = -1
"""Stands in `first_strong_levels` for the paragraph itself."""


def first_strong_levels(classes: Sequence[str]) -> dict[int, int]:
    """The level that the first strong character asks for, nested isolates left out (P2, P3).

    Args:
        classes: the Bidi_Class of every character of a paragraph.

    Returns:
        Index of each isolate initiator, or PARAGRAPH, -> 0 or 1; left out where there is no strong
        character.
    """
    levels: dict[int, int] = {}
    open_isolates = [PARAGRAPH]
    for index, kind in enumerate(classes):
        if kind in _INITIATORS:
            open_isolates.append(index)
        elif kind == "PDI" and len(open_isolates) > 1:
            open_isolates.pop()
        elif kind in ("L", "R", "AL"):
            levels.setdefault(open_isolates[-1], 0 if kind == "L" else 1)
    return levels


def matching_ends(classes: Sequence[str]) -> dict[int, int]:
    """Index of each isolate initiator -> index of the PDI that closes it (definition BD9)."""
    stack: list[int] = []
    ends: dict[int, int] = {}
    for index, kind in enumerate(classes):
        if kind in _INITIATORS:
            stack.append(index)
        elif kind == "PDI" and stack:
            ends[stack.pop()] = index
    return ends


class _Directions:
    """The directional status stack and its overflow counts, as rules X1 to X7 keep them."""

    def __init__(self, base: int) -> None:
        # Each entry: level, override ("" for none), whether an isolate opened it.
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0

    @property
    def level(self) -> int:
        return self._stack[-1][0]

    @property
    def override(self) -> str:
        return self._stack[-1][1]

    def _push(self, *, odd: bool, override: str, isolate: bool) -> bool:
        """Open a deeper level; False if it would be too deep."""
        deeper = _next_level(self.level, odd=odd)
        if deeper > _DEEPEST or self._overflow_isolates or self._overflow_embeddings:
            return False
        self._stack.append((deeper, override, isolate))
        return True

    def embed(self, kind: str) -> None:
        """Rules X2 to X5: LRE, RLE, LRO and RLO."""
        override = kind[0] if kind[2] == "O" else ""
        fits = self._push(odd=kind[0] == "R", override=override, isolate=False)
        if not fits and not self._overflow_isolates:
            self._overflow_embeddings += 1

    def isolate(self, *, odd: bool) -> None:
        """Rules X5a to X5c: LRI, RLI and FSI."""
        if self._push(odd=odd, override="", isolate=True):
            self._valid_isolates += 1
        else:
            self._overflow_isolates += 1

    def end_isolate(self) -> None:
        """Rule X6a: PDI."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1

    def end_embedding(self) -> None:
        """Rule X7: PDF."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


def explicit_levels(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Levels and types of one paragraph after its explicit controls (rules X1 to X8).

    Args:
        classes: the Bidi_Class of every character.
        base: the paragraph's level.

    Returns:
        The level of each character, and its class after overrides.
    """
    first_strong = first_strong_levels(classes)
    levels, types = [base] * len(classes), list(classes)
    directions = _Directions(base)
    for index, kind in enumerate(classes):
        if kind in _EMBEDDINGS:
            directions.embed(kind)
        elif kind == "PDF":
            directions.end_embedding()
        elif kind not in ("B", "BN"):
            if kind == "PDI":
                directions.end_isolate()
            levels[index], types[index] = directions.level, directions.override or kind
            if kind in _INITIATORS:
                by_content = kind == "FSI" and first_strong.get(index) == 1
                directions.isolate(odd=kind == "RLI" or by_content)
    return levels, types


def _next_level(level: int, *, odd: bool) -> int:
    """The least odd or even level above this one."""
    return (level + 1) | 1 if odd else (level + 2) & ~1


def isolating_runs(
    classes: Sequence[str], levels: Sequence[int], base: int
) -> list[tuple[list[int], str, str]]:
    """The isolating run sequences of a paragraph (rule X10).

    Args:
        classes: the Bidi_Class of every character, before overrides.
        levels: their explicit levels.
        base: the paragraph's level.

    Returns:
        For each sequence: its character indexes, and the directions at its start and end.
    """
    kept = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    place = {index: position for position, index in enumerate(kept)}
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    ends = matching_ends(classes)
    closers = frozenset(ends.values())
    starting = {run[0]: run for run in runs}
    sequences: list[tuple[list[int], str, str]] = []
    for run in runs:
        if run[0] in closers:
            continue
        sequence = list(run)
        while (closer := ends.get(sequence[-1])) is not None:
            sequence.extend(starting[closer])
        level, position = levels[run[0]], place[run[0]]
        before = levels[kept[position - 1]] if position else base
        position = place[sequence[-1]] + 1
        open_ended = classes[sequence[-1]] in _INITIATORS or position == len(kept)
        after = base if open_ended else levels[kept[position]]
        sequences.append((sequence, _direction(level, before), _direction(level, after)))
    return sequences


def _direction(level: int, neighbour: int) -> str:
    """The direction at the border of two levels: that of the higher one."""
    return "R" if max(level, neighbour) % 2 else "L"
