"""What an article's thread does: read, check, open packages, and translate until it is closed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from textual.message import Message

from translator.document import Document
from translator.errors import LanguageError, MuqabalaError
from translator.reference import pair_by_alignment
from translator.session import Session
from tui.configuration import ConfigurationSource
from tui.handover import Handover
from tui.messages import (
    DocumentRead,
    Failed,
    GlossaryChanged,
    ReferencePaired,
    ReferenceRead,
    Warned,
    WorkOpened,
)
from tui.work import Opener, Work, translate_batch
from tui.work_queue import WorkQueue
from tui.workspace import Launch


class ArticleThread:
    """Its methods run in threads of the UI's; all they find out is posted as messages."""

    def __init__(
        self,
        launch: Launch,
        configuration: ConfigurationSource,
        opener: Opener,
        queue: WorkQueue,
        handover: Handover,
        post: Callable[[Message], object],
    ) -> None:
        self._launch = launch
        self._configuration = configuration
        self._opener = opener
        self._queue = queue
        self._handover = handover
        self._post = post
        self._document: Document | None = None
        self._work: Work | None = None
        self._glossary_lock = threading.Lock()
        self._matcher: object = None

    def run(self) -> None:
        """Read the article and translate what the queue gives, until the queue is closed."""
        try:
            if self._document is None:
                self.read()
            self._read_reference()
            self._check_language()
            self._remember()
            # One after the other: threads that load modules side by side wait for each other.
            work = self._open()
            self._post(WorkOpened(work))
            self._translate(work)
        except MuqabalaError as error:
            self._post(Failed(error, stops=True))

    def _open(self) -> Work:
        if self._work is None:
            work = self._opener(self._configuration.get().settings, self._launch)
            matcher = work.pipelines[0].matcher
            self._matcher = matcher() if matcher else None
            self._work = work
        return self._work

    def read(self) -> None:
        """Read the article, for the first time or again.

        Raises:
            InputError: it cannot be read.
        """
        from translator.reading import read_document

        if self._launch.article is None:
            return
        document = read_document(self._launch.article)
        self._document = document
        self._post(DocumentRead(document, self._session()))
        for note in document.notes:
            self._post(Warned(note))

    def reread(self) -> None:
        """Read the article again after another program changed it."""
        try:
            self.read()
        except MuqabalaError as error:
            self._post(Failed(error))

    def check_glossary(self) -> None:
        """Take up a changed glossary and say which segments it touches."""
        from translator.glossary.affected import affected_segments

        work, document = self._work, self._document
        if work is None or document is None or work.watcher is None:
            return
        with self._glossary_lock:
            current = work.pipelines[0].matcher
            before, after = self._matcher, current() if current else None
            self._matcher = after
            if after is before and not work.watcher.problem:
                return
            touched = affected_segments(document.segments(), before, after)  # type: ignore[arg-type]
        self._post(
            GlossaryChanged(
                frozenset(segment.fingerprint for segment in touched), work.watcher.problem
            )
        )

    def pair_reference(self, english: Sequence[str], lines: Sequence[str]) -> None:
        """Pair the reference with the segments by the finished translation."""
        if self._document is not None:
            self._post(ReferencePaired(pair_by_alignment(self._document, english, lines)))

    def _session(self) -> Session:
        from translator.session import load_session

        if self._launch.article is None:
            return Session()
        try:
            return load_session(self._launch.article)
        except MuqabalaError as error:
            self._post(Failed(error))
            return Session()

    def _remember(self) -> None:
        from translator.recent import remember_article

        if self._launch.article is None:
            return
        try:
            remember_article(self._launch.article)
        except MuqabalaError as error:
            # The list of recent files is a comfort; an article opens without it, too.
            self._post(Warned(str(error)))

    def _read_reference(self) -> None:
        from translator.scoring.lines import read_lines

        if self._launch.reference is None:
            return
        try:
            lines, notes = read_lines(self._launch.reference)
        except MuqabalaError as error:
            self._post(Failed(error))
            return
        self._post(ReferenceRead(lines.lines))
        for note in notes:
            self._post(Warned(f"{self._launch.reference.name}: {note}"))

    def _check_language(self) -> None:
        from translator.language import require_arabic

        if self._document is None:
            return
        force = self._configuration.get().settings.language.force
        try:
            warnings = require_arabic(self._document, force=force)
        except LanguageError as error:
            self._queue.pause(True)
            remedy = "press p to translate it all the same"
            self._post(Failed(LanguageError(error.problem, where=error.where, remedy=remedy)))
            return
        for warning in warnings:
            self._post(Warned(warning))

    def _translate(self, work: Work) -> None:
        while (batch := self._queue.take()) is not None:
            document = self._document
            if document is None:
                return
            try:
                for result in translate_batch(work, batch, document, self._queue):
                    self._handover.put(batch.system, result)
            except MuqabalaError as error:
                self._queue.pause(True)
                self._post(Failed(error, stops=True))
