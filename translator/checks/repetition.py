"""Check of repetition: words or phrases that the model says again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translator.translation import Flag

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LONGEST = 12
# A break of sentence between two equal words is no loop: "He won. Won what?"
_BREAK = re.compile(r"[.!?:;…\"“”()\[\]\n]")
# Words that English says twice on purpose ("had had", "very very").
_DOUBLED = frozenset(
    {"had", "that", "very", "so", "no", "yes", "bye", "ha", "who", "is", "do", "it", "her", "you"}
    | {"in", "on", "by", "far", "more", "much", "many", "again", "over", "and", "never", "ever"}
    | {"long", "really", "well", "now", "there", "hear", "go", "win", "up", "down"}
)
_STUTTER = re.compile(r"(\w{1,6}?)\1{4,}")
_OFTEN = 4


def check_repetition(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for loops in the English that the source has no like of."""
    words = list(_WORD.finditer(target))
    expected = _times_in(source)
    flags = []
    done = 0
    for start, size, times in _loops(target, words):
        first, last = words[start], words[start + size * times - 1]
        if first.start() < done or times <= expected:
            continue
        done = last.end()
        phrase = target[first.start() : words[start + size - 1].end()]
        message = f'the English says "{phrase}" {times} times in a row, the Arabic does not'
        flags.append(Flag("repetition", message, -1, -1, first.start(), last.end()))
    return tuple(flags) or tuple(_stutters(source, target)) or tuple(_often(source, target, words))


def _times_in(text: str) -> int:
    """The longest run of one phrase in a text, 1 if nothing is said twice in a row."""
    words = list(_WORD.finditer(text))
    return max((times for _, _, times in _loops(text, words)), default=1)


def _loops(text: str, words: list[re.Match[str]]) -> Iterator[tuple[int, int, int]]:
    """Runs of one phrase: (its first word, words in the phrase, times), earliest and longest."""
    lower = [word.group().lower() for word in words]
    place = 0
    while place < len(lower):
        best = (0, 0, 0)
        for size in range(1, min(_LONGEST, (len(lower) - place) // 2) + 1):
            phrase = lower[place : place + size]
            times = 1
            while lower[place + size * times : place + size * (times + 1)] == phrase:
                times += 1
            if times > 1 and _is_loop(text, words[place : place + size * times], phrase, times):
                best = max(best, (size * times, size, times))
        if best[0]:
            yield place, best[1], best[2]
        place += max(best[0], 1)


def _is_loop(text: str, run: list[re.Match[str]], phrase: list[str], times: int) -> bool:
    half = len(phrase)
    if times == 2 and _BREAK.search(text[run[half - 1].end() : run[half].start()]):
        return False
    if times == 2 and half == 1:
        word = phrase[0]
        if word.isdigit() or len(word) < 2 or word in _DOUBLED:
            return False
    if times == 2 and all(word.isdigit() or len(word) < 2 for word in phrase):
        return False
    comma = "," in text[run[half - 1].end() : run[half].start()]
    name = (half == 1 or comma) and _is_name([match.group() for match in run[:half]])
    return times > 2 or not name


def _is_name(words: list[str]) -> bool:
    """True for what English may say twice: "New York, New York"."""
    capitals = [word for word in words if word[0].isupper()]
    return bool(capitals) and all(word in capitals or len(word) < 4 for word in words)


def _stutters(source: str, target: str) -> Iterator[Flag]:
    if _STUTTER.search(re.sub(r"[\d\u0640]", " ", source)):
        return
    for match in _STUTTER.finditer(target):
        if not any(character.isdigit() for character in match.group()):
            message = f'the English repeats "{match[1]}" without end'
            yield Flag("repetition", message, -1, -1, match.start(), match.end())


def _often(source: str, target: str, words: list[re.Match[str]]) -> Iterator[Flag]:
    """One flag for four words that come back three times, though not in a row."""
    lower = [word.group().lower() for word in words]
    counts = Counter(tuple(lower[i : i + _OFTEN]) for i in range(len(lower) - _OFTEN + 1))
    phrase, times = max(counts.items(), key=lambda item: item[1], default=((), 0))
    arabic = _WORD.findall(source)
    pairs = Counter(tuple(arabic[i : i + 2]) for i in range(len(arabic) - 1))
    if times >= 3 and max(pairs.values(), default=0) < times:
        first = next(i for i in range(len(lower)) if tuple(lower[i : i + _OFTEN]) == phrase)
        start, end = words[first].start(), words[first + _OFTEN - 1].end()
        message = f'the English says "{target[start:end]}" {times} times, the Arabic does not'
        yield Flag("repetition", message, -1, -1, start, end)
