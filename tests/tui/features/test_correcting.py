"""Edits, choices, bookmarks and notes: kept, saved as one goes, and there again after a crash."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

from textual.widgets import Input, OptionList, Select, TextArea

from translator.reading import read_document
from translator.session import load_session
from tui.pane import Pane
from tui.screens.alternatives import Alternatives
from tui.screens.edit_segment import EditSegment
from tui.screens.export import ExportScreen
from tui.screens.note import NoteScreen
from tui.widgets.flags_panel import FlagsPanel
from tui.workspace import Cursor


def saved(stage: Any, row: int) -> Any:
    segment = list(read_document(stage.article).segments())[row]
    return load_session(stage.article).work_on(segment)


async def edit(pilot: Any, wait: Any, text: str) -> None:
    await pilot.press("e")
    await wait(pilot, lambda: isinstance(pilot.app.screen, EditSegment))
    pilot.app.screen.query_one(TextArea).text = text
    await pilot.press("ctrl+s")


async def test_an_edit_is_kept_saved_marked_and_never_written_over(
    stage: Any, ready: Any, wait: Any
) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        await edit(pilot, wait, "Kim came to Wostotschny today.")
        assert screen.workspace.english(0) == "Kim came to Wostotschny today."
        assert "✎" in [mark.sign for mark in screen.workspace.marks(0)]
        await wait(pilot, stage.session.exists)
        assert saved(stage, 0).edited == "Kim came to Wostotschny today."
        # The glossary changes; the segment is translated again, the edit stays.
        stage.own.write_text("terms:\n  - source: فوستوشني\n    target: Vostochny\n", "utf-8")
        screen.check_glossary()
        await wait(pilot, lambda: "Vostochny" in screen.workspace.english(3))
        assert screen.workspace.english(0) == "Kim came to Wostotschny today."
        assert "Vostochny" in screen.workspace.result(0).text
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        assert screen.workspace.english(0) == "Kim came to Wostotschny today."
        await pilot.press("e")
        await wait(pilot, lambda: isinstance(pilot.app.screen, EditSegment))
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: saved(stage, 0).edited is None)
        assert "Vostochny" in screen.workspace.english(0)


async def test_an_alternative_is_chosen(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("a")
        await wait(pilot, lambda: isinstance(pilot.app.screen, Alternatives))
        offered = [choice.text for choice in pilot.app.screen.offered]
        assert len(offered) == 2
        assert offered[0] == screen.workspace.english(0)
        pilot.app.screen.query_one(OptionList).focus()
        await pilot.press("down", "enter")
        await wait(pilot, lambda: stage.session.exists() and saved(stage, 0).edited == offered[1])
        # Choosing the model's first text again is no edit.
        await pilot.press("a")
        await wait(pilot, lambda: isinstance(pilot.app.screen, Alternatives))
        pilot.app.screen.query_one(OptionList).focus()
        await pilot.press("home", "enter")
        await wait(pilot, lambda: saved(stage, 0).edited is None)


async def test_bookmarks_and_notes(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("down", "down", "b")
        await wait(pilot, lambda: stage.session.exists() and saved(stage, 2).bookmarked)
        await pilot.press("down", "c")
        await wait(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press(*"ask", "ctrl+s")
        await wait(pilot, lambda: saved(stage, 3).note == "ask")
        await pilot.press("B")
        assert screen.workspace.current == 2
        await pilot.press("B")
        assert screen.workspace.current == 3
        signs = [mark.sign for mark in screen.workspace.marks(3)]
        assert "¶" in signs
        await pilot.press("B", "b")
        await wait(pilot, lambda: not saved(stage, 2).bookmarked)


async def test_doubts_are_listed_explained_and_gone_to(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        await pilot.press("f")
        panel = screen.panel
        assert isinstance(panel, FlagsPanel)
        assert [(doubt.number, doubt.flag.code) for doubt in panel.doubts] == [("3", "number")]
        await pilot.pause()
        assert "number" in str(panel.query_one("#flags-explanation").render())
        await pilot.press("enter")
        await wait(pilot, lambda: screen.workspace.current == 2)
        # The edit mends it.
        await edit(pilot, wait, "It fired 12 rockets into the sea.")
        await wait(pilot, lambda: not panel.doubts)
        assert "!" not in [mark.sign for mark in screen.workspace.marks(2)]
        await pilot.press("f")
        await wait(pilot, lambda: screen.panel is None)
        await pilot.press("F")
        assert screen.workspace.current == 2


async def test_next_doubt(stage: Any, ready: Any) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("F")
        assert screen.workspace.current == 2


async def test_every_export_has_the_edits(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await edit(pilot, wait, "My own words.")
        for format_ in ("txt", "md", "jsonl", "tsv", "html"):
            await wait(pilot, lambda: pilot.app.screen is screen)
            await pilot.press("ctrl+s")
            await wait(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
            pilot.app.screen.query_one("#format", Select).value = format_
            path = stage.folder / f"article.en.{format_}"
            field = pilot.app.screen.query_one("#path", Input)
            await wait(pilot, partial(_has, field, str(path)))
            await pilot.press("ctrl+s")
            await wait(pilot, path.exists)
            text = path.read_text("utf-8")
            assert "My own words." in text
            assert "rockets" in text


def _has(field: Input, value: str) -> bool:
    return field.value == value


async def test_an_export_that_cannot_be_written_says_why(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("x")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        pilot.app.screen.query_one("#path", Input).value = str(stage.article)
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: len(pilot.app._notifications) > 0)
        assert any("itself" in note.message for note in pilot.app._notifications)


async def test_the_place_is_kept_once_there_is_a_session(
    stage: Any, ready: Any, wait: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr("tui.screens.correcting_actions._PLACE_DELAY", 0.01)
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("down")
        assert not stage.session.exists(), "reading alone leaves no file behind"
        await pilot.press("b", "down")
        here = screen.workspace.fingerprint(2)
        await wait(pilot, lambda: screen.workspace.session.current == here)
        await wait(pilot, lambda: load_session(stage.article).current == here)
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        assert screen.workspace.current == 2


_KILLED = """
import asyncio, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from conftest import Stage, translated, until
from textual.widgets import TextArea
from tui.screens.edit_segment import EditSegment

