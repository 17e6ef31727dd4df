"""A report as one HTML file that needs nothing else: no network, fonts or scripts from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.report.content import Report
from translator.report.marks import rows_of
from translator.report.tables import all_tables, signatures

if TYPE_CHECKING:
    from markupsafe import Markup

# A browser draws this many segments side by side without effort.
MOST_ROWS = 2000

_CHART_WIDTH = 1000.0
_CHART_HEIGHT = 100.0
_ARABIC_RUN = re.compile(
    r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
    r"(?:[\s\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc،؛؟.-]*"
    r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc])?"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A segment in the chart, in units of the chart."""

    place: int
    number: int
    score: float
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The scores of one system segment by segment; mean is that of the segments."""

    system: str
    bars: tuple[Bar, ...]
    mean: float
    mean_y: float


def render_html(report: Report) -> str:
    """The whole report as one HTML text; everything that comes from files is escaped."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("translator.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["isolated"] = isolated
    comparison = report.comparison
    return environment.get_template("report.html.j2").render(
        report=report,
        comparison=comparison,
        tables=all_tables(comparison),
        signatures=signatures(comparison),
        charts=list(_charts(report)),
        chart_width=_CHART_WIDTH,
        chart_height=_CHART_HEIGHT,
        rows=rows_of(report, MOST_ROWS),
        shown=min(MOST_ROWS, len(comparison.corpus)),
        segments=len(comparison.corpus),
    )


def isolated(text: str) -> Markup:
    """Escaped text whose Arabic runs are kept from reordering what stands around them."""
    from markupsafe import Markup, escape

    parts = []
    end = 0
    for run in _ARABIC_RUN.finditer(text):
        parts.append(escape(text[end : run.start()]))
        parts.append(Markup('<bdi lang="ar" dir="rtl">{}</bdi>').format(run.group()))
        end = run.end()
    parts.append(escape(text[end:]))
    return Markup("").join(parts)


def _charts(report: Report) -> Iterator[Chart]:
    comparison = report.comparison
    numbers = comparison.corpus.numbers[:MOST_ROWS]
    step = _CHART_WIDTH / len(numbers)
    for system in comparison.systems:
        scores = system.of(comparison.metric).segments[:MOST_ROWS]
        bars = tuple(
            _bar(place, number, score, step)
            for place, (number, score) in enumerate(zip(numbers, scores, strict=True))
        )
        mean = sum(scores) / len(scores)
        yield Chart(system.system, bars, mean, _CHART_HEIGHT - min(mean, 100.0))


def _bar(place: int, number: int, score: float, step: float) -> Bar:
    # TER can be over 100; the bar then fills the chart and its tooltip has the figure.
    height = max(0.0, min(score, 100.0)) / 100 * _CHART_HEIGHT
    gap = step * 0.15 if step > 3 else 0.0
    return Bar(
        place, number, score, place * step + gap / 2, step - gap, _CHART_HEIGHT - height, height
    )
