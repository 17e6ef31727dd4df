"""The screen where an article is read: panes, progress, search, and a place for a side panel."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from tui.actions import WORKSPACE_PLACES, bindings
from tui.article_thread import ArticleThread
from tui.finder import Finder
from tui.garbage import LongLived
from tui.handover import Handover
from tui.messages import (
    DocumentRead,
    Failed,
    FilesChanged,
    GlossaryChanged,
    ReferencePaired,
    ReferenceRead,
    SegmentsTranslated,
    Warned,
    WorkOpened,
)
from tui.meter import Meter, Progress
from tui.pane import Third
from tui.screens.correcting_actions import CorrectingActions
from tui.screens.export_actions import ExportActions
from tui.screens.finding_actions import FindingActions
from tui.screens.name_actions import NameActions
from tui.screens.pane_actions import PaneActions
from tui.screens.reading_actions import ReadingActions
from tui.screens.score_actions import ScoreActions
from tui.watching import changes
from tui.widgets.collation_view import CollationView
from tui.widgets.key_line import KeyLine
from tui.widgets.pane_headings import PaneHeadings
from tui.widgets.progress_line import ProgressLine
from tui.widgets.prompt_bar import PromptBar
from tui.widgets.side_panel import SidePanel
from tui.work import Work
from tui.work_queue import WorkQueue
from tui.workspace import Launch, Workspace, words_in

if TYPE_CHECKING:
    from translator.config.schema import Settings
    from tui.app import MuqabalaApp

_REFRESH = 0.25
_FOOTER = ("search", "names", "edit", "flags", "scores", "term", "next_pane", "go_to")


class WorkspaceScreen(
    NameActions,
    CorrectingActions,
    ScoreActions,
    ExportActions,
    PaneActions,
    FindingActions,
    ReadingActions,
    Screen[None],
):
    """One article.

    Attributes:
        workspace: all that is known of it.
        queue: what waits for translation.
        opened: packages and glossaries, None until they are ready.
    """

    app: MuqabalaApp
    BINDINGS: ClassVar = bindings(*WORKSPACE_PLACES)
    DEFAULT_CSS = """
    WorkspaceScreen { layout: vertical; }
    WorkspaceScreen #body { height: 1fr; }
    WorkspaceScreen CollationView { width: 1fr; height: 100%; }
    """

    def __init__(self, launch: Launch) -> None:
        super().__init__()
        self.launch = launch
        self.workspace = Workspace(launch)
        self.queue = WorkQueue()
        self.opened: Work | None = None
        self.meter = Meter()
        self.finder = Finder(self.workspace)
        self._state = "reading the article"
        self._failed = False
        self._thread: ArticleThread | None = None
        self._pairing = False
        self._long_lived = LongLived()
        self._stop_watching = threading.Event()
        self._handover = Handover(lambda: self.call_later(self._take_results))

    def compose(self) -> ComposeResult:
        """Headings, panes with the side panel, prompt, progress, keys."""
        terminal = self.app.ordering.terminal
        yield PaneHeadings()
        with Horizontal(id="body"):
            yield CollationView(self.workspace, mode=terminal.mode, must_stack=terminal.stacked)
            yield SidePanel()
        yield PromptBar()
        yield ProgressLine()
        yield KeyLine()

    @property
    def footer_order(self) -> tuple[str, ...]:
        """Which keys matter now: stopping only while it translates, the word's before others'."""
        stop = ("pause",) if self.queue.pending() or self.queue.paused or self._failed else ()
        word = ("term",) if self.workspace.cursor else ()
        return (*stop, *word, *_FOOTER)

    @property
    def view(self) -> CollationView:
        """The panes."""
        return self.query_one(CollationView)

    def on_mount(self) -> None:
        """Show the empty panes first; reading and loading begin after the first painting."""
        self.view.focus()
        self.title = self.launch.article.name if self.launch.article else ""
        self._thread = ArticleThread(
            self.launch,
            self.app.configuration,
            self.app.opener,
            self.queue,
            self._handover,
            self.post_message,
        )
        self.set_interval(_REFRESH, self._show_progress)
        self.call_after_refresh(self._start)

    def on_unmount(self) -> None:
        """Let the threads end."""
        self.end_threads()

    def end_threads(self) -> None:
        """Translate no more and watch no files."""
        self.queue.close()
        self._stop_watching.set()

    def use_settings(self, settings: Settings) -> None:
        """Take the side of the Arabic and the way of drawing it from the settings."""
        right = settings.tui.arabic_side == "right"
        if right != self.workspace.arrangement.arabic_right:
            self.change_panes(arabic_right=right)
        if self.app.ordering.setting != settings.tui.bidi:
            self.use_drawing(settings.tui.bidi)

    def _start(self) -> None:
        self._failed = False
        if self._thread is not None:
            self.run_worker(self._thread.run, thread=True, group="translate", exclusive=True)

    # What the thread reports.

    @on(DocumentRead)
    async def _document_read(self, message: DocumentRead) -> None:
        again = self.workspace.document is not None
        self.workspace.set_document(message.document)
        self.workspace.set_session(message.session)
        self.queue.set_segments(self.workspace.segments)
        for number in range(len(self.workspace.systems)):
            self.queue.want(number, self.workspace.untranslated(number))
        self._state = "loading the model" if self.opened is None else "translating"
        # Let keys in between two long steps.
        await asyncio.sleep(0)
        self.view.rearrange()
        self._pair_reference()
        if again:
            self.notify("The article was changed outside; its new text is shown.")

    @on(ReferenceRead)
    def _reference_read(self, message: ReferenceRead) -> None:
        self.workspace.reference_lines = message.lines
        self.change_panes(third=Third.REFERENCE)
        self._pair_reference()

    @on(ReferencePaired)
    def _reference_paired(self, message: ReferencePaired) -> None:
        self._pairing = False
        self.workspace.reference = message.reference
        self.view.rearrange()

    @on(WorkOpened)
    def _work_opened(self, message: WorkOpened) -> None:
        self.opened = message.work
        self.workspace.use_systems(message.work.labels)
        # The first system's segments wait since the article was read.
        for number in range(1, len(self.workspace.systems)):
            self.queue.want(number, self.workspace.untranslated(number))
        if len(self.workspace.systems) > 1 and self.workspace.arrangement.third is Third.NONE:
            self.change_panes(third=Third.SECOND_SYSTEM)
        self._state = "translating"
        if not self.queue.paused:
            self.meter.start()
        self.show_headings()
        self.watch_files()

    def _take_results(self) -> None:
        for system, results in self._handover.take().items():
            self.post_message(SegmentsTranslated(system, results))

    @on(SegmentsTranslated)
    def _segments_translated(self, message: SegmentsTranslated) -> None:
        rows = {self.workspace.add_result(message.system, result) for result in message.results}
        self._long_lived.add(len(message.results))
        self.meter.count(words_in([result.segment for result in message.results]))
        self.view.update_rows({row for row in rows if row >= 0})
        self._pair_reference()
        self.show_headings()
        if not self.queue.pending():
            self._long_lived.set_aside()
            if self.finder.typed:
                self.find(self.finder.typed, jump=False)
            self.meter.stop()
        self._show_progress()

    @on(GlossaryChanged)
    def _glossary_changed(self, message: GlossaryChanged) -> None:
        if message.problem:
            self.notify(message.problem, title="Glossary", severity="error", timeout=12)
            return
        self.workspace.forget_outcomes()
        for number in range(len(self.workspace.systems)):
            self.queue.want(number, message.fingerprints)
        if message.fingerprints:
            count = len(message.fingerprints)
            self.meter.start()
            self.notify(f"The glossary changed: {count} segments are translated again.")

    @on(Failed)
    def _something_failed(self, message: Failed) -> None:
        if message.stops:
            self._failed = True
            self.meter.stop()
            self._state = "stopped"
        self.app.report(message.error)
        self._show_progress()

    @on(Warned)
    def _warned(self, message: Warned) -> None:
        self.notify(message.text, severity="warning", timeout=10)

    def _pair_reference(self) -> None:
        """Pair by lines at once, by likeness when the translation is complete."""
        from translator.reference import pair_by_lines

        workspace = self.workspace
        if workspace.document is None or not workspace.reference_lines or self._pairing:
            return
        if not workspace.reference.texts:
            workspace.reference = pair_by_lines(workspace.document, workspace.reference_lines)
            if workspace.reference.texts:
                self.view.rearrange()
        if not workspace.reference.final and workspace.complete() and self._thread:
            self._pairing = True
            results = workspace.systems[0].results
            english = [results[segment.fingerprint].text for segment in workspace.segments]
            pair = partial(self._thread.pair_reference, english, workspace.reference_lines)
            self.run_worker(pair, thread=True, group="pairing")

    # Files changed by other programs.

    def watch_files(self) -> None:
        """Hear of changes to the article, the reference, the glossaries and the settings."""
        self._stop_watching.set()
        self._stop_watching = threading.Event()
        paths = {*self.app.configuration.watched()}
        if self.launch.article:
            paths.add(self.launch.article)
        if self.opened and self.opened.watcher:
            paths |= set(self.opened.watcher.paths)
        watch = partial(self._hear_of_changes, paths, self._stop_watching)
        self.run_worker(watch, thread=True, group="watching")

    def _hear_of_changes(self, paths: set[Path], stop: threading.Event) -> None:
        for changed in changes(paths, stop):
            self.post_message(FilesChanged(changed))

    @on(FilesChanged)
    def _files_changed(self, message: FilesChanged) -> None:
        if self._thread is None:
            return
        article = self.launch.article
        if article and article.resolve() in message.paths:
            self.run_worker(self._thread.reread, thread=True, group="reread")
        if {path.resolve() for path in self.app.configuration.watched()} & message.paths:
            self.app.reload_configuration()
        self.check_glossary()

    def check_glossary(self) -> None:
        """Take up a changed glossary now, as after the user saved a term."""
        if self._thread is not None:
            self.run_worker(self._thread.check_glossary, thread=True, group="glossary")

    # What is on the screen.

    async def show_panel(self, panel: Widget | None) -> None:
        """Show a panel beside the panes, None to hide it."""
        await self.query_one(SidePanel).show(panel)

    @on(CollationView.CurrentChanged)
    @on(CollationView.Arranged)
    def show_headings(self) -> None:
        """Name the panes, and explain the current segment's first sign."""
        workspace = self.workspace
        view = self.view
        self.query_one(PaneHeadings).show(
            view.columns, workspace.labels(), workspace.pane, stacked=view.stacked
        )
        marks = workspace.marks(workspace.current) if workspace.segments else ()
        self.query_one(ProgressLine).remark = f"{marks[0].sign} {marks[0].meaning}" if marks else ""

    @on(CollationView.ViewChanged)
    def _view_changed(self, message: CollationView.ViewChanged) -> None:
        self.queue.look_at(message.first, message.last)

    def on_resize(self) -> None:
        """On a narrow screen the side panel goes to the bottom."""
        self.query_one(SidePanel).set_class(self.size.width < 100, "-bottom")

    def _show_progress(self) -> None:
        workspace, queue = self.workspace, self.queue
        total = len(workspace.segments) * len(workspace.systems)
        waiting = queue.pending()
        done = sum(len(system.results) for system in workspace.systems)
        state = self._state
        if self.opened is not None and not self._failed:
            state = "paused (p goes on)" if queue.paused else "translating"
            if total and done == total and not waiting:
                state = "translated"
        left = None
        if workspace.segments and waiting:
            share = waiting / len(workspace.segments)
            left = self.meter.left(round(workspace.words * share))
        if state != self.query_one(ProgressLine).progress.state:
            self.refresh_bindings()
        line = self.query_one(ProgressLine)
        line.progress = Progress(
            state, done, total, self.meter.rate, left, working=state == "translating"
        )

    # Translation.

    def action_pause(self) -> None:
        """Stop the translation after the segment at work, or go on, also after a failure."""
        if self._failed and self.opened is None:
            self.queue.pause(False)
            self._state = "loading the model"
            self._start()
            return
        self._failed = False
        self.queue.pause(not self.queue.paused)
        if self.queue.paused:
            self.meter.stop()
        elif self.queue.pending():
            self.meter.start()
        self._show_progress()
