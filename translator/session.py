"""The user's own work on an article: edits, bookmarks and notes, kept in a file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from translator.atomic import write_text
from translator.document import Segment
from translator.errors import SessionError
from translator.locking import locked

VERSION = 1
_ENDING = ".muqabala-session.json"


@dataclass(frozen=True, slots=True)
class SegmentWork:
    """What the user did to one segment.

    Attributes:
        source: the segment's Arabic when the work was done, so that it can be recognised.
        edited: the user's English, None if the model's stands.
        bookmarked: marked to come back to.
        note: the user's remark, "" if none.
        changed: when it last changed, in seconds since 1970; the newer work wins when two
            programs write the same session.
    """

    source: str
    edited: str | None = None
    bookmarked: bool = False
    note: str = ""
    changed: float = 0.0

    @property
    def empty(self) -> bool:
        """True if there is nothing to keep."""
        return self.edited is None and not self.bookmarked and not self.note


@dataclass(frozen=True, slots=True)
class Session:
    """All work on an article.

    Attributes:
        segments: by the segment's fingerprint, which stays the same when other parts of the
            article change.
        current: fingerprint of the segment that was being read, "" at the beginning.
    """

    segments: Mapping[str, SegmentWork] = field(default_factory=dict)
    current: str = ""

    def work_on(self, segment: Segment) -> SegmentWork:
        """The work on a segment, empty if there is none."""
        return self.segments.get(segment.fingerprint, SegmentWork(segment.text))

    def with_work(self, segment: Segment, now: float, **changes: Any) -> Session:
        """A session in which fields of a segment's work (edited, bookmarked, note) are changed."""
        work = replace(self.work_on(segment), changed=now, **changes)
        return replace(self, segments={**self.segments, segment.fingerprint: work})


def session_path(article: Path) -> Path:
    """The session file that belongs to an article."""
    return article.with_name(article.name + _ENDING)


def load_session(article: Path) -> Session:
    """The saved session of an article, an empty one if there is none.

    Raises:
        SessionError: the file is there but cannot be read; it is left as it is.
    """
    path = session_path(article)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Session()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    try:
        return _from_json(json.loads(text))
    except (ValueError, TypeError, KeyError) as error:
        raise _unreadable(path, str(error)) from error


def save_session(article: Path, session: Session) -> Session:
    """Save the session, joined with what another program saved meanwhile.

    For each segment the newer work wins; work that is empty stays in the file with its time, so
    that a deletion is not undone by an older copy.

    Returns:
        The joined session, as it is in the file.

    Raises:
        SessionError: the file there is not a session, or another program holds it.
        OutputError: it cannot be written.
    """
    path = session_path(article)
    with locked(path):
        joined = _joined(load_session(article), session)
        content = {
            "muqabala_session": VERSION,
            "article": article.name,
            "current": joined.current,
            "segments": {key: asdict(work) for key, work in joined.segments.items()},
        }
        write_text(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return joined


def _joined(saved: Session, own: Session) -> Session:
    segments = dict(saved.segments)
    for fingerprint, work in own.segments.items():
        there = segments.get(fingerprint)
        if there is None or work.changed >= there.changed:
            segments[fingerprint] = work
    return Session(segments, own.current)


def _from_json(content: Any) -> Session:
    if content["muqabala_session"] != VERSION:
        raise ValueError(f"version {content['muqabala_session']} is not {VERSION}")
    known = {one.name for one in fields(SegmentWork)}
    segments = {}
    for fingerprint, work in content["segments"].items():
        if not set(work) <= known:
            raise ValueError(f"unknown key in segment {fingerprint}")
        segments[str(fingerprint)] = SegmentWork(**work)
    return Session(segments, str(content["current"]))


def _unreadable(path: Path, reason: str) -> SessionError:
    return SessionError(
        f"the saved work cannot be read ({reason})",
        where=str(path),
        remedy="move the file away to begin anew; nothing in it was changed",
    )
