"""chrF: F-score of character n-grams (Popović, 2015), as sacrebleu counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.scoring.metric import Metric, Statistics

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric

# Hypothesis, reference and matching n-grams of each order from 1 to 6.
_COUNTS = 3 * 6


class Chrf(Metric):
    """Character orders 1 to 6, beta 2: sacrebleu's defaults."""

    name = "chrF"

    def _make(self) -> SacrebleuMetric:
        from sacrebleu.metrics.chrf import CHRF

        return CHRF()

    def from_plus_plus(self, counted: list[Statistics]) -> list[Statistics]:
        """chrF's statistics out of chrF++'s, which begin with the same character n-grams.

        Only right with a single reference: with more, each metric picks the closest by its own
        score.
        """
        self.sacrebleu.num_refs = 1
        return [[segment[:_COUNTS] for segment in statistics] for statistics in counted]
