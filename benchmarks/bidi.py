"""Time to lay out a paragraph of 2,000 characters for drawing, beside the usual libraries.

The peers, arabic-reshaper and python-bidi's pure algorithm, shape and reorder a whole paragraph;
they give no lines and no map, so tui.bidi does more in the time shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from arabic_reshaper import reshape
from bidi.algorithm import get_display

from tui.bidi import layout

CHARACTERS = 2000
REPEATS = 100
ARTICLE = Path(__file__).parents[1] / "demo" / "article.ar.txt"


def best_milliseconds(*actions: Callable[[], object]) -> list[float]:
    """The best time of each action, taken in turns so that a busy machine is fair to all."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(REPEATS):
        for action, spent in zip(actions, times, strict=True):
            started = time.perf_counter()
            action()
            spent.append(time.perf_counter() - started)
    return [min(spent) * 1000 for spent in times]


def run() -> list[tuple[str, str]]:
    """Rows of (what, figure): milliseconds for one paragraph, and the ratio to the peers."""
    article = ARTICLE.read_text(encoding="utf-8").replace("\n", " ")
    text = (article * (CHARACTERS // len(article) + 1))[:CHARACTERS]
    fresh = layout.__wrapped__
    visual, logical, kept, peers = best_milliseconds(
        lambda: fresh(text, 60, mode="visual", base="rtl"),
        lambda: fresh(text, 60, mode="logical", base="rtl"),
        lambda: layout(text, 60, mode="visual", base="rtl"),
        lambda: get_display(reshape(text), base_dir="R"),
    )
    return [
        (f"Lay out {CHARACTERS:,} characters, visual", f"{visual:.1f} ms"),
        (f"Lay out {CHARACTERS:,} characters, logical", f"{logical:.1f} ms"),
        ("The same text again (kept)", f"{kept:.3f} ms"),
        ("arabic-reshaper and python-bidi, no lines and no map", f"{peers:.1f} ms"),
        ("Ratio, peers to visual", f"{peers / visual:.1f}x"),
    ]


if __name__ == "__main__":
    for name, figure in run():
        print(f"{name:55} {figure}")
