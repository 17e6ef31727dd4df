"""Puts engines, glossaries and pipelines together as the configuration says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from translator.engine.protocol import Decoding, PackageInfo
from translator.locations import user_glossary_file
from translator.pipeline import Pipeline
from translator.translation import Method

if TYPE_CHECKING:
    from translator.config.schema import Settings
    from translator.glossary.matcher import Matcher
    from translator.glossary.watch import GlossaryWatcher


@dataclass(frozen=True, slots=True)
class GlossaryChoice:
    """Which glossaries to use.

    Attributes:
        named: those named on the command line; None takes the configuration's.
        use: False translates without any.
    """

    named: tuple[str, ...] | None = None
    use: bool = True


def open_pipelines(
    settings: Settings,
    *,
    packages: Sequence[str] = (),
    glossary: GlossaryChoice | None = None,
    alignment: bool = False,
    notify: Callable[[str], None] | None = None,
) -> tuple[Pipeline, ...]:
    """One pipeline for each package named, or for the configuration's package.

    Args:
        notify: told in a sentence when a package is unpacked or an edited glossary has a fault.

    Raises:
        PackageError, GlossaryError, EngineError: something cannot be opened.
    """
    from translator.packages.resolve import resolve_packages

    watcher = open_glossary(settings, glossary or GlossaryChoice())
    return tuple(
        open_pipeline(settings, package, watcher, alignment=alignment, notify=notify)
        for package in resolve_packages(packages, settings.engine.package, notify=notify)
    )


def open_pipeline(
    settings: Settings,
    package: PackageInfo,
    watcher: GlossaryWatcher | None,
    *,
    alignment: bool = False,
    notify: Callable[[str], None] | None = None,
) -> Pipeline:
    """The pipeline of one package with the glossaries that the watcher holds."""
    from translator.engine.argos import ArgosEngine

    engine = ArgosEngine(
        _with_decoding(package, settings),
        threads=settings.engine.threads,
        batch=settings.engine.batch,
    )
    return Pipeline(
        engine=engine,
        matcher=None if watcher is None else _fresh_matcher(watcher, notify),
        methods=tuple(Method(name) for name in settings.glossary.methods),
        n_best=settings.engine.n_best,
        alignment=alignment,
    )


def open_glossary(
    settings: Settings, choice: GlossaryChoice, *, folder: Path | None = None
) -> GlossaryWatcher | None:
    """The glossaries in force, watched for changes; None if none are wanted.

    The user's own glossary lies on top of the configured ones, but not of those named on the
    command line: who names glossaries wants just these.

    Raises:
        GlossaryError: a glossary does not exist or has a fault.
    """
    from translator.glossary.watch import GlossaryWatcher

    if not choice.use:
        return None
    base = folder or Path.cwd()
    if choice.named is not None:
        return GlossaryWatcher(choice.named, None, base=base)
    return GlossaryWatcher(
        settings.glossary.files, user_glossary_file(settings.glossary.user_file), base=base
    )


def _with_decoding(package: PackageInfo, settings: Settings) -> PackageInfo:
    """The package with the configured beam and length penalty in place of its own."""
    own = package.decoding
    beam, penalty = settings.engine.beam, settings.engine.length_penalty
    decoding = Decoding(
        beam=own.beam if beam == "auto" else beam,
        length_penalty=own.length_penalty if penalty == "auto" else penalty,
    )
    return replace(package, decoding=decoding)


def _fresh_matcher(
    watcher: GlossaryWatcher, notify: Callable[[str], None] | None
) -> Callable[[], Matcher]:
    """A matcher of the glossaries as they are now; built again only when a file changed."""
    from translator.glossary.matcher import Matcher

    matcher = Matcher(watcher.stack.terms)
    signature = watcher.stack.signature
    told = ""
    lock = threading.Lock()

    def current() -> Matcher:
        nonlocal matcher, signature, told
        with lock:
            watcher.refresh()
            if watcher.problem and watcher.problem != told and notify:
                notify(watcher.problem)
            told = watcher.problem
            if watcher.stack.signature != signature:
                matcher = Matcher(watcher.stack.terms)
                signature = watcher.stack.signature
            return matcher

    return current
