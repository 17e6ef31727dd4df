"""Scores of one or many systems: every metric counts each segment once, then computes from that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator.errors import ScoringError
from translator.scoring.bleu import Bleu
from translator.scoring.chrf import Chrf
from translator.scoring.chrf_plus_plus import ChrfPlusPlus
from translator.scoring.corpus import Corpus
from translator.scoring.metric import Metric, Statistics
from translator.scoring.score import Score, SystemScores
from translator.scoring.ter import Ter

METRICS: dict[str, type[Metric]] = {
    "bleu": Bleu,
    "chrf": Chrf,
    "chrf++": ChrfPlusPlus,
    "ter": Ter,
}

# sacrebleu draws all samples at once: 4 bytes for each sample, segment and statistic.
_MOST_SAMPLED_SEGMENTS = 30_000_000


@dataclass(frozen=True, slots=True)
class Counted:
    """A metric with the statistics of all systems, from which any figure can be computed.

    Attributes:
        systems: for each system, for each segment, the metric's counts.
    """

    metric: Metric
    systems: tuple[Statistics, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """Which figures to compute.

    Attributes:
        metrics: keys of METRICS, in the order to show them.
        trials: bootstrap samples and approximate randomisation trials; 0 for neither.
        seed: of the random generator that draws them.
    """

    metrics: tuple[str, ...] = ("bleu", "chrf", "chrf++", "ter")
    trials: int = 1000
    seed: int = 12345


def count(corpus: Corpus, metrics: Sequence[str]) -> tuple[Counted, ...]:
    """Count every metric's statistics for all systems.

    Raises:
        ScoringError: there is no metric of that name.
    """
    for name in metrics:
        if name not in METRICS:
            raise ScoringError(f"no metric {name!r}", remedy=f"choose from {', '.join(METRICS)}")
    systems = [system.lines for system in corpus.systems]
    references = [reference.lines for reference in corpus.references]
    made = {name: METRICS[name]() for name in dict.fromkeys(metrics)}
    counted: dict[str, list[Statistics]] = {}
    # chrF++ first: with one reference, chrF's counts are a part of its counts.
    for name in sorted(made, reverse=True, key=lambda name: name == "chrf++"):
        metric = made[name]
        if isinstance(metric, Chrf) and "chrf++" in counted and len(references) == 1:
            counted[name] = metric.from_plus_plus(counted["chrf++"])
        else:
            counted[name] = metric.statistics(systems, references)
    return tuple(Counted(made[name], tuple(counted[name])) for name in made)


def trials_for(corpus: Corpus, settings: Settings) -> tuple[int, str]:
    """How many trials can be drawn for this corpus, and a note if none can.

    Returns:
        (trials, ""), or (0, why) for a corpus of one segment or too large for memory.
    """
    if settings.trials < 2 or len(corpus) < 2:
        return 0, ""
    if settings.trials * len(corpus) > _MOST_SAMPLED_SEGMENTS:
        most = _MOST_SAMPLED_SEGMENTS // len(corpus)
        return 0, (
            f"no intervals or significance: {settings.trials} trials of {len(corpus)} segments "
            f"need too much memory; use --trials {most} or fewer"
        )
    return settings.trials, ""


def scores_of(counted: Sequence[Counted], system: int, trials: int, seed: int) -> tuple[Score, ...]:
    """All metrics' scores of one system, by its place in the corpus."""
    return tuple(
        each.metric.score(each.systems[system], trials=trials, seed=seed) for each in counted
    )


def score_systems(
    corpus: Corpus, counted: Sequence[Counted], trials: int, seed: int
) -> tuple[SystemScores, ...]:
    """All metrics' scores of every system of a corpus."""
    return tuple(
        SystemScores(system.name, scores_of(counted, place, trials, seed))
        for place, system in enumerate(corpus.systems)
    )
