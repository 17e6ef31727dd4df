"""Start-up, the whole article from a cold start, and memory, each in a process of its own."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import FLORES, ROOT, lines_of, median_process, muqabala, process_cost

LONG_FILE_LINES = 100_000
# Translating all lines would take twenty minutes; the others are numbers, which pass through.
TRANSLATED_EVERY = 20
ARTICLE = ROOT / "demo" / "article.ar.txt"


def run() -> list[tuple[str, str]]:
    """Seconds and MB; of the long file's 100,000 lines one in twenty is Arabic."""
    # They take turns, so that a busy spell of the machine hits both.
    importing = [sys.executable, "-c", "import argostranslate.translate"]
    turns = [(process_cost([muqabala(), "--help"]), process_cost(importing)) for _ in range(15)]
    help_ = statistics.median(mine.wall for mine, _ in turns)
    argos = statistics.median(theirs.wall for _, theirs in turns)
    with tempfile.TemporaryDirectory() as folder:
        english = str(Path(folder) / "article.en.txt")
        article = median_process([muqabala(), "translate", str(ARTICLE), "-q", "-o", english])
        long_ = _long_file(Path(folder), article.memory)
    return [
        ("muqabala --help, seconds", f"{help_:.3f}"),
        ("import argostranslate.translate, seconds", f"{argos:.3f}"),
        ("ratio (goal 0.35)", f"{help_ / argos:.3f}"),
        ("cold start to the whole article translated, seconds (goal 4)", f"{article.wall:.2f}"),
        ("article: peak memory, MB (goal 450)", f"{article.memory:.0f}"),
        *long_,
    ]


def _long_file(folder: Path, article_memory: float) -> list[tuple[str, str]]:
    arabic = lines_of(FLORES / "src.ar") if FLORES.is_dir() else lines_of(ARTICLE)
    short = [" ".join(line.split()[:5]) for line in arabic]
    source = folder / "long.ar.txt"
    lines = (
        f"{short[number // TRANSLATED_EVERY % len(short)]} {number}"
        if number % TRANSLATED_EVERY == 0
        else str(number)
        for number in range(LONG_FILE_LINES)
    )
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    cost = process_cost(
        [muqabala(), "translate", str(source), "-q", "-o", str(folder / "long.en.txt")]
    )
    return [
        ("100,000 lines, 5,000 of them Arabic: peak memory, MB", f"{cost.memory:.0f}"),
        ("100,000 lines to article (goal 1.10)", f"{cost.memory / article_memory:.2f}"),
    ]
