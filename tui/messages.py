"""What threads tell the screens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from translator.document import Document
from translator.errors import MuqabalaError
from translator.reference import PairedReference
from translator.session import Session
from translator.translation import SegmentTranslation

if TYPE_CHECKING:
    from translator.config.load import Configuration
    from tui.work import Work


class ConfigLoaded(Message):
    """The settings are known, or were read anew; `problem` says why the defaults are used."""

    def __init__(self, configuration: Configuration, problem: MuqabalaError | None) -> None:
        super().__init__()
        self.configuration, self.problem = configuration, problem


class DocumentRead(Message):
    """The article was read, or read anew."""

    def __init__(self, document: Document, session: Session) -> None:
        super().__init__()
        self.document, self.session = document, session


class ReferenceRead(Message):
    """The reference was read."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.lines = lines


class ReferencePaired(Message):
    """The reference was paired with the segments."""

    def __init__(self, reference: PairedReference) -> None:
        super().__init__()
        self.reference = reference


class WorkOpened(Message):
    """Packages and glossaries are ready."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work


class SegmentsTranslated(Message):
    """Segments were translated by a system, for the first time or again."""

    def __init__(self, system: int, results: Sequence[SegmentTranslation]) -> None:
        super().__init__()
        self.system, self.results = system, results


class GlossaryChanged(Message):
    """The glossary changed; these segments have to be translated again."""

    def __init__(self, fingerprints: frozenset[str], problem: str) -> None:
        super().__init__()
        self.fingerprints, self.problem = fingerprints, problem


class Failed(Message):
    """Something the user asked for cannot be done.

    Attributes:
        stops: True if the translation cannot go on.
    """

    def __init__(self, error: MuqabalaError, *, stops: bool = False) -> None:
        super().__init__()
        self.error, self.stops = error, stops


class Warned(Message):
    """The user should know something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class FilesChanged(Message):
    """Watched files were changed by another program."""

    def __init__(self, paths: frozenset[Path]) -> None:
        super().__init__()
        self.paths = paths
