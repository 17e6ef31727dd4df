"""Where and in which format the translation is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Label, Select, Static

from translator.locations import expanded
from translator.writers.formats import Format
from tui.screens.dialog import Dialog

_NAMES = {
    "txt": "Plain text",
    "md": "Markdown",
    "jsonl": "JSON Lines, all that is known",
    "tsv": "Table (TSV)",
    "html": "Web page, side by side",
    "report.html": "Report with scores, web page",
    "report.md": "Report with scores, Markdown",
    "report.json": "Report with scores, JSON",
}


@dataclass(frozen=True, slots=True)
class Export:
    """What to write; format is None for a report, whose ending says its kind."""

    path: Path
    format: Format | None


class ExportScreen(Dialog[Export]):
    """Asks for format and file.

    Args:
        propose: the file that is offered for an ending.
        with_report: there are scores to report.
        note: what the user should know, such as segments that are not translated yet.
    """

    BINDINGS: ClassVar = [
        Binding("ctrl+s", "write", "Write", priority=True),
        Binding("escape", "leave", "Leave"),
    ]
    DEFAULT_CSS = """
    ExportScreen Label { color: $accent; }
    ExportScreen Select, ExportScreen Input { margin-bottom: 1; }
    """

    def __init__(
        self, propose: Callable[[str], Path], *, with_report: bool, note: str = ""
    ) -> None:
        super().__init__()
        self.propose = propose
        self.with_report = with_report
        self.note = note

    def compose(self) -> ComposeResult:
        """Format, file, buttons."""
        offered = [
            (label, ending)
            for ending, label in _NAMES.items()
            if self.with_report or not ending.startswith("report")
        ]
        with Vertical(classes="box") as box:
            box.border_title = "Save the translation"
            yield Label("Format")
            yield Select(offered, value="txt", allow_blank=False, id="format", compact=True)
            yield Label("File")
            yield Input(str(self.propose("txt")), id="path", compact=True)
            yield Static(self.note, classes="hint", markup=False)
            yield Static(id="fault", classes="fault")
            with Horizontal(classes="row"):
                yield Button("Write (Ctrl+S)", variant="primary", id="write", compact=True)
                yield Button("Leave (Esc)", id="leave", compact=True)

    @on(Select.Changed, "#format")
    def _other_format(self, event: Select.Changed) -> None:
        self.query_one("#path", Input).value = str(self.propose(str(event.value)))

    @on(Input.Changed, "#path")
    def _warn(self) -> None:
        there = self._path().is_file()
        text = "This file is there already and will be replaced." if there else ""
        self.query_one("#fault", Static).update(text)

    @on(Input.Submitted)
    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Hand back what to write."""
        if not self.query_one("#path", Input).value.strip():
            self.query_one("#fault", Static).update("The file's name is missing.")
            return
        chosen = str(self.query_one("#format", Select).value)
        format_ = None if chosen.startswith("report") else Format(chosen)
        self.dismiss(Export(self._path(), format_))

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.action_leave()

    def _path(self) -> Path:
        return expanded(self.query_one("#path", Input).value.strip())
