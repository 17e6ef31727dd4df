"""Arabic and mixed text drawn right in a terminal: lines, and a map between stored and drawn.

Text stays in logical order everywhere else; only what this module returns is reordered. Order of
work: paragraph, levels (UAX #9), shaping, wrapping in logical order by drawn cells, reordering of
each line, mirroring, marks after their base. Pure: same input, same result, nothing else touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.clusters import Clusters, find_clusters
from tui.levels import bidi_classes, reset_whitespace, resolve_levels, visual_order
from tui.mirroring import mirror
from tui.shaping import shape
from tui.wrapping import wrap

Mode = Literal["visual", "logical"]
Base = Literal["rtl", "ltr"]

PADDING = -1
"""Stands in Line.logical for a cell that holds no character."""

_PARAGRAPH_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of cells of one line, from `start` up to, not including, `end`."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn.

    Attributes:
        text: what to draw, without the padding.
        pad: blank cells to draw before it, so that right-to-left text ends at the right edge.
        cells: width of `text` in cells.
        start, end: the part of the stored text that the line holds, blanks at the break included.
        logical: for each cell, padding first, the stored character it shows, or PADDING. Marks,
            and an alef within a lam, are shown by the cell of their base.
        columns: for each cell, and the end, where its character starts in `padded`.
    """

    text: str
    pad: int
    cells: int
    start: int
    end: int
    logical: tuple[int, ...]
    columns: tuple[int, ...]

    @property
    def padded(self) -> str:
        """The text with its padding."""
        return " " * self.pad + self.text

    def cut(self, start: int, end: int) -> str:
        """What is drawn in the cells from `start` up to `end`, padding counted."""
        return self.padded[self.columns[start] : self.columns[end]]


@dataclass(frozen=True, slots=True)
class Layout:
    """A text laid out in lines of at most `width` cells.

    Attributes:
        lines: at least one.
        width: the cells asked for.
        line_of: for each stored character, the index of its line.
        first_cell, end_cell: for each stored character the cells that show it. The two are equal
            for a character that is not drawn (a control, a blank at a break).
    """

    lines: tuple[Line, ...]
    width: int
    line_of: tuple[int, ...]
    first_cell: tuple[int, ...]
    end_cell: tuple[int, ...]

    def place(self, offset: int) -> Run:
        """The cells of one stored character."""
        return Run(self.line_of[offset], self.first_cell[offset], self.end_cell[offset])

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The cells that show stored characters `start` to `end`, as stretches from left to right.

        A span may give several stretches on one line, for its parts may be drawn apart.
        """
        cells = sorted(
            (self.line_of[offset], self.first_cell[offset], self.end_cell[offset])
            for offset in range(max(start, 0), min(end, len(self.line_of)))
            if self.first_cell[offset] < self.end_cell[offset]
        )
        runs: list[Run] = []
        for line, first, last in cells:
            if runs and runs[-1].line == line and runs[-1].end >= first:
                runs[-1] = Run(line, runs[-1].start, max(last, runs[-1].end))
            else:
                runs.append(Run(line, first, last))
        return tuple(runs)

    def offset_at(self, line: int, cell: int) -> int:
        """The stored character nearest to a cell, as for a mouse click.

        Positions outside the lines count as the nearest one inside.
        """
        row = self.lines[max(0, min(line, len(self.lines) - 1))]
        if not row.cells:
            return row.start
        return row.logical[max(row.pad, min(cell, row.pad + row.cells - 1))]


@lru_cache(maxsize=1024)
def layout(text: str, width: int, *, mode: Mode, base: Base) -> Layout:
    """Lay out a text in lines for drawing.

    Args:
        text: what is stored, in logical order; line ends in it start a new paragraph.
        width: cells of a line, at least 1.
        mode: "visual" shapes and reorders; "logical" leaves both to the terminal.
        base: direction of the text; "rtl" also aligns it to the right.

    Returns:
        The lines and the map between them and the text. In logical mode the map is that of the
        cells before the terminal reorders them.

    Raises:
        ValueError: the width is less than 1.
    """
    if width < 1:
        raise ValueError(f"a line needs at least one cell, not {width}")
    lines: list[Line] = []
    line_of, first_cell, end_cell = [0] * len(text), [0] * len(text), [0] * len(text)
    for start, stop, end in _paragraphs(text):
        paragraph = text[start:stop]
        classes = bidi_classes(paragraph)
        if mode == "visual":
            levels = resolve_levels(paragraph, int(base == "rtl"), classes)
            reset_whitespace(classes, levels, int(base == "rtl"))
            shaped = shape(paragraph, levels)
            mirror(paragraph, levels, shaped)
        else:
            levels, shaped = [0] * len(paragraph), list(paragraph)
        clusters = find_clusters(paragraph, shaped, width, directions=mode == "logical")
        for first, drawn_end, last in wrap(paragraph, clusters.cells, clusters.owner, width):
            stored = (start + first, end if last == len(paragraph) else start + last)
            shown = [index for index in range(first, drawn_end) if clusters.drawn[index]]
            order = [shown[place] for place in visual_order([levels[index] for index in shown])]
            line = _draw(clusters, order, start, stored, width if base == "rtl" else 0)
            line_of[stored[0] : stored[1]] = [len(lines)] * (stored[1] - stored[0])
            _place_shown(line, clusters.cells, order, start, first_cell, end_cell)
            _place_others(line, clusters, levels, start, base, first_cell, end_cell)
            lines.append(line)
    return Layout(tuple(lines), width, tuple(line_of), tuple(first_cell), tuple(end_cell))


def one_line(text: str, *, mode: Mode, base: Base) -> str:
    """A short text such as a name or title as it is drawn, on one line without padding."""
    flat = _PARAGRAPH_END.sub(" ", text)
    return layout(flat, 2 * len(flat) + 1, mode=mode, base=base).lines[0].text


def _paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end, and end with the line end, of each paragraph."""
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield start, match.start(), match.end()
        start = match.end()
    yield start, len(text), len(text)


