"""Whole files translated one after another or side by side, each written whole or not at all."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from translator.atomic import atomic_writer
from translator.document import Document
from translator.errors import MuqabalaError, OutputError
from translator.inputs import InputFile
from translator.pipeline import Pipeline
from translator.translation import SegmentTranslation, Translation
from translator.writers.formats import Format, writer_for


class Cancelled(Exception):  # noqa: N818 - a request, not an error
    """The user asked to stop; raised inside workers so that half-written files are dropped."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to translate, to a file of its own or to the stream given to Batch.run."""

    source: InputFile
    output: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: notes on reading and language, or the error that stopped it."""

    job: Job
    notes: tuple[str, ...] = ()
    error: MuqabalaError | None = None


@dataclass(frozen=True)
class Batch:
    """How files are translated.

    Attributes:
        pipelines: one for each package.
        force: translate what does not look Arabic, too.
        on_segment: told of every finished segment, from worker threads.
        cancelled: set it to stop; files not finished are not written.
    """

    pipelines: tuple[Pipeline, ...]
    format: Format
    force: bool
    on_segment: Callable[[SegmentTranslation], None]
    cancelled: threading.Event

    def run(
        self, jobs: Sequence[Job], *, at_once: int, stream: IO[str] | None = None
    ) -> Iterator[Outcome]:
        """Translate every job; a bad file gives an outcome with its error and the rest go on.

        Args:
            at_once: how many files to work on at a time; jobs for the stream go one by one.
            stream: where jobs without an output are written.
        """
        workers = max(at_once, 1) if stream is None else 1
        with ThreadPoolExecutor(max_workers=workers) as pool:
            try:
                yield from pool.map(lambda job: self._outcome(job, stream), jobs)
            except BaseException:
                self.cancelled.set()
                pool.shutdown(cancel_futures=True)
                raise

    def _outcome(self, job: Job, stream: IO[str] | None) -> Outcome:
        notes: list[str] = []
        try:
            self._translate(job, stream, notes)
        except MuqabalaError as error:
            return Outcome(job, tuple(notes), error)
        return Outcome(job, tuple(notes))

    def _translate(self, job: Job, stream: IO[str] | None, notes: list[str]) -> None:
        writer = writer_for(self.format)
        if job.output:
            _refuse_same_file(job.source, job.output)
        parts = self._parts(job.source, notes)
        # The first part is read before a file is made, so that a bad source leaves no trace.
        first = next(parts)
        translated = (self._translated(part) for part in itertools.chain([first], parts))
        if job.output:
            with atomic_writer(job.output, newline=first.line_break) as file:
                writer.write(translated, file)
        elif stream:
            writer.write(translated, stream)
            stream.flush()

    def _parts(self, source: InputFile, notes: list[str]) -> Iterator[Document]:
        from translator.language import require_arabic
        from translator.reading import read_parts

        for number, part in enumerate(read_parts(source.path)):
            if number == 0:
                notes += part.notes
                notes += require_arabic(part, force=self.force)
            yield part

    def _translated(self, part: Document) -> tuple[Translation, ...]:
        return tuple(self._with(pipeline, part) for pipeline in self.pipelines)

    def _with(self, pipeline: Pipeline, part: Document) -> Translation:
        done: dict[str, SegmentTranslation] = {}
        for result in pipeline.stream(part):
            if self.cancelled.is_set():
                raise Cancelled
            done[result.segment.id] = result
            self.on_segment(result)
        ordered = tuple(done[segment.id] for segment in part.segments())
        return Translation(part, pipeline.engine.package, ordered)


def plan(
    sources: Sequence[InputFile], format_: Format, *, output: Path | None, out_dir: Path | None
) -> tuple[Job, ...]:
    """Where each file's translation goes.

    Args:
        output: the one file to write; None with out_dir None means a stream.
        out_dir: the folder to write into, sub-folders as they were.

    Raises:
        OutputError: two translations would have the same place.
    """
    if output and len(sources) > 1:
        raise OutputError(
            f"{len(sources)} files cannot be written to one file",
            where=str(output),
            remedy="use --out-dir FOLDER",
        )
    if out_dir is None:
        return tuple(Job(source, output) for source in sources)
    jobs: dict[Path, Job] = {}
    for source in sources:
        place = out_dir / _output_name(source.relative, format_)
        if place in jobs:
            raise OutputError(
                f"{source.name} and {jobs[place].source.name} would both be written here",
                where=str(place),
                remedy="translate them into different folders",
            )
        jobs[place] = Job(source, place)
    return tuple(jobs.values())


def _output_name(relative: Path, format_: Format) -> Path:
    """article.ar.txt becomes article.en.txt, article.txt becomes article.en.txt."""
    stem = relative.stem.removesuffix(".ar")
    return relative.with_name(f"{stem}.en.{format_.value}")


def _refuse_same_file(source: InputFile, output: Path) -> None:
    if source.path is not None and _same_file(source.path, output):
        raise OutputError(
            "the output is the input", where=str(output), remedy="choose another output file"
        )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        # One of them does not exist or cannot be looked at; reading and writing will say so.
        return False
