"""Whether one system is better than another or only lucky, by sacrebleu's paired tests.

Paired bootstrap resampling (Koehn, 2004) and approximate randomisation (Riezler and Maxwell, 2005).
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from translator.scoring.metric import Statistics, sacrebleu_seed
from translator.scoring.run import Counted

LEVEL = 0.05
# Swapping n segments in all ways gives 2 ** n cases, two of them as extreme as the real one; with
# fewer than 6 no such share is below 0.05. sacrebleu counts only larger differences and says less.
_FEWEST_DIFFERENT = 6


@dataclass(frozen=True, slots=True)
class PairedTest:
    """One metric's test of a system against a baseline.

    Attributes:
        bootstrap, randomisation: p-values, 0 to 1; below 0.05 the difference is hardly chance.
        different: how many segments' counts differ between the two.
        signatures: sacrebleu's, of the bootstrap test and of the randomisation test.
    """

    metric: str
    baseline: str
    system: str
    difference: float
    bootstrap: float
    randomisation: float
    different: int
    signatures: tuple[str, str]

    @property
    def significant(self) -> bool:
        """True if both tests call the difference more than chance, and enough segments differ.

        sacrebleu gives equal systems the least p there is, by design; they differ nowhere.
        """
        enough = self.different >= _FEWEST_DIFFERENT and self.difference != 0
        return enough and max(self.bootstrap, self.randomisation) < LEVEL


class _CountedMetric:
    """Stands in for a sacrebleu metric whose statistics have been counted already.

    sacrebleu's tests count each system anew; here they are given the system's place instead of
    its hypotheses and get the counts that are there.
    """

    def __init__(self, counted: Counted) -> None:
        self._counted = counted

    def __getattr__(self, name: str) -> Any:
        return getattr(self._counted.metric.sacrebleu, name)

    def _extract_corpus_statistics(self, hypotheses: _Place, _references: None) -> Statistics:
        return self._counted.systems[hypotheses.place]


@dataclass(frozen=True, slots=True)
class _Place:
    """A system by its place; its length is all that sacrebleu asks of the hypotheses."""

    place: int
    segments: int

    def __len__(self) -> int:
        return self.segments


def paired_tests(
    counted: Counted, names: Sequence[str], baseline: int, *, trials: int, seed: int
) -> tuple[PairedTest, ...]:
    """Test every other system against one of them.

    Args:
        names: of the systems, in the order of counted.systems.
        baseline: the place of the system that the others are tested against.
        trials: bootstrap samples and randomisation trials, at least 2.
    """
    others = [place for place in range(len(names)) if place != baseline]
    order = [baseline, *others]
    bootstrap, values = _test(counted, order, "bs", trials, seed)
    randomisation, shuffled = _test(counted, order, "ar", trials, seed)
    signatures = (bootstrap, randomisation)
    return tuple(
        PairedTest(
            metric=counted.metric.name,
            baseline=names[baseline],
            system=names[place],
            difference=float(values[row].score - values[0].score),
            bootstrap=float(values[row].p_value),
            randomisation=float(shuffled[row].p_value),
            different=sum(map(operator.ne, counted.systems[baseline], counted.systems[place])),
            signatures=signatures,
        )
        for row, place in enumerate(others, start=1)
    )


def _test(
    counted: Counted, order: Sequence[int], kind: str, trials: int, seed: int
) -> tuple[str, list[Any]]:
    """Run one of sacrebleu's tests; its signature and its result for each system in order."""
    from sacrebleu.significance import PairedTest as SacrebleuTest

    counted.metric.sacrebleu.n_bootstrap = None
    segments = len(counted.systems[0])
    with sacrebleu_seed(seed):
        test = SacrebleuTest(
            [(str(place), _Place(place, segments)) for place in order],  # type: ignore[misc]
            {counted.metric.name: _CountedMetric(counted)},  # type: ignore[dict-item]
            None,
            test_type=kind,
            n_samples=trials,
        )
        signatures, results = test()
    (name,) = signatures
    return str(signatures[name]), list(results[name])
