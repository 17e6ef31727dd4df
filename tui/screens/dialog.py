"""The box in the middle of the screen that all dialogs share; Escape leaves it."""

from __future__ import annotations

import math
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None], Generic[Result]):
    """A dialog that hands back a result, or None if it was left.

    Its contents stand in one container with the class "box"; lines of help have the class "hint".
    A key typed on before it is there, as in a quick "e" and some letters, is for its first field.

    Attributes:
        ready: when its first field got the focus, by Textual's clock; infinite before that.
    """

    BINDINGS: ClassVar = [Binding("escape", "leave", "Leave")]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog .box {
        width: 84; max-width: 96%; height: auto; max-height: 96%;
        background: $surface; border: round $primary; padding: 0 1; overflow-y: auto;
    }
    Dialog .hint { color: $secondary; height: auto; }
    Dialog .fault { color: $error; text-style: bold; height: auto; }
    Dialog .label { color: $accent; }
    Dialog .row { height: auto; }
    Dialog Button { margin-right: 1; }
    Dialog OptionList { background: $panel; border: none; }
    Dialog OptionList:focus { border: none; }
    Dialog OptionList > .option-list--option-highlighted,
    Dialog OptionList:focus > .option-list--option-highlighted {
        background: $primary 30%; color: $foreground; text-style: none;
    }
    Dialog Input, Dialog TextArea { background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.ready = math.inf
        self._early: list[events.Key] = []

    def on_mount(self) -> None:
        """Hand on what was typed; a field has the focus, and what subclasses do is done."""
        self.ready = Message().time
        for key in self._early:
            self.take_early(key)

    def take_early(self, key: events.Key) -> None:
        """Take a key that was typed before this was ready, in the order of typing."""
        if self.ready == math.inf:
            self._early.append(key)
        elif self.focused is not None:
            self.focused._forward_event(events.Key(key.key, key.character))

    def action_leave(self) -> None:
        """Close without a result."""
        self.dismiss(None)
