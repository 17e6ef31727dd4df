"""Edits, bookmarks and notes come back, whatever happens between."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.document import Segment
from translator.errors import OutputError, SessionError
from translator.session import SegmentWork, Session, load_session, save_session, session_path

FIRST = Segment("1.1", "aaaa", "قال كيم", 0, 7)
SECOND = Segment("2.1", "bbbb", "قال بوتين", 8, 17)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return tmp_path / "article.ar.txt"


def test_no_file_is_an_empty_session(article: Path) -> None:
    assert load_session(article) == Session()
    assert not session_path(article).exists()


def test_work_comes_back(article: Path) -> None:
    session = Session(current="bbbb").with_work(FIRST, 1.0, edited="Kim said")
    session = session.with_work(SECOND, 2.0, bookmarked=True, note="check „name“\nsecond line")
    save_session(article, session)
    loaded = load_session(article)
    assert loaded == session
    assert loaded.work_on(FIRST).edited == "Kim said"
    assert loaded.work_on(SECOND).note.endswith("second line")


def test_an_empty_edit_is_kept_apart_from_no_edit(article: Path) -> None:
    save_session(article, Session().with_work(FIRST, 1.0, edited=""))
    assert load_session(article).work_on(FIRST).edited == ""
    assert load_session(article).work_on(SECOND).edited is None


def test_newer_work_wins_between_two_programs(article: Path) -> None:
    one = Session().with_work(FIRST, 1.0, edited="old").with_work(SECOND, 5.0, edited="newer")
    other = Session().with_work(FIRST, 3.0, edited="new").with_work(SECOND, 4.0, edited="older")
    save_session(article, one)
    joined = save_session(article, other)
    assert joined.work_on(FIRST).edited == "new"
    assert joined.work_on(SECOND).edited == "newer"


def test_a_deletion_is_not_undone_by_an_older_copy(article: Path) -> None:
    old = Session().with_work(FIRST, 1.0, edited="Kim said")
    save_session(article, old)
    save_session(article, old.with_work(FIRST, 2.0, edited=None))
    assert save_session(article, old).work_on(FIRST).empty


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"muqabala_session": 99, "segments": {}, "current": ""}',
        '{"muqabala_session": 1, "segments": {"a": {"colour": 1}}, "current": ""}',
        '{"muqabala_session": 1, "segments": {"a": {}}, "current": ""}',
    ],
)
def test_a_foreign_file_is_refused_and_left_alone(article: Path, content: str) -> None:
    path = session_path(article)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SessionError, match="move the file away"):
        load_session(article)
    with pytest.raises(SessionError):
        save_session(article, Session().with_work(FIRST, 1.0, note="x"))
    assert path.read_text(encoding="utf-8") == content


def test_a_full_disk_keeps_the_old_session(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_session(article, Session().with_work(FIRST, 1.0, edited="first"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        save_session(article, Session().with_work(FIRST, 2.0, edited="second"))
    assert load_session(article).work_on(FIRST).edited == "first"


def test_kill_while_saving_leaves_a_whole_session(article: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from translator.document import Segment\n"
        "from translator.session import Session, save_session\n"
        "segment = Segment('1.1', 'aaaa', 'x', 0, 1)\n"
        "number = 0\n"
        "while True:\n"
        "    number += 1\n"
        "    session = Session().with_work(segment, float(number), edited='y' * 5000)\n"
        "    save_session(Path(sys.argv[1]), session)\n"
        "    print(number, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(article)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for _ in range(5):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert load_session(article).work_on(FIRST).edited == "y" * 5000


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8),
        st.builds(
            SegmentWork,
            source=st.text(max_size=20),
            edited=st.none() | st.text(max_size=20),
            bookmarked=st.booleans(),
            note=st.text(max_size=20),
            changed=st.floats(0, 2e9),
        ),
        max_size=5,
    )
)
def test_round_trip(
    tmp_path_factory: pytest.TempPathFactory, segments: dict[str, SegmentWork]
) -> None:
    article = tmp_path_factory.mktemp("round") / "a.txt"
    session = Session(segments)
    save_session(article, session)
    assert load_session(article) == session
    content = json.loads(session_path(article).read_text(encoding="utf-8"))
    assert content["article"] == "a.txt"
