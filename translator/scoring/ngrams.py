"""Phrases that one system gets right and the other does not, as compare-mt lists them.

An n-gram counts as right as often as it stands in both hypothesis and reference. The contrast is
the smoothed share of its right uses that the first system has (Neubig et al., 2019, compare-mt).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translator.differences import words_of

_SMOOTHING = 1.0


@dataclass(frozen=True, slots=True)
class NgramContrast:
    """An n-gram with how often each of two systems has it where the reference has it.

    Attributes:
        contrast: 1 if only the first system has it, often; 0 if only the second; 0.5 if both do.
    """

    ngram: str
    first: int
    second: int
    contrast: float


def contrast_ngrams(
    first: Sequence[str],
    second: Sequence[str],
    references: Sequence[str],
    *,
    orders: tuple[int, int] = (1, 4),
    most: int = 10,
) -> tuple[tuple[NgramContrast, ...], tuple[NgramContrast, ...]]:
    """Find the n-grams that tell two systems apart most.

    Args:
        orders: shortest and longest n-gram, in words and signs.
        most: how many to give for each system.

    Returns:
        (those the first system has and the second lacks, the reverse), clearest first.
    """
    right_first: Counter[tuple[str, ...]] = Counter()
    right_second: Counter[tuple[str, ...]] = Counter()
    for one, other, reference in zip(first, second, references, strict=True):
        wanted = _ngrams(reference, orders)
        right_first += _ngrams(one, orders) & wanted
        right_second += _ngrams(other, orders) & wanted
    contrasts = [
        _contrast(ngram, right_first[ngram], right_second[ngram])
        for ngram in right_first.keys() | right_second.keys()
        if any(word[0].isalnum() for word in ngram)
    ]
    ahead = sorted((c for c in contrasts if c.contrast > 0.5), key=_by_first)
    behind = sorted((c for c in contrasts if c.contrast < 0.5), key=_by_second)
    return _telling(ahead, most), _telling(behind, most)


def _telling(contrasts: Sequence[NgramContrast], most: int) -> tuple[NgramContrast, ...]:
    """The first ones, without those that share most of their words with one before."""
    kept: list[NgramContrast] = []
    for contrast in contrasts:
        words = set(contrast.ngram.split())
        if all(len(words & set(k.ngram.split())) * 2 <= len(words) for k in kept):
            kept.append(contrast)
        if len(kept) == most:
            break
    return tuple(kept)


def _contrast(ngram: tuple[str, ...], first: int, second: int) -> NgramContrast:
    share = (first + _SMOOTHING) / (first + second + 2 * _SMOOTHING)
    return NgramContrast(" ".join(ngram), first, second, share)


def _by_first(contrast: NgramContrast) -> tuple[float, int, str]:
    # Of equally clear ones the longest says most.
    return -contrast.contrast, -len(contrast.ngram), contrast.ngram


def _by_second(contrast: NgramContrast) -> tuple[float, int, str]:
    return contrast.contrast, -len(contrast.ngram), contrast.ngram


def _ngrams(text: str, orders: tuple[int, int]) -> Counter[tuple[str, ...]]:
    words = [word.text for word in words_of(text)]
    return Counter(
        tuple(words[start : start + order])
        for order in range(orders[0], orders[1] + 1)
        for start in range(len(words) - order + 1)
    )
