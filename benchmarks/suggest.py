"""Suggestions for an empty glossary: listed names found, and how many suggestions are names.

Over the first lines of flores_dev with its names.tsv, each with and without the reference. Found:
the Arabic of a listed name is (part of) a suggestion's or holds it. Right: the proposed English is
the listed one, or holds it or is a part of it, word for word. Precision is rough: a suggestion is
taken for a name if a capitalised word of the reference line sounds like its Arabic.
"""

from __future__ import annotations

import time

from benchmarks.measuring import FLORES, lines_of, listed_names

LINES = 150


def run() -> list[tuple[str, str]]:
    """Recall, right English and precision; needs ../shared."""
    if not FLORES.is_dir():
        return [("flores_dev", f"not measured: {FLORES} is not there")]
    from translator.enforcement.similar import most_similar
    from translator.engine.argos import ArgosEngine
    from translator.packages.resolve import resolve_package
    from translator.pipeline import Pipeline
    from translator.reading import document_from_text
    from translator.suggest.suggest import suggest

    sources = lines_of(FLORES / "src.ar")[:LINES]
    references = lines_of(FLORES / "ref.en")[:LINES]
    names = _names()
    pipeline = Pipeline(ArgosEngine(resolve_package("bundled")), n_best=1, alignment=True)
    translation = pipeline.translate(document_from_text("flores", "\n\n".join(sources)))
    figures = []
    for label, reference in (("with reference", references), ("without", None)):
        begun = time.monotonic()
        suggestions = suggest(translation, None, reference)
        seconds = time.monotonic() - begun
        found = right = 0
        for line, arabic, english in names:
            here = [
                one
                for one in suggestions
                if line - 1 in map(_line, one.segments) and _shares(arabic, one.source)
            ]
            found += bool(here)
            right += any(_shares(english, one.target) for one in here)
        named = sum(
            any(
                most_similar(references[_line(place)], (one.source,), (), least=0.7)
                for place in one.segments
            )
            for one in suggestions
        )
        count = len(suggestions)
        share = f"of {len(names)} listed names, {LINES} lines"
        figures += [
            (f"{label}: found {share}", f"{found} ({found / len(names):.1%})"),
            (f"{label}: found with the right English", f"{right} ({right / len(names):.1%})"),
            (f"{label}: suggestions", f"{count}"),
            (f"{label}: a name of the reference line sounds so", f"{named} ({named / count:.1%})"),
            (f"{label}: seconds, without translating", f"{seconds:.2f}"),
        ]
    return figures


def _line(segment: str) -> int:
    """Position of a segment's line; each line is a paragraph."""
    return int(segment.partition(".")[0]) - 1


def _names() -> list[tuple[int, str, str]]:
    listed = [(name.line, name.source, name.target) for name in listed_names()]
    return list(dict.fromkeys(name for name in listed if name[0] <= LINES))


def _shares(one: str, other: str) -> bool:
    """True if one is the other's words or a part of them, spelt the same but for hamza."""
    from translator.glossary.folding import folded_letters

    first, second = folded_letters(one), folded_letters(other)
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "
