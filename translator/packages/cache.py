"""Package files used without installing them: unpacked once, found again by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from translator.engine.protocol import PackageInfo
from translator.errors import PackageError
from translator.locations import user_cache_folder
from translator.packages.archive import check_archive, unpack
from translator.packages.folder import read_folder


def cache_folder() -> Path:
    """Where unpacked copies lie; it may be absent, and everything in it can be deleted."""
    return user_cache_folder() / "packages"


def open_archive(path: Path, *, notify: Callable[[str], None] | None = None) -> PackageInfo:
    """The package in a .argosmodel file, unpacked into the user's cache on first use.

    Args:
        notify: told in one sentence when something is unpacked, and where.

    Raises:
        PackageError: the file is no sound package, or the cache cannot be written.
    """
    content = check_archive(path)
    label = path.stem
    parent = cache_folder() / file_sha256(path)[:32]
    folder = parent / content.top
    if not folder.is_dir():
        try:
            unpack(path, folder, staging=parent)
        except PackageError:
            # Another run may have unpacked the same file in the meantime.
            if not folder.is_dir():
                raise
        if notify:
            notify(f"{path}: unpacked once into {folder}")
    return read_folder(folder, label)


def cached_copies() -> tuple[Path, ...]:
    """The unpacked package folders in the cache."""
    return tuple(sorted(path for path in cache_folder().glob("*/*") if path.is_dir()))


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal.

    Raises:
        PackageError: the file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise PackageError(problem, where=str(path), remedy="check the path") from error
