"""What the rest of the program asks of a translation engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the model searches for a translation.

    Attributes:
        beam: beam size, 1 is greedy.
        length_penalty: exponent on the hypothesis length (CTranslate2's length_penalty).
    """

    beam: int
    length_penalty: float


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """An Argos package as the engine sees it.

    Attributes:
        label: short name for tables and files, unique among the packages in use.
        inline_terms: True if the model copies Latin-script names in the Arabic source (declared in
            its metadata or proved by a probe).
    """

    label: str
    path: Path
    version: str
    from_code: str
    to_code: str
    tokenizer: str
    decoding: Decoding
    inline_terms: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A source span and the target span that the model produced from it, with a weight of 0 to 1.

    Offsets count characters in the source string given to the engine and in the hypothesis text.
    """

    source_start: int
    source_end: int
    target_start: int
    target_end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation that the model offers.

    Attributes:
        score: log probability per token as the model gives it; higher is better.
        links: one per target token with the source span it attends to most; empty unless asked for.
    """

    text: str
    score: float
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """One source string to translate.

    Attributes:
        source: the Arabic, at most one sentence.
        target_prefix: English text that the hypothesis must begin with.
        n_best: how many hypotheses to return, best first.
        alignment: fill in Hypothesis.links.
        beam: beam size for this request, 0 for the package's own.
    """

    source: str
    target_prefix: str = ""
    n_best: int = 1
    alignment: bool = False
    beam: int = 0


class Engine(Protocol):
    """Turns source strings into hypotheses."""

    @property
    def package(self) -> PackageInfo:
        """The package that the engine runs."""

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Translate all requests.

        Yields:
            (position of the request, its hypotheses, best first), each as soon as its batch is
            done; not in the order of the requests.

        Raises:
            EngineError: the model failed.
        """

    def fits(self, source: str) -> bool:
        """True if the source is short enough for the model to translate it whole."""
