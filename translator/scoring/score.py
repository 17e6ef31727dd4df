"""What scoring hands back: a metric's figure for the corpus and for every segment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % confidence interval by bootstrap resampling: mean plus or minus half_width."""

    mean: float
    half_width: float


@dataclass(frozen=True, slots=True)
class Score:
    """One metric's figures for one system.

    Attributes:
        metric: "BLEU", "chrF", "chrF++" or "TER".
        value: the corpus score, 0 to 100 (TER can be more).
        signature: sacrebleu's signature, which says how to get the same figure again.
        detail: what sacrebleu prints behind the score, as BLEU's precisions; "" if nothing.
        interval: None if it was not asked for, or cannot be had for so few segments.
        segments: the score of every segment, in order; BLEU with effective order.
        higher_is_better: False for TER, which counts edits.
    """

    metric: str
    value: float
    signature: str
    detail: str
    interval: Interval | None
    segments: tuple[float, ...]
    higher_is_better: bool

    def better(self, first: float, second: float) -> bool:
        """True if the first figure of this metric is strictly better than the second."""
        return first > second if self.higher_is_better else first < second


@dataclass(frozen=True, slots=True)
class SystemScores:
    """All scores of one system, in the order the metrics were asked for."""

    system: str
    scores: tuple[Score, ...]

    def of(self, metric: str) -> Score:
        """The score of a metric that was asked for; KeyError for another."""
        for score in self.scores:
            if score.metric == metric:
                return score
        raise KeyError(metric)
