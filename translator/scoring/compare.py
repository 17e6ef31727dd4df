"""Everything that tells systems apart: scores, tests, wins, gaps, phrases, buckets and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator.errors import ScoringError
from translator.scoring.buckets import LENGTHS, NAMES, Bucket, make_buckets
from translator.scoring.corpus import Corpus
from translator.scoring.names import ExpectedName, NameScores, names_in, score_names
from translator.scoring.ngrams import NgramContrast, contrast_ngrams
from translator.scoring.run import Counted, Settings, count, score_systems, trials_for
from translator.scoring.score import SystemScores
from translator.scoring.significance import PairedTest, paired_tests

_MOST_GAPS = 10


@dataclass(frozen=True, slots=True)
class Best:
    """The best system by one metric.

    Attributes:
        significant: True if both paired tests tell it from every other system.
    """

    metric: str
    system: str
    significant: bool


@dataclass(frozen=True, slots=True)
class Duel:
    """In how many segments the second system beats the first, by the segment metric."""

    first: str
    second: str
    metric: str
    wins: int
    losses: int
    ties: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A segment on which two systems differ much.

    Attributes:
        segment: place in the corpus, counted from 0.
        values: each system's score of the segment.
    """

    segment: int
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PhraseContrast:
    """The n-grams of the reference that only one of two systems has."""

    first: str
    second: str
    only_first: tuple[NgramContrast, ...]
    only_second: tuple[NgramContrast, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is known of one or more systems on one corpus.

    Attributes:
        metric: the one that segments are judged by: chrF++ if it was asked for, else the first.
        tests: of every system against the first, metric by metric; empty for a single system.
        best: one for each metric; empty for a single system.
        gaps: segments with the largest difference between the best and the worst system.
        lengths: by words of the reference. names_buckets: by names per segment.
        names: for each system.
        notes: what the user should know before trusting the figures.
    """

    corpus: Corpus
    settings: Settings
    metric: str
    systems: tuple[SystemScores, ...]
    tests: tuple[PairedTest, ...]
    best: tuple[Best, ...]
    duels: tuple[Duel, ...]
    gaps: tuple[Gap, ...]
    phrases: tuple[PhraseContrast, ...]
    lengths: tuple[Bucket, ...]
    names_buckets: tuple[Bucket, ...]
    names: tuple[NameScores, ...]
    notes: tuple[str, ...]


def compare(
    corpus: Corpus,
    settings: Settings,
    expected: Sequence[ExpectedName] = (),
    *,
    notes: Sequence[str] = (),
) -> Comparison:
    """Score systems and set each against the first.

    Args:
        expected: names that stand in the source; without them names per segment are counted by
            the capitals of the reference.
        notes: of reading the texts, to stand before the corpus's own.

    Raises:
        ScoringError: an unknown metric, or the same system given twice.
    """
    names = [system.name for system in corpus.systems]
    _require_different(names)
    counted = count(corpus, settings.metrics)
    trials, note = trials_for(corpus, settings)
    systems = score_systems(corpus, counted, trials, settings.seed)
    several = len(names) > 1
    tests, best = _significance(counted, systems, trials, settings.seed) if several else ((), ())
    metric = "chrF++" if "chrf++" in settings.metrics else counted[0].metric.name
    reference = corpus.references[0].lines
    return Comparison(
        corpus=corpus,
        settings=settings,
        metric=metric,
        systems=systems,
        tests=tests,
        best=best,
        duels=tuple(_duel(systems[0], other, metric) for other in systems[1:]),
        gaps=_gaps(systems, metric) if several else (),
        phrases=tuple(_phrases(corpus, place) for place in range(1, len(names))),
        lengths=make_buckets(counted, [len(line.split()) for line in reference], LENGTHS),
        names_buckets=make_buckets(counted, _names_per_segment(corpus, expected), NAMES),
        names=tuple(
            score_names(system.name, system.lines, reference, expected) for system in corpus.systems
        ),
        notes=(*notes, *corpus.notes, *([note] if note else []), *_identical(corpus)),
    )


def _require_different(names: Sequence[str]) -> None:
    for place, name in enumerate(names):
        if name in names[:place]:
            raise ScoringError("is given twice", where=name, remedy="name each system once")


def _identical(corpus: Corpus) -> list[str]:
    """Notes on systems that have the same text."""
    return [
        f"{first.name} and {second.name} are the same text"
        for place, second in enumerate(corpus.systems)
        for first in corpus.systems[:place]
        if first.lines == second.lines
    ]


def _significance(
    counted: Sequence[Counted], systems: Sequence[SystemScores], trials: int, seed: int
) -> tuple[tuple[PairedTest, ...], tuple[Best, ...]]:
    """Tests against the first system, and the best system of each metric."""
    names = [system.system for system in systems]
    tests: list[PairedTest] = []
    best = []
    for place, each in enumerate(counted):
        scores = [system.scores[place] for system in systems]
        leader = 0
        for rival in range(1, len(scores)):
            if scores[rival].better(scores[rival].value, scores[leader].value):
                leader = rival
        against_leader: tuple[PairedTest, ...] = ()
        if trials:
            against_first = paired_tests(each, names, 0, trials=trials, seed=seed)
            tests += against_first
            against_leader = (
                paired_tests(each, names, leader, trials=trials, seed=seed)
                if leader
                else against_first
            )
        significant = bool(trials) and all(test.significant for test in against_leader)
        best.append(Best(each.metric.name, names[leader], significant))
    return tuple(tests), tuple(best)


def _duel(first: SystemScores, second: SystemScores, metric: str) -> Duel:
    score = first.of(metric)
    pairs = list(zip(score.segments, second.of(metric).segments, strict=True))
    wins = sum(score.better(theirs, ours) for ours, theirs in pairs)
    losses = sum(score.better(ours, theirs) for ours, theirs in pairs)
    return Duel(first.system, second.system, metric, wins, losses, len(pairs) - wins - losses)


def _gaps(systems: Sequence[SystemScores], metric: str) -> tuple[Gap, ...]:
    rows = zip(*(system.of(metric).segments for system in systems), strict=True)
    gaps = [Gap(segment, values) for segment, values in enumerate(rows)]
    gaps.sort(key=lambda gap: (min(gap.values) - max(gap.values), gap.segment))
    return tuple(gap for gap in gaps[:_MOST_GAPS] if max(gap.values) > min(gap.values))


def _phrases(corpus: Corpus, place: int) -> PhraseContrast:
    first, second = corpus.systems[0], corpus.systems[place]
    found = contrast_ngrams(first.lines, second.lines, corpus.references[0].lines)
    return PhraseContrast(first.name, second.name, *found)


def _names_per_segment(corpus: Corpus, expected: Sequence[ExpectedName]) -> list[int]:
    if not expected:
        return [len(names_in(line)) for line in corpus.references[0].lines]
    counts = [0] * len(corpus)
    for name in expected:
        counts[name.segment] += 1
    return counts
