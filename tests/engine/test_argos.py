"""The engine on the bundled model and on a tiny BPE package."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from translator.engine.argos import ArgosEngine
from translator.engine.protocol import Hypothesis, PackageInfo, Request
from translator.errors import EngineError

pytestmark = pytest.mark.model
SOURCE = "ويأتي ذلك بعد أن تصافح الرجلان في قاعدة Vostochny الفضائية"


def _one(engine: ArgosEngine, request: Request) -> tuple[Hypothesis, ...]:
    ((position, hypotheses),) = engine.translate([request])
    assert position == 0
    return hypotheses


def test_every_request_is_answered_once_and_early_ones_first(
    engine: ArgosEngine, article: list[str]
) -> None:
    positions = [position for position, _ in engine.translate(map(Request, article))]
    assert sorted(positions) == list(range(len(article)))
    assert sorted(positions[:8]) == list(range(8))


def test_a_request_means_the_same_alone_and_among_others(
    engine: ArgosEngine, article: list[str]
) -> None:
    together = dict(engine.translate(map(Request, article)))
    for position in (0, 11, 14):
        (alone,) = _one(engine, Request(article[position]))
        # Other batches round otherwise, and near-ties may flip: the score is what must agree.
        assert alone.score == pytest.approx(together[position][0].score, abs=0.02)


def test_n_best_are_different_and_in_order_of_score(engine: ArgosEngine) -> None:
    hypotheses = _one(engine, Request(SOURCE, n_best=4))
    assert len({hypothesis.text for hypothesis in hypotheses}) == 4
    scores = [hypothesis.score for hypothesis in hypotheses]
    assert scores == sorted(scores, reverse=True)
    assert all(score < 0 for score in scores)


def test_a_prefix_begins_every_hypothesis(engine: ArgosEngine) -> None:
    hypotheses = _one(engine, Request(SOURCE, target_prefix="This happened after", n_best=2))
    assert all(hypothesis.text.startswith("This happened after") for hypothesis in hypotheses)


def test_links_join_a_latin_name_to_its_copy(engine: ArgosEngine) -> None:
    (hypothesis,) = _one(engine, Request(SOURCE, alignment=True))
    linked = {
        SOURCE[link.source_start : link.source_end]
        for link in hypothesis.links
        if "Vostochny".find(hypothesis.text[link.target_start : link.target_end]) >= 0
    }
    assert linked
    assert linked & {"V", "os", "to", "ch", "ny"}


def test_links_point_into_both_texts(engine: ArgosEngine, article: list[str]) -> None:
    requests = [Request(text, alignment=True) for text in article[:6]]
    for position, (hypothesis,) in engine.translate(requests):
        for link in hypothesis.links:
            assert 0 <= link.source_start < link.source_end <= len(article[position])
            assert 0 <= link.target_start < link.target_end <= len(hypothesis.text)
            assert 0 < link.weight <= 1.001


@pytest.mark.parametrize("source", ["", " ", "؟", "😀", "<mask>", "__TERM_0__", "كيم_جونغ"])
def test_odd_sources_are_answered(engine: ArgosEngine, source: str) -> None:
    (hypothesis,) = _one(engine, Request(source, alignment=True))
    assert isinstance(hypothesis.text, str)


def test_a_source_within_the_limit_fits(engine: ArgosEngine) -> None:
    assert engine.fits(SOURCE)
    assert not engine.fits(SOURCE * 30)


@pytest.mark.parametrize("source", ["كلمة " * 900, "漢" * 600])
def test_more_than_the_model_has_places_for_is_cut_off(engine: ArgosEngine, source: str) -> None:
    assert not engine.fits(source)
    (hypothesis,) = _one(engine, Request(source, alignment=True))
    assert hypothesis.text


def test_no_requests_no_answers(engine: ArgosEngine) -> None:
    assert list(engine.translate([])) == []


def test_a_bpe_package_translates(bpe_package: PackageInfo) -> None:
    engine = ArgosEngine(bpe_package, threads=1)
    first = _one(engine, Request("قال بوتين", n_best=2, alignment=True))
    assert first == _one(engine, Request("قال بوتين", n_best=2, alignment=True))
    assert all("@@" not in hypothesis.text for hypothesis in first)


def test_the_packages_own_prefix_is_not_in_the_output(engine: ArgosEngine, tmp_path: Path) -> None:
    bundled = engine.package.path
    for name in ("sentencepiece.model", "model"):
        (tmp_path / name).symlink_to(bundled / name)
    metadata = {"from_code": "ar", "to_code": "en", "target_prefix": "▁This"}
    (tmp_path / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    marked = ArgosEngine(dataclasses.replace(engine.package, path=tmp_path))
    (without_marker,) = _one(marked, Request(SOURCE, alignment=True))
    (forced,) = _one(engine, Request(SOURCE, target_prefix="This", alignment=True))
    assert forced.text == f"This {without_marker.text}"
    assert len(forced.links) == len(without_marker.links) + 1
    (continued,) = _one(marked, Request(SOURCE, target_prefix="happened"))
    assert continued.text.startswith("happened")


def test_a_broken_model_is_an_engine_error(bpe_package: PackageInfo, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    (folder / "model").mkdir(parents=True)
    for name in ("bpe.model", "metadata.json"):
        (folder / name).symlink_to(bpe_package.path / name)
    (folder / "model" / "model.bin").write_bytes(b"not a model")
    with pytest.raises(EngineError, match=r"broken.*install it again"):
        ArgosEngine(dataclasses.replace(bpe_package, path=folder))
