"""The keys at the bottom: those that matter, those that fit, and the mouse on them."""

from __future__ import annotations

from textual.pilot import Pilot

from tui.screens.help import HelpScreen
from tui.widgets.key_line import KeyLine, ShownKey

from .conftest import Stage, shown, translated, until


async def test_it_shows_what_matters_at_any_width(stage: Stage) -> None:
    app = stage.app()
    stage.engines[0].free.clear()
    async with app.run_test(size=(80, 24)) as pilot:

        def keys() -> list[str]:
            line = app.screen.query_one(KeyLine)
            assert all(key.end <= app.size.width for key in line.keys)
            drawn = shown(app).splitlines()[-1]
            assert all(f" {key.display} {key.label} " in drawn for key in line.keys)
            return [key.label for key in line.keys]

        await until(lambda: keys()[:3] == ["Help", "Quit", "Stop/go on"], "the keys")
        stage.engines[0].free.set()
        await translated(app)
        await until(lambda: keys()[:3] == ["Help", "Quit", "Search"], "the keys of a reader")
        small = keys()
        await pilot.resize_terminal(140, 24)
        await until(lambda: len(keys()) > len(small), "more keys")
        await pilot.press("slash")
        await until(lambda: keys()[2] == "Close", "the key of the prompt")


async def test_a_click_presses_the_key_under_the_mouse(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await translated(app)
        line = app.screen.query_one(KeyLine)
        await hover(pilot, line, line.keys[1])
        assert line.tooltip == "Leave the program."
        await hover(pilot, line, line.keys[0])
        assert line.tooltip == "Show all keys and signs."
        await pilot.click(KeyLine, offset=(line.keys[0].start, 0))
        await until(lambda: isinstance(app.screen, HelpScreen), "the help")


async def test_a_click_beside_the_keys_does_nothing(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(200, 24)) as pilot:
        screen = await translated(app)
        line = screen.query_one(KeyLine)
        await pilot.hover(KeyLine, offset=(199, 0))
        assert line.tooltip is None
        await pilot.click(KeyLine, offset=(199, 0))
        assert app.screen is screen


async def hover(pilot: Pilot[None], line: KeyLine, key: ShownKey) -> None:
    """The mouse on the last cell of a key."""
    await pilot.hover(KeyLine, offset=(key.end - 1, 0))
    await until(lambda: line.tooltip == key.tooltip, "what the key does")
