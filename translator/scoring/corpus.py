"""Hypotheses and references that belong together line by line, checked before they are scored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translator.errors import ScoringError

_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufefc]")
_ARABIC_SHARE = 0.5
_SHOWN = 5
_TOKENISED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Lines:
    """A text one segment a line.

    Attributes:
        name: the file or system, as the user gave it, for tables and messages.
        lines: without line breaks and spaces at the end.
    """

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is scored: all texts have the same number of lines and none is empty.

    Attributes:
        systems: each system's hypotheses.
        references: at least one.
        source: the Arabic, if it is known.
        numbers: each segment's line number in the files, counted from 1.
        notes: what the user should know before trusting the figures.
    """

    systems: tuple[Lines, ...]
    references: tuple[Lines, ...]
    source: Lines | None
    numbers: tuple[int, ...]
    notes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.numbers)


def build_corpus(
    systems: Sequence[Lines], references: Sequence[Lines], source: Lines | None = None
) -> Corpus:
    """Check that the texts fit each other and leave out lines that are blank in all of them.

    Raises:
        ScoringError: a text is empty, a reference is Arabic or has an empty line, or the numbers
            of lines differ.
    """
    everything = [*systems, *references, *([source] if source else [])]
    for text in everything:
        if not any(line.strip() for line in text.lines):
            raise ScoringError(
                "has no text", where=text.name, remedy="give a file with one segment a line"
            )
    for reference in references:
        _require_not_arabic(reference, "a reference must be the English translation")
    for system in systems:
        _require_not_arabic(system, "give its English translation, or the Arabic to score alone")
    notes: list[str] = []
    everything, numbers = _same_lines(everything, notes)
    systems = everything[: len(systems)]
    references = everything[len(systems) : len(systems) + len(references)]
    source = everything[-1] if source else None
    for reference in references:
        _require_full(reference, numbers)
    for system in systems:
        notes += _doubts(system, numbers)
    if len(numbers) == 1:
        notes.append("only one segment: no interval or significance can be computed")
    return Corpus(tuple(systems), tuple(references), source, tuple(numbers), tuple(notes))


def looks_arabic(text: Lines) -> bool:
    """True if more than half of all letters are Arabic."""
    joined = "".join(text.lines)
    return len(_ARABIC_LETTER.findall(joined)) > _ARABIC_SHARE * sum(map(str.isalpha, joined))


def _same_lines(texts: list[Lines], notes: list[str]) -> tuple[list[Lines], list[int]]:
    """The texts with the same number of lines, and the line number of each segment."""
    if len({len(text.lines) for text in texts}) > 1:
        shortened = [_without_blank(text) for text in texts]
        if len({len(text.lines) for text in shortened}) > 1:
            raise _different(texts)
        notes.append("blank lines were left out, because only so the files have the same lines")
        return shortened, list(range(1, len(shortened[0].lines) + 1))
    kept = [
        index
        for index, row in enumerate(zip(*(text.lines for text in texts), strict=True))
        if any(row)
    ]
    blank = len(texts[0].lines) - len(kept)
    if blank:
        notes.append(f"lines left out because they are blank in all files: {blank}")
        texts = [Lines(text.name, tuple(text.lines[index] for index in kept)) for text in texts]
    return texts, [index + 1 for index in kept]


def _without_blank(text: Lines) -> Lines:
    return Lines(text.name, tuple(line for line in text.lines if line))


def _different(texts: Sequence[Lines]) -> ScoringError:
    first = texts[0]
    other = next(text for text in texts if len(text.lines) != len(first.lines))
    return ScoringError(
        f"has {len(first.lines)} lines, but {other.name} has {len(other.lines)}",
        where=first.name,
        remedy="use --align, or give files with the same lines",
    )


def _require_not_arabic(text: Lines, remedy: str) -> None:
    if looks_arabic(text):
        raise ScoringError("is Arabic, not English", where=text.name, remedy=remedy)


def _require_full(reference: Lines, numbers: Sequence[int]) -> None:
    for line, number in zip(reference.lines, numbers, strict=True):
        if not line:
            raise ScoringError(
                "this line of the reference is empty",
                where=f"{reference.name}:{number}",
                remedy="fill it in, or take this line out of all files, or use --align",
            )


def _doubts(system: Lines, numbers: Sequence[int]) -> list[str]:
    """Notes on hypotheses that are empty or look tokenised."""
    notes = []
    pairs = list(zip(system.lines, numbers, strict=True))
    empty = [str(number) for line, number in pairs if not line]
    if empty:
        shown = ", ".join(empty[:_SHOWN]) + (", ..." if len(empty) > _SHOWN else "")
        what = "1 empty line" if len(empty) == 1 else f"{len(empty)} empty lines"
        notes.append(f"{system.name}: {what} (line {shown}), scored as no translation")
    tokenised = sum(line.endswith(" .") for line in system.lines)
    if tokenised > max(1, _TOKENISED_SHARE * len(system.lines)):
        notes.append(
            f"{system.name}: {tokenised} lines end in ' .', so the text looks tokenised; "
            "its scores cannot be compared with those of normal text"
        )
    return notes
