"""Only the lines that changed are drawn; the screen is the same as if all were drawn anew."""

from __future__ import annotations

from tui.app import MuqabalaApp

from .conftest import LINES, Stage, translated, until

KEYS = [
    *("down", "down", "pagedown", "j", "b", "right", "shift+right", "up", "end", "pageup"),
    *("s", "n", "l", "pagedown", "1", "1", "3", "plus", "home", "h"),
]


async def test_every_key_and_every_result_draws_what_changed(stage: Stage) -> None:
    stage.write(LINES * 15)
    stage.engines[0].free.clear()
    app = stage.app()
    async with app.run_test(size=(110, 24)) as pilot:
        for key in KEYS[:4]:
            await pilot.press(key)
            assert drawn(app) == drawn_anew(app), f"before the translation, after {key}"
        stage.engines[0].free.set()
        screen = await translated(app)
        await until(lambda: screen.view._rows.next_unmeasured() < 0, "all heights")
        await pilot.pause()
        assert drawn(app) == drawn_anew(app), "after the translation"
        for key in KEYS:
            await pilot.press(key)
            assert drawn(app) == drawn_anew(app), f"after {key}"
        await pilot.resize_terminal(80, 30)
        assert drawn(app) == drawn_anew(app), "after another size"
        assert screen.view.virtual_size.height == screen.view._rows.total
        assert screen.view.vertical_scrollbar.window_virtual_size == screen.view._rows.total


def drawn(app: MuqabalaApp) -> list[list[tuple[str, str]]]:
    """The lines on the screen, with their colours."""
    return [
        [(segment.text, str(segment.style)) for segment in strip]
        for strip in app.screen._compositor.render_strips()
    ]


def drawn_anew(app: MuqabalaApp) -> list[list[tuple[str, str]]]:
    """The same when nothing that was drawn before is used."""
    view = app.screen.query_one("CollationView")
    view._styles_cache.clear()
    view.repaint()  # type: ignore[attr-defined]
    return drawn(app)