async def main():
    stage = Stage(Path(sys.argv[1]))
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await translated(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditSegment))
        pilot.app.screen.query_one(TextArea).text = "Before the crash."
        await pilot.press("ctrl+s", "down", "b")
        await until(pilot, lambda: "true" in stage.session.read_text("utf-8"))
        print("saved", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


async def test_work_is_there_again_after_kill_9(stage: Any, ready: Any) -> None:
    here = str(Path(__file__).parent)
    command = [sys.executable, "-c", _KILLED, str(stage.folder), here]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "saved"
        process.send_signal(signal.SIGKILL)
        process.wait()
    json.loads(stage.session.read_text("utf-8"))
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        assert screen.workspace.english(0) == "Before the crash."
        assert screen.workspace.work(1).bookmarked


async def test_an_unreadable_session_is_left_alone(stage: Any, ready: Any, wait: Any) -> None:
    stage.session.write_text("{", "utf-8")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("b")
        await wait(
            pilot,
            lambda: sum("saved work" in note.message for note in pilot.app._notifications) >= 1,
        )
        assert screen.workspace.work(0).bookmarked
        assert stage.session.read_text("utf-8") == "{"


async def test_a_cursor_survives_no_edit(stage: Any, ready: Any, wait: Any) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        text = screen.workspace.english(0)
        screen.view.set_cursor(Cursor(Pane.TARGET, len(text) - 6, len(text) - 1))
        await edit(pilot, wait, "Short.")
        assert screen.workspace.cursor is None


async def test_without_the_glossary_doubts_and_signs_are_those_of_what_is_shown(
    stage: Any, ready: Any, wait: Any
) -> None:
    stage.own.write_text(
        "terms:\n  - source: فوستوشني\n    target: Vostochny\n    kind: place\n", "utf-8"
    )
    async with stage.app().run_test(size=(160, 50)) as pilot:
        screen = await ready(pilot)
        workspace = screen.workspace
        await pilot.press("f")

        def missing() -> list[str]:
            return [one.number for one in screen.panel.doubts if one.flag.code == "term-unmet"]

        assert missing() == []
        assert "✗" not in [mark.sign for mark in workspace.marks(0)]
        await pilot.press("h")
        await wait(pilot, lambda: missing() == ["1", "4"])
        assert workspace.marks(0)[0].sign == "✗"
        assert "Vostochny" in workspace.marks(0)[0].meaning
        await pilot.press("h")
        await wait(pilot, lambda: missing() == [])
        assert "✗" not in [mark.sign for mark in workspace.marks(0)]
