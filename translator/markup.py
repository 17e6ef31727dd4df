"""What a line of a text is (heading, list item, quote, code) and which part of it is markup."""

from __future__ import annotations

import re

from translator.document import ParagraphKind

_SPACE = re.compile(r"\s*")
_BULLET = re.compile(r"\s*[•▪●◦‣]\s+")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?)+")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_LIST_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_TABLE_ROW = re.compile(r"\s{0,3}\|.*\|$")
_CELL = re.compile(r"(?:\\.|[^|\\])+")
_FENCE = re.compile(r"[\s>]{0,8}(`{3,}|~{3,})")


class PlainLines:
    """Lines of plain text: indentation and bullets are markup, all else is text."""

    def classify(self, line: str) -> tuple[ParagraphKind, int]:
        """A line's kind and the length of the markup before its text."""
        bullet = _BULLET.match(line)
        if bullet:
            return ParagraphKind.LIST_ITEM, bullet.end()
        return ParagraphKind.TEXT, _end(_SPACE.match(line))


class MarkdownLines:
    """Lines of Markdown (CommonMark's block markers) in order, remembering open code fences."""

    def __init__(self) -> None:
        self._fence = ""

    def classify(self, line: str) -> tuple[ParagraphKind, int]:
        """A line's kind and the length of the markup before its text."""
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not line[fence.end() :].strip():
                self._fence = ""
            return ParagraphKind.CODE, _end(_SPACE.match(line))
        if fence:
            self._fence = fence[1]
            return ParagraphKind.CODE, _end(_SPACE.match(line))
        kind = ParagraphKind.TEXT
        position = 0
        for marker, marked in (
            (_QUOTE, ParagraphKind.QUOTE),
            (_LIST_ITEM, ParagraphKind.LIST_ITEM),
            (_HEADING, ParagraphKind.HEADING),
        ):
            found = marker.match(line, position)
            if found:
                kind, position = marked, found.end()
        return kind, _end(_SPACE.match(line, position))


def table_cells(line: str) -> list[tuple[int, int]]:
    """Where the texts of a Markdown table row's cells are; empty if the line is no such row."""
    if not _TABLE_ROW.match(line):
        return []
    cells = []
    for found in _CELL.finditer(line):
        text = found[0].strip()
        if text:
            start = found.start() + found[0].index(text)
            cells.append((start, start + len(text)))
    return cells


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0
