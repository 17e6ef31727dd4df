"""The user's remark on a segment."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static, TextArea

from tui.screens.dialog import Dialog


class NoteScreen(Dialog[str]):
    """Hands back the note, "" to have none."""

    BINDINGS: ClassVar = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Leave"),
    ]
    DEFAULT_CSS = "NoteScreen TextArea { height: 5; }"

    def __init__(self, number: str, note: str) -> None:
        super().__init__()
        self.number, self.note = number, note

    def compose(self) -> ComposeResult:
        """A field and two buttons."""
        with Vertical(classes="box") as box:
            box.border_title = f"Note on segment {self.number}"
            yield TextArea(self.note, soft_wrap=True, compact=True)
            yield Static("Notes are saved beside the article. Empty: no note.", classes="hint")
            with Horizontal(classes="row"):
                yield Button("Save (Ctrl+S)", variant="primary", id="save", compact=True)
                yield Button("Leave (Esc)", id="leave", compact=True)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand back the note."""
        self.dismiss(self.query_one(TextArea).text.strip())

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.action_leave()
