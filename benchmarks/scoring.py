"""Scoring 100,000 segment pairs: CPU time as a multiple of sacrebleu's for the same metrics.

Ours gives the corpus scores and every segment's scores, sacrebleu's corpus_score only the former.
The pairs are flores_dev's, five systems against the reference, repeated; each fifth is timed by
itself, ours and sacrebleu's in turn, and the median of the five ratios counts. TER, which
takes more than twice as long as the others together, is timed with them on a tenth of the pairs.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence

from benchmarks.measuring import FLORES, cost_of, lines_of

PAIRS = 100_000
PAIRS_WITH_TER = 10_000
SYSTEMS = ("argos", "google", "microsoft", "nllb", "opusmt")


def run() -> list[tuple[str, str]]:
    """Ratios of CPU time (goal: at most 1.1), and seconds for all pairs; needs ../shared."""
    if not FLORES.is_dir():
        return [("scoring", f"not measured: {FLORES} is not there")]
    fast = ("bleu", "chrf", "chrf++")
    return [
        *_measure("BLEU, chrF, chrF++", fast, PAIRS),
        *_measure("BLEU, chrF, chrF++, TER", (*fast, "ter"), PAIRS_WITH_TER),
    ]


def _measure(label: str, metrics: Sequence[str], pairs: int) -> list[tuple[str, str]]:
    size = pairs // len(SYSTEMS)
    reference = _repeated(lines_of(FLORES / "ref.en"), size)
    ratios, ours_seconds, theirs_seconds = [], 0.0, 0.0
    for number, name in enumerate(SYSTEMS):
        hypotheses = _repeated(lines_of(FLORES / "systems" / f"{name}.en"), size)
        works = [_ours(metrics, hypotheses, reference), _theirs(metrics, hypotheses, reference)]
        # Whoever comes first warms the caches, so they take turns.
        order = (0, 1) if number % 2 == 0 else (1, 0)
        cpu = {which: cost_of(works[which]).cpu for which in order}
        ratios.append(cpu[0] / cpu[1])
        ours_seconds += cpu[0]
        theirs_seconds += cpu[1]
    return [
        (f"{label}: CPU time, ours / sacrebleu (goal 1.1)", f"{statistics.median(ratios):.2f}"),
        (
            f"{label}: CPU seconds for {pairs:,} pairs, ours and sacrebleu",
            f"{ours_seconds:.1f} and {theirs_seconds:.1f}",
        ),
    ]


def _repeated(lines: Sequence[str], size: int) -> list[str]:
    return [lines[place % len(lines)] for place in range(size)]


def _ours(
    metrics: Sequence[str], hypotheses: Sequence[str], reference: Sequence[str]
) -> Callable[[], object]:
    from translator.scoring.corpus import Lines, build_corpus
    from translator.scoring.run import count, score_systems

    def work() -> object:
        corpus = build_corpus([Lines("h", tuple(hypotheses))], [Lines("r", tuple(reference))])
        return score_systems(corpus, count(corpus, metrics), trials=0, seed=0)

    return work


def _theirs(
    metrics: Sequence[str], hypotheses: Sequence[str], reference: Sequence[str]
) -> Callable[[], object]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    make: dict[str, Callable[[], BLEU | CHRF | TER]] = {
        "bleu": BLEU,
        "chrf": CHRF,
        "chrf++": lambda: CHRF(word_order=2),
        "ter": TER,
    }

    def work() -> object:
        return [make[name]().corpus_score(hypotheses, [reference]) for name in metrics]

    return work
