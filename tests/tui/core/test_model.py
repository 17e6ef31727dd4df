"""The parts of the TUI that know no Textual: panes, rows, words, queue, search, meter."""

from __future__ import annotations

import itertools
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from translator.document import Document
from translator.engine.protocol import Link
from translator.reading import document_from_text
from tui import cursor as cursors
from tui.cell_lines import cell_layout, draw_cell
from tui.counterparts import in_source, in_target
from tui.margin import BAR_CELLS, margin_lines, margin_width, score_bar
from tui.meter import Meter, Progress
from tui.pane import Arrangement, Pane, Third, columns
from tui.row_layout import Measured, RowLayout, estimate_height
from tui.search import FoldedTexts, find_in_row, folded_query, places
from tui.spans import Look, Span
from tui.themes import DARK, HIGH_CONTRAST, LIGHT, next_theme, theme_name
from tui.widgets.progress_line import progress_text, time_left
from tui.words import word_at, word_spans
from tui.work_queue import Batch, WorkQueue
from tui.workspace import Cursor, Launch, Mark, Workspace


class TestPanes:
    def test_arabic_stands_on_the_right_unless_swapped(self) -> None:
        arrangement = Arrangement(third=Third.REFERENCE)
        assert arrangement.shown() == (Pane.TARGET, Pane.THIRD, Pane.SOURCE)
        swapped = Arrangement(third=Third.REFERENCE, arabic_right=False)
        assert swapped.shown() == (Pane.SOURCE, Pane.THIRD, Pane.TARGET)
        assert arrangement.reading_order()[0] is Pane.SOURCE

    def test_last_pane_cannot_be_hidden(self) -> None:
        alone = Arrangement().toggled(Pane.SOURCE)
        assert alone.shown() == (Pane.TARGET,)
        assert alone.toggled(Pane.TARGET) is alone
        assert alone.toggled(Pane.SOURCE).shown() == (Pane.TARGET, Pane.SOURCE)

    @pytest.mark.parametrize(
        ("stacked", "width", "forced", "expected"),
        [
            (None, 99, False, True),
            (None, 100, False, False),
            (None, 200, True, True),
            (False, 80, False, False),
            (True, 200, False, True),
        ],
    )
    def test_stacking(self, stacked: bool | None, width: int, forced: bool, expected: bool) -> None:
        assert Arrangement(stacked=stacked).is_stacked(width, forced=forced) is expected

    @given(
        st.integers(60, 300),
        st.lists(st.floats(0.25, 4), min_size=3, max_size=3),
        st.integers(1, 3),
    )
    @settings(max_examples=60, deadline=None)
    def test_columns_fill_the_width_without_overlap(
        self, width: int, shares: list[float], count: int
    ) -> None:
        panes = tuple(Pane)[:count]
        found = columns(panes, dict(zip(Pane, shares, strict=True)), 9, width, 3)
        assert [column.pane for column in found] == list(panes)
        assert found[0].start == 9
        assert found[-1].start + found[-1].width == width
        for one, other in itertools.pairwise(found):
            assert other.start == one.start + one.width + 3
        assert all(column.width >= 12 for column in found)


class TestRowLayout:
    def test_tops_follow_heights(self) -> None:
        rows = RowLayout([2, 3, 4], lambda row: 5)
        assert [rows.top(row) for row in range(3)] == [0, 2, 5]
        assert rows.total == 9
        assert rows.visible(2, 4) == (1, 3)

    def test_what_is_read_moves_with_what_is_measured_above(self) -> None:
        rows = RowLayout([2, 3, 4], lambda row: 5)
        assert rows.measure([0], anchor=2) == Measured(first=0, shift=3)
        assert rows.top(2) == 8
        assert rows.measure([2], anchor=2) == Measured(first=2, shift=0)
        assert rows.measure([2], anchor=2) is None

    def test_rows_to_measure_run_out_and_come_back(self) -> None:
        rows = RowLayout([1, 1], lambda row: 2)
        rows.measure([0, 1], anchor=0)
        assert rows.next_unmeasured() == -1
        rows.forget(1)
        assert rows.next_unmeasured() == 1

    def test_no_rows(self) -> None:
        rows = RowLayout((), lambda row: 1)
        assert (rows.total, rows.row_at(3), rows.visible(0, 5)) == (0, -1, (0, 0))

    @given(st.lists(st.integers(1, 9), min_size=1, max_size=40), st.data())
    @settings(max_examples=60, deadline=None)
    def test_row_at_is_the_row_drawn_there(self, heights: list[int], data: st.DataObject) -> None:
        rows = RowLayout([1] * len(heights), heights.__getitem__)
        rows.measure(range(len(heights)), anchor=0)
        assert rows.total == sum(heights)
        y = data.draw(st.integers(0, rows.total - 1))
        row = rows.row_at(y)
        assert rows.top(row) <= y < rows.top(row) + rows.height(row)

    def test_estimates_are_whole_lines(self) -> None:
        assert estimate_height(0, 40) == 1
        assert estimate_height(200, 40) == 6


