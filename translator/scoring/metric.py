"""What all metrics share: a sacrebleu metric whose statistics are counted once for every figure.

sacrebleu's corpus_score and sentence_score each count n-grams anew. Its base class separates
counting (statistics of a segment) from computing (a score out of summed statistics); from the
statistics of all segments come the corpus score, the segment scores, the bootstrap interval, the
paired tests and the scores of buckets. This module is the only one that touches those methods.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from translator.scoring.score import Interval, Score

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric

Statistics: TypeAlias = list[list[float]]

# The n-grams of one reference take some 100 KB; more at once costs memory and is no faster.
_CHUNK = 1000


class Metric:
    """A metric over a corpus; each subclass makes its sacrebleu object and names itself."""

    name: ClassVar[str]
    higher_is_better: ClassVar[bool] = True

    def __init__(self) -> None:
        self.sacrebleu: SacrebleuMetric = self._make()

    def _make(self) -> SacrebleuMetric:
        raise NotImplementedError

    def statistics(
        self, systems: Sequence[Sequence[str]], references: Sequence[Sequence[str]]
    ) -> list[Statistics]:
        """Count the matches of every segment of every system, the references only once.

        Args:
            systems: for each system its hypotheses, one a segment.
            references: for each reference translation its lines, as many as hypotheses.
        """
        counted: list[Statistics] = [[] for _ in systems]
        for start in range(0, len(references[0]), _CHUNK):
            end = start + _CHUNK
            self.sacrebleu._ref_cache = self.sacrebleu._cache_references(
                [lines[start:end] for lines in references]
            )
            for hypotheses, so_far in zip(systems, counted, strict=True):
                found = self.sacrebleu._extract_corpus_statistics(hypotheses[start:end], None)
                so_far.extend(found)
        self.sacrebleu._ref_cache = None
        return counted

    def corpus_value(self, statistics: Statistics) -> float:
        """The score of all segments together; also of any part of a corpus."""
        return float(self.sacrebleu._aggregate_and_compute(statistics).score)

    def segment_value(self, statistics: Sequence[float]) -> float:
        """The score of one segment, equal to sacrebleu's sentence_score."""
        return float(self.sacrebleu._compute_score_from_stats(list(statistics)).score)

    def score(self, statistics: Statistics, *, trials: int, seed: int) -> Score:
        """All figures out of the statistics of one system.

        Args:
            trials: bootstrap samples for the interval; 0 or 1 leaves it out.
        """
        corpus = self.sacrebleu._aggregate_and_compute(statistics)
        interval = None
        self.sacrebleu.n_bootstrap, self.sacrebleu.seed = None, None
        if trials > 1:
            from sacrebleu.significance import _bootstrap_resample

            with sacrebleu_seed(seed):
                used, samples = _bootstrap_resample(statistics, self.sacrebleu, trials)
            self.sacrebleu.n_bootstrap, self.sacrebleu.seed = trials, used
            corpus.estimate_ci(samples)
            interval = Interval(float(corpus._mean), float(corpus._ci))
        return Score(
            metric=self.name,
            value=float(corpus.score),
            signature=str(self.sacrebleu.get_signature()),
            detail=corpus._verbose,
            interval=interval,
            segments=tuple(map(self.segment_value, statistics)),
            higher_is_better=self.higher_is_better,
        )


@contextlib.contextmanager
def sacrebleu_seed(seed: int) -> Iterator[None]:
    """Make sacrebleu use a seed; it reads it nowhere but from this environment variable."""
    before = os.environ.get("SACREBLEU_SEED")
    os.environ["SACREBLEU_SEED"] = str(seed)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SACREBLEU_SEED"]
        else:
            os.environ["SACREBLEU_SEED"] = before
