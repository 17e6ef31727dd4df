"""Scores and versions: figures, bars, the worst segment, glossary on and off, two packages."""

from __future__ import annotations

from typing import Any

from textual.widgets import OptionList, Select

from tui.pane import Pane
from tui.screens.changes import ChangesScreen
from tui.screens.export import ExportScreen
from tui.spans import Look
from tui.widgets.scores_panel import ScoresPanel

TERM = "terms:\n  - source: فوستوشني\n    target: Vostochny\n    kind: place\n"


def figures(panel: ScoresPanel) -> str:
    return str(panel.query_one("#scores-figures").render())


async def test_figures_bars_and_the_order_of_segments(
    scored_stage: Any, ready: Any, wait: Any
) -> None:
    async with scored_stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        assert len(screen.workspace.bars) == 4
        assert all(0 < value < 1 for value in screen.workspace.bars.values())
        await pilot.press("r")
        panel = screen.panel
        assert isinstance(panel, ScoresPanel)
        text = figures(panel)
        for metric in ("BLEU", "chrF", "TER"):
            assert f"{screen.scores.value(metric):.1f}" in text
        values = screen.scores.of_segments("chrF")
        order = sorted(range(4), key=lambda row: values[screen.workspace.fingerprint(row)])
        await pilot.press("enter")
        await wait(pilot, lambda: screen.workspace.current == order[0])
        await pilot.press("o", "home", "enter")
        await wait(pilot, lambda: screen.workspace.current == 0)
        assert panel.query_one(OptionList).option_count == 4
        await pilot.press("r")
        await wait(pilot, lambda: screen.panel is None)
        screen.view.go_to(order[-1])
        for row in order:
            await pilot.press("z")
            assert screen.workspace.current == row
        screen.view.go_to(order[1])
        await pilot.press("z")
        assert screen.workspace.current == order[0]


async def test_an_edit_moves_the_score(scored_stage: Any, ready: Any, wait: Any) -> None:
    async with scored_stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        before = screen.scores.value("chrF")
        screen.change_current(edited="Kim arrived at Vostochny airport today.")
        await wait(pilot, lambda: screen.scores.value("chrF") > before)
        assert screen.workspace.bars[screen.workspace.fingerprint(0)] > 0.99


async def test_the_glossary_off_and_on_marks_words_and_tests_the_difference(
    scored_stage: Any, ready: Any, wait: Any
) -> None:
    scored_stage.own.write_text(TERM, "utf-8")
    async with scored_stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        workspace = screen.workspace
        assert "Vostochny" in workspace.english(0)
        await pilot.press("r", "h")
        assert "Voscini" in workspace.english(0)
        key = workspace.fingerprint(0), Pane.TARGET
        await wait(pilot, lambda: key in workspace.extra_spans)
        (span,) = workspace.extra_spans[key]
        assert span.look is Look.CHANGED
        assert workspace.english(0)[span.start : span.end] == "Voscini"
        await wait(pilot, lambda: "chance" in figures(screen.panel))
        assert "glossary" in figures(screen.panel)
        await pilot.press("h")
        assert "Vostochny" in workspace.english(0)
        await pilot.press("v")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen))
        changes = pilot.app.screen
        assert [change.segment.id for change in changes.changes] == ["1.1", "4.1"]
        assert changes.scores.value("chrF", 1) > changes.scores.value("chrF", 0)
        assert "chance" in str(changes.query_one("#figures").render())
        await pilot.press("escape")


async def test_two_packages_are_exchanged_and_compared(
    two_packages: Any, ready: Any, wait: Any
) -> None:
    async with two_packages.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        await wait(pilot, lambda: len(screen.workspace.systems[1].results) == 4)
        assert "rockets" in screen.workspace.english(2)
        await pilot.press("i")
        assert "missiles" in screen.workspace.english(2)
        key = screen.workspace.fingerprint(2), Pane.TARGET
        await wait(pilot, lambda: key in screen.workspace.extra_spans)
        assert len(screen.workspace.extra_spans) == 1
        await pilot.press("V")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen))
        changes = pilot.app.screen
        assert (changes.before, changes.after) == ("scripted", "other")
        assert [change.segment.id for change in changes.changes] == ["3.1"]
        await pilot.press("escape")


async def test_without_reference_or_second_package_it_is_said_what_to_do(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("r")
        assert "--ref FILE" in figures(screen.panel)
        await pilot.press("escape")
        await wait(pilot, lambda: screen.panel is None)
        await pilot.press("z", "i", "V")
        await pilot.pause()
        messages = [note.message for note in pilot.app._notifications]
        assert any("--ref" in message for message in messages)
        assert any("--package" in message for message in messages)
        await pilot.press("v")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen))
        assert "same" in str(pilot.app.screen.query_one("#figures").render())


async def test_a_report_is_written(scored_stage: Any, ready: Any, wait: Any) -> None:
    scored_stage.own.write_text(TERM, "utf-8")
    async with scored_stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        screen.change_current(edited="Kim arrived at Vostochny airport today.")
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        pilot.app.screen.query_one("#format", Select).value = "report.html"
        await pilot.pause()
        await pilot.press("ctrl+s")
        path = scored_stage.folder / "article.en.report.html"
        await wait(pilot, path.exists)
        text = path.read_text("utf-8")
        for name in ("without glossary", "with glossary", "with your edits"):
            assert name in text
