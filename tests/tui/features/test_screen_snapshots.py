"""How the whole screens look: the start, the help, and an article with a panel open."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from tui.app import MuqabalaApp
from tui.meter import Meter
from tui.pane import Pane
from tui.widgets.names_panel import NamesPanel
from tui.workspace import Cursor, Launch

LOOKS = pytest.mark.parametrize(
    ("size", "theme"),
    [((200, 60), "muqabala-dark"), ((80, 24), "muqabala-light")],
    ids=["large-dark", "small-light"],
)


@LOOKS
@pytest.mark.parametrize("keys", [(), ("question_mark",)], ids=["start", "help"])
def test_before_an_article(
    snap_compare: Any, keys: tuple[str, ...], size: tuple[int, int], theme: str
) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await pilot.press(*keys)
        await pilot.pause()

    app = MuqabalaApp(Launch(), environment={"TERM": "xterm"})
    assert snap_compare(app, terminal_size=size, run_before=prepare)


@LOOKS
def test_an_article_with_a_panel(
    snap_compare: Any,
    scored_stage: Any,
    ready: Any,
    wait: Any,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    theme: str,
) -> None:
    # The speed is another each time.
    monkeypatch.setattr(Meter, "rate", 40.0)
    scored_stage.own.write_text(
        "terms:\n  - source: فوستوشني\n    target: Vostochny\n    kind: place\n", "utf-8"
    )

    async def prepare(pilot: Pilot[None]) -> None:
        screen = await ready(pilot)
        await wait(pilot, lambda: screen.workspace.bars and screen.workspace.reference.final)
        pilot.app.theme = theme
        await pilot.press("w")
        await wait(pilot, lambda: isinstance(screen.panel, NamesPanel))
        screen.workspace.pane = Pane.TARGET
        start = screen.workspace.english(0).index("Vostochny")
        screen.view.set_cursor(Cursor(Pane.TARGET, start, start + len("Vostochny")))
        pilot.app.clear_notifications()
        await pilot.pause(0.3)

    assert snap_compare(scored_stage.app(), terminal_size=size, run_before=prepare)


async def test_without_colours_states_are_told_by_signs_and_lines(
    stage: Any, ready: Any, wait: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    stage.own.write_text(
        "terms:\n  - source: فوستوشني\n    target: Vostochny\n    kind: place\n", "utf-8"
    )
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        colours = {
            colour.get_truecolor()
            for strip in strips
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None and not colour.is_default
        }
        assert colours
        assert all(red == green == blue for red, green, blue in colours)

        def style(text: str) -> Any:
            found = [s.style for strip in strips for s in strip if s.text == text]
            assert found, f"{text} is not drawn by itself"
            return found[0]

        assert style("Vostochny").underline
        assert style("Vostochny").bold
        assert style("Putin").underline
        assert not style("Putin").bold
        await pilot.press("h")
        await wait(pilot, lambda: "Voscini" in screen.workspace.english(0))
        await pilot.pause()
        line = next(
            strip.text
            for strip in pilot.app.screen._compositor.render_strips()
            if "Voscini" in strip.text
        )
        assert "1 ✗" in line
