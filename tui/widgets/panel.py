"""What the panels beside the panes share: how they look, leaving them, going to a segment."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList


class Panel(Vertical):
    """A list with a title above it and a hint below it."""

    BINDINGS: ClassVar = [Binding("escape", "close_panel", "Close")]
    DEFAULT_CSS = """
    Panel { height: 1fr; }
    Panel OptionList { height: 1fr; background: $surface; border: none; padding: 0; }
    Panel OptionList:focus { border: none; }
    Panel OptionList > .option-list--option-highlighted {
        background: $panel; color: $foreground; text-style: none;
    }
    Panel OptionList:focus > .option-list--option-highlighted {
        background: $primary 30%; color: $foreground; text-style: none;
    }
    Panel Static { height: auto; padding: 0 1; }
    Panel .title { color: $accent; text-style: bold; }
    Panel .quiet { color: $secondary; }
    """

    class PlaceChosen(Message):
        """Go to a segment."""

        def __init__(self, fingerprint: str) -> None:
            super().__init__()
            self.fingerprint = fingerprint

    class Closed(Message):
        """The panel is to go away."""

    def focus_list(self) -> None:
        """Let the keys move in the list."""
        self.query_one(OptionList).focus()

    def action_close_panel(self) -> None:
        """Leave the panel."""
        self.post_message(self.Closed())
