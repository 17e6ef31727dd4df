"""Put a package among those that Argos has on this machine, and take one away."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from translator.engine.protocol import PackageInfo
from translator.errors import PackageError
from translator.packages.archive import check_archive, unpack
from translator.packages.argos import (
    argos_data_folder,
    argos_package_folders,
    installed_folders,
)
from translator.packages.folder import ARABIC_TO_ENGLISH, read_folder


def install_file(
    path: Path, *, pair: tuple[str, str] = ARABIC_TO_ENGLISH, replace: bool = False
) -> PackageInfo:
    """Install a .argosmodel file for Argos and Muqabala; it appears whole or not at all.

    Args:
        replace: take the place of an installed package with the same folder name.

    Raises:
        PackageError: the file is no sound package of this language pair, the same one is
            installed already, or the disk is full.
    """
    content = check_archive(path, pair=pair)
    parent = argos_package_folders()[0]
    destination = parent / content.top
    if destination.exists() and not replace:
        raise PackageError(
            f'"{content.top}" is already installed',
            where=str(destination),
            remedy="add --replace to install it anew, or remove it first",
        )
    with tempfile.TemporaryDirectory(
        prefix=".installing-", dir=_staging(parent), ignore_cleanup_errors=True
    ) as temporary:
        fresh = Path(temporary) / content.top
        unpack(path, fresh, staging=Path(temporary), pair=pair)
        if destination.exists():
            _move(destination, Path(temporary) / "old")
        _move(fresh, destination)
    return read_folder(destination, content.top, pair=pair)


def install_named(name: str, *, replace: bool = False) -> PackageInfo:
    """Download a package from Argos's index over the network and install it.

    Raises:
        PackageError: no network, no such package, or one of install_file's reasons.
    """
    from translator.packages.index import download, pair_of

    path = download(name)
    try:
        return install_file(path, pair=pair_of(name), replace=replace)
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def remove(name: str) -> Path:
    """Remove a package that Argos has installed, whole or broken, and return where it was.

    Args:
        name: its folder's name, as `muqabala package list` shows it.

    Raises:
        PackageError: there is none of this name, or it cannot be removed.
    """
    if name in {"bundled", "auto"}:
        raise PackageError("the bundled package is part of Muqabala and cannot be removed")
    folders = [folder for folder in installed_folders() if folder.name == name]
    if not folders:
        known = ", ".join(folder.name for folder in installed_folders()) or "none"
        raise PackageError(f'no installed package is called "{name}"', remedy=f"installed: {known}")
    folder = folders[0]
    if folder.is_symlink():
        folder.unlink()
        return folder
    with tempfile.TemporaryDirectory(
        prefix=".removed-", dir=_staging(folder.parent), ignore_cleanup_errors=True
    ) as temporary:
        _move(folder, Path(temporary) / folder.name)
    return folder


def _staging(packages: Path) -> Path:
    """Where to work: Argos takes every folder among its packages, half-done ones too, for one."""
    data = argos_data_folder()
    try:
        packages.mkdir(parents=True, exist_ok=True)
        same_disk = data.stat().st_dev == packages.stat().st_dev
    except OSError as error:
        raise PackageError(
            f"cannot be written ({error.strerror or error})",
            where=str(packages),
            remedy="check the folder's permissions, or set ARGOS_PACKAGES_DIR to another folder",
        ) from error
    return data if same_disk else packages


def _move(folder: Path, destination: Path) -> None:
    """Rename on one disk: Argos sees a package whole or not at all."""
    try:
        folder.rename(destination)
    except OSError as error:
        raise PackageError(
            f"cannot be moved ({error.strerror or error})",
            where=str(folder),
            remedy="check the folder's permissions and that no program uses it",
        ) from error
