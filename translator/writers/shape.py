"""A translation in its source's shape: the same paragraphs, blank lines and markup."""

from __future__ import annotations

from collections.abc import Iterator

from translator.document import Document, Paragraph
from translator.translation import SegmentTranslation, Translation


def shaped_text(translation: Translation) -> str:
    """The English with everything between the source's paragraphs as it was."""
    document = translation.document
    pieces: list[str] = []
    position = document.offset
    for paragraph, english in paragraphs_in_english(translation):
        pieces += [document.slice(position, paragraph.start), english]
        position = paragraph.end
    pieces.append(document.slice(position, document.offset + len(document.text)))
    return "".join(pieces)


def paragraphs_in_english(translation: Translation) -> Iterator[tuple[Paragraph, str]]:
    """Each paragraph with its English."""
    results = iter(translation.segments)
    for paragraph in translation.document.paragraphs:
        own = [next(results) for _ in paragraph.segments]
        yield paragraph, _joined(translation.document, paragraph, own)


def _joined(document: Document, paragraph: Paragraph, results: list[SegmentTranslation]) -> str:
    """Segments with one space between them; code and the bars of tables stay as they are."""
    pieces: list[str] = []
    position = paragraph.start
    for result in results:
        gap = document.slice(position, result.segment.start)
        kept = not pieces or result.text == result.segment.text or gap.strip()
        pieces += [gap if kept else " ", result.text]
        position = result.segment.end
    pieces.append(document.slice(position, paragraph.end))
    return "".join(pieces)
