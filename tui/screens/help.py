"""All keys, signs and colours, in plain words."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.table import Table
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import ACTIONS, keys_in_force
from tui.spans import MEANINGS, SIGNS

_SIGNS_BESIDE = {
    "…": "not translated yet",
    "✗": "a name is missing, or a form stands there that must not be used",
    "!": "a check found something, as a number that differs",
    "✎": "your own English",
    "★": "bookmarked",
    "¶": "has a note",
    "·": "left as it is, because it is no Arabic",
}


class HelpScreen(ModalScreen[None]):
    """Closed with Escape or the help key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "dismiss", "Close")]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 96%; height: auto; max-height: 94%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    """

    def compose(self) -> ComposeResult:
        """One scroll."""
        with VerticalScroll() as scroll:
            scroll.border_title = "Keys and signs (Escape closes)"
            yield Static(self._keys())
            yield Static(_signs())

    def _keys(self) -> Table:
        table = _table()
        in_force = keys_in_force(self.app._keymap)
        for place, actions in groupby(ACTIONS, key=lambda action: action.place):
            table.add_row(f"[bold]{place.value.capitalize()}[/]", "", "")
            for action in actions:
                keys = ", ".join(self._shown(key) for key in in_force[action.name])
                table.add_row(f"  {keys}", action.description, f"[dim]{action.name}[/]")
        return table

    def _shown(self, key: str) -> str:
        binding = Binding(key, "")
        return self.app.get_key_display(binding).replace("[", r"\[")


def _signs() -> Table:
    table = _table()
    table.add_row("[bold]Names in the text[/]", "", "")
    styles = ("underline", "bold underline", "bold reverse", "bold strike")
    for (look, sign), style in zip(SIGNS.items(), styles, strict=True):
        table.add_row(f"  [{style}]{sign} name[/]", MEANINGS[look], "")
    table.add_row("[bold]Signs beside a segment[/]", "", "")
    for sign, meaning in _SIGNS_BESIDE.items():
        table.add_row(f"  {sign}", meaning, "")
    return table


def _table() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=16)
    table.add_column(ratio=1)
    table.add_column()
    return table
