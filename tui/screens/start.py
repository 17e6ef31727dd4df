"""The screen without an article: recent ones, the example, the clipboard, or a path to type."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from translator.errors import MuqabalaError
from tui.actions import Place, bindings
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from tui.app import MuqabalaApp

_DEMO, _PASTE = "demo", "paste"


class StartScreen(Screen[None]):
    """Chooses what to open."""

    app: MuqabalaApp
    BINDINGS: ClassVar = bindings(Place.START)
    DEFAULT_CSS = """
    StartScreen { align: center middle; }
    StartScreen Vertical { width: 76; max-width: 96%; height: auto; max-height: 96%; }
    StartScreen #title { text-style: bold; color: $primary; width: 100%; text-align: center; }
    StartScreen #about { color: $secondary; width: 100%; text-align: center; margin-bottom: 1; }
    StartScreen OptionList { height: auto; max-height: 16; background: $surface; }
    StartScreen Input { margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._recent: tuple[Path, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, choices, and a line to type a path."""
        with Vertical():
            yield Label("Muqabala", id="title")
            yield Label(
                "Arabic and English side by side. Nothing leaves this computer.", id="about"
            )
            yield OptionList(
                Option("Open the example article", id=_DEMO),
                Option("Open the Arabic text in the clipboard", id=_PASTE),
            )
            yield Input(placeholder="or type the path of an Arabic text and press Enter")
        yield KeyLine()

    def on_mount(self) -> None:
        """Choices can be made at once; recent files come when they are read."""
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 0
        self.call_after_refresh(self._read_recent)

    @work(thread=True)
    def _read_recent(self) -> None:
        from translator.recent import recent_articles

        found = recent_articles()
        self.app.call_from_thread(self._show_recent, found)

    def _show_recent(self, recent: tuple[Path, ...]) -> None:
        self._recent = recent
        options = self.query_one(OptionList)
        if recent:
            options.add_option(None)
            options.add_options(
                [Option(_short(path), id=f"recent-{number}") for number, path in enumerate(recent)]
            )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option.id or ""
        if chosen == _DEMO:
            self.action_demo()
        elif chosen == _PASTE:
            self.action_paste()
        else:
            self.app.open_article(self._recent[int(chosen.rpartition("-")[2])])

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.app.open_article(Path(event.value.strip()).expanduser())

    def action_demo(self) -> None:
        """Open the example with its reference."""
        from translator.demo import working_demo

        try:
            demo = working_demo()
        except MuqabalaError as error:
            self.app.report(error)
            return
        self.app.open_article(demo.article, demo.reference)

    @work(thread=True, exclusive=True)
    def action_paste(self) -> None:
        """Open what is in the clipboard."""
        from tui.clipboard import read_clipboard

        try:
            text = read_clipboard()
        except MuqabalaError as error:
            self.app.call_from_thread(self.app.report, error)
            return
        self.app.call_from_thread(self._open_text, text)

    def on_paste(self, event: events.Paste) -> None:
        """The terminal's own paste key does the same."""
        event.stop()
        self._open_text(event.text)

    def _open_text(self, text: str) -> None:
        from translator.pasted import keep_pasted

        try:
            path = keep_pasted(text)
        except MuqabalaError as error:
            self.app.report(error)
            return
        self.app.open_article(path)


def _short(path: Path) -> str:
    """A path with the home folder as ~."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
