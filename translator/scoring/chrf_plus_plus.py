"""chrF++: chrF with word unigrams and bigrams (Popović, 2017), as sacrebleu counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.scoring.metric import Metric

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric


class ChrfPlusPlus(Metric):
    """Character orders 1 to 6 and word orders 1 and 2, beta 2."""

    name = "chrF++"

    def _make(self) -> SacrebleuMetric:
        from sacrebleu.metrics.chrf import CHRF

        return CHRF(word_order=2)
