"""A short Arabic text drawn right in lists, tables and forms, and texts with coloured spans."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from tui.bidi import Mode, layout

# So wide that no name is wrapped.
_ONE_LINE = 400


def arabic_line(text: str, mode: Mode) -> str:
    """The text in one line as the terminal must be given it."""
    return " ".join(line.text for line in layout(text, _ONE_LINE, mode=mode, base="rtl").lines)


def arabic_block(text: str, width: int, mode: Mode) -> str:
    """The text in lines of at most so many cells, drawn from the right."""
    lines = layout(text, max(1, width), mode=mode, base="rtl").lines
    return "\n".join(line.padded for line in lines)


def english_line(text: str, mode: Mode) -> str:
    """A sentence of English in one line; Arabic within it is drawn right."""
    return " ".join(line.text for line in layout(text, _ONE_LINE, mode=mode, base="ltr").lines)


def marked(text: str, spans: Iterable[tuple[int, int]], style: str) -> Content:
    """A text whose spans have a style; no markup in it is read as such."""
    content = Content(text)
    for start, end in spans:
        content = content.stylize(style, start, end)
    return content
