"""What the user does to single segments: edit, choose, bookmark, note; and saving all of it."""

from __future__ import annotations

import threading

from translator.errors import MuqabalaError
from tui.log import LOGGER
from tui.messages import SegmentsTranslated
from tui.pane import Pane
from tui.screens.part import WorkspacePart
from tui.versions import remember_place
from tui.widgets.flags_panel import Doubt, FlagsPanel

# Seconds after which a new place in the article is saved.
_PLACE_DELAY = 2.0
# Seconds between two fillings of the list of doubts while segments stream in.
_FLAGS_DELAY = 0.5
_SAVING = threading.Lock()


class CorrectingActions(WorkspacePart):
    """A part of the workspace screen."""

    _flags_due = False

    # Changing and saving.

    def change_current(self, **changes: str | bool | None) -> None:
        """Change the user's work on the current segment, show it and save it."""
        row = self.workspace.current
        self.workspace.change_work(row, **changes)
        if "edited" in changes:
            self._forget_word()
            self.workspace.extra_spans.pop((self.here, Pane.TARGET), None)
        self.view.update_rows({row})
        self.show_headings()
        self.save_work()
        self.show_flags()
        self.score_soon()

    def _forget_word(self) -> None:
        """A word of the English that was chosen stands elsewhere now."""
        cursor = self.workspace.cursor
        if cursor is not None and cursor.pane is not Pane.SOURCE:
            self.view.set_cursor(None)

    def save_work(self) -> None:
        """Save the session beside the article."""
        if self.launch.article is None:
            return
        remember_place(self.workspace)
        self.in_thread(self._save, group="saving")

    def _save(self) -> None:
        from translator.session import save_session

        if self.launch.article is not None:
            with _SAVING:
                save_session(self.launch.article, self.workspace.session)

    def on_collation_view_current_changed(self) -> None:
        """Save the place where one reads, if a session is kept for this article."""
        if self.workspace.session.segments:
            self.set_timer(_PLACE_DELAY, self._save_place)

    def on_segments_translated(self, message: SegmentsTranslated) -> None:
        """The chosen word is gone if its text is; the list of doubts follows soon."""
        if any(result.segment.fingerprint == self.here for result in message.results):
            self._forget_word()
        if not self._flags_due and isinstance(self.panel, FlagsPanel):
            self._flags_due = True
            self.set_timer(_FLAGS_DELAY, self.show_flags)

    def on_unmount(self) -> None:
        """Save the last place before the screen is gone."""
        workspace = self.workspace
        if not workspace.session.segments or workspace.session.current == self.here:
            return
        remember_place(workspace)
        try:
            self._save()
        except MuqabalaError as error:
            LOGGER.warning("%s", error)

    def _save_place(self) -> None:
        if self.workspace.session.current != self.here:
            self.save_work()

    # Keys.

    def action_edit(self) -> None:
        """Write the segment's English by hand."""
        from tui.screens.edit_segment import Edited, EditSegment

        workspace = self.workspace
        if not workspace.segments:
            return
        row = workspace.current
        result = workspace.result(row)
        fingerprint = workspace.fingerprint(row)

        def done(edited: Edited | None) -> None:
            if edited is not None:
                self.go_to_segment(fingerprint)
                self.change_current(edited=edited.text)

        self.app.push_screen(
            EditSegment(
                self.number_of(row),
                workspace.segments[row].text,
                workspace.english(row),
                result.text if result else "",
                self.mode,
            ),
            done,
        )

    def action_alternatives(self) -> None:
        """Choose from the translations that the model offers."""
        from tui.screens.alternatives import Alternatives, choices

        workspace = self.workspace
        if not self.require_translation():
            return
        row = workspace.current
        result = workspace.result(row)
        assert result is not None
        fingerprint, model = workspace.fingerprint(row), result.text

        def done(text: str | None) -> None:
            if text is not None:
                self.go_to_segment(fingerprint)
                self.change_current(edited=None if text == model else text)

        offered = choices(result)
        self.app.push_screen(
            Alternatives(self.number_of(row), workspace.english(row), offered), done
        )

    def action_bookmark(self) -> None:
        """Mark the segment to come back to, or take the mark away."""
        if self.workspace.segments:
            marked = self.workspace.work(self.workspace.current).bookmarked
            self.change_current(bookmarked=not marked)

    def action_next_bookmark(self) -> None:
        """Go to the next segment with a bookmark or note."""
        workspace = self.workspace
        count = len(workspace.segments)
        for step in range(1, count + 1):
            row = (workspace.current + step) % count
            work = workspace.work(row)
            if work.bookmarked or work.note:
                self.view.go_to(row)
                return
        self.notify("There is no bookmark or note; b sets a bookmark.", timeout=4)

    def action_note(self) -> None:
        """Write a note on the segment."""
        from tui.screens.note import NoteScreen

        workspace = self.workspace
        if not workspace.segments:
            return
        row = workspace.current
        fingerprint = workspace.fingerprint(row)

        def done(note: str | None) -> None:
            if note is not None:
                self.go_to_segment(fingerprint)
                self.change_current(note=note)

        self.app.push_screen(NoteScreen(self.number_of(row), workspace.work(row).note), done)

    # Doubts.

    def doubts(self) -> tuple[Doubt, ...]:
        """All flags of the article as it stands, in reading order."""
        workspace = self.workspace
        return tuple(
            Doubt(segment.fingerprint, workspace.numbers[row], flag)
            for row, segment in enumerate(workspace.segments)
            for flag in workspace.flags(row)
            if flag.code != "untouched"
        )

    async def action_flags(self) -> None:
        """Show the doubts about the translation, or hide them."""
        await self.toggle_panel(FlagsPanel, lambda: FlagsPanel(self.doubts(), self.mode))
        if isinstance(self.panel, FlagsPanel) and self.workspace.segments:
            self.panel.choose(self.here)

    def show_flags(self) -> None:
        """Bring the list of doubts up to date, if it is shown."""
        self._flags_due = False
        if isinstance(self.panel, FlagsPanel):
            self.panel.show(self.doubts())

    def action_next_flag(self) -> None:
        """Go to the next segment with a doubt."""
        workspace = self.workspace
        count = len(workspace.segments)
        for step in range(1, count + 1):
            row = (workspace.current + step) % count
            if any(flag.code != "untouched" for flag in workspace.flags(row)):
                self.view.go_to(row)
                return
        self.notify("The checks found nothing to doubt.", timeout=4)
