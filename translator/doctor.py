"""Is everything in order on this machine? Every check says what it found and what to do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import MuqabalaError
from translator.locations import (
    bundled,
    exists,
    is_folder,
    log_file,
    user_cache_folder,
    user_config_folder,
    user_data_folder,
    user_glossary_file,
)

if TYPE_CHECKING:
    from translator.config.load import Configuration
    from translator.engine.protocol import PackageInfo

_DISTRIBUTIONS = (
    "muqabala",
    "argos-translate-lt",
    "ctranslate2",
    "sentencepiece",
    "sacrebleu",
    "textual",
    "pydantic",
    "langdetect",
)
# "The president visited the city yesterday."
_SENTENCE = "زار الرئيس المدينة أمس."


class State(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes:
        detail: what was found, one line.
        remedy: what to do about it, "" if nothing.
    """

    name: str
    state: State
    detail: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All checks in order."""

    checks: tuple[Check, ...]

    @property
    def healthy(self) -> bool:
        """True if no check failed; warnings are allowed."""
        return all(check.state is not State.FAIL for check in self.checks)


def examine(
    named: Sequence[str],
    *,
    config: Path | None,
    environment: Mapping[str, str],
    folder: Path,
) -> Report:
    """Look at everything that a translation needs, and translate one sentence without a network.

    Args:
        named: packages as --package names them; if empty the configuration's.
        config, environment, folder: see translator.config.load.load_config.

    A fault becomes a failed check; nothing is raised and nothing is written.
    """
    configuration, check = _configuration(config, environment, folder)
    checks = [*_versions(), check, _threads(configuration)]
    packages, package_checks = _packages(named, configuration)
    checks += package_checks
    checks.append(_guarded("glossaries", lambda: _glossaries(configuration, folder)))
    checks += _folders()
    checks += [
        _guarded(f"offline, {package.label}", partial(_offline, package)) for package in packages
    ]
    return Report(tuple(checks))


def _guarded(name: str, look: Callable[[], Check]) -> Check:
    try:
        return look()
    except MuqabalaError as error:
        return _failed(name, error)


def _failed(name: str, error: MuqabalaError) -> Check:
    detail = f"{error.where}: {error.problem}" if error.where else error.problem
    return Check(name, State.FAIL, detail, error.remedy or "")


def _versions() -> list[Check]:
    from importlib.metadata import PackageNotFoundError, version

    python = f"{sys.version.split()[0]} on {sys.platform}"
    found: list[str] = []
    missing: list[str] = []
    for name in _DISTRIBUTIONS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    checks = [Check("python", State.OK, python), Check("libraries", State.OK, ", ".join(found))]
    if missing:
        remedy = "install Muqabala again with pip"
        checks.append(Check("libraries", State.FAIL, f"missing: {', '.join(missing)}", remedy))
    return checks


def _configuration(
    config: Path | None, environment: Mapping[str, str], folder: Path
) -> tuple[Configuration, Check]:
    """The configuration in force; if it is faulty the default, so that the rest can be checked."""
    from translator.config.load import load_config

    try:
        configuration = load_config(config, environment=environment, folder=folder)
    except MuqabalaError as error:
        default = load_config(bundled("config.yaml"), environment={}, folder=folder)
        return default, _failed("settings", error)
    variables = [one for one in configuration.origins.values() if one.startswith("environment")]
    source = str(configuration.file or "defaults only")
    detail = f"{source}, {len(variables)} from the environment" if variables else source
    return configuration, Check("settings", State.OK, detail)


def _threads(configuration: Configuration) -> Check:
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    threads = configuration.settings.engine.threads or cores
    detail = f"{threads} for translating, {cores} cores to be used"
    if threads > cores:
        remedy = "set engine.threads to 0: more threads than cores are slower"
        return Check("threads", State.WARN, detail, remedy)
    return Check("threads", State.OK, detail)


def _packages(
    named: Sequence[str], configuration: Configuration
) -> tuple[tuple[PackageInfo, ...], list[Check]]:
    from translator.packages.resolve import resolve_packages

    try:
        packages = resolve_packages(named, configuration.settings.engine.package)
    except MuqabalaError as error:
        return (), [_failed("package", error)]
    return packages, [check for package in packages for check in _described(package)]


def _described(package: PackageInfo) -> list[Check]:
    from translator.packages.card import card_figures, folder_size, read_card

    inline = "keeps names in Latin letters" if package.inline_terms else "no inline terms declared"
    facts = (
        f"version {package.version or 'unknown'}",
        f"{folder_size(package.path) / 1e6:.1f} MB",
        f"beam {package.decoding.beam}, length penalty {package.decoding.length_penalty:g}",
        inline,
        str(package.path),
    )
    figures = [
        f"{figure.test_set}: {' '.join(figure.scores)}"
        for figure in card_figures(read_card(package.path))
    ]
    return [
        Check(f"package {package.label}", State.OK, "; ".join(facts)),
        Check(f"figures {package.label}", State.OK, "; ".join(figures) or "none in its card"),
    ]


def _glossaries(configuration: Configuration, folder: Path) -> Check:
    from translator.glossary.stack import load_stack

    settings = configuration.settings.glossary
    user_file = user_glossary_file(settings.user_file)
    stack = load_stack(settings.files, user_file, base=folder)
    if not stack.glossaries:
        remedy = "name one in glossary.files to get names right"
        return Check("glossaries", State.WARN, "none", remedy)
    parts = [f"{one.name} {len(one.terms)} terms" for one in stack.glossaries]
    shadowed = f", {len(stack.shadowed)} replaced by later ones" if stack.shadowed else ""
    return Check("glossaries", State.OK, f"{', '.join(parts)}{shadowed}")


def _folders() -> list[Check]:
    folders = {
        "settings folder": user_config_folder(),
        "data folder": user_data_folder(),
        "cache folder": user_cache_folder(),
        "log folder": log_file().parent,
    }
    return [_writable(name, folder) for name, folder in folders.items()]


def _writable(name: str, folder: Path) -> Check:
    """Without making the folder: what counts is whether it could be made."""
    existing = folder
    while not exists(existing) and existing != existing.parent:
        existing = existing.parent
    if is_folder(existing) and os.access(existing, os.W_OK | os.X_OK):
        note = "" if existing == folder else ", made when needed"
        return Check(name, State.OK, f"{folder}{note}")
    remedy = f"make {existing} a folder that you may write to; your own terms cannot be saved"
    return Check(name, State.WARN, f"{folder} cannot be written", remedy)


def _offline(package: PackageInfo) -> Check:
    """Translate one sentence while every connection is refused, and prove that it is refused."""
    import socket

    from translator.engine.argos import ArgosEngine
    from translator.engine.protocol import Request
    from translator.offline import offline

    name = f"offline, {package.label}"
    start = time.perf_counter()
    with offline() as refusals:
        engine = ArgosEngine(package)
        english = next(iter(engine.translate([Request(_SENTENCE)])))[1][0].text
        seconds = time.perf_counter() - start
        attempts = refusals.attempts
        try:
            socket.create_connection(("127.0.0.1", 9), timeout=1).close()
            guarded = False
        except ConnectionRefusedError:
            guarded = len(refusals.attempts) > len(attempts)
    if attempts:
        remedy = "report this as a fault: a translation must not use the network"
        return Check(name, State.FAIL, f"tried to connect: {attempts[0]}", remedy)
    if not guarded:
        remedy = "report this as a fault: the lock on connections does not hold"
        return Check(name, State.FAIL, "a connection was not refused", remedy)
    if not any(letter.isascii() and letter.isalpha() for letter in english):
        remedy = "get the package again: it loads, but gives no English"
        return Check(name, State.FAIL, f'translated {_SENTENCE} as "{english}"', remedy)
    detail = f'translated one sentence in {seconds:.1f} s with all connections refused: "{english}"'
    return Check(name, State.OK, detail)
