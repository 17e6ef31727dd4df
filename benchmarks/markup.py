"""Where ** around a name ends up in the English, beside leaving the marks to the model."""

from __future__ import annotations

import re

from benchmarks.measuring import FLORES, lines_of
from translator.engine.argos import ArgosEngine
from translator.packages.resolve import resolve_package
from translator.pipeline import Pipeline
from translator.reading import document_from_text

_MARKED = re.compile(r"\*\*(.+?)\*\*")


def run() -> list[tuple[str, str]]:
    """Shares of the names of flores_dev that the model renders; needs ../shared; no glossary."""
    if not FLORES.is_dir():
        return [("flores_dev", f"not measured: {FLORES} is not there")]
    source = lines_of(FLORES / "src.ar")
    rows = [row.split("\t") for row in lines_of(FLORES / "names.tsv")[1:]]
    lines = [
        source[int(line) - 1].replace(arabic, f"**{arabic}**", 1) for _, line, arabic, *_ in rows
    ]
    english = [row[3] for row in rows]
    return [
        *_figures("marks taken out and put back", lines, english, markdown=True),
        *_figures("marks left to the model", lines, english, markdown=False),
    ]


def _figures(
    label: str, lines: list[str], names: list[str], *, markdown: bool
) -> list[tuple[str, str]]:
    pipeline = Pipeline(ArgosEngine(resolve_package("bundled")), n_best=1)
    document = document_from_text("names", "\n".join(lines), markdown=markdown)
    translation = pipeline.translate(document)
    texts = [""] * len(lines)
    for result in translation.segments:
        line = int(result.segment.id.partition(".")[0]) - 1
        texts[line] = f"{texts[line]} {result.text}".strip()
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
