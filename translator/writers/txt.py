"""Plain text: the English alone, in the source's shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from translator.translation import Translation
from translator.writers.shape import shaped_text


def write(parts: Iterable[tuple[Translation, ...]], stream: IO[str]) -> None:
    """Write the first translation of every part; line breaks as the source has them."""
    ended = True
    for translation, *_ in parts:
        text = shaped_text(translation)
        stream.write(text)
        ended = text.endswith("\n")
    if not ended:
        stream.write("\n")
