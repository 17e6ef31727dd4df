"""What can be said about a package: its model card, figures, size and hash."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translator.packages.cache import file_sha256

_MOST_CARD_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the card's table of scores: a test set and "BLEU 26.9" and the like."""

    test_set: str
    scores: tuple[str, ...]


def read_card(folder: Path) -> str:
    """The package's README.md, "" if it has none that can be read."""
    try:
        text = (folder / "README.md").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return text[:_MOST_CARD_CHARACTERS]


def card_figures(card: str) -> tuple[Figure, ...]:
    """The rows of every Markdown table in a card whose head names BLEU."""
    figures: list[Figure] = []
    head: list[str] = []
    for line in card.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.lstrip().startswith("|"):
            head = []
        elif not head:
            head = cells
        elif "BLEU" in head and not set("".join(cells)) <= set("-: "):
            pairs = zip(head[1:], cells[1:], strict=False)
            figures.append(Figure(cells[0], tuple(f"{name} {score}" for name, score in pairs)))
    return tuple(figures)


def folder_size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def model_sha256(folder: Path) -> str:
    """The SHA-256 of model/model.bin, which tells models of equal name and version apart."""
    return file_sha256(folder / "model" / "model.bin")
