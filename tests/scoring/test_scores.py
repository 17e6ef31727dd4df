"""Figures equal sacrebleu's, for the corpus, its interval and every segment."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from translator.errors import ScoringError
from translator.scoring.corpus import Corpus, Lines, build_corpus
from translator.scoring.run import Settings, count, score_systems, scores_of, trials_for
from translator.scoring.score import Score, SystemScores

DATA = Path(__file__).parent / "data"
FLORES = Path(__file__).parents[3] / "shared" / "eval" / "flores_dev"
NAMES = {"BLEU": "bleu", "chrF2": "chrf", "chrF2++": "chrf++", "TER": "ter"}
SHOWN = {"bleu": "BLEU", "chrf": "chrF", "chrf++": "chrF++", "ter": "TER"}


def read(path: Path) -> Lines:
    return Lines(path.name, tuple(path.read_text(encoding="utf-8").rstrip("\n").split("\n")))


def expected(file: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((DATA / file).read_text(encoding="utf-8"))
    return rows


def small(hypothesis: str, references: int = 1) -> Corpus:
    files = ["reference.en", "second.en"][:references]
    return build_corpus([read(DATA / f"{hypothesis}.en")], [read(DATA / f) for f in files])


def score_corpus(corpus: Corpus, settings: Settings) -> tuple[SystemScores, ...]:
    counted = count(corpus, settings.metrics)
    trials, _ = trials_for(corpus, settings)
    return score_systems(corpus, counted, trials, settings.seed)


def assert_equal(score: Score, row: dict[str, Any]) -> None:
    """Every digit that the command printed must be the same."""
    import sacrebleu

    assert round(score.value, 14) == row["score"]
    signature = row["signature"].rsplit("version:", 1)[0] + f"version:{sacrebleu.__version__}"
    assert score.signature == signature
    assert score.interval is not None
    assert round(score.interval.mean, 14) == row["mean"]
    assert round(score.interval.half_width, 14) == row["half_width"]


@pytest.mark.parametrize("row", expected("sacrebleu.json"), ids=lambda r: str(r["signature"]))
def test_small_corpus_equals_the_command(row: dict[str, Any]) -> None:
    settings = Settings(metrics=(NAMES[row["name"]],))
    (system,) = score_corpus(small(row["hypothesis"], row["references"]), settings)
    assert_equal(system.scores[0], row)


@pytest.mark.shared
def test_all_seven_flores_systems_equal_the_command() -> None:
    rows = expected("sacrebleu_flores_dev.json")
    names = list(dict.fromkeys(row["hypothesis"] for row in rows))
    assert len(names) == 7
    systems = [read(FLORES / "systems" / f"{name}.en") for name in names]
    corpus = build_corpus(systems, [read(FLORES / "ref.en")])
    counted = count(corpus, ("bleu", "chrf", "chrf++"))
    scores = {
        (name, score.metric): score
        for place, name in enumerate(names)
        for score in scores_of(counted, place, 1000, 12345)
    }
    for row in rows:
        if row["name"] != "TER":
            assert_equal(scores[row["hypothesis"], SHOWN[NAMES[row["name"]]]], row)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["argos"])
def test_ter_of_flores_systems_equals_the_command(name: str) -> None:
    corpus = build_corpus([read(FLORES / "systems" / f"{name}.en")], [read(FLORES / "ref.en")])
    (system,) = score_corpus(corpus, Settings(metrics=("ter",)))
    rows = expected("sacrebleu_flores_dev.json")
    (row,) = [r for r in rows if r["name"] == "TER" and r["hypothesis"] == name]
    assert_equal(system.scores[0], row)


def command(*arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "sacrebleu", *arguments, "-w", "14", "--confidence"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


@pytest.mark.shared
def test_command_run_now_on_flores_agrees_with_what_was_recorded() -> None:
    paths = [str(FLORES / "ref.en"), "-i", str(FLORES / "systems" / "argos.en")]
    for made in command(*paths, "-m", "bleu", "chrf"):
        rows = expected("sacrebleu_flores_dev.json")
        (row,) = [r for r in rows if r["name"] == made["name"] and r["hypothesis"] == "argos"]
        assert (made["score"], made["confidence_mean"]) == (row["score"], row["mean"])


def test_command_run_now_equals_our_figures() -> None:
    files = [str(DATA / "reference.en"), "-i", str(DATA / "plain.en")]
    (system,) = score_corpus(small("plain"), Settings())
    for made in command(*files, "-m", "bleu", "chrf", "ter"):
        score = system.of(SHOWN[NAMES[made["name"]]])
        assert round(score.value, 14) == made["score"]
        assert score.signature == made["signature"]
        assert score.detail == made.get("verbose_score", "")


@pytest.mark.parametrize("references", [1, 2])
def test_segment_scores_equal_sentence_scores(references: int) -> None:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    corpus = small("plain", references)
    (system,) = score_corpus(corpus, Settings(trials=0))
    public = {
        "BLEU": BLEU(effective_order=True),
        "chrF": CHRF(),
        "chrF++": CHRF(word_order=2),
        "TER": TER(),
    }
    for name, metric in public.items():
        for place, hypothesis in enumerate(corpus.systems[0].lines):
            lines = [reference.lines[place] for reference in corpus.references]
            made = metric.sentence_score(hypothesis, lines)
            assert system.of(name).segments[place] == made.score


def test_counting_in_chunks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = score_corpus(small("plain", 2), Settings(trials=50))
    monkeypatch.setattr("translator.scoring.metric._CHUNK", 5)
    assert score_corpus(small("plain", 2), Settings(trials=50)) == whole


def test_chrf_does_not_depend_on_chrf_plus_plus() -> None:
    for references in (1, 2):
        corpus = small("plain", references)
        (alone,) = score_corpus(corpus, Settings(metrics=("chrf",)))
        (both,) = score_corpus(corpus, Settings(metrics=("chrf", "chrf++")))
        assert both.of("chrF") == alone.of("chrF")


def test_seed_and_trials_are_in_force_and_in_the_signature() -> None:
    first, again, other = (
        score_corpus(small("plain"), Settings(("bleu",), 200, seed))[0].scores[0]
        for seed in (1, 1, 2)
    )
    assert first == again
    assert first.interval != other.interval
    assert "bs:200|seed:1|" in first.signature
    assert score_corpus(small("plain"), Settings(("bleu",), 0))[0].scores[0].interval is None


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setenv("SACREBLEU_SEED", "77")
    score_corpus(small("plain"), Settings(("bleu",), 10, 5))
    assert os.environ["SACREBLEU_SEED"] == "77"
    monkeypatch.delenv("SACREBLEU_SEED")
    score_corpus(small("plain"), Settings(("bleu",), 10, 5))
    assert "SACREBLEU_SEED" not in os.environ


def test_better_knows_that_ter_counts_errors() -> None:
    (system,) = score_corpus(small("plain"), Settings(trials=0))
    assert system.of("BLEU").better(2.0, 1.0)
    assert not system.of("TER").better(2.0, 1.0)
    with pytest.raises(KeyError):
        system.of("COMET")


def test_unknown_metric_names_those_there_are() -> None:
    with pytest.raises(ScoringError, match="no metric 'comet'; choose from bleu, chrf"):
        score_corpus(small("plain"), Settings(("comet",)))


def test_no_trials_for_one_segment_or_more_than_memory_holds() -> None:
    one = build_corpus([Lines("h", ("a b",))], [Lines("r", ("a c",))])
    assert trials_for(one, Settings()) == (0, "")
    assert any("only one segment" in note for note in one.notes)
    large = build_corpus([Lines("h", ("a",) * 40_000)], [Lines("r", ("a",) * 40_000)])
    trials, note = trials_for(large, Settings())
    assert trials == 0
    assert "use --trials 750 or fewer" in note
    assert trials_for(large, Settings(trials=750)) == (750, "")
