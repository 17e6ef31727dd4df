"""What tests of several areas share: paths, the bundled model, and tiny packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.engine.argos import ArgosEngine
from translator.packages.resolve import resolve_package

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need ../shared are skipped where there is none."""
    if SHARED.is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="../shared is not beside this checkout"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def flores() -> Path:
    """The folder of flores_dev; for tests marked shared."""
    return SHARED / "eval" / "flores_dev"


@pytest.fixture(scope="session")
def article(root: Path) -> list[str]:
    """The paragraphs of the demo article."""
    return (root / "demo" / "article.ar.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def engine() -> ArgosEngine:
    """The bundled model, loaded once for all tests of a process."""
    return ArgosEngine(resolve_package("bundled"))
