"""Bytes of a text file to characters: encodings recognised, bad bytes named, memory bounded.

A file is read twice: once in blocks to find its encoding and every fault before any work begins,
once to decode it. Recognised are UTF-8 and UTF-16 (with a byte order mark or without) and
Windows-1256, the usual encoding of old Arabic files.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from translator.errors import DecodingError, InputError

MAX_LINE = 1_000_000
_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")
# What a text has at least one of: no white space, no invisible direction mark.
_VISIBLE = re.compile(r"[^\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Beginnings of files that hold text but are no text files, and what they are.
_KNOWN_FORMATS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
# Bytes of Windows-1256 that an Arabic text is made of: letters, marks, comma, quotes, dashes.
_ARABIC_1256 = bytes(
    code
    for code in range(0x80, 0x100)
    if re.match(r"[\u0600-\u06ff“”‘’«»–—…\u00a0\u200c-\u200f]", bytes([code]).decode("cp1256"))
)
_ARABIC_SHARE_1256 = 0.9


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How a file's bytes become text.

    Attributes:
        encoding: name of Python's codec.
        line_break: the file's line break; "\\n" if it mixes that with others.
        notes: what the user should know, one sentence each.
    """

    encoding: str
    line_break: str = "\n"
    notes: tuple[str, ...] = ()


def inspect(stream: BinaryIO, name: str) -> TextFormat:
    """Find a text's encoding and line break, and read it through once to prove it sound.

    Args:
        stream: seekable; is left at any position.
        name: what error messages call it.

    Raises:
        DecodingError: binary, damaged, or in no known encoding; names the byte.
        InputError: no text in it, or a line longer than a million characters.
    """
    stream.seek(0)
    sample = stream.read(_SAMPLE)
    _refuse_known_formats(sample, name)
    encoding, notes = _encoding_from_sample(sample)
    try:
        line_break = _check(stream, name, encoding)
    except UnicodeError as error:
        if encoding == "utf-8" and b"\0" in sample:
            raise _binary(stream, name, encoding) from error
        if encoding != "utf-8" or not _is_windows_1256(stream):
            raise _damaged(name, encoding, error) from error
        encoding, notes = "cp1256", ("read as Windows-1256, an old Arabic encoding, not UTF-8",)
        line_break = _check(stream, name, encoding)
    return TextFormat(encoding, line_break, notes)


def decoded_blocks(stream: BinaryIO, text_format: TextFormat) -> Iterator[str]:
    """The stream's text in blocks of about a megabyte, line breaks as "\\n".

    Raises:
        UnicodeError: a byte that the encoding does not have; inspect finds these before.
    """
    stream.seek(0)
    decoder = _decoder(text_format.encoding)
    while block := stream.read(_BLOCK):
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def check_text(text: str, name: str) -> None:
    """Refuse a text that no file could hold either.

    Args:
        text: line breaks as "\\n".

    Raises:
        InputError: no text in it, or a line longer than a million characters.
    """
    check = _LineCheck(name)
    check.feed(text)
    check.finish()


