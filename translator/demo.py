"""The example article with its reference, copied to where the user's work on it can be kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translator.atomic import write_text
from translator.locations import bundled, user_data_folder

_ARTICLE, _REFERENCE = "article.ar.txt", "reference.en.txt"


@dataclass(frozen=True, slots=True)
class Demo:
    """The two files of the example."""

    article: Path
    reference: Path


def bundled_demo() -> Demo:
    """The files that ship with the program; to be read only."""
    folder = bundled("demo")
    return Demo(folder / _ARTICLE, folder / _REFERENCE)


def working_demo(folder: Path | None = None) -> Demo:
    """A copy in the user's data folder, made if it is not there.

    Raises:
        OutputError: it cannot be written.
    """
    target = (folder or user_data_folder()) / "demo"
    original = bundled_demo()
    copy = Demo(target / _ARTICLE, target / _REFERENCE)
    pairs = (original.article, copy.article), (original.reference, copy.reference)
    for source, place in pairs:
        if not place.exists():
            write_text(place, source.read_text(encoding="utf-8"))
    return copy
