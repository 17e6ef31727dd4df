"""JSON Lines: one segment a line with its terms and flags."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from translator.translation import Translation
from translator.writers.records import record


def write(parts: Iterable[tuple[Translation, ...]], stream: IO[str]) -> None:
    """Write every segment of every package, package after package within a part."""
    for translations in parts:
        for translation in translations:
            for result in translation.segments:
                stream.write(json.dumps(record(translation, result), ensure_ascii=False) + "\n")
