"""Comparison: best, wins, gaps, phrases and buckets on a small corpus whose answers are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import ScoringError
from translator.scoring.buckets import make_buckets
from translator.scoring.compare import Comparison, compare
from translator.scoring.corpus import Lines, build_corpus
from translator.scoring.ngrams import contrast_ngrams
from translator.scoring.run import Settings, count

DATA = Path(__file__).parent / "data"


def read(name: str) -> Lines:
    text = (DATA / f"{name}.en").read_text(encoding="utf-8")
    return Lines(name, tuple(text.rstrip("\n").split("\n")))


def compared(*names: str, settings: Settings | None = None) -> Comparison:
    corpus = build_corpus([read(name) for name in names], [read("reference")])
    return compare(corpus, settings or Settings(trials=200))


def test_the_better_system_is_marked_where_it_is_significant() -> None:
    comparison = compared("plain", "glossary")
    assert {best.system for best in comparison.best} == {"glossary"}
    assert [best.metric for best in comparison.best] == ["BLEU", "chrF", "chrF++", "TER"]
    for best in comparison.best:
        (test,) = [test for test in comparison.tests if test.metric == best.metric]
        assert best.significant is test.significant
    assert any(best.significant for best in comparison.best)
    ter = next(test for test in comparison.tests if test.metric == "TER")
    assert ter.difference < 0


def test_best_is_the_same_whatever_comes_first() -> None:
    turned = compared("glossary", "plain")
    assert [b.significant for b in turned.best] == [
        b.significant for b in compared("plain", "glossary").best
    ]
    assert {best.system for best in turned.best} == {"glossary"}


def test_equal_systems_have_no_significant_best() -> None:
    corpus = build_corpus([read("plain"), Lines("copy", read("plain").lines)], [read("reference")])
    comparison = compare(corpus, Settings(trials=100))
    assert not any(best.significant for best in comparison.best)
    assert comparison.gaps == ()
    assert "plain and copy are the same text" in comparison.notes
    assert (comparison.duels[0].wins, comparison.duels[0].ties) == (0, 12)


def test_wins_and_losses_add_up_and_follow_the_segment_scores() -> None:
    comparison = compared("plain", "glossary")
    (duel,) = comparison.duels
    first, second = (system.of("chrF++").segments for system in comparison.systems)
    assert duel.wins == sum(b > a for a, b in zip(first, second, strict=True)) > 0
    assert duel.losses == sum(a > b for a, b in zip(first, second, strict=True))
    assert duel.wins + duel.losses + duel.ties == 12


def test_wins_by_ter_count_fewer_edits() -> None:
    comparison = compared("plain", "glossary", settings=Settings(("ter",), 0))
    assert comparison.metric == "TER"
    assert comparison.duels[0].wins > comparison.duels[0].losses


def test_gaps_begin_with_the_largest() -> None:
    gaps = compared("plain", "glossary").gaps
    sizes = [max(gap.values) - min(gap.values) for gap in gaps]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] > 0


def test_without_trials_nothing_is_called_significant() -> None:
    comparison = compared("plain", "glossary", settings=Settings(trials=0))
    assert comparison.tests == ()
    assert not any(best.significant for best in comparison.best)


def test_one_segment_has_no_significance_and_says_so() -> None:
    corpus = build_corpus(
        [Lines("a", ("Kim left",)), Lines("b", ("Kim went",))], [Lines("r", ("Kim left",))]
    )
    comparison = compare(corpus, Settings())
    assert comparison.tests == ()
    assert any("no interval or significance" in note for note in comparison.notes)


def test_the_same_system_twice_is_refused() -> None:
    corpus = build_corpus([read("plain"), read("plain")], [read("reference")])
    with pytest.raises(ScoringError, match="plain: is given twice"):
        compare(corpus, Settings())


def test_phrases_that_only_one_has() -> None:
    ahead, behind = contrast_ngrams(
        ["the big cat sat", "a big cat ran"],
        ["the large cat sat", "a large cat ran"],
        ["the big cat sat", "one big cat ran away"],
    )
    assert (ahead[0].ngram, ahead[0].first, ahead[0].second) == ("big cat", 2, 0)
    assert ahead[0].contrast == 0.75
    assert behind == ()


def test_phrases_count_no_more_often_than_the_reference_has_them() -> None:
    ahead, _ = contrast_ngrams(["no no no no"], ["yes"], ["no yes"])
    assert (ahead[0].ngram, ahead[0].first) == ("no", 1)


def test_buckets_hold_every_segment_once_and_score_like_a_corpus_of_their_own() -> None:
    corpus = build_corpus([read("plain")], [read("reference")])
    counted = count(corpus, ("bleu", "chrf"))
    measure = [len(line.split()) for line in corpus.references[0].lines]
    buckets = make_buckets(counted, measure, (7, 9, 100))
    assert [bucket.label for bucket in buckets] == ["0-6", "7-8", "9-99"]
    assert sum(bucket.segments for bucket in buckets) == 12
    short = [place for place, words in enumerate(measure) if words < 7]
    part = build_corpus(
        [Lines("p", tuple(read("plain").lines[place] for place in short))],
        [Lines("r", tuple(read("reference").lines[place] for place in short))],
    )
    for metric, each in enumerate(count(part, ("bleu", "chrf"))):
        assert buckets[0].values[metric][0] == each.metric.corpus_value(each.systems[0])


@pytest.mark.parametrize(
    ("limits", "labels"), [((1, 2, 5), ["0", "1", "2-4", "5+"]), ((3,), ["0-2", "3+"])]
)
def test_bucket_labels(limits: tuple[int, ...], labels: list[str]) -> None:
    corpus = build_corpus([read("plain")], [read("reference")])
    counted = count(corpus, ("bleu",))
    measure = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 9]
    assert [bucket.label for bucket in make_buckets(counted, measure, limits)] == labels
