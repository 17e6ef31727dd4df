"""A segment's English written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Label, Static, TextArea

from tui.arabic_line import arabic_block
from tui.bidi import Mode
from tui.screens.dialog import Dialog

_ROOM_AROUND = 12
_WIDEST = 78


@dataclass(frozen=True, slots=True)
class Edited:
    """The user's English; None takes the model's again."""

    text: str | None


class EditSegment(Dialog[Edited]):
    """Shows the Arabic above a field with the English."""

    BINDINGS: ClassVar = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("ctrl+r", "model", "Take the model's", priority=True),
        Binding("escape", "leave", "Leave"),
    ]
    DEFAULT_CSS = """
    EditSegment TextArea { height: 8; }
    EditSegment #arabic { height: auto; max-height: 10; }
    """

    def __init__(self, number: str, source: str, english: str, model: str, mode: Mode) -> None:
        super().__init__()
        self.number, self.source = number, source
        self.english, self.model = english, model
        self.mode: Mode = mode

    def compose(self) -> ComposeResult:
        """Arabic, field, buttons."""
        with Vertical(classes="box") as box:
            box.border_title = f"Your English for segment {self.number}"
            yield Static(id="arabic", markup=False)
            yield Label("English", classes="label")
            yield TextArea(self.english, id="english", soft_wrap=True, compact=True)
            yield Static(
                "Your text is kept: the model and the glossary never write over it.", classes="hint"
            )
            with Horizontal(classes="row"):
                yield Button("Save (Ctrl+S)", variant="primary", id="save", compact=True)
                yield Button("Take the model's (Ctrl+R)", id="model", compact=True)
                yield Button("Leave (Esc)", id="leave", compact=True)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        field = self.query_one(TextArea)
        self.set_focus(field)
        field.move_cursor(field.document.end)

    def on_resize(self) -> None:
        """Lay the Arabic out for the width there is."""
        width = max(20, min(_WIDEST, self.size.width - _ROOM_AROUND))
        self.query_one("#arabic", Static).update(arabic_block(self.source, width, self.mode))

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Keep the text; the model's own text, unchanged, is no edit."""
        text = " ".join(self.query_one(TextArea).text.split())
        self.dismiss(Edited(None if text in {"", self.model} else text))

    @on(Button.Pressed, "#model")
    def action_model(self) -> None:
        """Drop the edit."""
        self.dismiss(Edited(None))

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.action_leave()
