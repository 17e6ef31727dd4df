"""English text cut into sentences, by a few rules that suit news."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "cmdr",
        "adm",
        "rev",
        "hon",
    }
    | {
        "st",
        "gov",
        "sen",
        "rep",
        "pres",
        "no",
        "nos",
        "vs",
        "etc",
        "e.g",
        "i.e",
        "cf",
        "vol",
        "fig",
    }
    | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
    | {"u.s", "u.k", "u.n", "a.m", "p.m", "inc", "ltd", "co", "corp", "jr", "sr", "maj", "brig"}
)
# These end a sentence as often as not: they do if a word follows that begins sentences.
_EITHER = frozenset(
    {"u.s", "u.k", "u.n", "a.m", "p.m", "etc", "inc", "ltd", "co", "corp", "jr", "sr"}
)
_STARTERS = frozenset(
    {"The", "A", "An", "He", "She", "It", "They", "We", "In", "On", "At", "But", "And", "This"}
    | {"That", "However", "After", "Before", "His", "Her", "Their", "As", "If", "There", "I"}
)
_END = re.compile(r"([.!?…]+)[\"”’')\]]*(\s+)(?=[\"“‘'(\[]*[A-Z0-9])")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*)$")
_WORD_AFTER = re.compile(r"[\"“‘'(\[]*(\w+)")


def split_english(text: str) -> tuple[str, ...]:
    """The sentences of a line, without the spaces between them; nothing for a blank line."""
    sentences = []
    start = 0
    for match in _END.finditer(text):
        if _is_end(text, match):
            sentences.append(text[start : match.start(2)])
            start = match.end()
    sentences.append(text[start:])
    return tuple(sentence.strip() for sentence in sentences if sentence.strip())


def _is_end(text: str, match: re.Match[str]) -> bool:
    if match[1] != ".":
        return True
    before = _WORD_BEFORE.search(text[: match.start()])
    after = _WORD_AFTER.match(text, match.end())
    if before is None:
        return True
    word = before[1].lower()
    if word in _EITHER:
        return after is not None and after[1] in _STARTERS
    # A single capital is an initial: "J. Smith".
    return word not in _ABBREVIATIONS and not (len(before[1]) == 1 and before[1].isupper())
