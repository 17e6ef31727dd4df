"""A comparison's tables as plain cells, the same for terminal, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.scoring.buckets import Bucket
from translator.scoring.compare import Comparison
from translator.scoring.score import Score
from translator.scoring.significance import LEVEL, PairedTest

BEST = "*"
_MOST_WORST = 10
_MOST_MISSING = 15


@dataclass(frozen=True, slots=True)
class Table:
    """Cells to be drawn.

    Attributes:
        key: a name for links and tests.
        explanation: one or two sentences below the title.
        words: how many columns from the left hold words; the others hold figures.
        segments: for each row the segment it is about, counted from 0; empty if about none.
        minor: True for details that a reader asks for.
    """

    key: str
    title: str
    explanation: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1
    segments: tuple[int, ...] = ()
    minor: bool = False


def all_tables(comparison: Comparison) -> tuple[Table, ...]:
    """Every table that has something to say, the most important first."""
    made = [
        scores_table(comparison),
        *_significance_tables(comparison),
        *_duels(comparison),
        _names(comparison),
        _hard_segments(comparison),
        *_uneven_names(comparison),
        *_missing_names(comparison),
        *_phrases(comparison),
        _buckets(comparison, comparison.lengths, "lengths", "By length", "Words in the reference"),
        _buckets(
            comparison, comparison.names_buckets, "name-counts", "By names", "Names in the segment"
        ),
    ]
    return tuple(table for table in made if table.rows)


def signatures(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """For each metric and test, sacrebleu's signature."""
    found = [(score.metric, score.signature) for score in comparison.systems[0].scores]
    seen = set()
    for test in comparison.tests:
        if test.metric not in seen:
            seen.add(test.metric)
            found += [
                (f"{test.metric}, paired bootstrap", test.signatures[0]),
                (f"{test.metric}, approximate randomisation", test.signatures[1]),
            ]
    return tuple(found)


def scores_table(comparison: Comparison) -> Table:
    """Every system's corpus scores with their intervals."""
    marked = {(best.metric, best.system) for best in comparison.best if best.significant}
    metrics = [score.metric for score in comparison.systems[0].scores]
    rows = tuple(
        (
            system.system,
            *(_figure(score, (score.metric, system.system) in marked) for score in system.scores),
        )
        for system in comparison.systems
    )
    explanation = "TER counts edits: lower is better. " if "TER" in metrics else ""
    if any(system.scores[0].interval for system in comparison.systems):
        explanation += "± is the 95 % interval by bootstrap. "
    if len(comparison.systems) > 1:
        explanation += (
            f"{BEST} = best, and by both tests hardly by chance (p < {LEVEL})."
            if marked
            else "None is marked best: no difference is significant."
        )
    header = ("System", *(name + (" ↓" if name == "TER" else "") for name in metrics))
    return Table("scores", "Scores", explanation.strip(), header, rows)


def _figure(score: Score, best: bool) -> str:
    text = f"{score.value:.2f}"
    if score.interval:
        text += f" ± {score.interval.half_width:.2f}"
    return f"{text} {BEST}" if best else text


def _significance_tables(comparison: Comparison) -> Iterator[Table]:
    if not comparison.tests:
        return
    rows = tuple(
        (
            test.system,
            test.metric,
            _verdict(test, comparison),
            f"{test.difference:+.2f}",
            f"{test.bootstrap:.4f}",
            f"{test.randomisation:.4f}",
        )
        for test in comparison.tests
    )
    yield Table(
        "significance",
        f"Difference from {comparison.tests[0].baseline}",
        "p is the probability of such a difference by chance: from sacrebleu's paired bootstrap "
        "and its approximate randomisation. A verdict needs both below "
        f"{LEVEL}, and six segments that differ.",
        ("System", "Metric", "Verdict", "Difference", "p bootstrap", "p randomisation"),
        rows,
        words=3,
    )


def _verdict(test: PairedTest, comparison: Comparison) -> str:
    if not test.significant:
        return "may be chance"
    higher = comparison.systems[0].of(test.metric).higher_is_better
    return "better" if (test.difference > 0) == higher else "worse"


def _duels(comparison: Comparison) -> Iterator[Table]:
    if comparison.duels:
        yield Table(
            "wins",
            f"Segments won against {comparison.duels[0].first}",
            f"By the segment's {comparison.metric}.",
            ("System", "Won", "Lost", "Equal"),
            tuple((d.second, str(d.wins), str(d.losses), str(d.ties)) for d in comparison.duels),
        )


