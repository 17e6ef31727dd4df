"""The line above the panes that says what each shows and which one the keys go to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.pane import Column, Pane


class PaneHeadings(Widget):
    """One heading over each column; in the stacked layout all in a row."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"headings--active"}
    DEFAULT_CSS = """
    PaneHeadings { height: 1; background: $panel; color: $foreground; }
    PaneHeadings > .headings--active { color: $accent; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._columns: Sequence[Column] = ()
        self._labels: Mapping[Pane, str] = {}
        self._active = Pane.TARGET
        self._stacked = False

    def show(
        self, columns: Sequence[Column], labels: Mapping[Pane, str], active: Pane, *, stacked: bool
    ) -> None:
        """Take what to show."""
        self._columns, self._labels = columns, labels
        self._active, self._stacked = active, stacked
        self.refresh()

    def render_line(self, _y: int) -> Strip:
        """The line."""
        plain = self.rich_style
        active = plain + self.get_component_rich_style("headings--active", partial=True)
        segments = (
            self._in_a_row(plain, active) if self._stacked else self._over_columns(plain, active)
        )
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _over_columns(self, plain: Style, active: Style) -> list[Segment]:
        segments, end = [], 0
        for column in self._columns:
            segments.append(Segment(" " * (column.start - end), plain))
            label = set_cell_size(self._label(column.pane), column.width)
            if column.pane is Pane.SOURCE:
                label = label.strip().rjust(column.width)
            segments.append(Segment(label, self._style(column.pane, plain, active)))
            end = column.start + column.width
        return segments

    def _in_a_row(self, plain: Style, active: Style) -> list[Segment]:
        segments = [Segment(" ", plain)]
        for column in self._columns:
            segments.append(
                Segment(self._label(column.pane), self._style(column.pane, plain, active))
            )
            segments.append(Segment("   ", plain))
        return segments

    def _label(self, pane: Pane) -> str:
        return (
            f"▸ {self._labels.get(pane, '')}"
            if pane is self._active
            else self._labels.get(pane, "")
        )

    def _style(self, pane: Pane, plain: Style, active: Style) -> Style:
        return active if pane is self._active else plain
