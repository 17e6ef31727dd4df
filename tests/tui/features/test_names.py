"""Names: the panel, the form, what a saved term changes, the glossary screen, suggestions."""

from __future__ import annotations

from typing import Any

from textual.widgets import DataTable, Input, OptionList, Select, TextArea

from translator.atomic import write_text
from translator.glossary.load import load_glossary
from translator.glossary.term import Kind
from tui.messages import FilesChanged, GlossaryChanged
from tui.pane import Pane
from tui.screens.changes import ChangesScreen
from tui.screens.glossary import GlossaryScreen
from tui.screens.suggestions import SuggestionsScreen
from tui.screens.term_form import TermForm
from tui.widgets.names_panel import NamesPanel
from tui.widgets.side_panel import SidePanel
from tui.workspace import Cursor


def put_cursor(screen: Any, row: int, pane: Pane, word: str) -> None:
    screen.view.go_to(row)
    start = screen.workspace.text(row, pane).index(word)
    screen.view.set_cursor(Cursor(pane, start, start + len(word)))


def targets(path: Any) -> list[str]:
    return [term.target for term in load_glossary(path).terms]


async def add_vostochny(pilot: Any, screen: Any, wait: Any) -> None:
    put_cursor(screen, 0, Pane.SOURCE, "فوستوشني")
    await pilot.press("g")
    await wait(pilot, lambda: isinstance(pilot.app.screen, TermForm))
    await pilot.press(*"Vostochny", "ctrl+s")


async def test_a_word_becomes_a_term_and_only_its_segments_are_translated_again(
    scored_stage: Any, ready: Any, wait: Any
) -> None:
    stage = scored_stage
    stage.own.write_text("# mine\nterms:\n  - source: كيم  # him\n    target: Kim\n", "utf-8")
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        asked = len(stage.engines[0].asked)
        before = screen.scores.value("chrF")
        put_cursor(screen, 0, Pane.SOURCE, "فوستوشني")
        await pilot.press("g")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TermForm))
        form = pilot.app.screen
        assert form.query_one("#sources", TextArea).text == "فوستوشني"
        assert form.query_one("#target", Input).value == "Voscini"
        assert form.query_one("#kind", Select).value == Kind.PLACE
        assert pilot.app.focused is form.query_one("#target")
        await pilot.press(*"Vostochny", "ctrl+s")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen))
        changes = pilot.app.screen
        assert [change.segment.id for change in changes.changes] == ["1.1", "4.1"]
        assert changes.scores.value("chrF", 1) > changes.scores.value("chrF", 0)
        assert changes.scores.test("BLEU") is not None
        assert stage.own.read_text("utf-8").startswith("# mine\nterms:\n  - source: كيم  # him\n")
        assert targets(stage.own) == ["Kim", "Vostochny"]
        again = set(stage.engines[0].asked[asked:])
        texts = [segment.text for segment in screen.workspace.segments]
        assert again & set(texts) == {texts[0], texts[3]}
        await pilot.press("down", "enter")
        assert pilot.app.screen is screen
        assert screen.workspace.current == 3
        await wait(pilot, lambda: screen.scores.value("chrF") > before)
        assert "Vostochny" in screen.workspace.english(3)
        # And back again.
        await pilot.press("u")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen))
        await pilot.press("escape")
        assert "Voscini" in screen.workspace.english(0)
        assert targets(stage.own) == ["Kim"]


async def test_a_word_of_the_english_finds_its_arabic(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        put_cursor(screen, 3, Pane.TARGET, "Voscini")
        await pilot.press("g")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TermForm))
        form = pilot.app.screen
        assert form.query_one("#sources", TextArea).text == "فوستوشني"
        await pilot.press("delete", "ctrl+s")
        assert "English is missing" in str(form.query_one("#fault").render())
        await pilot.press("escape")
        assert pilot.app.screen is screen
        assert not stage.own.exists()


async def test_a_term_of_another_glossary_is_overlaid(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        put_cursor(screen, 1, Pane.SOURCE, "بوتين")
        await pilot.press("g")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TermForm))
        assert pilot.app.screen.query_one("#target", Input).value == "Putin"
        await pilot.press(*"Poutine", "ctrl+s")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen))
        await pilot.press("escape")
        assert "Poutine" in screen.workspace.english(1)
        assert targets(stage.base) == ["Putin"]


async def test_the_names_panel_lists_counts_and_goes_to_places(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        await add_vostochny(pilot, screen, wait)
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen))
        await pilot.press("escape", "w")
        panel = screen.panel
        assert isinstance(panel, NamesPanel)
        assert {use.term.target: len(use.places) for use in panel.uses} == {
            "Vostochny": 2,
            "Putin": 1,
        }
        listing = panel.query_one(OptionList)
        assert pilot.app.focused is listing
        prompt = str(listing.get_option_at_index(0).prompt)
        assert "Vostochny" in prompt
        assert "2×" in prompt
        rows = []
        for _ in range(3):
            await pilot.press("enter")
            await pilot.pause()
            rows.append(screen.workspace.current)
        assert rows == [0, 3, 0]
        await pilot.press("escape")
        await wait(pilot, lambda: screen.panel is None)
        assert pilot.app.focused is screen.view


