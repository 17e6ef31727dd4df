"""TER: edits, block moves among them, per reference word (Snover et al., 2006), by sacrebleu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.scoring.metric import Metric

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric


class Ter(Metric):
    """Lower case, tercom tokens, punctuation kept: sacrebleu's defaults. Lower is better."""

    name = "TER"
    higher_is_better = False

    def _make(self) -> SacrebleuMetric:
        from sacrebleu.metrics.ter import TER

        return TER()
