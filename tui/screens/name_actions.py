"""What the user does with names: the panel, new terms, the glossary, suggestions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import GlossaryError, MuqabalaError
from translator.glossary.term import Term
from translator.outcomes import TermUse, term_uses
from tui.messages import GlossaryChanged, SegmentsTranslated
from tui.pane import Pane
from tui.screens.draft import Draft
from tui.screens.part import WorkspacePart
from tui.versions import model_translation, shown_texts
from tui.widgets.names_panel import NamesPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.glossary.own import OwnGlossary
    from translator.suggest.suggestion import Suggestion
    from tui.screens.glossary import Listing, Wanted
    from tui.widgets.panel import Panel

# Seconds between two fillings of the names panel while segments stream in.
_PANEL_DELAY = 0.4


class NameActions(WorkspacePart):
    """A part of the workspace screen."""

    _own: OwnGlossary | None = None
    _before_edit: dict[str, str] | None = None
    _awaited: set[str] | None = None
    _refreshing = False

    # The panel.

    async def action_names(self) -> None:
        """Show the names of the article, or hide them."""
        await self.toggle_panel(NamesPanel, lambda: NamesPanel(self._uses(), self.mode))

    def _uses(self) -> tuple[TermUse, ...]:
        workspace = self.workspace
        return term_uses(
            (segment, workspace.outcomes(row)) for row, segment in enumerate(workspace.segments)
        )

    def on_panel_place_chosen(self, message: Panel.PlaceChosen) -> None:
        """Go where a panel's line is about."""
        self.go_to_segment(message.fingerprint)

    async def on_panel_closed(self) -> None:
        """Escape in a panel closes it."""
        await self.close_panel()

    def refresh_names(self) -> None:
        """Bring the list of names up to date, if it is shown."""
        self._refreshing = False
        if isinstance(self.panel, NamesPanel):
            self.panel.show(self._uses())

    # One term.

    def action_term(self) -> None:
        """Open the entry form for what is chosen."""
        workspace = self.workspace
        if not workspace.segments or not self._glossary_is_on():
            return
        cursor = workspace.cursor
        if cursor is None:
            self.open_form(Draft(Term((), "")))
            return
        self.open_form(self._draft_of(cursor.pane, cursor.start, cursor.end))

    def _draft_of(self, pane: Pane, start: int, end: int) -> Draft:
        from translator.suggest.proposal import propose_term, source_span
        from tui.words import word_spans

        workspace = self.workspace
        row = workspace.current
        result = workspace.result(row)
        chosen = workspace.text(row, pane)[start:end]
        if result is None:
            return Draft(Term((chosen,) if pane is Pane.SOURCE else (), ""))
        span: tuple[int, int] | None = (start, end)
        if pane is not Pane.SOURCE:
            own = pane is Pane.TARGET and workspace.text(row, pane) == result.text
            span = source_span(result.links, start, end) if own else None
        if span is None:
            return Draft(Term((), chosen), english=chosen)
        words = [
            segment.text[first:last]
            for segment in workspace.segments
            for first, last in word_spans(segment.text)
        ]
        proposal = propose_term(result, *span, words)
        english = proposal.english if pane is Pane.SOURCE else chosen
        if proposal.term is not None:
            return Draft(proposal.term, proposal.term, english=english)
        term = Term((proposal.source,), english, kind=proposal.kind)
        return Draft(term, readings=proposal.readings, english=english)

    def open_form(self, draft: Draft, then: Callable[[], object] | None = None) -> None:
        """Ask for a term and save it.

        Args:
            then: called when the form was closed.
        """
        from tui.screens.term_form import TermForm

        own = self._own_glossary()
        if own is None:
            return
        overlaid = draft.old is not None and not own.owns(draft.old)
        place = f"Saved in {own.path}."
        if overlaid and draft.old is not None:
            other = Path(draft.old.file).name
            place += f" It then counts in place of the entry in {other}."

        def done(term: Term | None) -> None:
            if term is not None:
                self.save_term(draft.old, term)
            if then is not None:
                then()

        self.app.push_screen(TermForm(replace(draft, place=place), self.mode), done)

    def save_term(self, old: Term | None, new: Term) -> None:
        """Write a term to the user's glossary; what it touches is translated again."""
        own = self._own_glossary()
        if own is not None:
            self._change(lambda: own.save(old, new), f"Saved: {new.target}.")

    def action_undo_term(self) -> None:
        """Take the last change of the glossary back."""
        own = self._own_glossary()
        if own is not None:
            self._change(own.undo, "The last change of the glossary is undone.")

    def _change(self, change: Callable[[], object], said: str) -> None:
        """Change the glossary file in a thread, then take the new glossary up."""
        before = shown_texts(self.workspace)

        def done(_: object) -> None:
            # Changes that follow each other quickly are shown as one.
            self._before_edit = self._before_edit or before
            self.notify(said, timeout=4, markup=False)
            self.check_glossary()
            # The first term makes the file, which is watched from then on.
            self.watch_files()

        self.in_thread(change, done, group="glossary-file")

    def _own_glossary(self) -> OwnGlossary | None:
        from translator.glossary.own import OwnGlossary, own_glossary

        if self._own is None:
            settings = self.app.configuration.get().settings
            try:
                path = own_glossary(
                    settings.glossary.user_file, self.launch.glossaries, base=Path.cwd()
                )
            except MuqabalaError as error:
                self.app.report(error)
                return None
            self._own = OwnGlossary(path)
        return self._own

    def _glossary_is_on(self) -> bool:
        if self.opened is None:
            self.notify("The glossary is not loaded yet.", severity="warning", timeout=4)
            return False
        if self.opened.watcher is None:
            error = GlossaryError(
                "there is no glossary", remedy="start without --no-glossary to use one"
            )
            self.app.report(error)
            return False
        return True

    # After a change.

    def on_glossary_changed(self, message: GlossaryChanged) -> None:
        """Wait for the segments that are translated again."""
        from tui.screens.glossary import GlossaryScreen

        for screen in self.app.screen_stack:
            # One that is on its way reads the terms when it is there.
            if isinstance(screen, GlossaryScreen) and screen.is_mounted:
                screen.show()
        if self._before_edit is None or message.problem:
            return
        self._awaited = (self._awaited or set()) | set(message.fingerprints)
        if not self._awaited:
            self._before_edit = None
            self.notify("No segment of this article is changed by it.", timeout=4)

    def on_segments_translated(self, message: SegmentsTranslated) -> None:
        """Note what has come, and show the change when all has."""
        if not self._refreshing and isinstance(self.panel, NamesPanel):
            self._refreshing = True
            self.set_timer(_PANEL_DELAY, self.refresh_names)
        if not self._awaited or message.system != self.workspace.shown_system:
            return
        self._awaited -= {
            result.segment.fingerprint
            for result in message.results
            # What was at work before the change comes out old and is asked for again.
            if not self.queue.waits(message.system, result.segment.fingerprint)
        }
        if not self._awaited and self._before_edit is not None:
            before, self._before_edit, self._awaited = self._before_edit, None, None
            self.show_change(before)

    # The glossary.

    def action_glossary(self) -> None:
        """Show all terms, to search, add, change, delete and undo."""
        from tui.screens.glossary import GlossaryScreen

        if self._glossary_is_on() and self._own_glossary() is not None:
            self.app.push_screen(GlossaryScreen(self._listing, self._wanted, self.mode))

    def _listing(self) -> Listing:
        from tui.screens.glossary import Listing

        own = self._own_glossary()
        path = own.path if own else Path()
        if self.opened is None or self.opened.watcher is None:
            return Listing((), path)
        watcher = self.opened.watcher
        return Listing(watcher.stack.terms, path, watcher.problem)

    def _wanted(self, message: Wanted) -> None:
        own = self._own_glossary()
        term = message.term
        if own is None:
            return
        if message.action == "undo":
            self.action_undo_term()
        elif message.action == "remove" and term is not None:
            self._change(lambda: own.remove(term), f"Deleted: {term.target}. u takes it back.")
        elif message.action == "change" and term is not None:
            self.open_form(Draft(term, term))
        else:
            self.open_form(Draft(Term((), "")))

    # Suggestions.

    def action_suggestions(self) -> None:
        """Show names that the glossary lacks."""
        from translator.suggest.suggest import suggest
        from tui.screens.suggestions import SuggestionsScreen

        if not self._glossary_is_on() or self.opened is None:
            return
        translation = model_translation(self.workspace, self.opened.pipelines)
        if translation is None:
            self.notify("Suggestions come when the translation is complete.", timeout=5)
            return
        matcher = self.opened.pipelines[self.workspace.shown_system].matcher
        reference = self.workspace.reference_lines or None
        screen = SuggestionsScreen(self._accept, self._change_suggestion, self.mode)
        self.app.push_screen(screen)

        def find() -> tuple[Suggestion, ...]:
            return suggest(translation, matcher() if matcher else None, reference)

        def show(found: tuple[Suggestion, ...]) -> None:
            if screen.is_attached:
                screen.show(found)

        self.in_thread(find, show, group="suggestions")

    def _accept(self, suggestion: Suggestion) -> None:
        self.save_term(None, suggestion.term())

    def _change_suggestion(self, suggestion: Suggestion) -> None:
        forms = ", ".join(form.text for form in suggestion.forms if form.text)
        self.open_form(Draft(suggestion.term(), english=forms))
