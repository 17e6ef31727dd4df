"""A reference translation beside an article: which of its text belongs to which segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translator.document import Document

if TYPE_CHECKING:
    from translator.align import Alignment

# Below this confidence equal numbers of lines tell more than likeness does.
_DOUBTFUL = 0.3


@dataclass(frozen=True, slots=True)
class PairedReference:
    """The reference's text for each segment.

    Attributes:
        texts: by the segment's fingerprint; "" for one whose text stands with the segment before.
        final: False for a first pairing by lines, which the alignment may improve.
        alignment: units over the document's segments in order; None if lines were enough.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    final: bool = False
    alignment: Alignment | None = None


def pair_by_lines(document: Document, lines: Sequence[str]) -> PairedReference:
    """Pair paragraph by paragraph, if there are as many as lines with text; else nothing.

    It is final if every paragraph is one segment.
    """
    full = [line.strip() for line in lines if line.strip()]
    if len(full) != len(document.paragraphs):
        return PairedReference()
    texts = {}
    for paragraph, line in zip(document.paragraphs, full, strict=True):
        for place, segment in enumerate(paragraph.segments):
            texts[segment.fingerprint] = "" if place else line
    return PairedReference(texts, final=all(len(p.segments) == 1 for p in document.paragraphs))


def pair_by_alignment(
    document: Document, english: Sequence[str], lines: Sequence[str]
) -> PairedReference:
    """Pair by likeness with a finished translation; by lines if they are hardly alike.

    Args:
        english: the translation of every segment, in reading order.
        lines: the reference's; they are cut into sentences.
    """
    from translator.align import align

    segments = tuple(document.segments())
    alignment = align(english, lines, split=True)
    by_lines = pair_by_lines(document, lines)
    if by_lines.texts and alignment.confidence < _DOUBTFUL:
        return replace(by_lines, final=True)
    texts = {segment.fingerprint: "" for segment in segments}
    for unit in alignment.linked():
        joined = " ".join(alignment.reference[place] for place in unit.reference)
        texts[segments[unit.pivot[0]].fingerprint] = joined
    return PairedReference(texts, final=True, alignment=alignment)
