"""How well Arabic sentences are split: precision and recall of sentence ends inside paragraphs.

Two sets: the hand-made hard cases, and flores_dev lines joined five at a time into paragraphs,
where every line end is an expected sentence end. Some of those lines hold two sentences, so for
them the ends found inside lines are counted, not called wrong. Each set is also given to a plain
rule (any of . ! ? ؟ … ؛ with white space after it) for comparison.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from translator.splitting import split_sentences

ROOT = Path(__file__).resolve().parent.parent
HARD_CASES = ROOT / "tests" / "data" / "splitting" / "hard_cases.txt"
FLORES = ROOT.parent / "shared" / "eval" / "flores_dev" / "src.ar"
LINES_IN_PARAGRAPH = 5
SENTENCE_END = "‖"
Splitter = Callable[[str], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Sentence ends found rightly, found wrongly and missed; whole paragraphs right, of all."""

    right: int
    wrong: int
    missed: int
    whole: int
    paragraphs: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def marked_paragraph(line: str) -> tuple[str, set[int]]:
    """A paragraph without its marks, and the offsets where a sentence ends inside it."""
    parts = line.split(SENTENCE_END)
    ends: set[int] = set()
    length = 0
    for part in parts[:-1]:
        length += len(part)
        ends.add(length)
    return "".join(parts), ends


def hard_cases() -> list[tuple[str, set[int]]]:
    """The hand-made cases."""
    lines = HARD_CASES.read_text(encoding="utf-8").splitlines()
    return [marked_paragraph(line) for line in lines if line and not line.startswith("# ")]


def joined_lines(path: Path) -> list[tuple[str, set[int]]]:
    """Lines of a file joined into paragraphs, each line end an expected sentence end."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    groups = [
        lines[first : first + LINES_IN_PARAGRAPH]
        for first in range(0, len(lines), LINES_IN_PARAGRAPH)
    ]
    return [marked_paragraph(f"{SENTENCE_END} ".join(group)) for group in groups]


def plain_rule(text: str) -> list[tuple[int, int]]:
    """The comparison: every mark before white space ends a sentence."""
    ends = [found.end() for found in re.finditer(r"[.!?؟…؛][”»\"')\]]*(?=\s)", text)]
    starts = [0, *ends]
    return list(zip(starts, [*ends, len(text)], strict=True))


def count(paragraphs: Iterable[tuple[str, set[int]]], splitter: Splitter) -> Counts:
    """Compare a splitter's sentence ends with the expected ones."""
    right = wrong = missed = whole = number = 0
    for text, expected in paragraphs:
        found = {end for _, end in splitter(text)[:-1]}
        right += len(found & expected)
        wrong += len(found - expected)
        missed += len(expected - found)
        whole += found == expected
        number += 1
    return Counts(right, wrong, missed, whole, number)


def run() -> list[tuple[str, str]]:
    """All figures; the flores_dev ones only where ../shared lies beside the checkout."""
    figures = []
    for who, splitter in (("Muqabala", split_sentences), ("plain rule", plain_rule)):
        counts = count(hard_cases(), splitter)
        figures += [
            (f"sentence ends, hard cases, precision, {who}", f"{counts.precision:.3f}"),
            (f"sentence ends, hard cases, recall, {who}", f"{counts.recall:.3f}"),
            (f"hard cases all right, {who}", f"{counts.whole} of {counts.paragraphs}"),
        ]
        if FLORES.exists():
            counts = count(joined_lines(FLORES), splitter)
            figures += [
                (f"line ends of flores_dev, recall, {who}", f"{counts.recall:.3f}"),
                (f"more ends inside lines of flores_dev, {who}", str(counts.wrong)),
            ]
    return figures


if __name__ == "__main__":
    for figure, value in run():
        print(f"{figure}: {value}")
