"""What the keys do to find something: search in all panes, go to a segment by its number."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work

from tui.screens.part import WorkspacePart
from tui.widgets.progress_line import ProgressLine
from tui.widgets.prompt_bar import PromptBar, Purpose

if TYPE_CHECKING:
    from tui.finder import Finder
    from tui.pane import Pane
    from tui.workspace import Cursor


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the reader is: the current row, pane and words, and the line at the top."""

    row: int
    pane: Pane
    cursor: Cursor | None
    top: int


class FindingActions(WorkspacePart):
    """A part of the workspace screen."""

    finder: Finder
    _began: Reading | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that open the prompt are letters while something is typed."""
        if action in {"search", "go_to"} and self._is_typing():
            return False
        return super().check_action(action, parameters)

    def _is_typing(self) -> bool:
        return self.focused is not None and self.focused.check_consume_key("slash", "/")

    def action_search(self) -> None:
        """Type what to look for."""
        workspace = self.workspace
        self._began = Reading(
            workspace.current, workspace.pane, workspace.cursor, self.view.scroll_offset.y
        )
        self.query_one(PromptBar).open(Purpose.SEARCH, self.finder.typed)

    def action_go_to(self) -> None:
        """Type a segment's number."""
        self.query_one(PromptBar).open(Purpose.GO_TO)

    def action_next_match(self) -> None:
        """Go to the next place found."""
        self._show_found(self.finder.step(1))

    def action_previous_match(self) -> None:
        """Go to the place found before."""
        self._show_found(self.finder.step(-1))

    def on_prompt_bar_typed(self, message: PromptBar.Typed) -> None:
        """Search while the user types."""
        if message.purpose is Purpose.SEARCH:
            self.find(message.text)

    def on_prompt_bar_done(self, message: PromptBar.Done) -> None:
        """Stay at what was found, or go to the segment named."""
        self.view.focus()
        if message.purpose is Purpose.SEARCH:
            if not self.finder.count and message.text.strip():
                self.notify(f"“{message.text}” is in none of the panes.", severity="warning")
            return
        row = self.workspace.row_of_number(message.text)
        if row is None:
            last = self.workspace.numbers[-1] if self.workspace.numbers else "0"
            self.notify(
                f"There is no segment {message.text}; the last one is {last}.", severity="warning"
            )
            return
        self.view.go_to(row)

    def on_prompt_bar_closed(self, message: PromptBar.Closed) -> None:
        """Forget the search, and go back to where it began."""
        if message.purpose is Purpose.SEARCH:
            self.workers.cancel_group(self, "search")
            self.finder.clear()
            self.view.set_findings(self.finder.findings)
            if self._began is not None and self.workspace.segments:
                began = self._began
                self.workspace.pane = began.pane
                self.view.go_to(began.row)
                self.view.set_cursor(began.cursor)
                self.view.scroll_to(y=began.top, animate=False)
        self.view.focus()

    @work(exclusive=True, group="search")
    async def find(self, typed: str, *, jump: bool = True) -> None:
        """Look through all panes in slices, so that the screen stays alive.

        Args:
            jump: go to the first place found at or below the current segment.
        """
        panes = self.workspace.arrangement.shown()
        for _ in self.finder.search(typed, panes):
            await asyncio.sleep(0)
        row = self.finder.first_from(self.workspace.current)
        self._show_found(row if jump else None)

    def _show_found(self, row: int | None) -> None:
        bar = self.query_one(PromptBar)
        bar.note(self.finder.summary)
        self.view.set_findings(self.finder.findings)
        if row is None:
            return
        if self.finder.findings.current:
            self.workspace.pane = self.finder.findings.current[1]
        self.view.go_to(row)
        if not bar.has_class("-open"):
            self.query_one(ProgressLine).remark = self.finder.summary
