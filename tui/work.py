"""What runs in the translating thread: opening packages and glossaries, and translating batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translator.document import Document, Segment
from translator.translation import SegmentTranslation
from tui.work_queue import Batch, WorkQueue
from tui.workspace import Launch

if TYPE_CHECKING:
    from translator.config.schema import Settings
    from translator.glossary.watch import GlossaryWatcher
    from translator.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Work:
    """Everything opened that translates.

    Attributes:
        pipelines: one for each package.
        watcher: the glossaries, None if there are none.
    """

    pipelines: tuple[Pipeline, ...]
    watcher: GlossaryWatcher | None

    @property
    def labels(self) -> tuple[str, ...]:
        """The packages' names."""
        return tuple(pipeline.engine.package.label for pipeline in self.pipelines)

    @property
    def glossaries(self) -> tuple[str, ...]:
        """The glossaries' names."""
        return tuple(one.name for one in self.watcher.stack.glossaries) if self.watcher else ()


Opener = Callable[["Settings", Launch], Work]


def open_work(settings: Settings, launch: Launch) -> Work:
    """Open what the user asked for.

    Raises:
        PackageError, GlossaryError, EngineError: something cannot be opened.
    """
    from translator.assembly import GlossaryChoice, open_glossary, open_pipeline
    from translator.packages.resolve import resolve_packages

    watcher = open_glossary(settings, GlossaryChoice(launch.glossaries, use=launch.use_glossary))
    packages = resolve_packages(launch.packages, settings.engine.package)
    pipelines = tuple(
        open_pipeline(settings, package, watcher, alignment=True) for package in packages
    )
    return Work(pipelines, watcher)


def translate_batch(
    work: Work, batch: Batch, document: Document, queue: WorkQueue
) -> Iterator[SegmentTranslation]:
    """A batch's translations as they come; what a pause leaves undone goes back to the queue.

    Raises:
        EngineError: the model failed; the rest of the batch is back in the queue.
    """
    done: set[str] = set()
    part = _part_with(document, batch.segments)
    stream = work.pipelines[batch.system].stream(part, batch.segments)
    try:
        for result in stream:
            done.add(result.segment.fingerprint)
            yield result
            if queue.paused or queue.closed:
                break
    finally:
        queue.give_back(batch, done)


def _part_with(document: Document, segments: Sequence[Segment]) -> Document:
    """The document with only the paragraphs that hold some segments: checking all takes long."""
    wanted = {segment.fingerprint for segment in segments}
    paragraphs = tuple(
        paragraph
        for paragraph in document.paragraphs
        if any(segment.fingerprint in wanted for segment in paragraph.segments)
    )
    return replace(document, paragraphs=paragraphs)
