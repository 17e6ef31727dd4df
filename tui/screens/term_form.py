"""The form of one glossary entry."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label, Select, Static, TextArea

from translator.glossary.term import Case, Kind, Term
from tui.arabic_line import arabic_line
from tui.bidi import Mode
from tui.screens.dialog import Dialog
from tui.screens.draft import Draft

_WHERE = (
    ("also with prefixes and other spelling", False),
    ("only letter by letter", True),
)


class TermForm(Dialog[Term]):
    """Hands back the term to save."""

    BINDINGS: ClassVar = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Leave"),
    ]
    DEFAULT_CSS = """
    TermForm TextArea { height: 4; }
    TermForm .field { height: auto; }
    TermForm .field Label { width: 16; padding: 0 1; color: $accent; }
    TermForm .field Input, TermForm .field Select, TermForm .field TextArea { width: 1fr; }
    """

    def __init__(self, draft: Draft, mode: Mode) -> None:
        super().__init__()
        self.draft = draft
        self.mode: Mode = mode

    def compose(self) -> ComposeResult:
        """One field a line, in the order in which they are thought of."""
        term = self.draft.term
        with Vertical(classes="box") as box:
            box.border_title = "Change a name" if self.draft.old else "New name"
            yield Static(self._seen(term.sources), id="seen", classes="hint")
            with Horizontal(classes="field"):
                yield Label("Arabic")
                yield TextArea("\n".join(term.sources), id="sources", compact=True)
            if len(self.draft.readings) > 1:
                with Horizontal(classes="field"):
                    yield Label("Or read it as")
                    yield Select(
                        [(arabic_line(one, self.mode), one) for one in self.draft.readings],
                        value=term.sources[0],
                        allow_blank=False,
                        id="reading",
                        compact=True,
                    )
            for name, label, value, help_ in (
                ("target", "English", term.target, "the only right English, as in Vostochny"),
                ("aliases", "Also right", "; ".join(term.aliases), "others; between them ;"),
                ("avoid", "Never", "; ".join(term.avoid), "forms that must not appear"),
            ):
                with Horizontal(classes="field"):
                    yield Label(label)
                    yield Input(value, id=name, placeholder=help_, compact=True)
            with Horizontal(classes="field"):
                yield Label("Kind")
                kinds = [(kind.value, kind) for kind in Kind]
                yield Select(kinds, value=term.kind, allow_blank=False, id="kind", compact=True)
            with Horizontal(classes="field"):
                yield Label("Note")
                yield Input(term.note, id="note", placeholder="for you alone", compact=True)
            with Horizontal(classes="field"):
                yield Label("Where")
                yield Select(_WHERE, value=term.exact, allow_blank=False, id="exact", compact=True)
            yield Static(self.draft.place, classes="hint", markup=False)
            yield Static(id="fault", classes="fault", markup=False)
            with Horizontal(classes="row"):
                yield Button("Save (Ctrl+S)", variant="primary", id="save", compact=True)
                yield Button("Leave (Esc)", id="leave", compact=True)

    def on_mount(self) -> None:
        """The English is what is mostly typed."""
        field = self.query_one("#target", Input)
        self.set_focus(field)
        field.action_select_all()

    def _seen(self, sources: tuple[str, ...]) -> Content:
        names = " ، ".join(sources)
        seen = Content.assemble((arabic_line(names, self.mode), "bold $accent"))
        if self.draft.english:
            seen = seen.append(f"  in the English now: “{self.draft.english}”")
        return seen

    @on(TextArea.Changed, "#sources")
    def _draw_sources(self) -> None:
        # What is typed is in stored order; above it stands how it reads.
        self.query_one("#seen", Static).update(self._seen(self._sources()))

    @on(Select.Changed, "#reading")
    def _take_reading(self, event: Select.Changed) -> None:
        if event.value != self._sources()[:1] and isinstance(event.value, str):
            others = [one for one in self._sources() if one not in self.draft.readings]
            self.query_one("#sources", TextArea).text = "\n".join([event.value, *others])

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Check the fields and hand back the term."""
        sources, target = self._sources(), self._text("target")
        if not sources:
            self._complain("The Arabic is missing.", "#sources")
            return
        if not target:
            self._complain("The English is missing.", "#target")
            return
        old = self.draft.old or Term((), "")
        self.dismiss(
            replace(
                old,
                sources=sources,
                target=target,
                aliases=self._list("aliases"),
                avoid=self._list("avoid"),
                kind=Kind(str(self.query_one("#kind", Select).value)),
                note=self._text("note"),
                exact=self.query_one("#exact", Select).value is True,
                case=old.case if self.draft.old else Case.EXACT,
                keep=old.keep and target == old.target,
            )
        )

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.action_leave()

    def _complain(self, message: str, field: str) -> None:
        self.query_one("#fault", Static).update(message)
        self.query_one(field).focus()

    def _sources(self) -> tuple[str, ...]:
        lines = self.query_one("#sources", TextArea).text.splitlines()
        return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _list(self, name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self._text(name).split(";") if part.strip())
