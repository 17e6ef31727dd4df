"""What is read from a package's model card."""

from __future__ import annotations

import hashlib
from pathlib import Path

from translator.locations import bundled_package
from translator.packages.card import card_figures, folder_size, model_sha256, read_card

CARD = """
| what | value |
|---|---|
| architecture | small |

| test set | BLEU | chrF |
|:--|--:|--:|
| News | 26.9 | 54.1 |
| Talks | 20.0 |

Text after | the | tables.
"""


def test_only_tables_with_bleu_are_figures() -> None:
    figures = card_figures(CARD)
    assert [(one.test_set, one.scores) for one in figures] == [
        ("News", ("BLEU 26.9", "chrF 54.1")),
        ("Talks", ("BLEU 20.0",)),
    ]
    assert card_figures("") == ()


def test_the_bundled_card_has_figures() -> None:
    figures = card_figures(read_card(bundled_package()))
    assert len(figures) == 3
    assert all(score.split()[0] in {"BLEU", "chrF"} for one in figures for score in one.scores)


def test_size_and_hash(package: Path) -> None:
    model = package / "model" / "model.bin"
    assert model_sha256(package) == hashlib.sha256(model.read_bytes()).hexdigest()
    assert folder_size(package) == sum(
        path.stat().st_size for path in package.rglob("*") if path.is_file()
    )
    assert read_card(package) == ""
