"""Tiny packages with random weights: their English is nonsense, but the same every time."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.model_spec import visit_spec

from translator.engine.protocol import Decoding, PackageInfo

WORDS = ["قال", "بوتين", "كيم", "في", "the", "Kim", "Putin", "said", "in", "Rus@@", "sia", "."]
WIDTH = 8


@pytest.fixture(scope="session")
def bpe_package(tmp_path_factory: pytest.TempPathFactory) -> PackageInfo:
    """A package with bpe.model in place of sentencepiece.model, as older Argos packages have."""
    folder = tmp_path_factory.mktemp("translate-ar_en-bpe")
    (folder / "bpe.model").write_text("#version: 0.2\nR u\nRu s</w>\n", encoding="utf-8")
    _write_model(folder / "model", [*WORDS, "R@@", "u@@", "s@@", "i@@", "a"])
    metadata = {"from_code": "ar", "to_code": "en", "package_version": "1.0"}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return PackageInfo("bpe", folder, "1.0", "ar", "en", "bpe", Decoding(4, 0.2), False)


def _write_model(folder: Path, words: list[str]) -> None:
    random = np.random.default_rng(7)
    vocabulary = ["<unk>", "<s>", "</s>", *words]
    spec = TransformerSpec.from_config(1, 2, pre_norm=True)

    def fill(part: object, name: str, value: object) -> None:
        if value is None:
            leaf = name.rsplit("/", 1)[-1]
            weights = random.normal(0, 0.7, _shape(name, len(vocabulary)))
            filled = np.ones(WIDTH) if leaf == "gamma" else weights
            setattr(part, leaf, filled.astype(np.float32))

    visit_spec(spec, fill)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    folder.mkdir()
    spec.save(str(folder))


def _shape(name: str, vocabulary: int) -> tuple[int, ...]:
    if name.endswith(("gamma", "beta")):
        return (WIDTH,)
    if "embeddings" in name or "projection" in name:
        return (vocabulary, WIDTH)
    if "self_attention/linear_0" in name:
        return (3 * WIDTH, WIDTH)
    if "attention/linear_1" in name and "self" not in name:
        return (2 * WIDTH, WIDTH)
    return (WIDTH, WIDTH)
