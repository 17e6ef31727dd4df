"""A text file, standard input or a string as a Document."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from translator.clauses import fits_model, split_clauses
from translator.decoding import check_text, decoded_blocks, inspect
from translator.document import Document, Paragraph, ParagraphKind, Segment
from translator.errors import InputError
from translator.locations import is_folder, printable
from translator.markup import MarkdownLines, PlainLines, table_cells
from translator.splitting import split_sentences

# Small enough for bounded memory, large enough that the ends of parts cost little.
PART_CHARACTERS = 20_000
MARKDOWN_ENDINGS = (".md", ".markdown")
_KEPT_IN_MEMORY = 8 << 20
Fits = Callable[[str], bool]


def read_document(path: Path | None, *, fits: Fits = fits_model) -> Document:
    """Read a whole file, or standard input if path is None.

    Args:
        fits: says whether a sentence is short enough for the model; longer ones are cut.

    Raises:
        InputError: missing, unreadable, a folder, empty, blank, or with an endless line.
        DecodingError: binary, damaged, or in no known encoding.
    """
    name = _name(path)
    with _opened(path) as stream, _reading(name):
        text_format = inspect(stream, name)
        text = "".join(decoded_blocks(stream, text_format))
    markdown = _is_markdown(path)
    paragraphs = _Builder(markdown, fits).paragraphs(text)
    return Document(name, text, paragraphs, 0, text_format.notes, text_format.line_break, markdown)


def read_parts(
    path: Path | None, part_characters: int = PART_CHARACTERS, *, fits: Fits = fits_model
) -> Iterator[Document]:
    """Read a file of any length in parts of about part_characters, in memory that does not grow.

    Parts end at line ends. Segment ids, paragraph numbers, offsets and the count of equal texts
    go on from part to part, so the parts together hold what read_document gives. The notes are
    those of the file, on the first part only. The whole file is checked before the first part
    comes.

    Raises:
        InputError, DecodingError: as read_document, when the first part is asked for.
    """
    name = _name(path)
    markdown = _is_markdown(path)
    builder = _Builder(markdown, fits)
    with _opened(path) as stream, _reading(name):
        text_format = inspect(stream, name)
        notes = text_format.notes
        offset = 0
        for text in _whole_lines(decoded_blocks(stream, text_format), part_characters):
            paragraphs = builder.paragraphs(text)
            yield Document(name, text, paragraphs, offset, notes, text_format.line_break, markdown)
            offset += len(text)
            notes = ()


def document_from_text(
    name: str, text: str, *, markdown: bool = False, fits: Fits = fits_model
) -> Document:
    """A Document of a string; name stands for the file in messages.

    Raises:
        InputError: no text in it, or a line longer than a million characters.
    """
    line_break = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    check_text(text, name)
    paragraphs = _Builder(markdown, fits).paragraphs(text)
    return Document(name, text, paragraphs, line_break=line_break, markdown=markdown)


class _Builder:
    """Turns text into paragraphs; numbers go on from call to call.

    A segment's fingerprint is a 64-bit BLAKE2b hash of its text, in hexadecimal, with "-2", "-3"
    and so on for the second and third segment of the same text in the file.
    """

    def __init__(self, markdown: bool, fits: Fits) -> None:
        self._lines = MarkdownLines() if markdown else PlainLines()
        self._fits = fits
        self._number = 0
        self._offset = 0
        # Hashes as numbers: 70 bytes a segment, so that a long file stays cheap.
        self._seen: dict[int, int] = {}

    def paragraphs(self, text: str) -> tuple[Paragraph, ...]:
        """The paragraphs of the next part, which must end at a line end or the text's end."""
        found = []
        for line in _lines(text):
            paragraph = self._paragraph(line)
            if paragraph:
                found.append(paragraph)
            self._offset += len(line)
        return tuple(found)

    def _paragraph(self, line: str) -> Paragraph | None:
        content = line.rstrip()
        if not content:
            return None
        kind, prefix = self._lines.classify(content)
        if prefix >= len(content):
            # A marker with nothing after it is all the text there is.
            prefix = len(content) - len(content.lstrip())
        self._number += 1
        start = self._offset + prefix
        return Paragraph(
            number=self._number,
            kind=kind,
            prefix=content[:prefix],
            start=start,
            end=self._offset + len(content),
            segments=tuple(self._segments(kind, content[prefix:], start)),
        )

    def _segments(self, kind: ParagraphKind, text: str, offset: int) -> Iterator[Segment]:
        number = 0
        sentences = [(0, len(text))] if kind is ParagraphKind.CODE else self._sentences(text)
        for sentence in sentences:
            clauses = [sentence]
            if kind is not ParagraphKind.CODE:
                clauses = split_clauses(text, *sentence, self._fits)
            for start, end in clauses:
                number += 1
                yield Segment(
                    id=f"{self._number}.{number}",
                    fingerprint=self._fingerprint(text[start:end]),
                    text=text[start:end],
                    start=offset + start,
                    end=offset + end,
                    joins_next=(start, end) != clauses[-1],
                )

    def _sentences(self, text: str) -> list[tuple[int, int]]:
        cells = table_cells(text) if isinstance(self._lines, MarkdownLines) else []
        if not cells:
            return split_sentences(text)
        return [
            (cell + start, cell + stop)
            for cell, end in cells
            for start, stop in split_sentences(text[cell:end])
        ]

    def _fingerprint(self, text: str) -> str:
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        key = int.from_bytes(digest, "big")
        occurrence = self._seen.get(key, 0) + 1
        self._seen[key] = occurrence
        return digest.hex() if occurrence == 1 else f"{digest.hex()}-{occurrence}"


def _lines(text: str) -> list[str]:
    """Lines with their "\\n"; str.splitlines also breaks at other characters, which we keep."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines


def _whole_lines(blocks: Iterator[str], at_least: int) -> Iterator[str]:
    """Join or cut blocks of text so that each but the last ends with a line end."""
    held = ""
    for block in blocks:
        held += block
        while len(held) >= at_least:
            cut = held.find("\n", at_least - 1) + 1
            if not cut:
                break
            yield held[:cut]
            held = held[cut:]
    if held:
        yield held


def _name(path: Path | None) -> str:
    return "-" if path is None else printable(path)


def _is_markdown(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() in MARKDOWN_ENDINGS


@contextlib.contextmanager
def _reading(name: str) -> Iterator[None]:
    """Name the file in errors of the disk, and in a file that changes while it is read."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(
            "no such file", where=name, remedy="check the path for typing mistakes"
        ) from error
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror or error})",
            where=name,
            remedy="check the file and its permissions",
        ) from error
    except UnicodeError as error:
        raise InputError(
            "was changed while it was read", where=name, remedy="start again"
        ) from error


@contextlib.contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO]:
    """A seekable stream of the bytes; pipes are copied to a temporary file if they are long."""
    name = _name(path)
    if path is None:
        with _reading(name), tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            yield cast(BinaryIO, copy)
        return
    with _reading(name):
        # Listing a folder tells one that is closed to the user from one named by mistake.
        found_folder = is_folder(path) and next(path.iterdir(), path) is not None
    if found_folder:
        raise InputError(
            "is a folder, not a file", where=name, remedy="give a text file in it instead"
        )
    with contextlib.ExitStack() as stack:
        with _reading(name):
            stream: BinaryIO = stack.enter_context(path.open("rb"))
            if not stream.seekable():
                copy = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY))
                shutil.copyfileobj(stream, copy)
                stream = cast(BinaryIO, copy)
        yield stream
