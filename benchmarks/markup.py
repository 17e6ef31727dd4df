"""Where ** around a name ends up in the English, beside leaving the marks to the model."""

from __future__ import annotations

import re

from benchmarks.measuring import FLORES, lines_of, listed_names
from translator.engine.argos import ArgosEngine
from translator.packages.resolve import resolve_package
from translator.pipeline import Pipeline
from translator.reading import document_from_text
from translator.writers.shape import paragraphs_in_english

_MARKED = re.compile(r"\*\*(.+?)\*\*")


def run() -> list[tuple[str, str]]:
    """Shares of the names of flores_dev that the model renders; needs ../shared; no glossary."""
    if not FLORES.is_dir():
        return [("flores_dev", f"not measured: {FLORES} is not there")]
    source = lines_of(FLORES / "src.ar")
    names = listed_names()
    lines = [source[name.line - 1].replace(name.source, f"**{name.source}**", 1) for name in names]
    english = [name.target for name in names]
    return [
        *_figures("marks taken out and put back", lines, english, markdown=True),
        *_figures("marks left to the model", lines, english, markdown=False),
    ]


def _figures(
    label: str, lines: list[str], names: list[str], *, markdown: bool
) -> list[tuple[str, str]]:
    pipeline = Pipeline(ArgosEngine(resolve_package("bundled")), n_best=1)
    document = document_from_text("names", "\n".join(lines), markdown=markdown)
    texts = [text for _, text in paragraphs_in_english(pipeline.translate(document))]
    pairs = [
        (text, name)
        for text, name in zip(texts, names, strict=True)
        if re.search(rf"\b{re.escape(name)}\b", text.replace("*", ""))
    ]
    marked = [(found[1] if (found := _MARKED.search(text)) else "", name) for text, name in pairs]
    exact = sum(inside == name for inside, name in marked)
    more = sum(name in inside and inside != name for inside, name in marked)
    return [
        (f"{label}: around the name alone", f"{exact} of {len(pairs)}"),
        (f"{label}: around the name and more", f"{more} of {len(pairs)}"),
    ]
