"""What the keys do to read: go on and back, choose words, copy."""

from __future__ import annotations

from tui import cursor as cursors
from tui.finder import Finder
from tui.screens.part import WorkspacePart


class ReadingActions(WorkspacePart):
    """A part of the workspace screen."""

    finder: Finder

    def action_next_segment(self) -> None:
        """Go to the next segment."""
        self.view.go_to(self.workspace.current + 1)

    def action_previous_segment(self) -> None:
        """Go to the segment before."""
        self.view.go_to(self.workspace.current - 1)

    def action_page_down(self) -> None:
        """Go one screen down."""
        self.view.page(1)

    def action_page_up(self) -> None:
        """Go one screen up."""
        self.view.page(-1)

    def action_first_segment(self) -> None:
        """Go to the first segment."""
        self.view.go_to(0)

    def action_last_segment(self) -> None:
        """Go to the last segment."""
        self.view.go_to(len(self.workspace.segments) - 1)

    def _move_cursor(self, *, left: bool, extend: bool = False) -> None:
        if self.workspace.segments:
            self.view.set_cursor(cursors.moved(self.workspace, left=left, extend=extend))

    def action_word_left(self) -> None:
        """Go one word to the left."""
        self._move_cursor(left=True)

    def action_word_right(self) -> None:
        """Go one word to the right."""
        self._move_cursor(left=False)

    def action_select_left(self) -> None:
        """Select one more word to the left."""
        self._move_cursor(left=True, extend=True)

    def action_select_right(self) -> None:
        """Select one more word to the right."""
        self._move_cursor(left=False, extend=True)

    def action_clear(self) -> None:
        """Drop the selection, then the search."""
        if self.workspace.cursor is not None:
            self.view.set_cursor(None)
            return
        self.finder.clear()
        self.view.set_findings(self.finder.findings)

    def action_copy(self) -> None:
        """Copy as it is stored, never as it is drawn."""
        text = cursors.chosen_text(self.workspace)
        if text:
            self.app.copy_to_clipboard(text)
            self.notify("Copied.", timeout=2)
