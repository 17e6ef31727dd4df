"""What the parts of the workspace screen know of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from translator.errors import MuqabalaError
from tui.messages import Failed
from tui.widgets.panel import Panel
from tui.widgets.side_panel import SidePanel

Result = TypeVar("Result")

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from translator.article_scores import ArticleScores, Version
    from tui.app import MuqabalaApp
    from tui.bidi import Mode
    from tui.widgets.collation_view import CollationView
    from tui.work import Work
    from tui.work_queue import WorkQueue
    from tui.workspace import Launch, Workspace

    class _Base(Screen[None]):
        app: MuqabalaApp
        launch: Launch
        workspace: Workspace
        queue: WorkQueue
        opened: Work | None

        @property
        def view(self) -> CollationView: ...

        async def show_panel(self, panel: Widget | None) -> None: ...

        def check_glossary(self) -> None: ...

        def show_headings(self) -> None: ...

        def watch_files(self) -> object: ...

        def show_flags(self) -> None: ...

        def refresh_names(self) -> None: ...

        def score_soon(self) -> None: ...

        def scored(self, versions: list[Version], *, trials: bool) -> ArticleScores | None: ...

        def show_change(self, before: dict[str, str]) -> None: ...

else:
    _Base = object


class WorkspacePart(_Base):
    """Base of the classes that the workspace screen is put together from."""

    @property
    def mode(self) -> Mode:
        """How Arabic is drawn now."""
        return self.app.ordering.terminal.mode

    @property
    def panel(self) -> object | None:
        """The panel beside the panes, None if there is none."""
        return self.query_one(SidePanel).shown

    def in_thread(
        self,
        task: Callable[[], Result],
        then: Callable[[Result], object] | None = None,
        *,
        group: str,
    ) -> None:
        """Do something slow in a thread, then something with its result on the screen.

        An error meant for the user is shown, and `then` is not called.
        """

        def run() -> None:
            try:
                result = task()
            except MuqabalaError as error:
                self.post_message(Failed(error))
                return
            if then is not None:
                self.call_later(then, result)

        self.run_worker(run, thread=True, group=group)

    async def toggle_panel(self, kind: type[Panel], make: Callable[[], Panel]) -> None:
        """Open a panel and go to its list, or close it if it is open."""
        if isinstance(self.panel, kind):
            await self.close_panel()
            return
        panel = make()
        await self.show_panel(panel)
        panel.focus_list()

    async def close_panel(self) -> None:
        """Close the panel and go back to the panes."""
        await self.show_panel(None)
        self.view.focus()

    def go_to_segment(self, fingerprint: str) -> None:
        """Make a segment current, if it is still in the article."""
        row = self.workspace.rows.get(fingerprint)
        if row is not None:
            self.view.go_to(row)

    @property
    def here(self) -> str:
        """The current segment's fingerprint."""
        return self.workspace.fingerprint(self.workspace.current)

    def number_of(self, row: int) -> str:
        """What the margin calls a row."""
        return self.workspace.numbers[row]

    def require_translation(self) -> bool:
        """False, with a message, if the current segment has no translation yet."""
        workspace = self.workspace
        if workspace.segments and workspace.result(workspace.current) is not None:
            return True
        self.notify("This segment is not translated yet.", severity="warning", timeout=4)
        return False
