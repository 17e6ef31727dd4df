"""Every package on this machine, whole or broken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translator.errors import PackageError
from translator.locations import bundled_package
from translator.packages.argos import installed_folders
from translator.packages.folder import read_folder, read_folder_metadata


@dataclass(frozen=True, slots=True)
class ListedPackage:
    """One line of the list.

    Attributes:
        name: what --package takes: "bundled" or the folder's name.
        pair: as in "ar -> en".
        problem: why Muqabala cannot use it, "" if it can.
    """

    name: str
    pair: str
    version: str
    path: Path
    problem: str


def list_packages() -> tuple[ListedPackage, ...]:
    """The bundled package and all that Argos has installed; no network."""
    return (
        _listed("bundled", bundled_package()),
        *(_listed(folder.name, folder) for folder in installed_folders()),
    )


def _listed(name: str, folder: Path) -> ListedPackage:
    try:
        metadata = read_folder_metadata(folder)
    except PackageError as error:
        return ListedPackage(name, "?", "?", folder, str(error))
    try:
        read_folder(folder, name)
        problem = ""
    except PackageError as error:
        problem = str(error)
    return ListedPackage(name, metadata.pair(), metadata.version, folder, problem)