class TestWords:
    def test_signs_around_words_do_not_count(self) -> None:
        text = 'He said: "stop, now" – 12%.'
        words = [text[start:end] for start, end in word_spans(text)]
        assert words == ["He", "said", "stop", "now", "–", "12"]

    def test_arabic_words_keep_their_marks(self) -> None:
        text = "“حَرْبٌ” ضد،"
        assert [text[a:b] for a, b in word_spans(text)] == ["حَرْبٌ", "ضد"]

    def test_nearest_word(self) -> None:
        assert word_at("one, two", 3) == 0
        assert word_at("one, two", 5) == 1
        assert word_at("   ", 1) == -1

    def test_counterparts_are_whole_words(self) -> None:
        links = (Link(0, 3, 0, 4, 1.0), Link(4, 9, 5, 7, 1.0), Link(4, 9, 7, 10, 1.0))
        english, arabic = "Head ofstate", "abc defgh"
        assert in_target(links, (4, 9), english) == ((5, 12),)
        assert in_source(links, (0, 4), arabic) == ((0, 3),)
        assert in_source((), (0, 4), arabic) == ()


class TestCursor:
    @pytest.fixture
    def workspace(self) -> Workspace:
        workspace = Workspace(Launch())
        workspace.set_document(document_from_text("a", "زار كيم قاعدة."))
        return workspace

    def test_left_goes_on_in_arabic(self, workspace: Workspace) -> None:
        workspace.pane = Pane.SOURCE
        workspace.cursor = cursors.moved(workspace, left=True)
        assert cursors.chosen_text(workspace) == "زار"
        workspace.cursor = cursors.moved(workspace, left=True)
        assert cursors.chosen_text(workspace) == "كيم"
        workspace.cursor = cursors.moved(workspace, left=True, extend=True)
        assert cursors.chosen_text(workspace) == "كيم قاعدة"
        workspace.cursor = cursors.moved(workspace, left=False)
        assert cursors.chosen_text(workspace) == "زار"

    def test_without_words_nothing_is_chosen(self, workspace: Workspace) -> None:
        workspace.pane = Pane.TARGET
        assert cursors.moved(workspace, left=False) is None
        workspace.pane = Pane.SOURCE
        assert cursors.chosen_text(workspace) == "زار كيم قاعدة."

    def test_dragging_stays_in_its_pane(self) -> None:
        one, other = Cursor(Pane.SOURCE, 4, 6), Cursor(Pane.SOURCE, 0, 2)
        assert cursors.joined(one, other) == Cursor(Pane.SOURCE, 0, 6)
        assert cursors.joined(one, Cursor(Pane.TARGET, 0, 2)) is one


class TestQueue:
    @pytest.fixture
    def document(self) -> Document:
        return document_from_text("a", "\n".join(f"جملة رقم {n}." for n in range(30)))

    def queue(self, document: Document) -> WorkQueue:
        queue = WorkQueue()
        segments = tuple(document.segments())
        queue.set_segments(segments)
        queue.want(0, [segment.fingerprint for segment in segments])
        return queue

    def rows(self, batch: Batch | None, document: Document) -> list[int]:
        assert batch is not None
        order = [segment.id for segment in document.segments()]
        return [order.index(segment.id) for segment in batch.segments]

    def test_what_is_on_the_screen_comes_first_then_below_then_above(
        self, document: Document
    ) -> None:
        queue = self.queue(document)
        queue.look_at(10, 14)
        assert self.rows(queue.take(), document) == [10]
        assert self.rows(queue.take(), document) == [11, 12]
        assert self.rows(queue.take(), document) == [13]
        assert self.rows(queue.take(), document) == list(range(14, 22))
        assert self.rows(queue.take(), document) == list(range(22, 30))
        assert self.rows(queue.take(), document) == list(range(10))
        assert queue.pending() == 0

    def test_first_batch_is_one_segment(self, document: Document) -> None:
        assert self.rows(self.queue(document).take(), document) == [0]

    def test_second_system_waits_for_the_screen_of_the_first(self, document: Document) -> None:
        queue = self.queue(document)
        queue.want(1, [segment.fingerprint for segment in document.segments()])
        queue.look_at(0, 2)
        taken = [queue.take() for _ in range(4)]
        assert [batch.system for batch in taken if batch] == [0, 0, 1, 0]

    def test_pause_holds_the_thread_and_unfinished_work_comes_back(
        self, document: Document
    ) -> None:
        queue = self.queue(document)
        batch = queue.take()
        assert batch is not None
        queue.give_back(batch, {batch.segments[0].fingerprint})
        assert queue.pending() == 29
        queue.pause(True)
        found: list[Batch | None] = []
        thread = threading.Thread(target=lambda: found.append(queue.take()))
        thread.start()
        assert not found
        queue.pause(False)
        thread.join(5)
        assert self.rows(found[0], document)[0] == 1

    def test_closing_ends_the_wait(self) -> None:
        queue = WorkQueue()
        queue.close()
        assert queue.take() is None

    def test_segments_that_left_the_article_are_not_wanted(self, document: Document) -> None:
        queue = self.queue(document)
        queue.set_segments(tuple(document.segments())[:4])
        assert queue.pending() == 4


