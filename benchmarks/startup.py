"""Start-up, the whole article from a cold start, and memory, each in a process of its own."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import FLORES, ROOT, lines_of, median_process, muqabala, process_cost

LONG_FILE_LINES = 100_000
ARTICLE = ROOT / "demo" / "article.ar.txt"


def run() -> list[tuple[str, str]]:
    """Seconds and MB; the long file has 100,000 short lines so that it ends within minutes."""
    help_ = median_process([muqabala(), "--help"])
    argos = median_process([sys.executable, "-c", "import argostranslate.translate"])
    with tempfile.TemporaryDirectory() as folder:
        english = str(Path(folder) / "article.en.txt")
        article = median_process([muqabala(), "translate", str(ARTICLE), "-q", "-o", english])
        long_ = _long_file(Path(folder), article.memory)
    return [
        ("muqabala --help, seconds", f"{help_.wall:.3f}"),
        ("import argostranslate.translate, seconds", f"{argos.wall:.3f}"),
        ("ratio (goal 0.35)", f"{help_.wall / argos.wall:.2f}"),
        ("cold start to the whole article translated, seconds (goal 4)", f"{article.wall:.2f}"),
        ("article: peak memory, MB (goal 450)", f"{article.memory:.0f}"),
        *long_,
    ]


def _long_file(folder: Path, article_memory: float) -> list[tuple[str, str]]:
    lines = lines_of(FLORES / "src.ar") if FLORES.is_dir() else lines_of(ARTICLE)
    # Three words a line keep the translation short while the number of segments is the same.
    short = [" ".join(line.split()[:3]) for line in lines]
    source = folder / "long.ar.txt"
    repeated = (short[number % len(short)] for number in range(LONG_FILE_LINES))
    source.write_text("\n".join(repeated) + "\n", encoding="utf-8")
    cost = process_cost(
        [muqabala(), "translate", str(source), "-q", "-o", str(folder / "long.en.txt")]
    )
    return [
        ("100,000 lines: peak memory, MB", f"{cost.memory:.0f}"),
        ("100,000 lines to article (goal within 10 %)", f"{cost.memory / article_memory:.2f}"),
    ]
