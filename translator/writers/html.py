"""HTML: source and translations side by side in one self-contained file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from translator.translation import Method, SegmentTranslation, Translation

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; state says what it is: "" plain, else "right", "enforced" or "unmet"."""

    text: str
    state: str = ""
    title: str = ""


def write(parts: Iterable[tuple[Translation, ...]], stream: IO[str]) -> None:
    """Write the page part by part; the Arabic column is right-to-left, names are marked."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True
    )
    parts = iter(parts)
    first = next(parts, None)
    if first is None:
        return
    template = environment.get_template("side_by_side.html.jinja")
    chunks = template.generate(
        name=first[0].document.name,
        labels=[translation.package.label for translation in first],
        rows=_rows(itertools.chain([first], parts)),
        source_runs=source_runs,
        target_runs=target_runs,
    )
    for chunk in chunks:
        stream.write(chunk)


def _rows(parts: Iterable[tuple[Translation, ...]]) -> Iterator[tuple[SegmentTranslation, ...]]:
    for translations in parts:
        yield from zip(*(translation.segments for translation in translations), strict=True)


def source_runs(result: SegmentTranslation) -> list[Run]:
    """The Arabic cut at its names."""
    marks = [
        (o.match.start, o.match.end, _state(o.method), f"{o.match.term.target} ({o.method})")
        for o in result.terms
    ]
    return _cut(result.segment.text, marks)


def target_runs(result: SegmentTranslation) -> list[Run]:
    """The English cut at its names."""
    marks = [
        (o.target_start, o.target_end, _state(o.method), f"{o.match.surface} ({o.method})")
        for o in result.terms
        if o.method is not Method.UNMET
    ]
    return _cut(result.text, marks)


def _state(method: Method) -> str:
    return {Method.PLAIN: "right", Method.UNMET: "unmet"}.get(method, "enforced")


def _cut(text: str, marks: list[tuple[int, int, str, str]]) -> list[Run]:
    runs: list[Run] = []
    position = 0
    for start, end, state, title in sorted(marks):
        if start < position:
            continue
        runs += [Run(text[position:start]), Run(text[start:end], state, title)]
        position = end
    return [run for run in (*runs, Run(text[position:])) if run.text]
