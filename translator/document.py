"""A source text as paragraphs and segments, each with its exact place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is in its file's format."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence (or clause of a very long one): the unit that is translated.

    Attributes:
        id: its place, "paragraph.segment" counted from 1 over the whole file, as in "12.2".
        fingerprint: hash of its text and of how many equal texts came before it; stays the same
            when other parts of the article change, so that a user's edits can find it again.
        text: what is translated, equal to the document's text from start to end.
        start, end: character offsets in the whole file's text.
        joins_next: True if it is a clause of a sentence that was too long for the model, and the
            next segment goes on with the same sentence.
    """

    id: str
    fingerprint: str
    text: str
    start: int
    end: int
    joins_next: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text between line breaks.

    Attributes:
        number: counted from 1 over the whole file; blank lines do not count.
        prefix: markup before the text that is kept as it is ("# ", "- ", "> ", indentation).
        start, end: character offsets of the text after the prefix, in the whole file's text.
    """

    number: int
    kind: ParagraphKind
    prefix: str
    start: int
    end: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text, or one part of a very long file.

    Attributes:
        name: the file's path as the user gave it, "-" for standard input.
        text: the decoded text of this part, line breaks as "\\n".
        offset: where this part begins in the whole file's text; 0 for a document in one part.
        paragraphs: in order; what lies between them (blank lines, breaks) is kept by offsets.
        notes: what the user should know of the reading, such as "decoded as Windows-1256".
        line_break: the file's own line break, written back into translations.
        markdown: True if marks such as ** within its lines are markup.
    """

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    offset: int = 0
    notes: tuple[str, ...] = ()
    line_break: str = "\n"
    markdown: bool = False

    def segments(self) -> Iterator[Segment]:
        """All segments in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.segments

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets of the whole file that lie in this part."""
        return self.text[start - self.offset : end - self.offset]
