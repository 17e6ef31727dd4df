"""Small packages that are sound in every part Muqabala looks at, and an Argos home of their own."""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

STOCK = {
    "package_version": "1.0",
    "argos_version": "1.5",
    "from_code": "ar",
    "from_name": "Arabic",
    "to_code": "en",
    "to_name": "English",
}


def model_bytes(layout: int = 6) -> bytes:
    """A model.bin with one variable and one alias, as ModelSpec.save writes it."""

    def text(value: str) -> bytes:
        return struct.pack("<H", len(value) + 1) + value.encode() + b"\0"

    weights = bytes(64)
    return b"".join(
        [
            struct.pack("<I", layout),
            text("TransformerSpec"),
            struct.pack("<II", 7, 1),
            text("decoder/weight"),
            struct.pack("<BIIBI", 2, 8, 8, 1, len(weights)),
            weights,
            struct.pack("<I", 1),
            text("encoder/weight"),
            text("decoder/weight"),
        ]
    )


def build_package(folder: Path, **metadata: Any) -> Path:
    """Write a small package; keywords change or (None) remove keys of its metadata."""
    (folder / "model").mkdir(parents=True)
    content = {key: value for key, value in (STOCK | metadata).items() if value is not None}
    (folder / "metadata.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "sentencepiece.model").write_bytes(b"pieces")
    (folder / "model" / "model.bin").write_bytes(model_bytes())
    (folder / "model" / "shared_vocabulary.json").write_text('["<unk>"]', encoding="utf-8")
    return folder


def pack(folder: Path, path: Path) -> Path:
    """Zip a package folder as Argos does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder.parent).as_posix())
    return path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return build_package(tmp_path / "ar_en")


@pytest.fixture
def make_package(tmp_path: Path) -> Callable[..., Path]:
    return lambda name, **metadata: build_package(tmp_path / name, **metadata)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A packed stock package."""
    return pack(build_package(tmp_path / "packing" / "ar_en"), tmp_path / "ar_en.argosmodel")


@pytest.fixture
def argos_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Argos with empty folders of its own; yields its packages folder."""
    home = tmp_path / "home"
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home / variable))
    from translator.packages.argos import import_argos_package

    import_argos_package()
    import argostranslate.settings as settings

    data = home / "argos"
    packages = data / "packages"
    packages.mkdir(parents=True)
    monkeypatch.setattr(settings, "data_dir", data)
    monkeypatch.setattr(settings, "package_data_dir", packages)
    monkeypatch.setattr(settings, "package_dirs", [packages])
    monkeypatch.setattr(settings, "local_package_index", data / "index.json")
    monkeypatch.setattr(settings, "downloads_dir", data)
    monkeypatch.setattr("translator.packages.cache.user_cache_folder", lambda: home / "cache")
    yield packages


@pytest.fixture
def pack_into() -> Callable[[Path, Path], Path]:
    return pack
