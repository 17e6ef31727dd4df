"""Draws one segment's rows over all panes: margin, cells and gaps, level with each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.bidi import Layout, Mode
from tui.cell_lines import Styles, cell_layout, draw_cell
from tui.counterparts import in_source, in_target
from tui.margin import margin_lines, margin_width
from tui.pane import Column, Pane, Third, columns
from tui.row_layout import estimate_height
from tui.spans import Look, Span
from tui.workspace import Workspace

_GAP = 3
_TAGS = {Pane.SOURCE: "ar ", Pane.TARGET: "en ", Pane.THIRD: "rf "}
_SECOND_TAG = "2  "
# Blocks kept drawn: a few screens' worth.
_KEPT = 400

Hits = Mapping[tuple[int, Pane], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles of everything that is drawn."""

    plain: Style
    current: Style
    gap: Style
    looks: Styles
    margin: Mapping[str, Style]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found: spans by row and pane, and which one the reader is at."""

    hits: Hits = field(default_factory=dict)
    current: tuple[int, Pane, int] | None = None


class RowPainter:
    """Draws rows of a workspace for one width, layout and palette, and keeps what it drew."""

    def __init__(
        self, workspace: Workspace, *, width: int, stacked: bool, mode: Mode, palette: Palette
    ) -> None:
        self.workspace = workspace
        self.stacked = stacked
        self.mode: Mode = mode
        self.width = width
        self.palette = palette
        self.findings = Findings()
        self._bars = bool(workspace.bars)
        self.margin = margin_width(workspace.numbers, bars=self._bars)
        self.columns = self._columns()
        self._blocks: dict[int, list[Strip]] = {}

    def _columns(self) -> tuple[Column, ...]:
        arrangement = self.workspace.arrangement
        if self.stacked:
            start = self.margin + len(_SECOND_TAG)
            wide = max(1, self.width - start)
            return tuple(Column(pane, start, wide) for pane in arrangement.reading_order())
        panes = arrangement.shown()
        return columns(panes, arrangement.shares, self.margin, self.width, _GAP)

    def forget(self, row: int | None = None) -> None:
        """Draw a row anew when it is next needed, or all rows."""
        if row is None:
            self._blocks.clear()
        else:
            self._blocks.pop(row, None)

    def estimates(self) -> list[int]:
        """About how high each row will be, from the lengths of the Arabic alone: this is quick."""
        widths = [column.width for column in self.columns]
        narrow = widths if self.stacked else [min(widths)]
        lengths = [len(segment.text) for segment in self.workspace.segments]
        # Many segments are equally long.
        heights = {
            length: sum(estimate_height(length, width) for width in narrow) + 1
            for length in set(lengths)
        }
        return [heights[length] for length in lengths]

    def height(self, row: int) -> int:
        """How many lines a row takes, with the blank one after it."""
        heights = [len(self._laid_out(row, column).lines) for column in self.columns]
        return (sum(heights) if self.stacked else max(heights)) + 1

    def line(self, row: int, number: int) -> Strip:
        """One line of a row; blank beyond its end."""
        block = self._blocks.get(row)
        if block is None:
            if len(self._blocks) > _KEPT:
                self._blocks.clear()
            block = self._blocks[row] = self._draw(row)
        if number < len(block):
            return block[number]
        return Strip([Segment(" " * self.width, self.palette.gap)], self.width)

    def place(self, row: int, x: int, number: int) -> tuple[Pane, int] | None:
        """The pane and the stored character at a cell of a row; None outside the panes."""
        first = 0
        for column in self.columns:
            laid_out = self._laid_out(row, column)
            inside = column.start <= x < column.start + column.width
            if self.stacked and not first <= number < first + len(laid_out.lines):
                first += len(laid_out.lines)
                continue
            if inside:
                return column.pane, laid_out.offset_at(number - first, x - column.start)
        return None

    def _laid_out(self, row: int, column: Column) -> Layout:
        text = self.workspace.text(row, column.pane)
        return cell_layout(text, column.width, column.pane, self.mode)

    def _draw(self, row: int) -> list[Strip]:
        workspace, palette = self.workspace, self.palette
        current = row == workspace.current
        plain = palette.plain + palette.current if current else palette.plain
        margin = margin_lines(
            workspace.numbers[row],
            workspace.marks(row),
            workspace.bars.get(workspace.fingerprint(row)),
            current=current,
            width=self.margin,
            bars=self._bars,
            plain=plain,
            styles=palette.margin,
        )
        cells = [
            draw_cell(
                self._laid_out(row, column),
                self._spans(row, column.pane),
                plain,
                palette.looks,
            )
            for column in self.columns
        ]
        lines = self._stacked(cells, plain) if self.stacked else self._beside(cells, plain)
        strips = [
            Strip([*margin[min(number, 1)], *line], self.width) for number, line in enumerate(lines)
        ]
        strips.append(Strip([Segment(" " * self.width, palette.gap)], self.width))
        return strips

    def _beside(
        self, cells: Sequence[Sequence[list[Segment]]], plain: Style
    ) -> list[list[Segment]]:
        lines = []
        bar = Segment(" │ ", plain + self.palette.margin["gap"])
        for number in range(max(map(len, cells))):
            line: list[Segment] = []
            end = self.margin
            for column, cell in zip(self.columns, cells, strict=True):
                if column is not self.columns[0]:
                    line.append(bar)
                blank = [Segment(" " * column.width, plain)]
                line += cell[number] if number < len(cell) else blank
                end = column.start + column.width
            if end < self.width:
                line.append(Segment(" " * (self.width - end), plain))
            lines.append(line)
        return lines

    def _stacked(
        self, cells: Sequence[Sequence[list[Segment]]], plain: Style
    ) -> list[list[Segment]]:
        lines = []
        style = plain + self.palette.margin["number"]
        for column, cell in zip(self.columns, cells, strict=True):
            for number, line in enumerate(cell):
                tag = self._tag(column.pane) if number == 0 else " " * len(_SECOND_TAG)
                lines.append([Segment(tag, style), *line])
        return lines

    def _tag(self, pane: Pane) -> str:
        second = self.workspace.arrangement.third is Third.SECOND_SYSTEM
        return _SECOND_TAG if pane is Pane.THIRD and second else _TAGS[pane]

    def _spans(self, row: int, pane: Pane) -> list[Span]:
        spans = [*self.workspace.spans(row, pane)]
        for number, (start, end) in enumerate(self.findings.hits.get((row, pane), ())):
            here = self.findings.current == (row, pane, number)
            spans.append(Span(start, end, Look.FOUND_CURRENT if here else Look.FOUND))
        if row == self.workspace.current:
            spans += self._cursor_spans(row, pane)
        return spans

    def _cursor_spans(self, row: int, pane: Pane) -> list[Span]:
        workspace, cursor = self.workspace, self.workspace.cursor
        if cursor is None:
            return []
        if cursor.pane is pane:
            return [Span(cursor.start, cursor.end, Look.CURSOR)]
        result = workspace.result(row)
        shown = workspace.text(row, Pane.TARGET)
        if result is None or shown != result.text or {pane, cursor.pane} & {Pane.THIRD}:
            return []
        place = cursor.start, cursor.end
        if pane is Pane.TARGET:
            found = in_target(result.links, place, shown)
        else:
            found = in_source(result.links, place, result.segment.text)
        return [Span(start, end, Look.COUNTERPART) for start, end in found]
