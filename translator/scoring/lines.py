"""Texts to score, one segment a line, read from plain text or from `translate --to jsonl`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from translator.errors import ScoringError
from translator.reading import read_document
from translator.scoring.corpus import Lines


def read_lines(path: Path) -> tuple[Lines, tuple[str, ...]]:
    """Read a text as sacrebleu does: a line is a segment, spaces at its end do not count.

    Returns:
        The lines, named as the path was given, and notes of the reading (as its encoding). A file
        that ends in .jsonl gives one line for every paragraph that was translated.

    Raises:
        InputError: the file is missing, or is no text in a known encoding.
        ScoringError: a line of a .jsonl file is not what `translate` writes.
    """
    read = read_document(path, fits=_any_length)
    lines = read.text.removesuffix("\n").split("\n") if read.text else []
    if path.suffix.lower() == ".jsonl":
        return Lines(str(path), _paragraphs(lines, path)), read.notes
    return Lines(str(path), tuple(line.rstrip() for line in lines)), read.notes


def _any_length(_sentence: str) -> bool:
    """Nothing read here goes to the model, so no sentence needs to be cut."""
    return True


def _paragraphs(lines: list[str], path: Path) -> tuple[str, ...]:
    """The English of each paragraph, its segments joined by a space, in the file's order."""
    paragraphs: dict[tuple[Any, Any], list[str]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            target = str(record["target"])
        except (ValueError, KeyError, TypeError) as error:
            raise ScoringError(
                'has no "target"',
                where=f"{path}:{number}",
                remedy="give a file that `muqabala translate --to jsonl` has written",
            ) from error
        key = (record.get("file"), record.get("paragraph", number))
        paragraphs.setdefault(key, []).append(target)
    return tuple(" ".join(part for part in parts if part) for parts in paragraphs.values())
