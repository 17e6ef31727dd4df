"""What is drawn together: a base character with its marks, an emoji sequence, lam with alef.

Cells are counted as Textual counts them (rich.cells), so that a line is as wide as it is drawn.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rich.cells import cell_len, get_character_cell_size

_ZWJ, _EMOJI_STYLE = "\u200d", "\ufe0f"
# No cluster is wider: emoji sequences count as their first emoji.
_WIDEST = 2
_BLACK_FLAG = "\U0001f3f4"
# A mark with nothing to stand on is shown on a dotted circle, as in print.
_DOTTED_CIRCLE = "\u25cc"
_REPLACEMENT = "\ufffd"
_UNSEEN = frozenset("\u00ad\u115f\u1160\u180e\u3164\uffa0")
_DIRECTIONS = frozenset(
    "\u061c\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

_PLAIN, _MARK, _HIDDEN, _DIRECTION, _JOINER, _FLAG_LETTER, _TAG, _BLANK, _BROKEN = range(9)
_BY_CATEGORY = {"Cs": _BROKEN, "Cc": _HIDDEN, "Zl": _HIDDEN, "Zp": _HIDDEN}
_BY_CHARACTER = {"\t": _BLANK, _ZWJ: _JOINER} | dict.fromkeys(_DIRECTIONS, _DIRECTION)


@dataclass(frozen=True, slots=True)
class Clusters:
    """The clusters of a text, one entry for each of its characters.

    Attributes:
        drawn: at a cluster's first character all that is drawn for it, "" at other characters.
        cells: its width in cells, at its first character; 0 at others.
        owner: the first character of the cluster that the character belongs to; -1 if it is not
            drawn (controls).
    """

    drawn: list[str]
    cells: list[int]
    owner: list[int]


def find_clusters(text: str, shaped: Sequence[str], width: int, *, directions: bool) -> Clusters:
    """Divide a paragraph into what is drawn together.

    Args:
        text: one paragraph, in logical order.
        shaped: what tui.shaping.shape made of each character, or the text itself.
        width: cells at hand; what is wider by itself is drawn as a replacement character.
        directions: keep direction marks and ZWNJ, for a terminal that orders and shapes itself.
    """
    clusters = Clusters(list(shaped), list(map(_cells, text)), list(range(len(text))))
    drawn, cells, owner = clusters.drawn, clusters.cells, clusters.owner
    for index, kind in enumerate(map(_kind, text)):
        # The second half of a flag or emoji sequence was taken in by the first.
        if (kind == _PLAIN and drawn[index]) or owner[index] != index:
            continue
        if kind == _FLAG_LETTER:
            if _kind(text[index + 1 : index + 2] or " ") == _FLAG_LETTER:
                _attach(clusters, index + 1, index)
                cells[index] = cell_len(drawn[index])
        elif kind in (_BLANK, _BROKEN):
            drawn[index], cells[index] = " " if kind == _BLANK else _REPLACEMENT, 1
        elif kind == _DIRECTION and directions:
            cells[index] = 0
        elif kind in (_MARK, _PLAIN, _TAG, _JOINER):
            _take_dependent(text, clusters, index, kind)
        else:
            _hide(clusters, index)
    if width < _WIDEST:
        for index, size in enumerate(cells):
            if size > width:
                drawn[index], cells[index] = _REPLACEMENT, 1
    return clusters


def _take_dependent(text: str, clusters: Clusters, index: int, kind: int) -> None:
    """Draw a mark, emoji tag, joiner, or alef within a lam with the cluster before it."""
    base = _base_before(clusters, index)
    if kind == _JOINER:
        if _joins_emoji(text, clusters.owner, index):
            _attach(clusters, index, base)
            _attach(clusters, index + 1, base)
        else:
            # Between letters it has done its work in shaping; Rich would not count what follows.
            _hide(clusters, index)
    elif kind == _TAG and (base < 0 or text[base] != _BLACK_FLAG):
        _hide(clusters, index)
    elif base < 0:
        clusters.drawn[index] = _DOTTED_CIRCLE + clusters.drawn[index]
        clusters.cells[index] = cell_len(clusters.drawn[index])
    else:
        _attach(clusters, index, base)


def _attach(clusters: Clusters, index: int, base: int) -> None:
    """Draw a character with the cluster that starts at `base`."""
    before, piece = clusters.drawn[base], clusters.drawn[index]
    clusters.drawn[base] = before + piece
    # Emoji style can widen a cluster, once; marks and joined emoji leave it as wide as it is.
    if piece == _EMOJI_STYLE and _EMOJI_STYLE not in before:
        clusters.cells[base] = cell_len(before + piece)
    clusters.drawn[index], clusters.cells[index], clusters.owner[index] = "", 0, base


def _hide(clusters: Clusters, index: int) -> None:
    """Leave a character out of what is drawn."""
    clusters.drawn[index], clusters.cells[index], clusters.owner[index] = "", 0, -1


def _base_before(clusters: Clusters, index: int) -> int:
    """The first character of the cluster with cells before a character, or -1."""
    index -= 1
    while index >= 0 and (clusters.owner[index] < 0 or not clusters.cells[clusters.owner[index]]):
        index -= 1
    return clusters.owner[index] if index >= 0 else -1


def _joins_emoji(text: str, owner: Sequence[int], index: int) -> bool:
    """Whether a zero width joiner goes on an emoji sequence, as in a family or a profession."""
    if not 0 < index < len(text) - 1 or owner[index - 1] < 0:
        return False
    before = text[owner[index - 1]]
    return unicodedata.category(before) == unicodedata.category(text[index + 1]) == "So"


@cache
def _cells(character: str) -> int:
    """The width of a character by itself."""
    return get_character_cell_size(character)


@cache
def _kind(character: str) -> int:
    """How a character takes part in a cluster."""
    category, cells = unicodedata.category(character), _cells(character)
    if character in _BY_CHARACTER:
        return _BY_CHARACTER[character]
    if "\U000e0020" <= character <= "\U000e007f":
        return _TAG
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return _FLAG_LETTER
    # A control character such as ESC must never reach the terminal.
    if character in _UNSEEN or (category == "Cf" and not cells):
        return _HIDDEN
    return _BY_CATEGORY.get(category, _PLAIN if cells else _MARK)
