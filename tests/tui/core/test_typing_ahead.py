"""Letters typed right after the key that opens a dialog reach its field, none lost, in order."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from tui.app import MuqabalaApp
from tui.screens.dialog import Dialog

from .conftest import Stage, translated, until


@pytest.mark.parametrize("key", ["e", "c"])
async def test_letters_typed_at_once_are_in_the_field(stage: Stage, key: str) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await translated(app)
        before = screen.workspace.english(0) if key == "e" else ""
        for typed in (key, *"quick jobs, eg x"):
            app.simulate_key(typed)
        await until(lambda: written(app) == f"{before}quick jobs, eg x", "the letters")
        await pilot.press("escape")
        await until(lambda: not isinstance(app.screen, Dialog), "the end of the dialog")


def written(app: MuqabalaApp) -> str:
    """What stands in the dialog's field."""
    fields = app.screen.query(TextArea)
    return fields.first().text if isinstance(app.screen, Dialog) and fields else ""
