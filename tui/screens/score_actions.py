"""Scores against the reference, and versions set against each other: glossary, packages, edits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.messages import SegmentsTranslated
from tui.pane import Pane
from tui.screens.part import WorkspacePart
from tui.spans import Look, Span
from tui.versions import model_texts, shown_texts
from tui.widgets.scores_panel import SEGMENT_METRIC, ScoresPanel, verdict

if TYPE_CHECKING:
    from translator.article_scores import ArticleScores, Version
    from translator.version_changes import SegmentChange

# Seconds to wait for more changes before the article is scored again.
_SCORE_DELAY = 0.3
_METRICS = ("bleu", "chrf", "ter")
_NO_REFERENCE = "No scores: start with --ref FILE to compare with a reference."
_NOT_YET = "Scores come when the translation is complete."
_NOW = "now"
_Named = tuple[str, dict[str, str]]


class ScoreActions(WorkspacePart):
    """A part of the workspace screen."""

    scores: ArticleScores | None = None
    _score_due = False
    _compared: tuple[str, ...] = ()
    _worst_shown = -1

    # Scoring.

    def on_segments_translated(self, message: SegmentsTranslated) -> None:
        """Marks of old words go; score when nothing more is coming."""
        for result in message.results:
            self.workspace.extra_spans.pop((result.segment.fingerprint, Pane.TARGET), None)
        if self.workspace.reference.texts and not self.queue.pending():
            self.score_soon()

    def on_reference_paired(self) -> None:
        """Score what can be scored now."""
        self.score_soon()

    def score_soon(self) -> None:
        """Score the article as it is shown, after a moment without more changes."""
        if not self._score_due:
            self._score_due = True
            self.set_timer(_SCORE_DELAY, self._score)

    def _score(self) -> None:
        self._score_due = False
        workspace = self.workspace
        if not workspace.reference.texts or self.queue.pending():
            return
        versions = self._shown_versions()
        trials = len(versions) > 1

        def done(scores: ArticleScores | None) -> None:
            self.scores = scores
            self._show_scores()

        self.in_thread(partial(self.scored, versions, trials=trials), done, group="scores")

    def _shown_versions(self) -> list[Version]:
        """What the panel compares: what is shown, and what it was last set against."""
        from translator.article_scores import Version

        workspace = self.workspace
        now = Version(_NOW, shown_texts(workspace))
        if self._compared == ("glossary",):
            other = not workspace.glossary_on
            texts = model_texts(workspace, workspace.shown_system, glossary=other)
            name = "glossary" if other else "no glossary"
            return [Version(name, texts), now]
        if self._compared == ("packages",):
            second = workspace.second_system
            texts = model_texts(workspace, second, glossary=workspace.glossary_on)
            return [Version(workspace.systems[second].label, texts), now]
        return [now]

    def scored(self, versions: list[Version], *, trials: bool) -> ArticleScores | None:
        """Scores, None if nothing can be scored yet."""
        from translator.article_scores import score_article
        from translator.errors import ScoringError
        from translator.scoring.run import Settings

        configured = self.app.configuration.get().settings.scoring
        settings = Settings(_METRICS, configured.trials if trials else 0, configured.seed)
        workspace = self.workspace
        try:
            return score_article(workspace.segments, workspace.reference, versions, settings)
        except ScoringError:
            return None

    def _show_scores(self) -> None:
        workspace = self.workspace
        bars: dict[str, float] = {}
        if self.scores is not None:
            last = len(self.scores.comparison.systems) - 1
            values = self.scores.of_segments(SEGMENT_METRIC, last)
            bars = {fingerprint: value / 100 for fingerprint, value in values.items()}
        new_margin = bool(bars) != bool(workspace.bars)
        workspace.bars = bars
        if new_margin:
            self.view.rearrange()
        else:
            self.view.repaint()
        if isinstance(self.panel, ScoresPanel):
            self.panel.show(self.scores, workspace.numbers, self._score_note())

    def _score_note(self) -> str:
        if not self.workspace.reference_lines:
            return _NO_REFERENCE
        return _NOT_YET if self.scores is None else ""

    async def action_scores(self) -> None:
        """Show the scores, or hide them."""
        await self.toggle_panel(
            ScoresPanel,
            lambda: ScoresPanel(self.scores, self.workspace.numbers, self._score_note()),
        )

    def action_worst(self) -> None:
        """Go to the worst segment, then to the next worse one."""
        if self.scores is None:
            self.notify(self._score_note(), timeout=5)
            return
        workspace = self.workspace
        last = len(self.scores.comparison.systems) - 1
        order = [
            workspace.rows[fingerprint]
            for unit in self.scores.worst(SEGMENT_METRIC, last)
            if (fingerprint := self.scores.segments[unit.places[0]].fingerprint) in workspace.rows
        ]
        # Wherever the reader has gone since, the first press goes to the worst.
        goes_on = workspace.current == self._worst_shown and workspace.current in order
        here = order.index(workspace.current) + 1 if goes_on else 0
        row = self._worst_shown = order[here % len(order)]
        self.view.go_to(row)
        value = workspace.bars.get(workspace.fingerprint(row), 0.0) * 100
        place = here % len(order) + 1
        self.notify(
            f"{place} of {len(order)} from the worst: {SEGMENT_METRIC} {value:.1f}", timeout=4
        )

    # Versions.

    def action_glossary_on(self) -> None:
        """Show the English without the glossary, or with it again."""
        workspace = self.workspace
        if not workspace.segments:
            return
        workspace.glossary_on = not workspace.glossary_on
        self._compared = () if self._usual else ("glossary",)
        before = model_texts(workspace, workspace.shown_system, glossary=not workspace.glossary_on)
        name = "on" if workspace.glossary_on else "off"
        self._mark_changes(before, f"Glossary {name}")

    def action_exchange(self) -> None:
        """Show the other package's English in the English pane."""
        workspace = self.workspace
        if len(workspace.systems) < 2:
            self.notify(
                "There is one package; start with --package twice to compare two.", timeout=6
            )
            return
        before = model_texts(workspace, workspace.shown_system, glossary=workspace.glossary_on)
        workspace.shown_system = workspace.second_system
        self._compared = () if self._usual else ("packages",)
        label = workspace.systems[workspace.shown_system].label
        self._mark_changes(before, f"Now shown: {label}")

    @property
    def _usual(self) -> bool:
        """True for what is shown at the start: the first package, with the glossary."""
        return self.workspace.glossary_on and self.workspace.shown_system == 0

    def _mark_changes(self, before: dict[str, str], said: str) -> None:
        """Colour the words that are other than before, and score both."""
        from translator.version_changes import changed_segments

        workspace = self.workspace
        workspace.cursor = None
        workspace.extra_spans = {}
        self.view.rearrange()
        self.show_headings()
        self.show_flags()
        self.refresh_names()
        self.score_soon()
        if self._usual:
            self.notify(f"{said}.", timeout=3, markup=False)
            return
        now = shown_texts(workspace)
        segments = workspace.segments

        def done(changes: tuple[SegmentChange, ...]) -> None:
            workspace.extra_spans = {
                (change.segment.fingerprint, Pane.TARGET): tuple(
                    Span(start, end, Look.CHANGED) for start, end in change.spans_after()
                )
                for change in changes
            }
            self.view.repaint()
            count = "1 segment differs" if len(changes) == 1 else f"{len(changes)} segments differ"
            self.notify(f"{said}: {count}. v shows them side by side.", timeout=6, markup=False)

        self.in_thread(partial(changed_segments, segments, before, now), done, group="changes")

    def action_versions(self) -> None:
        """Set the English without the glossary against that with it."""
        workspace = self.workspace
        if workspace.segments:
            shown = workspace.shown_system
            self._compare(
                ("no glossary", model_texts(workspace, shown, glossary=False)),
                ("with the glossary", model_texts(workspace, shown, glossary=True)),
            )

    def action_packages(self) -> None:
        """Set the second package's English against the shown one's."""
        workspace = self.workspace
        if len(workspace.systems) < 2:
            self.action_exchange()
            return
        one, two = workspace.second_system, workspace.shown_system
        on = workspace.glossary_on
        self._compare(
            (workspace.systems[one].label, model_texts(workspace, one, glossary=on)),
            (workspace.systems[two].label, model_texts(workspace, two, glossary=on)),
        )

    def show_change(self, before: dict[str, str]) -> None:
        """Show what a change of the glossary did."""
        self.score_soon()
        self._compare(("before", before), ("after", shown_texts(self.workspace)), quiet=True)

    def _compare(
        self,
        one: tuple[str, dict[str, str]],
        two: tuple[str, dict[str, str]],
        *,
        quiet: bool = False,
    ) -> None:
        """Count the differences in a thread, then show them.

        Args:
            quiet: only a line where there is no difference, or another screen is in front.
        """
        from translator.article_scores import Version
        from translator.version_changes import changed_segments
        from tui.screens.changes import ChangesScreen

        segments = self.workspace.segments

        def count() -> tuple[tuple[SegmentChange, ...], ArticleScores | None]:
            changes = changed_segments(segments, one[1], two[1])
            if not self.workspace.reference.texts:
                return changes, None
            versions = [Version(name, texts) for name, texts in (one, two)]
            return changes, self.scored(versions, trials=True)

        def show(found: tuple[tuple[SegmentChange, ...], ArticleScores | None]) -> None:
            changes, scores = found
            if quiet and (self.app.screen is not self or not changes):
                self.notify(_summary(changes, scores), timeout=6)
                return
            numbers = dict(zip(self.workspace.rows, self.workspace.numbers, strict=True))
            note = self._score_note()
            screen = ChangesScreen(one[0], two[0], changes, numbers, scores, note)
            self.app.push_screen(screen, lambda to: self.go_to_segment(to) if to else None)

        self.in_thread(count, show, group="compare")


def _summary(changes: tuple[SegmentChange, ...], scores: ArticleScores | None) -> str:
    if not changes:
        return "The English stayed the same."
    count = "1 segment changed" if len(changes) == 1 else f"{len(changes)} segments changed"
    if scores is None:
        return f"{count}."
    test = scores.test(SEGMENT_METRIC)
    difference = scores.value(SEGMENT_METRIC, 1) - scores.value(SEGMENT_METRIC, 0)
    return f"{count}; {SEGMENT_METRIC} {verdict(test) if test else f'{difference:+.1f}'}."
