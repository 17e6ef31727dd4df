"""BLEU: n-gram precision with a brevity penalty (Papineni et al., 2002), as sacrebleu counts it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from translator.scoring.metric import Metric

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric

_ORDERS = 4


class Bleu(Metric):
    """Mixed case, 13a tokens, exponential smoothing: sacrebleu's defaults."""

    name = "BLEU"

    def _make(self) -> SacrebleuMetric:
        from sacrebleu.metrics.bleu import BLEU

        # force only stops a warning on standard error; corpus.py notes tokenised text itself.
        return BLEU(force=True)

    def segment_value(self, statistics: Sequence[float]) -> float:
        """Sentence BLEU: orders that a short segment cannot have are left out."""
        from sacrebleu.metrics.bleu import BLEU

        counts = [int(count) for count in statistics]
        return BLEU.compute_bleu(
            correct=counts[2 : 2 + _ORDERS],
            total=counts[2 + _ORDERS :],
            sys_len=counts[0],
            ref_len=counts[1],
            smooth_method="exp",
            effective_order=True,
        ).score
