"""All terms in force: search, add, change, delete, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import DataTable, Input, Static

from translator.glossary.search import find_terms
from translator.glossary.term import Term
from tui.arabic_line import arabic_line
from tui.bidi import Mode
from tui.widgets.key_line import KeyLine

# A table of more rows takes long to fill; a search narrows it.
MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Listing:
    """What the screen shows.

    Attributes:
        terms: those in force, in their order.
        own: the user's file.
        problem: why the newest edit of a glossary is not in use, "" if it is.
    """

    terms: Sequence[Term]
    own: Path
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to do: "add", "change", "remove" or "undo"."""

    action: str
    term: Term | None = None


class GlossaryScreen(Screen[None]):
    """Tells the screen below what the user wants done; it answers with show()."""

    BINDINGS: ClassVar = [
        Binding("escape", "close", "Close"),
        Binding("slash,ctrl+f", "search", "Search"),
        Binding("a", "add", "Add"),
        Binding("e", "change", "Change"),
        Binding("d,delete", "remove", "Delete"),
        Binding("u", "undo", "Undo"),
    ]
    DEFAULT_CSS = """
    GlossaryScreen { layout: vertical; background: $background; }
    GlossaryScreen Input { background: $panel; }
    GlossaryScreen DataTable { height: 1fr; background: $background; }
    GlossaryScreen Static { height: auto; padding: 0 1; }
    GlossaryScreen #problem { color: $error; text-style: bold; }
    GlossaryScreen #count { color: $secondary; }
    """

    def __init__(self, read: Callable[[], Listing], want: Callable[[Wanted], None], mode: Mode):
        super().__init__()
        self.read, self.want = read, want
        self.mode: Mode = mode
        self.listing = read()
        self.found: tuple[Term, ...] = ()

    def compose(self) -> ComposeResult:
        """Search field, table, keys."""
        yield Input(placeholder="Search: Arabic or English", id="glossary-search", compact=True)
        yield Static(id="problem", markup=False)
        yield DataTable(id="terms", cursor_type="row", zebra_stripes=True)
        yield Static(id="count", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self._table
        table.add_columns("English", "Arabic", "Kind", "Never", "Glossary")
        self.show()
        table.focus()

    @property
    def _table(self) -> DataTable[object]:
        return self.query_one(DataTable)

    @property
    def chosen(self) -> Term | None:
        """The term under the bar."""
        row = self._table.cursor_row
        return self.found[row] if 0 <= row < len(self.found) else None

    def show(self) -> None:
        """Read the glossaries' terms again."""
        self.listing = self.read()
        self._fill()

    def _fill(self) -> None:
        table, row = self._table, self._table.cursor_row
        typed = self.query_one("#glossary-search", Input).value.strip()
        terms = self.listing.terms
        matching = find_terms(terms, typed) if typed else tuple(terms)
        # The user's own terms, newest first, are what one comes back for.
        own = [term for term in matching if self._owned(term)]
        self.found = (*reversed(own), *(t for t in matching if not self._owned(t)))[:MOST_ROWS]
        table.clear()
        for term in self.found:
            table.add_row(
                term.target,
                arabic_line(term.sources[0], self.mode) + _more(len(term.sources)),
                term.kind.value,
                "; ".join(term.avoid[:3]),
                ("★ " if self._owned(term) else "") + Path(term.file).stem,
            )
        table.move_cursor(row=min(row, max(0, len(self.found) - 1)))
        problem = self.query_one("#problem", Static)
        problem.update(self.listing.problem)
        problem.display = bool(self.listing.problem)
        more = f", {len(self.found)} shown" if len(matching) > len(self.found) else ""
        self.query_one("#count", Static).update(
            f"{len(matching)} of {len(terms)} terms{more} · ★ your own: {self.listing.own}"
        )

    def _owned(self, term: Term) -> bool:
        return Path(term.file) == self.listing.own

    @on(Input.Changed, "#glossary-search")
    def _typed(self) -> None:
        self._fill()

    @on(Input.Submitted, "#glossary-search")
    def _searched(self) -> None:
        self._table.focus()

    @on(DataTable.RowSelected)
    def action_change(self) -> None:
        """Change the chosen term."""
        if self.chosen is not None:
            self.want(Wanted("change", self.chosen))

    def action_search(self) -> None:
        """Type what to look for."""
        self.query_one("#glossary-search", Input).focus()

    def action_add(self) -> None:
        """Add a term."""
        self.want(Wanted("add"))

    def action_remove(self) -> None:
        """Delete the chosen term."""
        if self.chosen is not None:
            self.want(Wanted("remove", self.chosen))

    def action_undo(self) -> None:
        """Take the last change back."""
        self.want(Wanted("undo"))

    def action_close(self) -> None:
        """Leave the search field, or else the screen."""
        if isinstance(self.focused, Input):
            self._table.focus()
        else:
            self.dismiss(None)


def _more(spellings: int) -> str:
    """How many spellings there are beside the first."""
    return f"  +{spellings - 1}" if spellings > 1 else ""
