"""An alignment as tab-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from translator.alignment.rows import Row

HEADER = ("source_segments", "reference_segments", "confidence", "moved", "source", "reference")


def write(rows: Iterable[Row], stream: IO[str]) -> None:
    """Write a header and every unit; segments without counterpart have an empty other side."""
    table = csv.writer(stream, dialect="excel-tab", lineterminator="\n")
    table.writerow(HEADER)
    for row in rows:
        table.writerow(
            [
                "+".join(map(str, row.source_numbers)),
                "+".join(map(str, row.reference_numbers)),
                f"{row.confidence:.3f}",
                "yes" if row.moved else "no",
                " ".join(row.source.split()),
                " ".join(row.reference.split()),
            ]
        )
