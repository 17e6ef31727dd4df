"""A cell of the collation: one segment's text in one pane, as styled lines of equal width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.segment import Segment
from rich.style import Style

from tui.bidi import Base, Layout, Line, Mode, layout
from tui.pane import Pane
from tui.spans import Look, Span

Styles = Mapping[Look, Style]


def cell_layout(text: str, width: int, pane: Pane, mode: Mode) -> Layout:
    """The text of a pane laid out: Arabic from the right, English from the left."""
    base: Base = "rtl" if pane is Pane.SOURCE else "ltr"
    return layout(text, width, mode=mode, base=base)


def draw_cell(
    laid_out: Layout, spans: Sequence[Span], plain: Style, styles: Styles
) -> list[list[Segment]]:
    """The lines of a cell, each exactly as wide as the layout.

    Args:
        spans: what to draw otherwise; of two on the same place the later look adds to the earlier.
        plain: style of everything else.
    """
    looks: list[dict[int, tuple[Look, ...]]] = [{} for _ in laid_out.lines]
    for span in sorted(spans, key=lambda span: list(Look).index(span.look)):
        for run in laid_out.runs(span.start, span.end):
            line = looks[run.line]
            for cell in range(run.start, run.end):
                line[cell] = (*line.get(cell, ()), span.look)
    mixed: dict[tuple[Look, ...], Style] = {}
    return [
        _draw_line(line, laid_out.width, looks[number], plain, styles, mixed)
        for number, line in enumerate(laid_out.lines)
    ]


def _draw_line(
    line: Line,
    width: int,
    looks: Mapping[int, tuple[Look, ...]],
    plain: Style,
    styles: Styles,
    mixed: dict[tuple[Look, ...], Style],
) -> list[Segment]:
    end = line.pad + line.cells
    if not looks:
        return [Segment(line.padded + " " * (width - end), plain)]
    segments = []
    for look, group in groupby(range(end), key=lambda cell: looks.get(cell, ())):
        cells = list(group)
        if look not in mixed:
            mixed[look] = Style.combine([plain, *(styles[one] for one in look)])
        segments.append(Segment(line.cut(cells[0], cells[-1] + 1), mixed[look]))
    if end < width:
        segments.append(Segment(" " * (width - end), plain))
    return segments
