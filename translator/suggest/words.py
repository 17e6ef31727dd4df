"""Words of both languages with their places, and which belong together by the model's attention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.engine.protocol import Link
from translator.glossary.folding import fold
from translator.scoring.names import names_in

_ARABIC = re.compile(r"[^\W\d_]+")
_HARD = re.compile(r"[^\s\-ـ\u2010\u2011]")
_ENGLISH = re.compile(r"[^\W\d_](?:[^\W_]|[.'’](?=\w))*")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class ArabicWord:
    """A word of a segment.

    Attributes:
        segment: the segment's position in the translation.
        start, end: offsets in the segment's text.
        text: as it is written.
        folded: in folded spelling.
        joined: True if only a space parts it from the word before.
    """

    segment: int
    start: int
    end: int
    text: str
    folded: str
    joined: bool


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """A word of an English text.

    Attributes:
        sure: True if a capital shows that it is (part of) a name; False at a sentence's start.
        ends_name: True if a name can end here: it has a capital, or a hyphen before it (Jong-un).
    """

    text: str
    start: int
    end: int
    sure: bool
    ends_name: bool


def arabic_words(text: str, segment: int) -> tuple[ArabicWord, ...]:
    """The words of one segment, numbers left out."""
    folded = fold(text)
    words: list[ArabicWord] = []
    before = 0
    for found in _ARABIC.finditer(folded.text):
        start, end = folded.original_span(*found.span())
        joined = bool(words) and not _HARD.search(text, before, start)
        words.append(ArabicWord(segment, start, end, text[start:end], found[0], joined))
        before = end
    return tuple(words)


def capital_runs(text: str) -> list[tuple[EnglishWord, ...]]:
    """Runs of capitalised words, possibly with "of" or "the" between them.

    A word that begins a sentence is taken along, but is not sure. A possessive ends a run.
    """
    names = [(start, end) for _, start, end in names_in(text)]
    runs: list[list[EnglishWord]] = []
    last = -2
    for found in _ENGLISH.finditer(text):
        start, end = found.span()
        inside = next((place for place, (a, b) in enumerate(names) if a <= start < b), None)
        if inside is None and not found[0][0].isupper():
            continue
        word = _POSSESSIVE.sub("", found[0])
        adjoins = runs and text[runs[-1][-1].end : start].strip(" -‐‑") == "" and last != -2
        if not adjoins:
            runs.append([])
        ends_name = word[0].isupper() or text[start - 1] in "-‐‑"
        runs[-1].append(EnglishWord(word, start, start + len(word), inside is not None, ends_name))
        last = -2 if word != found[0] else end
    return [tuple(run) for run in runs]


def linked_words(
    links: Sequence[Link], words: Sequence[ArabicWord], start: int, end: int
) -> set[int]:
    """Places in words of those that the English between two offsets comes from."""
    spans = [link for link in links if link.target_start < end and start < link.target_end]
    return {
        place
        for place, word in enumerate(words)
        if any(link.source_start < word.end and word.start < link.source_end for link in spans)
    }


def linked_english(links: Sequence[Link], text: str, start: int, end: int) -> str:
    """The English words that come from the Arabic between two offsets, "" if none does."""
    found = [
        word
        for word in re.finditer(r"\w+(?:['’]\w+)*", text)
        if _mostly_from(links, word.start(), word.end(), start, end)
    ]
    return " ".join(text[a:b] for a, b in _longest_run(found, text))


def _mostly_from(links: Sequence[Link], word: int, word_end: int, start: int, end: int) -> bool:
    inside = outside = 0.0
    for link in links:
        if link.target_start < word_end and word < link.target_end:
            if link.source_start < end and start < link.source_end:
                inside += link.weight
            else:
                outside += link.weight
    return inside > outside


def _longest_run(words: list[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
    """The longest run of neighbouring words, as one span."""
    runs: list[tuple[int, int]] = []
    for word in words:
        if runs and text[runs[-1][1] : word.start()].strip(" -") == "":
            runs[-1] = runs[-1][0], word.end()
        else:
            runs.append(word.span())
    if runs:
        start, end = max(runs, key=lambda run: run[1] - run[0])
        yield start, end - 2 if text[start:end].endswith(("'s", "’s")) else end