def _draw(
    clusters: Clusters, order: Sequence[int], offset: int, stored: tuple[int, int], align_to: int
) -> Line:
    """Make a line of its clusters in visual order; `offset` is where their paragraph starts."""
    pieces = [clusters.drawn[index] for index in order]
    sizes = [clusters.cells[index] for index in order]
    text, cells = "".join(pieces), sum(sizes)
    pad = max(0, align_to - cells)
    if sizes.count(1) == len(order) == len(text):
        logical = [offset + index for index in order]
        columns = list(range(pad + cells + 1))
    else:
        logical, columns, column = [], list(range(pad)), pad
        for index, piece, size in zip(order, pieces, sizes, strict=True):
            # Direction marks before the first cell are cut along with it.
            columns += [column if logical else pad] * size
            logical += [offset + index] * size
            column += len(piece)
        columns.append(column)
    return Line(text, pad, cells, *stored, tuple([PADDING] * pad + logical), tuple(columns))


def _place_shown(
    line: Line,
    cells: Sequence[int],
    order: Sequence[int],
    offset: int,
    first_cell: list[int],
    end_cell: list[int],
) -> None:
    """Note the cells of each cluster of a line."""
    cell = line.pad
    for index in order:
        first_cell[offset + index] = cell
        cell += cells[index]
        end_cell[offset + index] = cell


def _place_others(
    line: Line,
    clusters: Clusters,
    levels: Sequence[int],
    offset: int,
    base: Base,
    first_cell: list[int],
    end_cell: list[int],
) -> None:
    """Note the cells of marks, which are their base's, and the place of what is not drawn."""
    owner = clusters.owner
    for place in range(line.start, line.end):
        if first_cell[place] < end_cell[place]:
            continue
        index = place - offset
        if index < len(owner) and owner[index] not in (-1, index):
            first_cell[place] = first_cell[offset + owner[index]]
            end_cell[place] = end_cell[offset + owner[index]]
            continue
        # What is not drawn stands where reading has come to.
        if place == line.start or not levels:
            edge = line.pad + line.cells if base == "rtl" else line.pad
        elif levels[min(index, len(levels)) - 1] % 2:
            edge = first_cell[place - 1]
        else:
            edge = end_cell[place - 1]
        first_cell[place] = end_cell[place] = edge
