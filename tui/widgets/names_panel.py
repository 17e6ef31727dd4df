"""The names of the article: how often each comes, how it was met, and whether it is the same."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from translator.outcomes import TermUse
from translator.translation import Method
from tui.arabic_line import arabic_line
from tui.bidi import Mode
from tui.spans import SIGNS, Look
from tui.widgets.panel import Panel

_COLOURS = {
    Look.RIGHT: "$success",
    Look.ENFORCED: "$primary",
    Look.UNMET: "bold $error",
    Look.AVOIDED: "bold $error",
}
_IN_WORDS = {
    Method.PLAIN: "by the model",
    Method.INLINE: "put into the Arabic",
    Method.NBEST: "from alternatives",
    Method.PREFIX: "by a forced beginning",
    Method.SPLICE: "put in afterwards",
    Method.UNMET: "missing",
}


class NamesPanel(Panel):
    """A list of terms; Enter goes to the next place of one."""

    def __init__(self, uses: Sequence[TermUse], mode: Mode) -> None:
        super().__init__(id="names")
        self.mode: Mode = mode
        self.uses = _worst_first(uses)
        self._next_place: dict[str, int] = {}
        self._listed: tuple[Content, ...] = ()

    def compose(self) -> ComposeResult:
        """The count, the list and what the chosen name's line means."""
        yield Static(id="names-title", classes="title")
        yield OptionList(id="names-list")
        yield Static("Enter: go to the next place", classes="quiet")

    def on_mount(self) -> None:
        """Fill the list."""
        self.show(self.uses)

    def show(self, uses: Sequence[TermUse]) -> None:
        """Show these terms; the chosen one stays chosen."""
        listing = self.query_one(OptionList)
        before = listing.highlighted
        self.uses = _worst_first(uses)
        wrong = sum(bool(use.unmet or use.avoided) for use in self.uses)
        title = f"Names: {len(self.uses)}"
        self.query_one("#names-title", Static).update(f"{title}, {wrong} with faults")
        listed = tuple(self._line(use) for use in self.uses)
        if listed == self._listed:
            return
        self._listed = listed
        listing.clear_options()
        listing.add_options([Option(line) for line in listed])
        if self.uses:
            listing.highlighted = min(before or 0, len(self.uses) - 1)

    def _line(self, use: TermUse) -> Content:
        look = state_of_use(use)
        methods = ", ".join(f"{_IN_WORDS[method]} {count}" for method, count in use.methods)
        forms = ", ".join(f"{form or 'nothing'} {count}" for form, count in use.forms)
        differing = "" if len(use.forms) == 1 else f"\n  in these forms: {forms}"
        line = Content.assemble(
            (f"{SIGNS[look]} ", _COLOURS[look]),
            (use.term.target, "bold"),
            f"  {len(use.places)}×\n  ",
            arabic_line(use.term.sources[0], self.mode),
            (f"  {use.term.kind.value}\n  {methods}{differing}", "$secondary"),
        )
        bad = [outcome.avoided for _, outcome in use.places if outcome.avoided]
        if bad:
            line = line.append(Content.styled(f"\n  ≠ “{bad[0]}” stands there", "$error"))
        return line

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        use = self.uses[event.option_index]
        key = use.term.sources[0]
        # Faults first, for they are what one looks for.
        places = sorted(use.places, key=lambda p: p[1].method is not Method.UNMET)
        number = self._next_place.get(key, 0) % len(places)
        self._next_place[key] = number + 1
        self.post_message(self.PlaceChosen(places[number][0].fingerprint))


def state_of_use(use: TermUse) -> Look:
    """The worst state of a term's places."""
    if use.avoided:
        return Look.AVOIDED
    if use.unmet:
        return Look.UNMET
    plain = all(outcome.method is Method.PLAIN for _, outcome in use.places)
    return Look.RIGHT if plain else Look.ENFORCED


def _worst_first(uses: Sequence[TermUse]) -> tuple[TermUse, ...]:
    order = [Look.AVOIDED, Look.UNMET, Look.ENFORCED, Look.RIGHT]
    return tuple(
        sorted(uses, key=lambda use: (min(order.index(state_of_use(use)), 2), -len(use.places)))
    )
