"""A line at the bottom to type a search or a segment's number."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label


class Purpose(StrEnum):
    """What is typed for."""

    SEARCH = "Search"
    GO_TO = "Go to segment"


class PromptBar(Horizontal):
    """Hidden until asked; says what is typed, and when it is done."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close")]
    DEFAULT_CSS = """
    PromptBar { height: 1; display: none; background: $surface; }
    PromptBar.-open { display: block; }
    PromptBar Label { padding: 0 1; color: $accent; }
    PromptBar Input { width: 1fr; border: none; height: 1; padding: 0; background: $panel; }
    PromptBar #prompt-note { color: $secondary; }
    """

    class Typed(Message):
        """The text changed."""

        def __init__(self, purpose: Purpose, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    class Done(Message):
        """Enter was pressed."""

        def __init__(self, purpose: Purpose, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    class Closed(Message):
        """It was closed without Enter."""

        def __init__(self, purpose: Purpose) -> None:
            super().__init__()
            self.purpose = purpose

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self.purpose = Purpose.SEARCH

    def compose(self) -> ComposeResult:
        """A label, the input, and a note after it."""
        yield Label("", id="prompt-label")
        yield Input(id="prompt-input", select_on_focus=True, compact=True)
        yield Label("", id="prompt-note")

    def open(self, purpose: Purpose, text: str = "") -> None:
        """Show it and let the user type."""
        self.purpose = purpose
        self.query_one("#prompt-label", Label).update(purpose.value)
        self.note("")
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = text
        # At once, not when the screen is next styled: the user types on without waiting.
        self.add_class("-open")
        self.display = True
        self.screen.set_focus(field)

    def note(self, text: str) -> None:
        """Say something after the input, such as how much was found."""
        self.query_one("#prompt-note", Label).update(text)

    def action_close(self) -> None:
        """Hide it again."""
        self._hide()
        self.post_message(self.Closed(self.purpose))

    def _hide(self) -> None:
        self.remove_class("-open")
        self.display = False

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._hide()
        self.post_message(self.Done(self.purpose, event.value))
