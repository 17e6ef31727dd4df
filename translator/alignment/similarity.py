"""How alike two English segments are: an F-score over character n-grams, as chrF has it.

Counts are weighted by how rare an n-gram is in both texts. The score of a group of segments follows
from the scores of its members, so that all groups together cost one matrix product.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy
from numpy.typing import NDArray

Matrix = NDArray[numpy.float32]

_SIZES = (3, 4, 5)
_DIMENSIONS = 8192
_NOT_WORD = re.compile(r"[^\w]+")
# Standard deviation of the logarithm of the length ratio of a human and a machine translation.
_LENGTH_SPREAD = 0.5


@dataclass(frozen=True, slots=True)
class Similarity:
    """Two texts ready for comparison.

    Attributes:
        products: product of the vectors of every pivot and every reference segment.
        pivot_squares, reference_squares: products of the segments of one text with each other, as
            far as they lie within three places: entry [k][i] is for i and i + k.
        pivot_lengths, reference_lengths: characters without spaces and signs.
    """

    products: Matrix
    pivot_squares: tuple[Matrix, ...]
    reference_squares: tuple[Matrix, ...]
    pivot_lengths: Matrix
    reference_lengths: Matrix

    def of_groups(self, pivot: int, reference: int) -> Matrix:
        """Scores from 0 to 1 of all groups of so many neighbours on each side.

        Entry [i, j] compares pivot segments i, i + 1, ... with reference segments j, j + 1, ...
        """
        rows = self.products.shape[0] - pivot + 1
        columns = self.products.shape[1] - reference + 1
        dot = numpy.zeros((rows, columns), dtype=numpy.float32)
        for row in range(pivot):
            for column in range(reference):
                dot += self.products[row : row + rows, column : column + columns]
        left = _group_squares(self.pivot_squares, pivot)[:, None]
        right = _group_squares(self.reference_squares, reference)[None, :]
        overlap = 2 * dot / numpy.maximum(left + right, 1e-6)
        long = _windows(self.pivot_lengths, pivot)[:, None]
        other = _windows(self.reference_lengths, reference)[None, :]
        ratio = numpy.log((long + 8) / (other + 8))
        prior = numpy.exp(-(ratio**2) / (2 * _LENGTH_SPREAD**2))
        scores: Matrix = (overlap * prior).astype(numpy.float32)
        return scores


def compare(pivot: Sequence[str], reference: Sequence[str]) -> Similarity:
    """Prepare two texts of at least one segment each."""
    texts = [_NOT_WORD.sub(" ", f" {text.lower()} ") for text in (*pivot, *reference)]
    vectors = _vectors(texts)
    left, right = vectors[: len(pivot)], vectors[len(pivot) :]
    lengths = numpy.array([len(text.replace(" ", "")) for text in texts], dtype=numpy.float32)
    return Similarity(
        left @ right.T,
        _squares(left),
        _squares(right),
        lengths[: len(pivot)],
        lengths[len(pivot) :],
    )


def _vectors(texts: Sequence[str]) -> Matrix:
    """One row of weighted n-gram counts for each text; n-grams share columns by hash."""
    counts = [_ngrams(text) for text in texts]
    frequency = Counter(column for count in counts for column in count)
    rows = numpy.zeros((len(texts), _DIMENSIONS), dtype=numpy.float32)
    total = numpy.log(1.0 + len(texts))
    weights = {column: total - numpy.log(times) for column, times in frequency.items()}
    for row, count in enumerate(counts):
        columns = list(count)
        rows[row, columns] = [times * weights[column] for column, times in count.items()]
    return rows


def _ngrams(text: str) -> Counter[int]:
    data = text.encode()
    return Counter(
        crc32(data[start : start + size]) % _DIMENSIONS
        for size in _SIZES
        for start in range(len(data) - size + 1)
    )


def _squares(vectors: Matrix) -> tuple[Matrix, ...]:
    count = len(vectors)
    return tuple(
        numpy.einsum("ij,ij->i", vectors[: max(count - k, 0)], vectors[k:]) for k in range(4)
    )


def _group_squares(squares: tuple[Matrix, ...], size: int) -> Matrix:
    """Squared length of the sum of each run of neighbours."""
    total = _windows(squares[0], size)
    for distance in range(1, size):
        total = total + 2 * _windows(squares[distance], size - distance)
    return total


def _windows(values: Matrix, size: int) -> Matrix:
    """Sums of each run of so many neighbouring values."""
    sums = numpy.concatenate(([0], numpy.cumsum(values, dtype=numpy.float64)))
    return (sums[size:] - sums[: len(sums) - size]).astype(numpy.float32)
