"""The wheel carries all that the program needs: model, settings, glossaries and demo."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def unpacked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content; its dependencies come from the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), str(root)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("muqabala-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _run(unpacked: Path, folder: Path, *arguments: str) -> str:
    code = (
        "import sys; sys.path[:] = [sys.argv.pop(1), *[p for p in sys.path if 'site-packages' in p"
        " or 'lib' in p]]\n"
        "import translator; assert translator.__file__.startswith(sys.path[0])\n"
        "from cli.main import main; main()\n"
    )
    environment = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    shown = subprocess.run(
        [sys.executable, "-I", "-c", code, str(unpacked), *arguments],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, **environment},
    )
    return shown.stdout


def test_it_holds_everything_once(unpacked: Path) -> None:
    bundled = unpacked / "translator" / "bundled"
    for name in (
        "config.yaml",
        "glossaries/news.yaml",
        "glossaries/README.md",
        "models/translate-ar_en/README.md",
        "models/translate-ar_en/metadata.json",
        "models/translate-ar_en/model/model.bin",
        "demo/article.ar.txt",
        "demo/reference.en.txt",
    ):
        assert (bundled / name).is_file(), name
    assert len(list(unpacked.rglob("model.bin"))) == 1
    top = {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")}
    assert top == {"translator", "tui", "cli"}


@pytest.mark.model
def test_it_translates_alone(unpacked: Path, tmp_path: Path) -> None:
    article = unpacked / "translator" / "bundled" / "demo" / "article.ar.txt"
    english = _run(unpacked, tmp_path, "translate", str(article))
    assert "Vostochny" in english
    assert len(english.splitlines()) == 21


def test_its_settings_come_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    assert "engine.beam" in _run(unpacked, tmp_path, "config", "show")