async def test_the_glossary_screen_searches_adds_changes_deletes_and_undoes(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await ready(pilot)
        await pilot.press("G")
        await wait(pilot, lambda: isinstance(pilot.app.screen, GlossaryScreen))
        glossary = pilot.app.screen
        assert [term.target for term in glossary.found] == ["Putin"]
        await pilot.press("a")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TermForm))
        pilot.app.screen.query_one("#sources", TextArea).text = "كوريا"
        await pilot.press(*"Korea", "enter")
        await wait(pilot, lambda: [t.target for t in glossary.found] == ["Korea", "Putin"])
        await pilot.press("e")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TermForm))
        await pilot.press(*"Corea", "ctrl+s")
        await wait(pilot, lambda: [t.target for t in glossary.found] == ["Corea", "Putin"])
        await pilot.press("slash", *"بوت")
        await wait(pilot, lambda: [t.target for t in glossary.found] == ["Putin"])
        await pilot.press("enter", "slash", "end", *["backspace"] * 3, "escape")
        assert len(glossary.found) == 2
        assert pilot.app.focused is glossary.query_one(DataTable)
        await pilot.press("d")
        await wait(pilot, lambda: [t.target for t in glossary.found] == ["Putin"])
        await pilot.press("u")
        await wait(pilot, lambda: [t.target for t in glossary.found] == ["Corea", "Putin"])
        # A term that is not the user's own stays.
        await pilot.press("down", "d")
        await pilot.pause()
        assert targets(stage.base) == ["Putin"]
        assert targets(stage.own) == ["Corea"]
        await pilot.press("escape")
        assert pilot.app.screen is not glossary


async def test_a_glossary_changed_outside_translates_only_its_segments_again(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        workspace = screen.workspace
        before = [workspace.result(row) for row in range(4)]
        text = stage.base.read_text("utf-8")
        added = "  - source: فوستوشني\n    target: Vostochny\n    kind: place\n"
        write_text(stage.base, text + added)
        screen.post_message(FilesChanged(frozenset({stage.base.resolve()})))
        await wait(pilot, lambda: "Vostochny" in workspace.english(0) + workspace.english(3))
        await wait(pilot, lambda: not screen.queue.pending() and "Vosc" not in shown(workspace))
        assert [workspace.result(row) is before[row] for row in range(4)] == [
            False,
            True,
            True,
            False,
        ]
        write_text(stage.base, "terms: [")
        screen.post_message(FilesChanged(frozenset({stage.base.resolve()})))
        await wait(pilot, lambda: any("base.yaml" in n.message for n in pilot.app._notifications))
        assert "Vostochny" in workspace.english(0)
        assert workspace.outcomes(0)


def shown(workspace: Any) -> str:
    return " ".join(workspace.english(row) for row in range(len(workspace.segments)))


async def test_a_broken_glossary_outside_keeps_the_last_good_one_and_says_so(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        stage.base.write_text("terms: [", encoding="utf-8")
        screen.check_glossary()
        await wait(pilot, lambda: screen.opened.watcher.problem)
        await pilot.press("G")
        await wait(pilot, lambda: isinstance(pilot.app.screen, GlossaryScreen))
        assert "base.yaml" in pilot.app.screen.listing.problem
        assert [term.target for term in pilot.app.screen.found] == ["Putin"]
        assert screen.workspace.outcomes(1)


async def test_a_glossary_that_changes_while_its_screen_opens_is_shown(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        screen.action_glossary()
        screen.on_glossary_changed(GlossaryChanged(frozenset(), ""))
        await wait(pilot, lambda: getattr(pilot.app.screen, "found", ()))
        await wait(pilot, lambda: pilot.app.screen.query_one(DataTable).row_count)
        assert [term.target for term in pilot.app.screen.found] == ["Putin"]


async def test_results_that_come_while_a_panel_opens_are_no_trouble(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        side = screen.query_one(SidePanel)
        side.mount(NamesPanel((), screen.mode))
        screen.refresh_names()
        await wait(pilot, lambda: isinstance(screen.panel, NamesPanel))
        screen.refresh_names()
        assert [use.term.target for use in screen.panel.uses] == ["Putin"]


async def test_a_suggestion_is_taken_with_one_key(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await ready(pilot)
        await pilot.press("S")
        await wait(pilot, lambda: isinstance(pilot.app.screen, SuggestionsScreen))
        suggestions = pilot.app.screen
        await wait(pilot, lambda: suggestions.left)
        count, first = len(suggestions.left), suggestions.left[0]
        await pilot.press("a")
        await wait(pilot, stage.own.exists)
        assert len(suggestions.left) == count - 1
        assert load_glossary(stage.own).terms[0].sources == (first.source,)
        await pilot.press("escape")


async def test_g_without_a_word_opens_an_empty_form(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("g")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TermForm))
        await pilot.press(*"X", "ctrl+s")
        assert "Arabic is missing" in str(pilot.app.screen.query_one("#fault").render())
