"""The keys at the bottom: those that matter, as many as there is room for."""

from __future__ import annotations

from textual.widgets._footer import FooterKey

from tui.widgets.key_line import KeyLine

from .conftest import Stage, translated, until


async def test_the_footer_shows_what_matters_at_any_width(stage: Stage) -> None:
    app = stage.app()
    stage.engines[0].free.clear()
    async with app.run_test(size=(80, 24)) as pilot:

        def keys() -> list[str]:
            line = app.screen.query_one(KeyLine)
            assert all(key.region.right <= app.size.width for key in line.query(FooterKey))
            return [key.description for key in line.query(FooterKey)]

        await until(lambda: keys()[:3] == ["Help", "Quit", "Stop/go on"], "the keys")
        stage.engines[0].free.set()
        await translated(app)
        await until(lambda: keys()[:3] == ["Help", "Quit", "Search"], "the keys of a reader")
        small = keys()
        await pilot.resize_terminal(140, 24)
        await until(lambda: len(keys()) > len(small), "more keys")
        await pilot.press("slash")
        await until(lambda: keys()[2] == "Close", "the key of the prompt")
