"""The doubts about the translation, each with what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from translator.translation import Flag
from tui.arabic_line import english_line
from tui.bidi import Mode
from tui.widgets.panel import Panel

_EXPLANATIONS = {
    "term-unmet": "A name of the glossary is not in the English.",
    "term-avoided": "A form that the glossary forbids stands in the English.",
    "too-long": "The segment is longer than the model can take.",
    "markup": "Emphasis of the Markdown source has no place in the English.",
}
# A longer list takes long to lay out.
MOST_DOUBTS = 300
_ERRORS = {"term-unmet", "term-avoided"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flag and the segment it is about; number is what the margin calls it."""

    fingerprint: str
    number: str
    flag: Flag


class FlagsPanel(Panel):
    """A list of doubts; Enter goes to the segment."""

    def __init__(self, doubts: Sequence[Doubt], mode: Mode) -> None:
        super().__init__(id="flags")
        self.doubts = tuple(doubts[:MOST_DOUBTS])
        self.all = tuple(doubts)
        self.mode: Mode = mode

    def compose(self) -> ComposeResult:
        """The count, the list and the explanation of the chosen one."""
        yield Static(id="flags-title", classes="title")
        yield OptionList(id="flags-list")
        yield Static(id="flags-explanation", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Fill the list."""
        self.show(self.all)

    def show(self, doubts: Sequence[Doubt]) -> None:
        """Show these doubts; the chosen place stays."""
        listing = self.query_one(OptionList)
        before = listing.highlighted
        shown = tuple(doubts[:MOST_DOUBTS])
        title = f"Doubts: {len(doubts)}" if doubts else "No doubts"
        if len(doubts) > len(shown):
            title += f", the first {len(shown)} shown"
        self.query_one("#flags-title", Static).update(title)
        if shown == self.doubts and listing.option_count:
            return
        self.doubts = shown
        listing.clear_options()
        listing.add_options([Option(self._line(doubt)) for doubt in self.doubts])
        if self.doubts:
            listing.highlighted = min(before or 0, len(self.doubts) - 1)
        else:
            self.query_one("#flags-explanation", Static).update("The checks found nothing.")

    def choose(self, fingerprint: str) -> None:
        """Put the bar on the first doubt about a segment, if there is one."""
        for place, doubt in enumerate(self.doubts):
            if doubt.fingerprint == fingerprint:
                self.query_one(OptionList).highlighted = place
                return

    def _line(self, doubt: Doubt) -> Content:
        error = doubt.flag.code in _ERRORS
        sign, colour = ("✗", "bold $error") if error else ("!", "bold $warning")
        return Content.assemble(
            (f"{sign} ", colour),
            (f"{doubt.number}  ", "$secondary"),
            english_line(doubt.flag.message, self.mode),
        )

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_index < len(self.doubts):
            code = self.doubts[event.option_index].flag.code
            self.query_one("#flags-explanation", Static).update(explanation(code))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.PlaceChosen(self.doubts[event.option_index].fingerprint))


def explanation(code: str) -> str:
    """What a check looks at, in one sentence."""
    from translator.checks.run import CHECKS

    known = {check.code: check.explanation for check in CHECKS} | _EXPLANATIONS
    return known.get(code, "")
