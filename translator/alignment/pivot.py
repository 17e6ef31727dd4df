"""The English that stands for the Arabic in an alignment: a file, or the pipeline's translation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translator.checks.arabic_words import ARABIC
from translator.document import Document
from translator.errors import InputError
from translator.pipeline import Pipeline
from translator.reading import read_document


@dataclass(frozen=True, slots=True)
class Pivot:
    """Arabic segments and their machine translation, one for one."""

    sources: tuple[str, ...]
    english: tuple[str, ...]


def translated(document: Document, pipeline: Pipeline) -> Pivot:
    """Translate every segment of the document.

    Raises:
        EngineError: the model failed.
    """
    results = pipeline.translate(document).segments
    return Pivot(
        tuple(result.segment.text for result in results),
        tuple(result.text for result in results),
    )


def from_file(document: Document, path: Path) -> Pivot:
    """Take the machine translation from a file with a line for each paragraph or each segment.

    Raises:
        InputError: the file cannot be read, or its lines fit neither.
    """
    lines = english_lines(path)
    paragraphs = tuple(document.slice(p.start, p.end) for p in document.paragraphs)
    segments = tuple(segment.text for segment in document.segments())
    for sources in (paragraphs, segments):
        if len(sources) == len(lines):
            return Pivot(sources, lines)
    raise InputError(
        f"has {len(lines)} lines, {document.name} has {len(paragraphs)} paragraphs "
        f"and {len(segments)} segments",
        where=str(path),
        remedy="give one line for each paragraph or segment, or leave out --pivot",
    )


def english_lines(path: Path) -> tuple[str, ...]:
    """The lines of an English file that are not blank.

    Raises:
        InputError: it cannot be read, or holds no text, or is Arabic.
    """
    text = read_document(path, fits=_any_length).text
    if len(ARABIC.findall(text)) > sum(map(str.isalpha, text)) / 2:
        raise InputError(
            "is Arabic, not English", where=str(path), remedy="give the English text here"
        )
    return tuple(line for line in text.splitlines() if line.strip())


def _any_length(_sentence: str) -> bool:
    """Nothing read here goes to the model, so no sentence needs to be cut."""
    return True
