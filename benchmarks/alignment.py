"""Alignment: F1 on disturbed FLORES-101 dev references, and the time for two long articles.

The pivot is a real system's output (Argos 1.0, the weakest of seven); references are merged, split,
dropped and moved. A unit counts only if all its segments are right.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translator.align import Alignment, align

FLORES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "flores_dev"
SEEDS = (1, 2, 3, 4, 5)
Unit = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Disturbed:
    """A pivot, a reference with other lines, and which segments belong together."""

    pivot: tuple[str, ...]
    reference: tuple[str, ...]
    gold: frozenset[Unit]


def disturb(
    pivot: Sequence[str], reference: Sequence[str], *, share: float, seed: int
) -> Disturbed:
    """Merge, split, drop and move lines of the reference, an equal share of each.

    Args:
        share: how many of the lines are disturbed, 0 to 1.
    """
    chance = random.Random(seed)
    count = len(reference)
    touched = chance.sample(range(count), round(count * share))
    kinds = {place: ("merge", "split", "drop", "move")[n % 4] for n, place in enumerate(touched)}
    lines: list[tuple[tuple[int, ...], str, bool]] = []
    place = 0
    while place < count:
        kind = kinds.get(place, "")
        if kind == "merge" and place + 1 < count and place + 1 not in kinds:
            lines.append(((place, place + 1), f"{reference[place]} {reference[place + 1]}", False))
            place += 1
        elif kind == "split":
            words = reference[place].split()
            cut = max(1, round(len(words) * chance.uniform(0.35, 0.65)))
            lines.append(((place,), " ".join(words[:cut]), False))
            lines.append(((place,), " ".join(words[cut:]), False))
        elif kind != "drop":
            lines.append(((place,), reference[place], kind == "move"))
        place += 1
    for line in [line for line in lines if line[2]]:
        lines.remove(line)
        lines.insert(chance.randrange(len(lines) + 1), line)
    lines = [line for line in lines if line[1]]
    return Disturbed(tuple(pivot), tuple(line[1] for line in lines), _gold(lines))


def _gold(lines: Sequence[tuple[tuple[int, ...], str, bool]]) -> frozenset[Unit]:
    places: dict[tuple[int, ...], list[int]] = {}
    for number, (pivots, _, _) in enumerate(lines):
        places.setdefault(pivots, []).append(number)
    return frozenset((pivots, tuple(numbers)) for pivots, numbers in places.items())


def unit_f1(alignment: Alignment, gold: frozenset[Unit]) -> float:
    """F1 over whole units, 0 to 1."""
    found = {(unit.pivot, unit.reference) for unit in alignment.linked()}
    right = len(found & gold)
    return 2 * right / (len(found) + len(gold)) if found or gold else 1.0


def link_f1(alignment: Alignment, gold: frozenset[Unit]) -> float:
    """F1 over single links of a pivot and a reference segment, 0 to 1."""
    found = {(i, j) for unit in alignment.linked() for i in unit.pivot for j in unit.reference}
    wanted = {(i, j) for pivots, references in gold for i in pivots for j in references}
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def flores(system: str = "argos.en") -> tuple[list[str], list[str]]:
    """The pivot and the reference, without the lines that FLORES itself misaligned."""
    flags = (FLORES / "flags.tsv").read_text(encoding="utf-8").splitlines()
    bad = {int(line.split("\t")[0]) for line in flags if "low" in line}
    texts = (FLORES / "systems" / system, FLORES / "ref.en")
    pivot, reference = (
        [
            line
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
            if number not in bad
        ]
        for path in texts
    )
    return pivot, reference


def run() -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    if not FLORES.is_dir():
        return [("alignment", "not measured: ../shared/eval/flores_dev is absent")]
    results = []
    for system in ("argos.en", "google.en"):
        pivot, reference = flores(system)
        for share in (0.1, 0.3):
            cases = [disturb(pivot, reference, share=share, seed=seed) for seed in SEEDS]
            pairs = [(align(case.pivot, case.reference), case.gold) for case in cases]
            whole = statistics.mean(unit_f1(*pair) for pair in pairs)
            links = statistics.mean(link_f1(*pair) for pair in pairs)
            worst = min(unit_f1(*pair) for pair in pairs)
            name = (
                f"alignment F1, pivot {system.removesuffix('.en')}, {share:.0%} of lines disturbed"
            )
            figure = f"units {whole:.4f} (worst of {len(SEEDS)}: {worst:.4f}), links {links:.4f}"
            results.append((name, figure))
    pivot, reference = flores()
    case = disturb(pivot, reference, share=0.1, seed=1)
    begin = time.perf_counter()
    align(case.pivot, case.reference)
    seconds = time.perf_counter() - begin
    size = f"{len(case.pivot)} and {len(case.reference)} segments"
    results.append((f"alignment time, {size}", f"{seconds:.2f} s"))
    return results


if __name__ == "__main__":
    for what, figure in run():
        print(f"{what}: {figure}")
