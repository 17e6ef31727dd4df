"""Matches and a scripted engine for tests of enforcement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from translator.engine.protocol import Decoding, Hypothesis, Link, PackageInfo, Request
from translator.glossary.term import Term, TermMatch


def find_match(source: str, surface: str, term: Term, clitics: tuple[str, ...] = ()) -> TermMatch:
    """The match of a surface where it first stands in a source, after its clitics."""
    start = source.index(surface)
    written = sum(map(len, clitics))
    return TermMatch(term, start, start + len(surface), start - written, surface, clitics)


def word_links(source: str, text: str, pairs: Mapping[str, str]) -> tuple[Link, ...]:
    """Links between first places of Arabic and English words."""
    links = []
    for arabic, english in pairs.items():
        here, there = source.index(arabic), text.index(english)
        links.append(Link(here, here + len(arabic), there, there + len(english), 0.9))
    return tuple(sorted(links, key=lambda link: link.target_start))


class ScriptedEngine:
    """Answers each (source, target_prefix) as told; counts what it was asked."""

    def __init__(
        self,
        answers: Mapping[Any, list[Hypothesis]],
        *,
        inline_terms: bool = True,
        otherwise: Callable[[Request], str] | None = None,
    ):
        self.package = PackageInfo(
            "scripted", Path(), "1", "ar", "en", "sentencepiece", Decoding(4, 1.0), inline_terms
        )
        self.answers = answers
        self.otherwise = otherwise
        self.asked: list[Request] = []

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for position, request in enumerate(requests):
            self.asked.append(request)
            key = (request.source, request.target_prefix)
            if not request.target_prefix and request.source in self.answers:
                key = request.source
            if key in self.answers:
                yield position, tuple(self.answers[key][: request.n_best])
            else:
                assert self.otherwise is not None, f"unexpected request {request}"
                yield position, (Hypothesis(self.otherwise(request), -0.5),)

    def fits(self, source: str) -> bool:
        return True


@pytest.fixture(scope="session")
def match_in() -> Callable[..., TermMatch]:
    return find_match


@pytest.fixture(scope="session")
def linked() -> Callable[..., tuple[Link, ...]]:
    return word_links


@pytest.fixture(scope="session")
def scripted() -> type[ScriptedEngine]:
    return ScriptedEngine
