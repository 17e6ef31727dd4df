"""Names that the article has and the glossary lacks, to be taken with one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.arabic_line import arabic_line, english_line
from tui.bidi import Mode
from tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from translator.suggest.suggestion import Suggestion


class SuggestionsScreen(Dialog[str]):
    """A list that gets shorter as suggestions are taken or skipped.

    Args:
        accept: puts a suggestion into the glossary.
        change: opens the entry form for one.
    """

    BINDINGS: ClassVar = [
        Binding("a", "accept", "Take"),
        Binding("e", "change", "Change first"),
        Binding("d,delete", "skip", "Skip"),
        Binding("escape", "leave", "Leave"),
    ]
    DEFAULT_CSS = """
    SuggestionsScreen .box { height: 90%; }
    SuggestionsScreen OptionList { height: 1fr; }
    SuggestionsScreen #evidence { height: auto; min-height: 3; padding: 1 0 0 0; }
    """

    def __init__(
        self,
        accept: Callable[[Suggestion], None],
        change: Callable[[Suggestion], None],
        mode: Mode,
    ) -> None:
        super().__init__()
        self.accept, self.change = accept, change
        self.mode: Mode = mode
        self.left: list[Suggestion] = []

    def compose(self) -> ComposeResult:
        """The list, the reasons for the chosen one, the keys."""
        with Vertical(classes="box") as box:
            box.border_title = "Suggested names"
            yield OptionList()
            yield Static("Looking for names …", id="evidence", markup=False)
            yield Static("a: take   e: change it first   d: skip   Esc: close", classes="hint")

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Fill the list."""
        self.left = list(suggestions)
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options([Option(self._line(one)) for one in self.left])
        if self.left:
            listing.highlighted = 0
            listing.focus()
        else:
            self._say("The glossary lacks no name that could be found.")

    def _line(self, one: Suggestion) -> Content:
        forms = ", ".join(form.text or "nothing" for form in one.forms[:3])
        return Content.assemble(
            ("✗ " if one.needed else "✓ ", "bold $error" if one.needed else "$success"),
            arabic_line(one.source, self.mode),
            " → ",
            (one.target, "bold"),
            (f"  {one.kind.value}, {len(one.segments)}×, now: {forms}", "$secondary"),
        )

    def _say(self, text: str) -> None:
        self.query_one("#evidence", Static).update(text)

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self.left):
            reasons = self.left[event.option_index].evidence
            self._say("\n".join(english_line(reason, self.mode) for reason in reasons))

    @on(OptionList.OptionSelected)
    def action_accept(self) -> None:
        """Put the chosen name into the glossary."""
        one = self._take()
        if one is not None:
            self.accept(one)

    def action_change(self) -> None:
        """Open the form with the chosen name."""
        one = self._take()
        if one is not None:
            self.change(one)

    def action_skip(self) -> None:
        """Leave the chosen name out."""
        self._take()

    def _take(self) -> Suggestion | None:
        listing = self.query_one(OptionList)
        place = listing.highlighted
        if place is None or place >= len(self.left):
            return None
        one = self.left.pop(place)
        listing.remove_option_at_index(place)
        if self.left:
            listing.highlighted = min(place, len(self.left) - 1)
        else:
            self._say("No more suggestions.")
        return one
