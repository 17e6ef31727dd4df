"""Tab-separated values for a spreadsheet: one segment a line, one column for each package."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from translator.translation import SegmentTranslation, Translation


def write(parts: Iterable[tuple[Translation, ...]], stream: IO[str]) -> None:
    """Write a header and the segments; terms and flags are of the first package."""
    rows = csv.writer(stream, dialect="excel-tab", lineterminator="\n")
    headed = False
    for translations in parts:
        if not headed:
            labels = [translation.package.label for translation in translations]
            rows.writerow(["file", "segment", "source", *labels, "terms", "flags"])
            headed = True
        name = translations[0].document.name
        for results in zip(*(t.segments for t in translations), strict=True):
            first = results[0]
            targets = [_one_line(result.text) for result in results]
            source = _one_line(first.segment.text)
            rows.writerow([name, first.segment.id, source, *targets, _terms(first), _flags(first)])


def _one_line(text: str) -> str:
    """Tabs and line breaks inside a cell would break simple readers of TSV."""
    return " ".join(text.split())


def _terms(result: SegmentTranslation) -> str:
    return "; ".join(
        f"{outcome.match.surface} = {outcome.form or outcome.match.term.target} ({outcome.method})"
        for outcome in result.terms
    )


def _flags(result: SegmentTranslation) -> str:
    return "; ".join(f"{flag.code}: {flag.message}" for flag in result.flags)
