"""Two versions of the article's English: where they differ, and which scores better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.markup import escape
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from translator.version_changes import SegmentChange
from tui.arabic_line import marked
from tui.screens.dialog import Dialog
from tui.widgets.scores_panel import METRICS, SEGMENT_METRIC, verdict

if TYPE_CHECKING:
    from translator.article_scores import ArticleScores

# A longer list takes long to lay out.
MOST_CHANGES = 300


class ChangesScreen(Dialog[str]):
    """Hands back the fingerprint of a segment to go to.

    Args:
        before, after: what the two versions are called.
        numbers: what the margin calls each segment, by fingerprint.
        note: why there are no scores, if there are none.
    """

    DEFAULT_CSS = """
    ChangesScreen .box { width: 110; height: 92%; }
    ChangesScreen OptionList { height: 1fr; }
    ChangesScreen #figures { height: auto; padding: 0 0 1 0; }
    """

    def __init__(
        self,
        before: str,
        after: str,
        changes: Sequence[SegmentChange],
        numbers: Mapping[str, str],
        scores: ArticleScores | None,
        note: str = "",
    ) -> None:
        super().__init__()
        self.before, self.after = before, after
        self.count = len(changes)
        self.changes = tuple(changes[:MOST_CHANGES])
        self.numbers = numbers
        self.scores = scores
        self.note = note

    def compose(self) -> ComposeResult:
        """Figures above, segments below."""
        with Vertical(classes="box") as box:
            box.border_title = escape(f"{self.before} → {self.after}")
            yield Static(self._figures(), id="figures")
            yield OptionList(*(Option(self._segment(change)) for change in self.changes))
            yield Static(
                "− left out   + put in   Enter: go to the segment   Esc: close", classes="hint"
            )

    def _figures(self) -> Content:
        count = self.count
        said = "1 segment differs" if count == 1 else f"{count} segments differ"
        if count > len(self.changes):
            said += f", the first {len(self.changes)} are shown"
        lines = [Content.styled(said if count else "Both are the same.", "bold")]
        if self.scores is None:
            lines.append(Content(self.note))
            return Content("\n").join(lines)
        for metric in METRICS:
            old, new = self.scores.value(metric, 0), self.scores.value(metric, 1)
            test = self.scores.test(metric)
            said = verdict(test) if test else f"{new - old:+.1f}"
            lines.append(Content(f"{metric:<5} {old:6.1f} → {new:6.1f}   {said}"))
        if any(note := self.scores.comparison.notes):
            lines += [Content.styled(text, "$secondary") for text in note]
        return Content("\n").join(lines)

    def _segment(self, change: SegmentChange) -> Content:
        fingerprint = change.segment.fingerprint
        head = [(f"{self.numbers.get(fingerprint, change.segment.id)}", "bold $accent")]
        if self.scores is not None:
            old = self.scores.of_segments(SEGMENT_METRIC, 0).get(fingerprint)
            new = self.scores.of_segments(SEGMENT_METRIC, 1).get(fingerprint)
            if old is not None and new is not None:
                figures = f"  {SEGMENT_METRIC} {old:.1f} → {new:.1f} ({new - old:+.1f})"
                head.append((figures, "$secondary"))
        return Content.assemble(
            *head,
            ("\n− ", "bold $error"),
            marked(change.before, change.spans_before(), "strike $error"),
            ("\n+ ", "bold $success"),
            marked(change.after, change.spans_after(), "bold underline $success"),
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.changes[event.option_index].segment.fingerprint)