class TestSearch:
    def test_any_spelling_is_found_with_its_place(self) -> None:
        text = "زار الرَّئيسُ أمريكا"
        query = folded_query("الرئيس")
        (place,) = places(query, text)
        assert text[slice(*place)] == "الرَّئيسُ"
        assert places(folded_query("امريكا"), text)

    def test_panes_are_searched_apart(self) -> None:
        texts = {Pane.SOURCE: "كيم", Pane.TARGET: "Kim and KIM"}
        found = dict(
            find_in_row("kim", 0, tuple(texts), lambda row, pane: texts[pane], FoldedTexts())
        )
        assert found == {Pane.TARGET: ((0, 3), (8, 11))}


class TestProgress:
    def test_paused_time_does_not_count(self) -> None:
        now = [0.0]
        meter = Meter(lambda: now[0])
        meter.start()
        meter.count(50)
        now[0] = 5.0
        meter.stop()
        now[0] = 100.0
        assert meter.rate == 10.0
        assert meter.left(30) == 3.0

    @pytest.mark.parametrize(
        ("seconds", "text"), [(8.4, "8 s"), (125, "2 min 05 s"), (4200, "1 h 10 min")]
    )
    def test_time_left(self, seconds: float, text: str) -> None:
        assert time_left(seconds) == text

    def test_line(self) -> None:
        progress = Progress("translating", 5, 10, 120.4, 61.0, working=True)
        assert progress_text(progress) == (
            "━━━━━━━━╌╌╌╌╌╌╌╌  translating  5 of 10 segments  120 words/s  1 min 01 s left"
        )


class TestDrawing:
    @given(
        st.text(alphabet="ابتث لا abc 12 “”()\u064e👨‍👩‍👧", max_size=60),
        st.integers(4, 40),
        st.data(),
    )
    @settings(max_examples=80, deadline=None)
    def test_every_line_is_as_wide_as_its_pane(
        self, text: str, width: int, data: st.DataObject
    ) -> None:
        from rich.cells import cell_len

        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        laid_out = cell_layout(text, width, Pane.SOURCE, "visual")
        plain = draw_cell(laid_out, [], Style(), {})
        marked = draw_cell(
            laid_out,
            [Span(start, end, Look.FOUND), Span(0, len(text), Look.CURSOR)],
            Style(),
            {Look.FOUND: Style(bold=True), Look.CURSOR: Style(reverse=True)},
        )
        for line, other in zip(plain, marked, strict=True):
            drawn = "".join(piece.text for piece in line)
            assert cell_len(drawn) == width
            assert "".join(piece.text for piece in other) == drawn

    def test_margin(self) -> None:
        styles = dict.fromkeys(("current", "number", "error", "note", "bar"), Style())
        width = margin_width(["1", "2", "12.1"], bars=True)
        first, other = margin_lines(
            "12.1",
            [Mark("✗", "a name is missing", "error"), Mark("★", "bookmarked")],
            0.5,
            current=True,
            width=width,
            bars=True,
            plain=Style(),
            styles=styles,
        )
        assert "".join(piece.text for piece in first) == "▌12.1 ✗★  ██·· "
        assert sum(len(piece.text) for piece in first) == width
        assert sum(len(piece.text) for piece in other) == width

    @pytest.mark.parametrize(("value", "bar"), [(None, "    "), (0, "····"), (1, "████")])
    def test_bar(self, value: float | None, bar: str) -> None:
        assert score_bar(value) == bar
        assert len(score_bar(0.37)) == BAR_CELLS


def test_themes() -> None:
    assert theme_name("auto", {}) == DARK
    assert theme_name("auto", {"COLORFGBG": "0;15"}) == LIGHT
    assert theme_name("high-contrast", {}) == HIGH_CONTRAST
    assert theme_name("nord", {}) == "nord"
    assert next_theme(HIGH_CONTRAST) == DARK
