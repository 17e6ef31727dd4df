"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from translator.errors import OutputError


@contextlib.contextmanager
def atomic_writer(path: Path, *, newline: str = "\n") -> Iterator[IO[str]]:
    """A UTF-8 text file that appears at path, complete, when the block ends without an error.

    It is written beside the path, flushed to disk and renamed; on any error, also Ctrl-C, the old
    file stays as it was and nothing is left behind. A symbolic link is kept and its target
    replaced. Missing parent folders are made.

    Raises:
        OutputError: the folder or file cannot be written, or the disk is full.
    """
    path = Path(os.path.realpath(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(
            prefix=f".{path.name}.", suffix=".part", dir=path.parent
        )
    except OSError as error:
        raise _cannot_write(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline=newline) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode_for(path))
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def write_text(path: Path, text: str, *, newline: str = "\n") -> None:
    """Write text to path atomically; see atomic_writer for errors."""
    with atomic_writer(path, newline=newline) as stream:
        stream.write(text)


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write ({error.strerror or error})",
        where=str(path),
        remedy="free some space or choose another place; nothing was changed",
    )


def _mode_for(path: Path) -> int:
    """The old file's permissions, or what the user's umask gives a new one."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows cannot open folders and needs no sync."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
