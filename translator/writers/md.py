"""Markdown: the English with the source's headings, lists and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import IO

from translator.document import ParagraphKind
from translator.translation import Translation
from translator.writers.shape import paragraphs_in_english, shaped_text

# What would turn a plain line into a heading, a list, a quote or a code fence.
_LOOKS_LIKE_MARKUP = re.compile(r"^(?:[#>*+-]|\d+[.)]|```|~~~)")


def write(parts: Iterable[tuple[Translation, ...]], stream: IO[str]) -> None:
    """Write the first translation of every part as Markdown.

    A Markdown source keeps its shape. A plain source's lines become paragraphs of their own, as
    Markdown would otherwise run them together.
    """
    for translation, *_ in parts:
        if translation.document.markdown:
            stream.write(shaped_text(translation))
            continue
        for paragraph, english in paragraphs_in_english(translation):
            plain = paragraph.kind is ParagraphKind.TEXT
            escape = "\\" if plain and _LOOKS_LIKE_MARKUP.match(english) else ""
            stream.write(f"{paragraph.prefix}{escape}{english}\n\n")
