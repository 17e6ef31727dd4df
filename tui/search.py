"""Finding a text in all panes: Arabic in any spelling, English in any capitals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translator.glossary.folding import fold, folded_letters
from tui.pane import Pane

Text = Callable[[int, Pane], str]


class FoldedTexts:
    """The texts' folded letters, kept, because folding a long article takes a moment."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def of(self, text: str) -> str:
        """The folded letters of a text."""
        found = self._folded.get(text)
        if found is None:
            found = self._folded[text] = folded_letters(text)
        return found


def find_in_row(
    query: str, row: int, panes: Sequence[Pane], text: Text, folded: FoldedTexts
) -> Iterator[tuple[Pane, tuple[tuple[int, int], ...]]]:
    """The panes of a row in which a folded query stands, with its places in the stored text."""
    for pane in panes:
        stored = text(row, pane)
        if stored and query in folded.of(stored):
            yield pane, places(query, stored)


def places(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a folded query stands in a text, without overlaps."""
    folded = fold(text)
    found = []
    place = folded.text.find(query)
    while place >= 0:
        found.append(folded.original_span(place, place + len(query)))
        place = folded.text.find(query, place + len(query))
    return tuple(found)


def folded_query(text: str) -> str:
    """What the user typed, folded like the texts."""
    return fold(text.strip()).text.strip()
