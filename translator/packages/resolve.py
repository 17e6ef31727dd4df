"""From what a user calls a package to the package itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from translator.engine.protocol import PackageInfo
from translator.errors import PackageError
from translator.locations import bundled_package, expanded, is_file, is_folder
from translator.packages.folder import ARABIC_TO_ENGLISH, read_folder, read_folder_metadata

ARCHIVE_ENDING = ".argosmodel"


def resolve_package(
    name_or_path: str, *, notify: Callable[[str], None] | None = None
) -> PackageInfo:
    """Find and check one Arabic-to-English package; nothing of it is loaded.

    A folder is used where it is. A .argosmodel file is checked and unpacked once into the user's
    cache, under a name made from its content; later runs use that copy.

    Args:
        name_or_path: "bundled" (or "auto"), "installed" (Argos's own ar_en on this machine, the
            newest if there are several), the path of a package folder or .argosmodel file, or the
            folder name of a package that Argos has installed.
        notify: told in one sentence when a file is unpacked, and where.

    Raises:
        PackageError: there is no such package, or it is broken.
    """
    name = name_or_path.strip()
    if name in {"bundled", "auto"}:
        return read_folder(bundled_package(), "bundled")
    if name == "installed":
        return read_folder(_newest_installed(), "installed")
    path = expanded(name)
    if name and is_folder(path):
        return read_folder(path, path.resolve().name)
    if name and is_file(path):
        from translator.packages.cache import open_archive

        return open_archive(path, notify=notify)
    if name and Path(name).name == name and path.suffix != ARCHIVE_ENDING:
        return read_folder(_installed_by_name(name), name)
    raise PackageError(
        "no such package folder or file" if name else "its name is empty",
        where=name_or_path if name else "package",
        remedy="check the path, or use bundled; `muqabala package list` shows what there is",
    )


def resolve_packages(
    named: Sequence[str], setting: str, *, notify: Callable[[str], None] | None = None
) -> tuple[PackageInfo, ...]:
    """All packages of one run, each once, with labels that are unique among them.

    Args:
        named: what the command line names, in order; if empty the setting counts.
        setting: engine.package of the configuration.
        notify: see resolve_package.

    Raises:
        PackageError: one of them is missing or broken.
    """
    packages: dict[Path, PackageInfo] = {}
    for name in named or (setting,):
        package = resolve_package(name, notify=notify)
        packages.setdefault(package.path.resolve(), package)
    return _with_unique_labels(tuple(packages.values()))


def _with_unique_labels(packages: tuple[PackageInfo, ...]) -> tuple[PackageInfo, ...]:
    """Equal labels get the version, and if that is equal too a number."""
    labels = [package.label for package in packages]
    taken: set[str] = set()
    unique: list[PackageInfo] = []
    for package in packages:
        label = package.label
        if labels.count(label) > 1 and package.version:
            label = f"{label}-{package.version}"
        base, number = label, 2
        while label in taken:
            label, number = f"{base}-{number}", number + 1
        taken.add(label)
        unique.append(dataclasses.replace(package, label=label))
    return tuple(unique)


def _newest_installed() -> Path:
    from translator.packages.argos import argos_package_folders, installed_folders

    found: list[tuple[tuple[int, ...], Path]] = []
    for folder in installed_folders():
        try:
            metadata = read_folder_metadata(folder)
        except PackageError:
            continue
        if (metadata.from_code, metadata.to_code) == ARABIC_TO_ENGLISH:
            found.append((version_key(metadata.version), folder))
    if found:
        return max(found)[1]
    raise PackageError(
        "Argos has no Arabic-to-English package installed",
        where=", ".join(str(folder) for folder in argos_package_folders()),
        remedy="install one with `muqabala package install FILE.argosmodel`, or use bundled",
    )


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers that compare in the right order: "1.10" after "1.9"."""
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))


def _installed_by_name(name: str) -> Path:
    from translator.packages.argos import installed_folders

    folders = installed_folders()
    for folder in folders:
        if folder.name == name:
            return folder
    known = ", ".join(["bundled", "installed", *(folder.name for folder in folders)])
    raise PackageError(
        f'no package is called "{name}" and no such folder or file exists',
        remedy=f"use one of {known}, or a path",
    )
