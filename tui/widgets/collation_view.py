"""The panes: one scroll that draws every segment over all of them, so that they stay level."""

from __future__ import annotations

import asyncio
import time
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import cursor as cursors
from tui.bidi import Mode
from tui.pane import Column
from tui.row_layout import RowLayout
from tui.row_painter import Findings, Palette, RowPainter
from tui.spans import Look
from tui.workspace import Cursor, Workspace

# Seconds of measuring between two frames, and how often.
_SLICE, _EVERY = 0.008, 0.03
_MARGIN_STYLES = ("current", "number", "error", "warning", "note", "bar", "gap")


class CollationView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a workspace; the screen calls its methods and hears its messages."""

    ALLOW_SELECT = False  # Textual would copy what is drawn; we copy what is stored.
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "collation--row",
        "collation--gap",
        *(f"collation--{look.value}" for look in Look),
        *(f"collation--margin-{name}" for name in _MARGIN_STYLES),
    }
    DEFAULT_CSS = """
    CollationView {
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        overflow-y: scroll;
    }
    CollationView > .collation--row { background: $panel; }
    CollationView > .collation--gap { background: $background; }
    CollationView > .collation--right { color: $success; text-style: underline; }
    CollationView > .collation--enforced { color: $primary; text-style: bold underline; }
    CollationView > .collation--unmet { color: $error; text-style: bold reverse; }
    CollationView > .collation--avoided { color: $error; text-style: bold strike; }
    CollationView > .collation--changed { color: $accent; text-style: italic underline; }
    CollationView > .collation--found { background: $accent 40%; text-style: bold; }
    CollationView > .collation--found-current {
        background: $accent; color: $background; text-style: bold;
    }
    CollationView > .collation--counterpart { background: $primary 45%; text-style: bold; }
    CollationView > .collation--cursor { text-style: reverse; }
    CollationView > .collation--margin-current { color: $accent; text-style: bold; }
    CollationView > .collation--margin-number { color: $secondary; }
    CollationView > .collation--margin-error { color: $error; text-style: bold; }
    CollationView > .collation--margin-warning { color: $warning; text-style: bold; }
    CollationView > .collation--margin-note { color: $secondary; }
    CollationView > .collation--margin-bar { color: $primary; }
    CollationView > .collation--margin-gap { color: $foreground 25%; }
    """

    class CurrentChanged(Message):
        """Another segment, pane or word became current."""

    class ViewChanged(Message):
        """Other rows are on the screen: from first up to, not including, last."""

        def __init__(self, first: int, last: int) -> None:
            super().__init__()
            self.first, self.last = first, last

    class Arranged(Message):
        """The columns were laid out anew."""

    def __init__(self, workspace: Workspace, *, mode: Mode, must_stack: bool) -> None:
        super().__init__(id="collation")
        self.workspace = workspace
        self.mode: Mode = mode
        self.must_stack = must_stack
        self._findings = Findings()
        self._painter: RowPainter | None = None
        self._styles: Palette | None = None
        self._rows = RowLayout((), int)
        self._told = (-1, -1)
        self._drag: Cursor | None = None

    def on_mount(self) -> None:
        """Measure rows when there is time, and repaint when the colours change."""
        self._measuring = self.set_interval(_EVERY, self._measure_some, pause=True)
        self.app.theme_changed_signal.subscribe(self, lambda _: self._recolour())

    @property
    def columns(self) -> tuple[Column, ...]:
        """Where the panes are drawn; empty before the first drawing."""
        return self._painter.columns if self._painter else ()

    @property
    def stacked(self) -> bool:
        """True if the panes lie one above the other."""
        return bool(self._painter and self._painter.stacked)

    def rearrange(self) -> None:
        """Lay everything out anew: the article, panes, width, way of drawing or colours changed."""
        width = self.scrollable_content_region.width
        if width < 1:
            self._painter, self._rows = None, RowLayout((), int)
            return
        above = self._rows.top(self.workspace.current) - self.scroll_offset.y if self._fits() else 0
        painter = RowPainter(
            self.workspace,
            width=width,
            stacked=self.workspace.arrangement.is_stacked(
                self.outer_size.width, forced=self.must_stack
            ),
            mode=self.mode,
            palette=self._palette,
        )
        painter.findings = self._findings
        self._painter = painter
        self._rows = RowLayout(painter.estimates(), painter.height)
        self._set_height(width)
        if self.workspace.segments:
            self._measuring.resume()
            top = self._rows.top(self.workspace.current) - max(0, min(above, self.size.height - 1))
            self.scroll_to(y=max(0, top), animate=False)
            self.show_current()
        self.refresh()
        self.post_message(self.Arranged())

    def _recolour(self) -> None:
        self._styles = None
        self.rearrange()

    def show_current(self) -> None:
        """Scroll until the current segment can be seen, no further."""
        if not self._fits():
            return
        row, height = self.workspace.current, self.size.height
        if self._is_whole(row):
            return
        # What is jumped to has only an estimated place; its surroundings are measured first.
        for _ in range(2):
            self._measure(range(*self._rows.visible(self._rows.top(row) - height, 3 * height)))
            top, bottom = self._rows.top(row), self._rows.top(row) + self._rows.height(row) - 1
            y = self.scroll_offset.y
            if top < y or bottom - top >= height:
                y = top
            elif bottom > y + height:
                y = bottom - height
            self.scroll_to(y=y, animate=False)

    def go_to(self, row: int) -> None:
        """Make a row current and show it."""
        if not self.workspace.segments:
            return
        row = max(0, min(row, len(self.workspace.segments) - 1))
        before, self.workspace.current = self.workspace.current, row
        if row != before:
            self.workspace.cursor = None
        self.repaint(before)
        self.repaint(row)
        self.show_current()
        self.post_message(self.CurrentChanged())

    def page(self, direction: int) -> None:
        """Scroll one screen down (1) or up (-1) and make the topmost whole segment current."""
        if not self._fits():
            return
        step = max(1, self.size.height - 2)
        y = max(0, min(self.scroll_offset.y + direction * step, self.max_scroll_y))
        row = self._rows.row_at(y)
        if self._rows.top(row) < y and row + 1 < len(self._rows):
            row += 1
        if row == self.workspace.current:
            row = row + direction
        if direction > 0 and y == self.max_scroll_y:
            row = len(self._rows) - 1
        self.scroll_to(y=y, animate=False)
        self.go_to(row)

    def set_cursor(self, cursor: Cursor | None) -> None:
        """Choose words of the current segment."""
        self.workspace.cursor = cursor
        self.repaint(self.workspace.current)
        self.post_message(self.CurrentChanged())

    def set_findings(self, findings: Findings) -> None:
        """Colour what a search found."""
        self._findings = findings
        if self._painter:
            self._painter.findings = findings
        self.repaint()

    def repaint(self, row: int | None = None) -> None:
        """Draw a row anew, or all, where no text changed its length."""
        if self._painter:
            self._painter.forget(row)
        if row is None or not self._fits():
            self.refresh()
        else:
            self._refresh_row(row)

    def update_rows(self, rows: set[int]) -> None:
        """The texts or signs of rows changed; what is read stays where it is."""
        if not self._painter or len(self._rows) != len(self.workspace.segments):
            return
        for row in rows:
            self._painter.forget(row)
            self._rows.forget(row)
        self._measure_visible()
        self._measuring.resume()
        for row in rows:
            self._refresh_row(row)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        place = y + self.scroll_offset.y
        if self._painter is None or place >= self._rows.total:
            return Strip.blank(self.size.width, self.rich_style)
        row = self._rows.row_at(place)
        return self._painter.line(row, place - self._rows.top(row))

    async def on_resize(self) -> None:
        """Another width needs another layout, another height only more rows."""
        # The whole screen was drawn just now; let keys in before the next long step.
        await asyncio.sleep(0)
        if self._painter and self._painter.width == self.scrollable_content_region.width:
            self._measure_visible()
        else:
            self.rearrange()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what comes into view, and say what it is."""
        super().watch_scroll_y(old_value, new_value)
        self._measure_visible()

    def on_click(self, event: events.Click) -> None:
        """A click is for this widget alone."""
        event.stop()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the segment and word under the mouse, and begin to select."""
        found = self._word_under(event)
        if found is None:
            return
        row, word = found
        self.go_to(row)
        if word:
            self.workspace.pane = word.pane
            self._drag = word
            self.capture_mouse()
        self.set_cursor(word)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from the word where the button went down to the one under the mouse."""
        if self._drag is None:
            return
        found = self._word_under(event)
        if found and found[0] == self.workspace.current and found[1]:
            self.set_cursor(cursors.joined(self._drag, found[1]))

    def on_mouse_up(self) -> None:
        """End selecting."""
        self._drag = None
        self.release_mouse()

    def _word_under(self, event: events.MouseEvent) -> tuple[int, Cursor | None] | None:
        place = event.y + self.scroll_offset.y
        if self._painter is None or not 0 <= place < self._rows.total:
            return None
        row = self._rows.row_at(place)
        hit = self._painter.place(row, event.x, place - self._rows.top(row))
        return row, cursors.at(self.workspace, row, *hit) if hit else None

    def _fits(self) -> bool:
        """Whether the rows laid out are those of the article as it is now."""
        return bool(self._painter) and 0 < len(self._rows) == len(self.workspace.segments)

    def _is_whole(self, row: int) -> bool:
        """Whether all of a row, but for the blank line after it, is on the screen already."""
        y = self.scroll_offset.y
        self._measure_visible()
        top, bottom = self._rows.top(row), self._rows.top(row) + self._rows.height(row) - 1
        return y <= top and bottom <= y + self.size.height and y == self.scroll_offset.y

    def _measure_visible(self) -> None:
        if not self._fits():
            return
        for _ in range(3):
            first, last = self._rows.visible(self.scroll_offset.y, self.size.height)
            if not self._measure(range(first, last)):
                break
        if (first, last) != self._told:
            self._told = first, last
            self.post_message(self.ViewChanged(first, last))

    def _measure(self, rows: range) -> bool:
        """Make heights exact and keep what is read in its place; True if a height changed."""
        top = self.scroll_offset.y
        changed = self._rows.measure(rows, self._rows.row_at(top))
        if changed is None:
            return False
        self._set_height(self.virtual_size.width)
        if changed.shift:
            self.scroll_to(y=top + changed.shift, animate=False)
        self._refresh_from(self._rows.top(changed.first))
        return True

    def _set_height(self, width: int) -> None:
        """Let the scroll be as high as the rows; assigning virtual_size would draw all anew."""
        self.set_reactive(CollationView.virtual_size, Size(width, self._rows.total))
        self.vertical_scrollbar.window_virtual_size = self._rows.total
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def _refresh_row(self, row: int) -> None:
        """Draw a row's lines anew, if they are on the screen: drawing all takes long."""
        self._refresh_lines(self._rows.top(row), self._rows.top(row) + self._rows.height(row))

    def _refresh_from(self, y: int) -> None:
        """Draw what lies at a height and below it anew."""
        self._refresh_lines(y, self.scroll_offset.y + self.size.height)

    def _refresh_lines(self, first: int, last: int) -> None:
        top = self.scroll_offset.y
        first, last = max(first, top), min(last, top + self.size.height)
        if first < last:
            self.refresh_lines(first, last - first)

    def _measure_some(self) -> None:
        """Measure rows out of sight for a few milliseconds."""
        end = time.perf_counter() + _SLICE
        while self._fits() and time.perf_counter() < end:
            row = self._rows.next_unmeasured()
            if row < 0:
                self._measuring.pause()
                return
            self._measure(range(row, min(row + 4, len(self._rows))))

    @property
    def _palette(self) -> Palette:
        """The colours of the theme; finding them takes longer than laying out a screen."""
        if self._styles is None:
            self._styles = self._theme_styles()
        return self._styles

    def _theme_styles(self) -> Palette:
        def style(name: str) -> Style:
            return self.get_component_rich_style(f"collation--{name}", partial=True)

        plain = self.rich_style
        return Palette(
            plain=plain,
            current=style("row"),
            gap=plain + style("gap"),
            looks={look: style(look.value) for look in Look},
            margin={name: style(f"margin-{name}") for name in _MARGIN_STYLES},
        )
