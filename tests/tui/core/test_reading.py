"""An article opened, translated as it is seen, read and searched, by the keys."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from translator.atomic import write_text
from translator.errors import EngineError, PackageError
from translator.recent import recent_articles
from tui.messages import FilesChanged
from tui.pane import Pane, Third
from tui.screens.help import HelpScreen
from tui.screens.start import StartScreen
from tui.widgets.progress_line import ProgressLine
from tui.widgets.prompt_bar import PromptBar

from .conftest import LINES, RuleEngine, Stage, shown, translated, until


def messages(app: object) -> str:
    return "\n".join(note.message for note in app._notifications)  # type: ignore[attr-defined]


async def test_source_stands_there_before_any_model(stage: Stage) -> None:
    stage.engines[0].free.clear()
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(lambda: app.screen.workspace.segments, "the article")
        await pilot.pause()
        screen = shown(app)
        assert "…" in screen
        assert "ﻢﻴﻛ" in screen
        stage.engines[0].free.set()
        await translated(app)
        await pilot.pause()
        assert "word0 word1" in shown(app)
        assert recent_articles() == (stage.article.resolve(),)


async def test_segments_stay_level(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        await pilot.pause()
        lines = shown(app).splitlines()
        second = next(line for line in lines if line.split()[:1] == ["2"])
        assert "word0" in second
        assert "ﻝﺎﻗﻭ" in second
        assert screen.view.columns[0].pane is Pane.TARGET


async def test_stop_and_go_on(stage: Stage) -> None:
    stage.write([f"{n} {LINES[n % 4]}" for n in range(60)])
    engine = stage.engines[0]
    engine.free.clear()
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(lambda: app.screen.opened, "the package")
        await pilot.press("p")
        engine.free.set()
        await until(lambda: app.screen.queue.pending() and engine.asked, "a stop")
        await pilot.pause()
        asked = len(engine.asked)
        assert asked < 60
        assert "paused" in app.screen.query_one(ProgressLine).progress.state
        await pilot.press("p")
        await translated(app)
        assert len(set(engine.asked)) == 60


async def test_second_system_in_the_third_pane(stage: Stage) -> None:
    stage.engines.append(RuleEngine("other"))
    app = stage.app()
    async with app.run_test(size=(140, 30)) as pilot:
        screen = await translated(app)
        await pilot.pause()
        assert screen.workspace.arrangement.third is Third.SECOND_SYSTEM
        assert "English (other)" in shown(app)
        await pilot.press("3")
        assert screen.workspace.arrangement.third is Third.NONE


async def test_reference_is_paired(stage: Stage) -> None:
    reference = stage.folder / "reference.en.txt"
    reference.write_text("One.\nTwo.\nThree.\nFour.\n", encoding="utf-8")
    app = stage.app(reference=reference)
    async with app.run_test(size=(140, 30)) as pilot:
        screen = await translated(app)
        await until(lambda: screen.workspace.reference.texts, "the pairing")
        await pilot.pause()
        assert screen.workspace.text(1, Pane.THIRD) == "Two."
        assert "Three." in shown(app)


async def press_all(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)


async def test_keys_move_over_segments_and_words(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        workspace = screen.workspace
        await press_all(pilot, "down", "j")
        assert workspace.current == 2
        await press_all(pilot, "k", "up", "up")
        assert workspace.current == 0
        await pilot.press("end")
        assert workspace.current == 3
        await pilot.press("home")
        assert workspace.current == 0
        await press_all(pilot, "right", "right", "y")
        assert app.clipboard == "word1"
        await press_all(pilot, "tab", "left", "left", "shift+left", "y")
        assert workspace.pane is Pane.SOURCE
        assert app.clipboard == "كيم قاعدة"
        await press_all(pilot, "escape", "y")
        assert app.clipboard == LINES[0]
        await press_all(pilot, "pagedown")
        assert workspace.current == 3


async def test_word_lights_up_its_counterpart(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        await press_all(pilot, "right", "right")
        await pilot.pause()
        style = screen.view.get_component_rich_style("collation--counterpart", partial=True)
        lit = [
            piece.text
            for y in range(6)
            for piece in screen.view.render_line(y)
            if piece.style and piece.style.bgcolor == style.bgcolor
        ]
        assert lit == ["ﻢﻴﻛ"]


async def test_panes_can_be_hidden_widened_swapped_and_stacked(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        view = screen.view
        before = view.columns[0].width
        await pilot.press("plus")
        assert view.columns[0].width > before
        await press_all(pilot, "minus", "minus")
        assert view.columns[0].width < before
        await pilot.press("s")
        assert view.columns[0].pane is Pane.SOURCE
        await pilot.press("1")
        assert [column.pane for column in view.columns] == [Pane.TARGET]
        await pilot.press("2")
        assert "The last pane stays" in messages(app)
        await press_all(pilot, "1", "l")
        assert view.stacked
        await pilot.pause()
        assert "ar " in shown(app)
        await pilot.press("3")
        assert "no third text" in messages(app)


async def test_small_screen_stacks_and_large_one_does_not(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(200, 60)) as pilot:
        screen = await translated(app)
        await pilot.press("end")
        assert not screen.view.stacked
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert screen.view.stacked
        assert "word0 word1" in shown(app)
        assert screen.workspace.current == 3
        assert all(len(line) <= 80 for line in shown(app).splitlines())


async def test_arabic_can_be_drawn_in_another_way(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        await press_all(pilot, "m", "m")
        await pilot.pause()
        assert app.ordering.setting == "logical"
        assert screen.view.mode == "logical"
        assert "كيم" in shown(app)
        await pilot.press("m")
        assert app.ordering.setting == "auto"


async def test_search_in_all_panes(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        await press_all(pilot, "slash", *"كيم")
        await until(lambda: screen.finder.count == 2, "two places")
        assert screen.finder.summary == "1 of 2"
        await press_all(pilot, "enter", "n")
        assert screen.workspace.current == 3
        assert screen.workspace.pane is Pane.SOURCE
        await press_all(pilot, "n", "N")
        assert screen.workspace.current == 3
        await pilot.press("escape")
        assert screen.finder.count == 0
        await press_all(pilot, "slash", *"WORD0")
        await until(lambda: screen.finder.count == 4, "English, too")
        await press_all(pilot, "escape")
        assert not screen.query_one(PromptBar).has_class("-open")


async def test_go_to_a_segment(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        await press_all(pilot, "colon", "3", "enter")
        assert screen.workspace.current == 2
        await press_all(pilot, "ctrl+g", "9", "enter")
        assert "There is no segment 9; the last one is 4." in messages(app)


async def test_mouse_chooses_words(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        await pilot.pause()
        column = screen.view.columns[0]
        y = screen.view._rows.top(1)
        await pilot.mouse_down("#collation", offset=(column.start + 7, y))
        await pilot.hover("#collation", offset=(column.start + 14, y))
        await pilot.mouse_up("#collation", offset=(column.start + 14, y))
        await pilot.press("y")
        assert screen.workspace.current == 1
        assert app.clipboard == "word1 word2"


async def test_engine_failure_is_told_and_can_be_tried_again(stage: Stage) -> None:
    engine = stage.engines[0]
    engine.failure = EngineError("the model failed", remedy="lower engine.batch")
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(lambda: "lower engine.batch" in messages(app), "the message")
        assert app.screen.query_one(ProgressLine).progress.state == "stopped"
        engine.failure = None
        await pilot.press("p")
        await translated(app)


async def test_package_that_cannot_be_opened(stage: Stage) -> None:
    stage.opener_error = PackageError("no such package", remedy="see muqabala package list")
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(lambda: "see muqabala package list" in messages(app), "the message")
        await pilot.pause()
        assert "ﻢﻴﻛ" in shown(app)
        stage.opener_error = None
        await pilot.press("p")
        await translated(app)


async def test_text_that_is_not_arabic_waits_for_a_word(stage: Stage) -> None:
    stage.write(["This is an English text and no Arabic one at all."])
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(lambda: "press p to translate it all the same" in messages(app), "the message")
        await until(lambda: app.screen.opened, "the package")
        assert app.screen.queue.paused
        await pilot.press("p")
        await translated(app)


async def test_missing_article(stage: Stage) -> None:
    app = stage.app(article=stage.folder / "nothing.txt")
    async with app.run_test(size=(120, 30)) as pilot:
        await until(lambda: "no such file" in messages(app), "the message")
        await pilot.press("down", "end", "right", "y", "n")


async def test_escape_in_a_search_returns_to_where_it_began(stage: Stage) -> None:
    stage.write([f"{line[:-1]} {number}." for number in range(20) for line in LINES])
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        screen.view.go_to(5)
        await pilot.press("right")
        began = screen.workspace.current, screen.workspace.cursor, screen.view.scroll_offset.y
        assert began[1] is not None
        await pilot.press("slash", *"19")
        await until(lambda: screen.workspace.current >= 70, "the place found")
        await pilot.press("escape")
        now = screen.workspace.current, screen.workspace.cursor, screen.view.scroll_offset.y
        assert now == began
        assert screen.finder.count == 0
        assert screen.focused is screen.view


async def test_article_changed_outside(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)):
        screen = await translated(app)
        await until(lambda: screen.opened, "the package")
        asked = len(stage.engines[0].asked)
        # As an editor saves it: a reader never finds half a file.
        write_text(stage.article, "\n".join([*LINES, "وهذه جملة جديدة."]))
        screen.post_message(FilesChanged(frozenset({stage.article.resolve()})))
        await until(lambda: len(screen.workspace.segments) == 5, "the new text")
        await translated(app)
        assert asked == 4
        assert set(stage.engines[0].asked[4:]) == {"وهذه جملة جديدة."}


async def test_settings_changed_outside(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await translated(app)
        await until(lambda: app.configuration._configuration, "the settings")
        stage.config("tui:\n  theme: light\n  arabic_side: left\n  keys: {next_segment: f9}\n")
        app.reload_configuration()
        await until(lambda: app.theme == "muqabala-light", "the theme")
        assert screen.view.columns[0].pane is Pane.SOURCE
        await pilot.press("j")
        assert screen.workspace.current == 0
        stage.config("tui:\n  keys: {next_segmnt: x}\n")
        app.reload_configuration()
        await until(lambda: 'did you mean "next_segment"?' in messages(app), "the fault")


async def test_help_and_palette(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(120, 50)) as pilot:
        await translated(app)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.pause()
        assert "Go to the next segment." in shown(app)
        await pilot.press("escape")
        commands = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Search in all panes", "Leave the program"} <= commands
        await pilot.press("ctrl+p", *"swap", "x")
        await pilot.press("escape", "t")
        assert app.theme == "muqabala-light"


async def test_start_screen_opens_typed_pasted_and_recent_texts(stage: Stage) -> None:
    app = stage.app(article=None)
    async with app.run_test(size=(120, 30)) as pilot:
        assert isinstance(app.screen, StartScreen)
        app.screen.post_message(events.Paste("زار كيم روسيا."))
        screen = await translated(app)
        assert screen.launch.article is not None
        assert "pasted" in str(screen.launch.article)
        await pilot.press("o")
        assert isinstance(app.screen, StartScreen)
        await until(lambda: app.screen._recent, "the recent files")
        await pilot.press("down", "down", "enter")
        again = await translated(app)
        assert again.launch.article == screen.launch.article.resolve()


async def test_demo_opens_with_its_reference(stage: Stage) -> None:
    app = stage.app(article=None)
    async with app.run_test(size=(150, 30)) as pilot:
        await pilot.press("d")
        screen = await translated(app)
        await until(lambda: screen.workspace.reference.final, "the pairing")
        await pilot.pause()
        assert "interpreter" in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_nothing_is_told_by_colour_alone(stage: Stage, size: tuple[int, int]) -> None:
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        screen = await translated(app)
        await pilot.pause()
        looks = [
            screen.view.get_component_rich_style(f"collation--{look}", partial=True)
            for look in ("right", "enforced", "unmet", "avoided")
        ]
        ways = [(s.bold, s.underline, s.reverse, s.strike) for s in looks]
        assert len(set(ways)) == len(ways)
