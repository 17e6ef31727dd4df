"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from translator.errors import OutputError
from translator.locations import exists, is_file, is_folder

_REASONS = {
    errno.EISDIR: "it is a folder",
    errno.EEXIST: "a part of this path is a file, not a folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
}
_REMEDIES = {
    errno.ENOSPC: "free some space or choose another place",
    errno.EDQUOT: "free some space or choose another place",
    errno.EACCES: "check the permissions or choose another place",
    errno.EPERM: "check the permissions or choose another place",
    errno.EROFS: "choose another place",
    errno.EISDIR: "name a file in it",
    errno.ENAMETOOLONG: "choose a shorter name",
}


@contextlib.contextmanager
def atomic_writer(path: Path, *, newline: str = "\n") -> Iterator[IO[str]]:
    """A UTF-8 text file that appears at path, complete, when the block ends without an error.

    It is written beside the path, flushed to disk and renamed; on any error, also Ctrl-C, the old
    file stays as it was and nothing is left behind. A symbolic link is kept and its target
    replaced; a device or pipe is written to as it is. Missing parent folders are made.

    Raises:
        OutputError: the folder or file cannot be written, or the disk is full.
    """
    path = Path(os.path.realpath(path))
    if _is_device(path):
        with _device_writer(path, newline) as stream:
            yield stream
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Half of the longest name a disk takes, so that a long name with a suffix still fits.
        temporary = path.with_name(f".{path.name[:60]}.{secrets.token_hex(6)}.part")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline=newline) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _keep_mode(path, temporary)
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


def write_remedy(error: OSError) -> str:
    """What to do when a file cannot be written, as an imperative clause."""
    return _REMEDIES.get(error.errno or 0, "choose another place")


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write ({_REASONS.get(error.errno or 0) or error.strerror or error})",
        where=str(path),
        remedy=f"{write_remedy(error)}; nothing was changed",
    )


def _is_device(path: Path) -> bool:
    """Devices and pipes, such as /dev/null, are written to and never replaced."""
    return exists(path) and not is_file(path) and not is_folder(path)


@contextlib.contextmanager
def _device_writer(path: Path, newline: str) -> Iterator[IO[str]]:
    try:
        with path.open("w", encoding="utf-8", newline=newline) as stream:
            yield stream
    except OSError as error:
        raise _cannot_write(path, error) from error


def _keep_mode(path: Path, temporary: Path) -> None:
    """The old file's permissions; a new file has what the user's umask gives."""
    with contextlib.suppress(FileNotFoundError):
        temporary.chmod(path.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows cannot open folders and needs no sync."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
