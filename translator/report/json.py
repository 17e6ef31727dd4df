"""A report as JSON: all figures in full, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from translator.report.content import Report
from translator.scoring.buckets import Bucket
from translator.scoring.compare import Comparison
from translator.scoring.names import NameScores
from translator.scoring.score import Score, SystemScores


def render_json(report: Report) -> str:
    """The whole report as one JSON object, indented."""
    return json.dumps(report_data(report), ensure_ascii=False, indent=1) + "\n"


def report_data(report: Report) -> dict[str, Any]:
    """The report as dicts, lists, strings and numbers."""
    comparison = report.comparison
    corpus = comparison.corpus
    return {
        "title": report.title,
        "created": report.created,
        "references": [reference.name for reference in corpus.references],
        "source": corpus.source.name if corpus.source else None,
        "trials": comparison.settings.trials,
        "seed": comparison.settings.seed,
        "notes": list(comparison.notes),
        "systems": [
            {
                "system": system.system,
                "scores": [_score(score) for score in system.scores],
                "names": _names(names, corpus.numbers),
            }
            for system, names in zip(comparison.systems, comparison.names, strict=True)
        ],
        **_contrasts(comparison),
        "lengths": [_bucket(comparison, bucket) for bucket in comparison.lengths],
        "name_counts": [_bucket(comparison, bucket) for bucket in comparison.names_buckets],
        "segments": [_segment(report, place) for place in range(len(corpus))],
    }


def _score(score: Score) -> dict[str, Any]:
    interval = score.interval
    return {
        "metric": score.metric,
        "score": score.value,
        "signature": score.signature,
        "detail": score.detail,
        "interval": {"mean": interval.mean, "half_width": interval.half_width}
        if interval
        else None,
        "higher_is_better": score.higher_is_better,
    }


def _contrasts(comparison: Comparison) -> dict[str, Any]:
    return {
        "tests": [
            {
                "metric": test.metric,
                "baseline": test.baseline,
                "system": test.system,
                "difference": test.difference,
                "p_bootstrap": test.bootstrap,
                "p_randomisation": test.randomisation,
                "significant": test.significant,
                "signatures": list(test.signatures),
            }
            for test in comparison.tests
        ],
        "best": [
            {"metric": best.metric, "system": best.system, "significant": best.significant}
            for best in comparison.best
        ],
        "wins": [
            {
                "baseline": duel.first,
                "system": duel.second,
                "metric": duel.metric,
                "wins": duel.wins,
                "losses": duel.losses,
                "ties": duel.ties,
            }
            for duel in comparison.duels
        ],
        "largest_differences": [
            {"segment": comparison.corpus.numbers[gap.segment], "scores": list(gap.values)}
            for gap in comparison.gaps
        ],
        "phrases": [
            {
                "baseline": contrast.first,
                "system": contrast.second,
                "ahead": owner,
                "phrase": found.ngram,
                "baseline_count": found.first,
                "system_count": found.second,
            }
            for contrast in comparison.phrases
            for owner, ngrams in (
                (contrast.first, contrast.only_first),
                (contrast.second, contrast.only_second),
            )
            for found in ngrams
        ],
    }


def _names(names: NameScores, numbers: Sequence[int]) -> dict[str, Any]:
    return {
        "right_percent": names.success,
        "consistent_percent": names.consistency,
        "found_percent": names.recall,
        "outcomes": [
            {
                "segment": numbers[outcome.expected.segment],
                "source": outcome.expected.surface,
                "target": outcome.expected.term.target,
                "form": outcome.form,
                "instead": outcome.instead,
            }
            for outcome in names.outcomes
        ],
        "missing": [
            {"segment": numbers[name.segment], "name": name.name} for name in names.missing
        ],
    }


def _bucket(comparison: Comparison, bucket: Bucket) -> dict[str, Any]:
    metrics = [score.metric for score in comparison.systems[0].scores]
    return {
        "range": bucket.label,
        "segments": bucket.segments,
        "scores": dict(zip(metrics, map(list, bucket.values), strict=True)),
    }


def _segment(report: Report, place: int) -> dict[str, Any]:
    corpus = report.comparison.corpus
    systems = []
    for number, (system, text) in enumerate(
        zip(report.comparison.systems, corpus.systems, strict=True)
    ):
        flags = report.flags_of(number, place)
        systems.append(
            {
                "hypothesis": text.lines[place],
                "scores": _segment_scores(system, place),
                "flags": [{"code": flag.code, "message": flag.message} for flag in flags],
            }
        )
    return {
        "segment": corpus.numbers[place],
        "source": corpus.source.lines[place] if corpus.source else None,
        "references": [reference.lines[place] for reference in corpus.references],
        "systems": systems,
    }


def _segment_scores(system: SystemScores, place: int) -> dict[str, float]:
    return {score.metric: score.segments[place] for score in system.scores}
