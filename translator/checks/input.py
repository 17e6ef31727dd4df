"""Source and English to check, segment by segment, from two texts or one `translate` output."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from translator.checks.arabic_words import ARABIC
from translator.checks.run import run_checks
from translator.errors import InputError
from translator.reading import read_document
from translator.translation import Flag


@dataclass(frozen=True, slots=True)
class CheckedSegment:
    """One segment with what the checks doubt.

    Attributes:
        number: counted from 1: the line in both texts, or in the .jsonl file.
    """

    number: int
    source: str
    target: str
    flags: tuple[Flag, ...]


def check_files(source: Path, hypothesis: Path | None) -> tuple[CheckedSegment, ...]:
    """Check a hypothesis against its source, one segment a line in each.

    Args:
        hypothesis: None if source is a .jsonl file of `muqabala translate`, which holds both.

    Raises:
        InputError: a file is missing or no text, the numbers of lines differ, there is nothing to
            check, or the source holds no Arabic.
    """
    lines = read_document(source, fits=_any_length).text.splitlines()
    if hypothesis is None:
        if not any(line.lstrip().startswith("{") for line in lines[:1]):
            raise InputError(
                "was given without its English",
                where=str(source),
                remedy="give SOURCE and HYP, or one file of `muqabala translate --to jsonl`",
            )
        return _checked(_records(source, lines))
    targets = read_document(hypothesis, fits=_any_length).text.splitlines()
    if len(lines) != len(targets):
        raise InputError(
            f"has {len(targets)} lines, the source {source} has {len(lines)}",
            where=str(hypothesis),
            remedy="give one segment a line in both; `muqabala align` pairs texts that differ",
        )
    if not any(line.strip() for line in lines):
        raise InputError("is empty", where=str(source), remedy="give an Arabic text")
    if not any(ARABIC.search(line) for line in lines):
        raise InputError(
            "holds no Arabic", where=str(source), remedy="give the Arabic first, then the English"
        )
    return _checked(
        (number, *pair) for number, pair in enumerate(zip(lines, targets, strict=True), start=1)
    )


def _any_length(_sentence: str) -> bool:
    """Nothing read here goes to the model, so no sentence needs to be cut."""
    return True


def _checked(segments: Iterable[tuple[int, str, str]]) -> tuple[CheckedSegment, ...]:
    return tuple(
        CheckedSegment(number, source, target, run_checks(source, target))
        for number, source, target in segments
    )


def _records(path: Path, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    found = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            source, target = record["source"], record["target"]
        except (ValueError, KeyError, TypeError):
            source = target = None
        if not isinstance(source, str) or not isinstance(target, str):
            raise InputError(
                'is no record with "source" and "target"',
                where=f"{path}:{number}",
                remedy="give a file of `muqabala translate --to jsonl`, or SOURCE and HYP",
            )
        found = True
        yield number, source, target
    if not found:
        raise InputError("is empty", where=str(path), remedy="give a translated text")
