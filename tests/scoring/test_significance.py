"""Paired tests: sacrebleu's own p-values, though nothing is counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.scoring.corpus import Lines, build_corpus
from translator.scoring.run import count
from translator.scoring.significance import PairedTest, paired_tests

DATA = Path(__file__).parent / "data"


def read(name: str) -> Lines:
    text = (DATA / f"{name}.en").read_text(encoding="utf-8")
    return Lines(name, tuple(text.rstrip("\n").split("\n")))


@pytest.mark.parametrize("metric", ["bleu", "chrf", "chrf++", "ter"])
@pytest.mark.parametrize("baseline", [0, 1])
def test_equal_to_sacrebleus_own_test(metric: str, baseline: int) -> None:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER
    from sacrebleu.significance import PairedTest as SacrebleuTest

    names = ["plain", "glossary", "second"]
    corpus = build_corpus([read(name) for name in names], [read("reference")])
    (counted,) = count(corpus, (metric,))
    found = paired_tests(counted, names, baseline, trials=150, seed=12345)

    make = {"bleu": BLEU, "chrf": CHRF, "chrf++": lambda: CHRF(word_order=2), "ter": TER}[metric]
    order = [names[baseline], *(name for name in names if name != names[baseline])]
    systems = [(name, read(name).lines) for name in order]
    for position, kind in enumerate(("bs", "ar")):
        test = SacrebleuTest(
            systems,  # type: ignore[arg-type]
            {"m": make()},  # type: ignore[dict-item]
            [read("reference").lines],
            test_type=kind,
            n_samples=150,
        )
        signatures, results = test()
        (name,) = signatures
        for row, ours in enumerate(found, start=1):
            theirs = results[name][row]
            assert ours.system == order[row]
            assert ours.baseline == order[0]
            assert (ours.bootstrap, ours.randomisation)[position] == theirs.p_value  # type: ignore[union-attr]
            assert ours.difference == theirs.score - results[name][0].score  # type: ignore[union-attr]
            assert ours.signatures[position] == str(signatures[name])


def test_a_system_against_itself_is_chance() -> None:
    corpus = build_corpus([read("plain"), read("plain")], [read("reference")])
    (counted,) = count(corpus, ("chrf",))
    (test,) = paired_tests(counted, ["a", "b"], 0, trials=100, seed=1)
    assert test.difference == 0.0
    assert not test.significant


@pytest.mark.parametrize(
    ("bootstrap", "randomisation", "different", "significant"),
    [
        (0.01, 0.01, 6, True),
        (0.06, 0.01, 6, False),
        (0.01, 0.06, 6, False),
        (0.05, 0.01, 6, False),
        (0.01, 0.01, 5, False),
    ],
)
def test_both_tests_must_agree_and_enough_segments_differ(
    bootstrap: float, randomisation: float, different: int, significant: bool
) -> None:
    test = PairedTest("BLEU", "a", "b", 1.0, bootstrap, randomisation, different, ("", ""))
    assert test.significant is significant
