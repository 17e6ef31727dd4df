"""One writer at a time for the user's own files, also between two running programs."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from translator.errors import OutputError

WAIT_SECONDS = 5.0


@contextlib.contextmanager
def locked(path: Path, *, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the lock of a file while the block reads, changes and writes it.

    The lock is a small file beside the target, ".NAME.lock". The system gives it up when its
    holder ends, however it ends; the empty file stays, because removing it would let two writers
    in. A symbolic link and its target share one lock.

    Raises:
        OutputError: another program holds the lock for longer than wait_seconds, or the folder
            cannot be written.
    """
    import filelock

    target = Path(os.path.realpath(path))
    lock = filelock.FileLock(target.with_name(f".{target.name}.lock"), timeout=wait_seconds)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except filelock.Timeout as error:
        raise OutputError(
            f"another program has been changing it for {wait_seconds:g} seconds",
            where=str(path),
            remedy="close the other Muqabala or try again; nothing was changed",
        ) from error
    except (OSError, NotImplementedError) as error:
        raise OutputError(
            f"cannot be locked ({getattr(error, 'strerror', None) or error})",
            where=str(path),
            remedy="check the folder's permissions; nothing was changed",
        ) from error
    try:
        yield
    finally:
        lock.release()
