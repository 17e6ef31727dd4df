"""A package folder is checked file by file, and each fault names the file and the remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translator.engine.protocol import Decoding
from translator.errors import PackageError
from translator.locations import bundled_package
from translator.packages.folder import open_package, read_folder
from translator.packages.model_file import check_model_file


def test_the_bundled_package_carries_its_own_values() -> None:
    info = read_folder(bundled_package(), "bundled")
    assert (info.from_code, info.to_code, info.tokenizer) == ("ar", "en", "sentencepiece")
    assert info.decoding == Decoding(beam=4, length_penalty=1.0)
    assert info.inline_terms
    assert info.path == bundled_package()


def test_a_stock_package_gets_argos_values(package: Path) -> None:
    info = read_folder(package, "stock")
    assert info.decoding == Decoding(beam=4, length_penalty=0.2)
    assert not info.inline_terms
    assert (info.label, info.version) == ("stock", "1.0")


def test_a_bpe_package_is_recognised(package: Path) -> None:
    (package / "sentencepiece.model").rename(package / "bpe.model")
    assert read_folder(package, "bpe").tokenizer == "bpe"


def test_argos_opens_the_folder_in_place(package: Path, argos_home: Path) -> None:
    before = sorted(package.rglob("*"))
    opened = open_package(read_folder(package, "stock"))
    assert opened.package_path == package
    assert opened.tokenizer.model_file == package / "sentencepiece.model"
    assert sorted(package.rglob("*")) == before
    assert list(argos_home.iterdir()) == []


def write(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def delete(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


@pytest.mark.parametrize(
    ("damage", "parts"),
    [
        (delete("metadata.json"), ["ar_en: ", "metadata.json is missing", "--package"]),
        (write("metadata.json", b'{\n"a": 1,\n'), ["metadata.json:3", "is not JSON"]),
        (write("metadata.json", b"\xff\xfe"), ["metadata.json", "not UTF-8"]),
        (write("metadata.json", b"[]"), ["metadata.json", "not a JSON object"]),
        (write("metadata.json", b"[" * 100_000), ["metadata.json", "nested too deeply"]),
        (delete("sentencepiece.model"), ["tokenizer is missing", "bpe.model"]),
        (write("sentencepiece.model", b""), ["sentencepiece.model", "is empty"]),
        (delete("model/model.bin"), ["model.bin", "is missing", "get the package again"]),
        (write("model/model.bin", b""), ["model.bin", "is empty"]),
        (write("model/model.bin", b"not a model at all"), ["model.bin", "no CTranslate2 model"]),
        (delete("model/shared_vocabulary.json"), ["vocabulary is missing"]),
        (shutil.rmtree, ["ar_en: is no folder"]),
    ],
)
def test_broken_folders(package: Path, damage: Callable[[Path], object], parts: list[str]) -> None:
    damage(package)
    with pytest.raises(PackageError) as caught:
        read_folder(package, "broken")
    for part in parts:
        assert part in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("metadata", "part"),
    [
        ({"from_code": "en", "to_code": "es"}, "translates en -> es, not ar -> en"),
        ({"from_code": None}, "translates ? -> en"),
        ({"type": "sbd"}, 'of type "sbd"'),
        ({"package_version": 1.0}, '"package_version" must be text'),
        ({"from_code": "ar\x1b[2J"}, '"from_code" must be text'),
        ({"inline_terms": "yes"}, '"inline_terms" must be true or false'),
        ({"decoding": 4}, '"decoding" must be an object'),
        ({"decoding": {"beam_size": 0}}, '"decoding.beam_size" must be a whole number'),
        ({"decoding": {"beam_size": True}}, '"decoding.beam_size" must be a whole number'),
        ({"decoding": {"length_penalty": "x"}}, '"decoding.length_penalty" must be a number'),
    ],
)
def test_wrong_metadata(make_package: Any, metadata: dict[str, Any], part: str) -> None:
    with pytest.raises(PackageError) as caught:
        read_folder(make_package("other", **metadata), "other")
    assert part in str(caught.value)


def test_decoding_values_may_be_given_in_part(make_package: Any) -> None:
    folder = make_package("own", decoding={"beam_size": 2})
    assert read_folder(folder, "own").decoding == Decoding(beam=2, length_penalty=0.2)


def test_the_bundled_model_cut_anywhere_is_noticed(tmp_path: Path) -> None:
    whole = bundled_package() / "model" / "model.bin"
    check_model_file(whole)
    size = whole.stat().st_size
    cut = tmp_path / "model.bin"
    shutil.copyfile(whole, cut)
    for length in (size - 1, size // 2, size // 10, 1000, 100, 10, 3):
        with cut.open("r+b") as stream:
            stream.truncate(length)
        with pytest.raises(PackageError, match="cut short"):
            check_model_file(cut)
