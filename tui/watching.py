"""Hearing of files that other programs change."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

_DEBOUNCE, _STEP = 300, 50


def changes(paths: Iterable[Path], stop: threading.Event) -> Iterator[frozenset[Path]]:
    """The files that changed, time and again; deleted and renamed ones too. For a thread.

    Folders are watched, not files: an editor that saves by renaming makes a new file each time.

    Args:
        paths: the files; those whose folder does not exist are left out.
        stop: ends it.
    """
    from watchfiles import watch

    wanted = {path.resolve() for path in paths}
    folders = {path.parent for path in wanted if path.parent.is_dir()}
    if not folders:
        return
    watching = watch(
        *folders,
        recursive=False,
        debounce=_DEBOUNCE,
        step=_STEP,
        stop_event=stop,
        raise_interrupt=False,
    )
    for found in watching:
        changed = frozenset(Path(name).resolve() for _, name in found) & wanted
        if changed:
            yield changed