def _names(comparison: Comparison) -> Table:
    """Shares of names; those that need the Arabic only if names of it are known."""
    found = "Found: names of the reference (told by their capitals) of which no part is missing."
    header = ["System", "Found"]
    rows = [
        [names.system, _of(names.recall, names.referenced - len(names.missing), names.referenced)]
        for names in comparison.names
    ]
    if any(names.outcomes for names in comparison.names):
        found = (
            "Right: names of the glossary or names file that stand in the English. Consistent: "
            "names of several segments that have one English form. " + found
        )
        header[1:1] = ["Right", "Consistent"]
        for row, names in zip(rows, comparison.names, strict=True):
            right = sum(outcome.right for outcome in names.outcomes)
            even = sum(forms.consistent for forms in names.repeated)
            row[1:1] = [
                _of(names.success, right, len(names.outcomes)),
                _of(names.consistency, even, len(names.repeated)),
            ]
    return Table("names", "Names", found, tuple(header), tuple(map(tuple, rows)))


def _of(share: float | None, part: int, whole: int) -> str:
    return "–" if share is None else f"{share:.1f} % ({part}/{whole})"


def _uneven_names(comparison: Comparison) -> Iterator[Table]:
    rows = tuple(
        (
            names.system,
            forms.surface,
            forms.target,
            ", ".join(f"{form or '(nothing)'} × {count}" for form, count in forms.forms),
        )
        for names in comparison.names
        for forms in names.repeated
        if not forms.consistent
    )
    yield Table(
        "uneven-names",
        "Names with more than one English form",
        "",
        ("System", "Arabic", "Expected", "In the English"),
        rows,
        words=4,
        minor=True,
    )


def _missing_names(comparison: Comparison) -> Iterator[Table]:
    numbers = comparison.corpus.numbers
    rows, segments = [], []
    for names in comparison.names:
        for missing in names.missing[:_MOST_MISSING]:
            rows.append((names.system, str(numbers[missing.segment]), missing.name))
            segments.append(missing.segment)
    yield Table(
        "missing-names",
        "Names of the reference that are missing",
        f"The first {_MOST_MISSING} of each system.",
        ("System", "Segment", "Name"),
        tuple(rows),
        words=3,
        segments=tuple(segments),
        minor=True,
    )


def _hard_segments(comparison: Comparison) -> Table:
    """The largest differences between systems, or one system's worst segments."""
    corpus = comparison.corpus
    if len(comparison.systems) > 1:
        picked = [(gap.segment, gap.values) for gap in comparison.gaps]
        title = "Segments with the largest difference"
    else:
        score = comparison.systems[0].of(comparison.metric)
        order = sorted(
            range(len(corpus)), key=lambda s: score.segments[s], reverse=not score.higher_is_better
        )
        picked = [(segment, (score.segments[segment],)) for segment in order[:_MOST_WORST]]
        title = "Segments with the lowest score"
    rows = tuple(
        (
            str(corpus.numbers[segment]),
            corpus.references[0].lines[segment],
            *(f"{value:.1f}" for value in values),
        )
        for segment, values in picked
    )
    return Table(
        "hard-segments",
        title,
        f"By {comparison.metric}.",
        ("Segment", "Reference", *(system.system for system in comparison.systems)),
        rows,
        words=2,
        segments=tuple(segment for segment, _ in picked),
    )


def _phrases(comparison: Comparison) -> Iterator[Table]:
    for contrast in comparison.phrases:
        rows = tuple(
            (owner, found.ngram, str(found.first), str(found.second))
            for owner, ngrams in (
                (contrast.first, contrast.only_first),
                (contrast.second, contrast.only_second),
            )
            for found in ngrams
        )
        yield Table(
            f"phrases-{contrast.second}",
            f"Phrases of the reference: {contrast.first} and {contrast.second}",
            "Phrases that one system has right more often than the other.",
            ("Ahead", "Phrase", contrast.first, contrast.second),
            rows,
            words=2,
            minor=True,
        )


def _buckets(
    comparison: Comparison, buckets: Sequence[Bucket], key: str, title: str, what: str
) -> Table:
    metrics = [score.metric for score in comparison.systems[0].scores]
    place = metrics.index(comparison.metric)
    rows = tuple(
        (bucket.label, str(bucket.segments), *(f"{v:.2f}" for v in bucket.values[place]))
        for bucket in buckets
    )
    return Table(
        key,
        title,
        f"{comparison.metric} of the segments of each group.",
        (what, "Segments", *(system.system for system in comparison.systems)),
        rows,
        minor=True,
    )
