"""A search as it goes on: what was found, and which place the reader is at."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from tui.pane import Pane
from tui.row_painter import Findings
from tui.search import FoldedTexts, find_in_row, folded_query
from tui.workspace import Workspace

# Seconds of searching between two frames.
_SLICE = 0.008
Place = tuple[int, Pane, int]


class Finder:
    """Searches a workspace.

    Attributes:
        typed: what was typed last.
        findings: what to colour.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._folded = FoldedTexts()
        self._places: list[Place] = []
        self._at = -1
        self.typed = ""
        self.findings = Findings()

    @property
    def count(self) -> int:
        """How many places were found."""
        return len(self._places)

    @property
    def summary(self) -> str:
        """Such as "3 of 17"."""
        if not self._places:
            return "not found" if self.typed.strip() else ""
        return f"{self._at + 1} of {self.count}"

    def clear(self) -> None:
        """Forget the search."""
        self._places, self._at, self.typed, self.findings = [], -1, "", Findings()

    def search(self, typed: str, panes: Sequence[Pane]) -> Iterator[None]:
        """Look through all rows; gives way every few milliseconds."""
        self.clear()
        self.typed = typed
        query = folded_query(typed)
        if not query:
            return
        hits: dict[tuple[int, Pane], tuple[tuple[int, int], ...]] = {}
        places: list[Place] = []
        end = time.perf_counter() + _SLICE
        for row in range(len(self._workspace.segments)):
            for pane, spans in find_in_row(query, row, panes, self._workspace.text, self._folded):
                hits[row, pane] = spans
                places += [(row, pane, number) for number in range(len(spans))]
            if time.perf_counter() > end:
                yield
                end = time.perf_counter() + _SLICE
        self._places, self.findings = places, Findings(hits)

    def first_from(self, row: int) -> int | None:
        """Go to the first place at or below a row, else to the very first; returns its row."""
        if not self._places:
            return None
        numbers = range(len(self._places))
        self._at = next((number for number in numbers if self._places[number][0] >= row), 0)
        return self._here()

    def step(self, by: int) -> int | None:
        """Go to the next (1) or last (-1) place, around the ends; returns its row."""
        if not self._places:
            return None
        self._at = (self._at + by) % len(self._places)
        return self._here()

    def _here(self) -> int:
        self.findings = Findings(self.findings.hits, self._places[self._at])
        return self._places[self._at][0]
