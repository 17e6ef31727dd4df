"""Argos's package index: the only part of Muqabala that uses the network, on explicit request."""

from __future__ import annotations

import contextlib
import json
import logging
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator.errors import PackageError
from translator.packages.argos import import_argos_package
from translator.packages.resolve import version_key

_TIMEOUT_SECONDS = 15.0
_FROM_FILE = (
    "connect to the network, or get the .argosmodel file on another machine and install it with "
    "`muqabala package install FILE.argosmodel`"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A package in Argos's index, under the name by which it is installed."""

    name: str
    version: str
    from_name: str
    to_name: str


def index_file() -> Path:
    """Where Argos keeps its copy of the index on this machine; absent until it is fetched."""
    import_argos_package()
    import argostranslate.settings

    return Path(argostranslate.settings.local_package_index)


def refresh_index() -> None:
    """Fetch the index over the network through argostranslate.package.update_package_index.

    Raises:
        PackageError: there is no network, or what came is no index; the old copy stays.
    """
    package = import_argos_package()
    from argostranslate import settings

    final = index_file()
    # Argos swallows every error and writes whatever came: let it write beside the real copy.
    fresh = final.with_name(f".{final.name}.part")
    with _impatient_network() as errors:
        settings.local_package_index = fresh
        try:
            package.update_package_index()
        except OSError as error:
            errors.append(str(error))
        finally:
            settings.local_package_index = final
    try:
        if not fresh.is_file():
            reason = f" ({errors[-1]})" if errors else ""
            raise PackageError(
                f"Argos's package index cannot be reached{reason}", remedy=_FROM_FILE
            )
        _check_index(fresh, str(settings.remote_package_index))
        fresh.replace(final)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()


def offers() -> tuple[Offer, ...]:
    """What the copy of the index on this machine offers; no network. Empty if there is no copy.

    Raises:
        PackageError: the copy is broken.
    """
    package = import_argos_package()
    return tuple(
        Offer(
            package.argospm_package_name(available).removeprefix("translate-"),
            available.package_version,
            available.from_name,
            available.to_name,
        )
        for available in _available()
    )


def download(name: str) -> Path:
    """Fetch a package of the index by name and return the file; it is not checked yet.

    Args:
        name: as in offers(), "ar_en"; "translate-ar_en" and "ar-en" are the same.

    Raises:
        PackageError: no network, or no such package.
    """
    wanted = "translate-{}_{}".format(*pair_of(name))
    refresh_index()
    package = import_argos_package()
    import argostranslate.settings

    found = [one for one in _available() if package.argospm_package_name(one) == wanted]
    if not found:
        raise PackageError(
            f'Argos\'s package index has no "{name}"',
            remedy="`muqabala package list --offered` shows what it has",
        )
    newest = max(found, key=lambda one: version_key(one.package_version))
    # Argos takes an earlier download of any version, also a broken one, for this one.
    leftover = Path(argostranslate.settings.downloads_dir) / f"{wanted}.argosmodel"
    with contextlib.suppress(OSError):
        leftover.unlink()
    with _impatient_network() as errors:
        try:
            return Path(newest.download())
        except Exception as error:  # Argos raises bare Exception when a download fails.
            reason = errors[-1] if errors else str(error)
            raise PackageError(
                f'"{name}" cannot be downloaded ({reason})', remedy=_FROM_FILE
            ) from error


def pair_of(name: str) -> tuple[str, str]:
    """The language codes in a package's name, such as "ar_en" or "translate-ar_en".

    Raises:
        PackageError: the name holds no pair.
    """
    codes = name.removeprefix("translate-").replace("-", "_").split("_")
    if len(codes) != 2 or not all(code.isalpha() for code in codes):
        raise PackageError(
            f'"{name}" is no file and no package name',
            remedy='give the path of a .argosmodel file, or a name such as "ar_en"',
        )
    return codes[0], codes[1]


def _available() -> list[Any]:
    """Argos's list; only asked when there is a sound copy, without one it calls itself for ever."""
    path = index_file()
    if not path.is_file():
        return []
    _check_index(path, str(path))
    available = import_argos_package().get_available_packages()
    return [one for one in available if one.type == "translate" and one.from_code and one.to_code]


def _check_index(path: Path, where: str) -> None:
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PackageError("is no package index", where=where, remedy=_FROM_FILE) from error
    if not isinstance(index, list) or not all(isinstance(one, dict) for one in index):
        raise PackageError("is no package index", where=where, remedy=_FROM_FILE)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # Argos logs the repr of its arguments; the last quoted part is what a person can read.
        message = record.getMessage()
        self.messages.append((re.findall(r"'([^']+)'", message) or [message])[-1])


@contextlib.contextmanager
def _impatient_network() -> Iterator[list[str]]:
    """Argos sets no timeout and logs errors to the screen: set one, and collect them instead."""
    logger = logging.getLogger("argostranslate.utils")
    collector = _Collector()
    timeout, propagate = socket.getdefaulttimeout(), logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    socket.setdefaulttimeout(_TIMEOUT_SECONDS)
    try:
        yield collector.messages
    finally:
        socket.setdefaulttimeout(timeout)
        logger.propagate = propagate
        logger.removeHandler(collector)
