"""Where two English texts differ, word by word: put in, left out, changed and moved.

The words that stay are found as Ratcliff and Obershelp do (difflib): the longest common run first,
then the runs left and right of it, which keeps phrases whole. A run that is left out at one place
and put in at another counts as moved, the longest runs first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word with its inner apostrophes, hyphens and number marks, or one sign.
_WORD = re.compile(r"\w+(?:['’.,:-]\w+)*|[^\w\s]")
_SHORTEST_MOVE = 2
_LONG_WORD = 5


class Change(StrEnum):
    """What happened to a run of words between the first text and the second."""

    EQUAL = "equal"
    SUBSTITUTION = "substitution"
    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words and its place in both texts.

    Attributes:
        first_start, first_end: character offsets in the first text; an insertion has an empty
            span where the words would stand.
        second_start, second_end: the same in the second text; empty for a deletion.
    """

    change: Change
    first_start: int
    first_end: int
    second_start: int
    second_end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign and its character offsets."""

    text: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words and signs of a text in order; only white space lies between them."""
    return tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))


def word_differences(first: str, second: str) -> tuple[Difference, ...]:
    """Compare two texts, capitals and signs included.

    Returns:
        Differences that cover every word of both texts once, in the order of the first text; a
        move stands where its words are in the first text. Equal runs are listed too.
    """
    return word_differences_of(words_of(first), words_of(second))


def word_differences_of(first: Sequence[Word], second: Sequence[Word]) -> tuple[Difference, ...]:
    """As word_differences, for texts whose words are known already."""
    matcher = SequenceMatcher(
        None, [word.text for word in first], [word.text for word in second], autojunk=False
    )
    blocks = matcher.get_opcodes()
    moves = _moves(first, second, blocks)
    taken_first = {place for a, _, size in moves for place in range(a, a + size)}
    taken_second = {place for _, b, size in moves for place in range(b, b + size)}
    found = [_run(Change.MOVE, first, (a, a + size), second, (b, b + size)) for a, b, size in moves]
    for tag, a_start, a_end, b_start, b_end in blocks:
        if tag == "equal":
            found.append(_run(Change.EQUAL, first, (a_start, a_end), second, (b_start, b_end)))
            continue
        left = list(_free_runs(a_start, a_end, taken_first))
        right = list(_free_runs(b_start, b_end, taken_second))
        for pair in range(max(len(left), len(right))):
            a_run = left[pair] if pair < len(left) else (a_end, a_end)
            b_run = right[pair] if pair < len(right) else (b_end, b_end)
            found.append(_run(_kind(a_run, b_run), first, a_run, second, b_run))
    return tuple(sorted(found, key=lambda d: (d.first_start, d.first_end, d.second_start)))


def _kind(a_run: tuple[int, int], b_run: tuple[int, int]) -> Change:
    if a_run[0] == a_run[1]:
        return Change.INSERTION
    return Change.DELETION if b_run[0] == b_run[1] else Change.SUBSTITUTION


def _run(
    change: Change,
    first: Sequence[Word],
    a_run: tuple[int, int],
    second: Sequence[Word],
    b_run: tuple[int, int],
) -> Difference:
    return Difference(change, *_span(first, *a_run), *_span(second, *b_run))


def _span(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Character offsets of a run of words; an empty run stands behind the word before it."""
    if start < end:
        return words[start].start, words[end - 1].end
    place = words[start - 1].end if start else 0
    return place, place


def _free_runs(start: int, end: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The runs from start to end that no move has taken."""
    begin = start
    for place in range(start, end):
        if place in taken:
            if begin < place:
                yield begin, place
            begin = place + 1
    if begin < end:
        yield begin, end


def _moves(
    first: Sequence[Word], second: Sequence[Word], blocks: Sequence[tuple[str, int, int, int, int]]
) -> list[tuple[int, int, int]]:
    """Runs of changed words that stand elsewhere in the second text: (first, second, words)."""
    left = [(a, b) for tag, a, b, _, _ in blocks if tag in ("delete", "replace")]
    right = [(a, b) for tag, _, _, a, b in blocks if tag in ("insert", "replace")]
    candidates = [
        (size, a_place, b_place)
        for a_start, a_end in left
        for b_start, b_end in right
        for a_place in range(a_start, a_end)
        for b_place in range(b_start, b_end)
        if (size := _common(first[a_place:a_end], second[b_place:b_end]))
        and _worth_moving(first[a_place : a_place + size])
    ]
    candidates.sort(key=lambda run: (-run[0], run[1], run[2]))
    moves: list[tuple[int, int, int]] = []
    used_first: set[int] = set()
    used_second: set[int] = set()
    for size, a_place, b_place in candidates:
        a_words = set(range(a_place, a_place + size))
        b_words = set(range(b_place, b_place + size))
        if a_words & used_first or b_words & used_second:
            continue
        used_first |= a_words
        used_second |= b_words
        moves.append((a_place, b_place, size))
    return moves


def _common(first: Sequence[Word], second: Sequence[Word]) -> int:
    """How many words are equal from the beginning on."""
    size = 0
    for one, other in zip(first, second, strict=False):
        if one.text != other.text:
            break
        size += 1
    return size


def _worth_moving(run: Sequence[Word]) -> bool:
    """False for a lone short word or sign: "the" elsewhere is no move."""
    spelled = [word for word in run if word.text[0].isalnum()]
    return len(spelled) >= _SHORTEST_MOVE or any(len(word.text) >= _LONG_WORD for word in spelled)
