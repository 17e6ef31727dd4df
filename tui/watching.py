"""Hearing of files that other programs change."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from pathlib import Path

_DEBOUNCE, _STEP = 300, 50


async def changes(paths: Iterable[Path]) -> AsyncIterator[frozenset[Path]]:
    """The files that changed, time and again; deleted and renamed ones too.

    Folders are watched, not files: an editor that saves by renaming makes a new file each time.

    Args:
        paths: the files; those whose folder does not exist are left out.
    """
    from watchfiles import awatch

    wanted = {path.resolve() for path in paths}
    folders = {path.parent for path in wanted if path.parent.is_dir()}
    if not folders:
        return
    async for found in awatch(*folders, recursive=False, debounce=_DEBOUNCE, step=_STEP):
        changed = frozenset(Path(name).resolve() for _, name in found) & wanted
        if changed:
            yield changed
