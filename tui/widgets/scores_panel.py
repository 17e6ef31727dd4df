"""The scores against the reference: for the article, and for every segment as a bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.margin import score_bar
from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from translator.article_scores import ArticleScores, Unit
    from translator.scoring.significance import PairedTest

METRICS = ("BLEU", "chrF", "TER")
SEGMENT_METRIC = "chrF"
_WIDE = 60
# A longer list takes long to lay out; the bars in the margin show all.
MOST_SEGMENTS = 300
_MEANINGS = "BLEU, chrF: more is better · TER: less is better"


class ScoresPanel(Panel):
    """The figures, and the segments from worst to best or in order; Enter goes to one."""

    BINDINGS: ClassVar = [Binding("o", "order", "Other order")]
    DEFAULT_CSS = """
    ScoresPanel #scores-head { height: auto; }
    ScoresPanel.-wide { layout: horizontal; }
    ScoresPanel.-wide #scores-head { width: 44; height: 100%; overflow-y: auto; }
    ScoresPanel.-wide OptionList { height: 100%; width: 1fr; }
    """

    def __init__(
        self, scores: ArticleScores | None, numbers: Sequence[str], note: str = ""
    ) -> None:
        super().__init__(id="scores")
        self.scores = scores
        self.numbers = tuple(numbers)
        self.note = note
        self.worst_first = True
        self._units: tuple[Unit, ...] = ()

    def compose(self) -> ComposeResult:
        """Figures and hint, and the list."""
        with Vertical(id="scores-head"):
            yield Static("Scores", id="scores-title", classes="title")
            yield Static(id="scores-figures")
            yield Static(_MEANINGS, classes="quiet")
            yield Static(id="scores-hint", classes="quiet")
        yield OptionList(id="scores-list")

    def on_mount(self) -> None:
        """Fill it."""
        self.show(self.scores, self.numbers, self.note)

    def on_resize(self) -> None:
        """At the bottom of the screen the list stands beside the figures."""
        self.set_class(self.size.width > _WIDE, "-wide")

    def show(self, scores: ArticleScores | None, numbers: Sequence[str], note: str) -> None:
        """Show other scores, or why there are none."""
        self.scores, self.numbers, self.note = scores, tuple(numbers), note
        self.query_one("#scores-figures", Static).update(self._figures())
        self._list()

    def action_order(self) -> None:
        """Worst first, or in reading order."""
        self.worst_first = not self.worst_first
        self._list()

    def _figures(self) -> Content:
        if self.scores is None:
            return Content(self.note or "Counting …")
        names = [system.system for system in self.scores.comparison.systems]
        head = "      " + "".join(f"{name[:12]:>13}" for name in names)
        lines = [Content.styled(head, "$secondary")]
        for metric in METRICS:
            values = [self.scores.value(metric, place) for place in range(len(names))]
            text = f"{metric:<6}" + "".join(f"{value:>13.1f}" for value in values)
            lines.append(Content(text))
            test = self.scores.test(metric) if len(names) > 1 else None
            if test is not None:
                lines.append(Content.styled(f"      {verdict(test)}", "$secondary"))
        if self.scores.left_out:
            lines.append(Content(f"{self.scores.left_out} segments without a counterpart"))
        if self.note:
            lines.append(Content(self.note))
        return Content("\n").join(lines)

    def _list(self) -> None:
        listing = self.query_one(OptionList)
        before = listing.highlighted
        listing.clear_options()
        order = "worst first" if self.worst_first else "in order"
        hint = f"Segments by {SEGMENT_METRIC}, {order}. o: other order"
        self.query_one("#scores-hint", Static).update(hint)
        if self.scores is None:
            self._units = ()
            return
        last = len(self.scores.comparison.systems) - 1
        values = self.scores.of_segments(SEGMENT_METRIC, last)
        units = self.scores.worst(SEGMENT_METRIC, last) if self.worst_first else self.scores.units
        units = self._units = tuple(units[:MOST_SEGMENTS])
        segments = self.scores.segments
        for unit in units:
            first = unit.places[0]
            value = values[segments[first].fingerprint]
            number = self.numbers[first] if first < len(self.numbers) else segments[first].id
            listing.add_option(
                Option(Content(f"{number:>6} {score_bar(value / 100)} {value:5.1f}"))
            )
        listing.highlighted = min(before or 0, len(units) - 1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.scores is None:
            return
        place = self._units[event.option_index].places[0]
        self.post_message(self.PlaceChosen(self.scores.segments[place].fingerprint))


def verdict(test: PairedTest) -> str:
    """The difference in words: how much, and whether it is more than chance."""
    from translator.scoring.significance import LEVEL

    if not test.difference:
        return "no difference"
    p = max(test.bootstrap, test.randomisation)
    if test.significant:
        said = "more than chance"
    else:
        said = "too few differ" if p < LEVEL else "may be chance"
    return f"{test.difference:+.1f}, {said}, p {p:.3f}"
