"""Moving over the words of a segment, left and right as they are drawn."""

from __future__ import annotations

from tui.pane import Pane
from tui.words import word_at, word_spans
from tui.workspace import Cursor, Workspace


def moved(workspace: Workspace, *, left: bool, extend: bool = False) -> Cursor | None:
    """The cursor one word further in the active pane.

    In Arabic the next word stands to the left. A cursor that is not there yet starts at the first
    word. With extend the word is added to what is chosen.
    """
    pane = workspace.pane
    text = workspace.text(workspace.current, pane)
    words = word_spans(text)
    if not words:
        return None
    cursor = workspace.cursor
    if cursor is None or cursor.pane is not pane:
        return Cursor(pane, *words[0])
    first, last = word_at(text, cursor.start), word_at(text, max(cursor.start, cursor.end - 1))
    forward = left == (pane is Pane.SOURCE)
    if forward:
        last = min(last + 1, len(words) - 1)
        first = first if extend else last
    else:
        first = max(first - 1, 0)
        last = last if extend else first
    return Cursor(pane, words[first][0], words[last][1])


def at(workspace: Workspace, row: int, pane: Pane, offset: int) -> Cursor | None:
    """The word at a place, for a click."""
    text = workspace.text(row, pane)
    word = word_at(text, offset)
    return Cursor(pane, *word_spans(text)[word]) if word >= 0 else None


def joined(one: Cursor, other: Cursor) -> Cursor:
    """Everything from one word to another, for dragging; other panes are not gone over to."""
    if one.pane is not other.pane:
        return one
    return Cursor(one.pane, min(one.start, other.start), max(one.end, other.end))


def chosen_text(workspace: Workspace) -> str:
    """What is to be copied, as it is stored: what is chosen, or else the active pane's segment."""
    if not workspace.segments:
        return ""
    cursor = workspace.cursor
    text = workspace.text(workspace.current, cursor.pane if cursor else workspace.pane)
    return text[cursor.start : cursor.end] if cursor else text