class _LineCheck:
    """Watches decoded blocks for a line that is too long, and for anything visible at all."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._line = 1
        self._length = 0
        self._visible = False

    def feed(self, block: str) -> None:
        self._visible = self._visible or _VISIBLE.search(block) is not None
        for position, piece in enumerate(block.split("\n")):
            if position:
                self._line += 1
                self._length = 0
            self._length += len(piece)
            if self._length > MAX_LINE:
                raise InputError(
                    f"line {self._line} is longer than {MAX_LINE:,} characters",
                    where=f"{self._name}:{self._line}",
                    remedy="break it into paragraphs, or check that this is a text file",
                )

    def finish(self) -> None:
        if not self._visible:
            empty = self._line == 1 and self._length == 0
            raise InputError(
                "the file is empty" if empty else "there are only blank lines in it",
                where=self._name,
                remedy="give a file with text in it",
            )


def _decoder(encoding: str) -> io.IncrementalNewlineDecoder:
    return io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(), translate=True)


def _check(stream: BinaryIO, name: str, encoding: str) -> str:
    """Decode all of the stream and look at it; the line break found."""
    stream.seek(0)
    decoder = _decoder(encoding)
    lines = _LineCheck(name)
    first_break = ""
    position = 0
    while True:
        block = stream.read(_BLOCK)
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            # The decoder may hold bytes of the block before; error.object has them in front.
            before = position - (len(error.object) - len(block))
            raise _shifted(error, before) from error
        if "\0" in text:
            raise _binary(stream, name, encoding)
        lines.feed(text)
        first_break = first_break or _first_break(decoder.newlines)
        position += len(block)
        if not block:
            break
    lines.finish()
    return first_break or "\n"


def _first_break(found: str | tuple[str, ...] | None) -> str:
    if not found:
        return ""
    if isinstance(found, str):
        return found
    return "\n" if "\n" in found else found[-1]


def _shifted(error: UnicodeDecodeError, offset: int) -> UnicodeDecodeError:
    """The same error counted from the beginning of the file; its bytes are not kept."""
    return UnicodeDecodeError(
        error.encoding, b"", offset + error.start, offset + error.end, error.reason
    )


def _refuse_known_formats(sample: bytes, name: str) -> None:
    for beginning, what in _KNOWN_FORMATS:
        if sample.startswith(beginning):
            raise DecodingError(
                f"is {what}, not plain text (seen at byte 0)",
                where=name,
                remedy="save it as plain text in UTF-8 and give that file",
            )


def _encoding_from_sample(sample: bytes) -> tuple[str, tuple[str, ...]]:
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", ()
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", ("read as UTF-16, not UTF-8",)
    if any(byte in _CONTROLS for byte in sample):
        for encoding in ("utf-16-le", "utf-16-be"):
            if _is_plausible_utf16(sample, encoding):
                return encoding, ("read as UTF-16 (guessed: it has no byte order mark), not UTF-8",)
    return "utf-8", ()


def _is_plausible_utf16(sample: bytes, encoding: str) -> bool:
    """True if the bytes in pairs are letters, digits and marks of Arabic or Latin script."""
    try:
        text = sample[: len(sample) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        return False
    usual = re.findall(r"[\t\n\r -~\u00a0-\u00ff\u0600-\u06ff\u2000-\u206f\ufb50-\ufeff]", text)
    return len(usual) >= 0.95 * len(text)


def _is_windows_1256(stream: BinaryIO) -> bool:
    """True if nearly all bytes above 127 are Arabic in Windows-1256; damaged UTF-8 has half."""
    stream.seek(0)
    high = arabic = 0
    ascii_bytes = bytes(range(128))
    while block := stream.read(_BLOCK):
        if b"\0" in block:
            return False
        high_bytes = block.translate(None, ascii_bytes)
        high += len(high_bytes)
        arabic += len(high_bytes) - len(high_bytes.translate(None, _ARABIC_1256))
    return arabic >= _ARABIC_SHARE_1256 * high


def _binary(stream: BinaryIO, name: str, encoding: str) -> DecodingError:
    """The error for a NUL, with the byte where the file has its first one."""
    stream.seek(0)
    nul = b"\0\0" if encoding.startswith("utf-16") else b"\0"
    position = 0
    found = -1
    while block := stream.read(_BLOCK):
        found = block.find(nul)
        if found >= 0:
            break
        position += len(block)
    return DecodingError(
        f"has a NUL byte at byte {position + max(found, 0)}, so it is a binary or damaged file",
        where=name,
        remedy="give a plain text file in UTF-8",
    )


def _damaged(name: str, encoding: str, error: UnicodeError) -> DecodingError:
    start = error.start if isinstance(error, UnicodeDecodeError) else 0
    label = "UTF-16" if encoding.startswith("utf-16") else "UTF-8"
    return DecodingError(
        f"is not valid {label} (bad byte at byte {start}) and no other known encoding",
        where=name,
        remedy="save it as UTF-8 in the program it comes from and try again",
    )
