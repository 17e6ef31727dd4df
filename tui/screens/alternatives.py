"""Other translations that the model offers for a segment, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from translator.differences import Change, word_differences
from translator.translation import SegmentTranslation
from tui.arabic_line import marked
from tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Choice:
    """A text to choose, and where it comes from."""

    text: str
    origin: str


def choices(result: SegmentTranslation) -> tuple[Choice, ...]:
    """The texts that there are for a segment, each once: the present one first."""
    found = [Choice(result.text, "with the glossary" if result.terms else "the model's first")]
    found.append(Choice(result.plain, "without the glossary"))
    found += [
        Choice(one.text, f"alternative {number}, score {one.score:.2f}")
        for number, one in enumerate(result.alternatives, start=1)
    ]
    return tuple({choice.text: choice for choice in reversed(found)}.values())[::-1]


class Alternatives(Dialog[str]):
    """Hands back the text that was chosen."""

    DEFAULT_CSS = "Alternatives OptionList { height: auto; max-height: 24; }"

    def __init__(self, number: str, shown: str, offered: Sequence[Choice]) -> None:
        super().__init__()
        self.number, self.shown = number, shown
        self.offered = tuple(offered)

    def compose(self) -> ComposeResult:
        """The list; what differs from the present text is underlined."""
        with Vertical(classes="box") as box:
            box.border_title = f"Translations of segment {self.number}"
            yield OptionList(*(Option(self._line(choice)) for choice in self.offered))
            yield Static(
                "Enter takes one as your own English. Underlined: other words than now.",
                classes="hint",
            )

    def _line(self, choice: Choice) -> Content:
        different = [
            (difference.second_start, difference.second_end)
            for difference in word_differences(self.shown, choice.text)
            if difference.change is not Change.EQUAL
        ]
        now = " — as it is now" if choice.text == self.shown else ""
        return Content.assemble(
            (f"{choice.origin}{now}\n", "$secondary"),
            marked(choice.text, different, "underline bold $accent"),
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.offered[event.option_index].text)
