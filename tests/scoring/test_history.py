"""The log of runs: whole lines, two writers, faults named by line; and the plot."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.errors import OutputError, ScoringError
from translator.history import Run, append_runs, read_runs, trend_table
from translator.trend import plot

RUN = Run(
    date="2026-11-03T14:05:00+02:00",
    system="bundled+glossary",
    package="bundled 0.1",
    glossary="8dcd",
    config={"engine.beam": "auto"},
    references=("r.en",),
    segments=21,
    scores={"BLEU": 43.7, "TER": 41.2},
    signatures={"BLEU": "nrefs:1", "TER": "nrefs:1"},
)


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "scores.jsonl"
    append_runs(path, [RUN])
    append_runs(path, [replace(RUN, system="ق"), RUN])
    assert read_runs(path) == (RUN, replace(RUN, system="ق"), RUN)
    assert path.read_bytes().count(b"\n") == 3


def test_a_last_line_without_break_is_not_run_into(tmp_path: Path) -> None:
    path = tmp_path / "scores.jsonl"
    append_runs(path, [RUN])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append_runs(path, [RUN])
    assert read_runs(path) == (RUN, RUN)


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "scores.jsonl"
    runs = [replace(RUN, system=f"s{n}") for n in range(12)]
    threads = [threading.Thread(target=append_runs, args=(path, [run])) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(run.system for run in read_runs(path)) == sorted(run.system for run in runs)


def test_a_failed_write_leaves_the_log_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.jsonl"
    append_runs(path, [RUN])
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("translator.history.os.fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        append_runs(path, [RUN])
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no runs yet"),
        (b"\n\n", "has no runs yet"),
        (b"hello\n", "scores.jsonl:1: is no scoring run"),
        (b'\n{"date": 1}\n', "scores.jsonl:2: is no scoring run"),
        (b"[]\n", "scores.jsonl:1: is no scoring run"),
        (b"\xff\xff", "scores.jsonl: is no scoring run"),
    ],
)
def test_faulty_logs(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "scores.jsonl"
    path.write_bytes(content)
    with pytest.raises(ScoringError) as error:
        read_runs(path)
    assert message in str(error.value)


def test_missing_log(tmp_path: Path) -> None:
    with pytest.raises(ScoringError, match="cannot read"):
        read_runs(tmp_path / "none.jsonl")


def test_table_has_changes_of_the_same_system_only() -> None:
    other = replace(RUN, system="other", scores={"BLEU": 10.0})
    later = replace(RUN, scores={"BLEU": 44.0, "TER": 40.0})
    table = trend_table([RUN, other, later])
    assert table.header[5:] == ("BLEU", "TER")
    assert [row[5:] for row in table.rows] == [
        ("43.70", "41.20"),
        ("10.00", "–"),
        ("44.00 (+0.30)", "40.00 (-1.20)"),
    ]
    assert table.rows[0][0] == "2026-11-03 14:05"


def test_plot_rises_with_the_values() -> None:
    lines = plot([1.0, 2.0, 3.0], width=40, height=4)
    assert lines == (
        "3.0 ┤        ███",
        "    ┤    ▃▃▃ ███",
        "    ┤    ███ ███",
        "0.5 ┤▆▆▆ ███ ███",
    )
    assert plot([], width=40) == ()


@given(
    st.lists(st.floats(0, 150), min_size=1, max_size=300),
    st.integers(12, 120),
    st.integers(1, 12),
)
@settings(max_examples=100, deadline=None)
def test_plot_fits_and_shows_every_bar(values: list[float], width: int, height: int) -> None:
    lines = plot(values, width=width, height=height)
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    assert any(sign in lines[-1] for sign in "▁▂▃▄▅▆▇█")
