"""Scores of an article's translations against a reference that is paired with its segments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.document import Segment
from translator.errors import ScoringError
from translator.reference import PairedReference

if TYPE_CHECKING:
    from translator.glossary.matcher import Matcher
    from translator.scoring.compare import Comparison
    from translator.scoring.run import Settings
    from translator.scoring.significance import PairedTest


@dataclass(frozen=True, slots=True)
class Version:
    """One English text of the article.

    Attributes:
        texts: English by the segment's fingerprint; segments without one are not scored.
    """

    name: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """Segments that one stretch of the reference belongs to; positions counted from 0."""

    places: tuple[int, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class ArticleScores:
    """A comparison of versions whose segments are the units.

    Attributes:
        units: what was scored, in reading order.
        left_out: how many segments were not, for want of a translation or a reference.
    """

    comparison: Comparison
    units: tuple[Unit, ...]
    segments: tuple[Segment, ...]
    left_out: int

    def value(self, metric: str, version: int = 0) -> float:
        """A version's score for the article, as "BLEU", "chrF" or "TER" name it."""
        return self.comparison.systems[version].of(metric).value

    def of_segments(self, metric: str, version: int = 0) -> dict[str, float]:
        """Every scored segment's score by fingerprint; segments of one unit share theirs."""
        values = self.comparison.systems[version].of(metric).segments
        return {
            self.segments[place].fingerprint: value
            for unit, value in zip(self.units, values, strict=True)
            for place in unit.places
        }

    def worst(self, metric: str, version: int = 0) -> tuple[Unit, ...]:
        """The units from worst to best."""
        score = self.comparison.systems[version].of(metric)
        sign = 1 if score.higher_is_better else -1
        order = sorted(range(len(self.units)), key=lambda place: sign * score.segments[place])
        return tuple(self.units[place] for place in order)

    def test(self, metric: str, version: int = 1) -> PairedTest | None:
        """The test of a version against the first; None if none could be made."""
        name = self.comparison.systems[version].system
        for test in self.comparison.tests:
            if test.metric == metric and test.system == name:
                return test
        return None


def units_of(segments: Sequence[Segment], reference: PairedReference) -> tuple[Unit, ...]:
    """The units that segments and reference have in common."""
    if reference.alignment is not None:
        lines = reference.alignment.reference
        linked = reference.alignment.linked()
        units = [Unit(u.pivot, " ".join(lines[place] for place in u.reference)) for u in linked]
        return tuple(sorted(units, key=lambda unit: unit.places))
    units = []
    for place, segment in enumerate(segments):
        text = reference.texts.get(segment.fingerprint)
        if text:
            units.append(Unit((place,), text))
        elif text == "" and units:
            units[-1] = Unit((*units[-1].places, place), units[-1].reference)
    return tuple(units)


def score_article(
    segments: Sequence[Segment],
    reference: PairedReference,
    versions: Sequence[Version],
    settings: Settings,
    *,
    matcher: Callable[[], Matcher] | None = None,
) -> ArticleScores:
    """Score versions against the reference; the first is the baseline of the tests.

    Args:
        settings: must name bleu, chrf and ter if these are to be asked for later.
        matcher: finds the names that must be right.

    Raises:
        ScoringError: nothing can be scored yet, or two versions have the same name.
    """
    from translator.scoring.compare import compare
    from translator.scoring.corpus import Lines, build_corpus
    from translator.scoring.names import expected_by_glossary

    segments = tuple(segments)
    units = tuple(
        unit
        for unit in units_of(segments, reference)
        if all(
            version.texts.get(segments[place].fingerprint)
            for version in versions
            for place in unit.places
        )
    )
    if not units:
        raise ScoringError(
            "nothing can be scored yet",
            remedy="wait for the translation, or check that the reference belongs to the article",
        )
    systems = [
        Lines(version.name, tuple(_joined(version.texts, segments, unit) for unit in units))
        for version in versions
    ]
    source = tuple(" ".join(segments[place].text for place in unit.places) for unit in units)
    lines = Lines("reference", tuple(unit.reference for unit in units))
    corpus = build_corpus(systems, [lines], Lines("article", source))
    expected = expected_by_glossary(matcher(), source) if matcher else ()
    scored = sum(len(unit.places) for unit in units)
    return ArticleScores(
        compare(corpus, settings, expected), units, segments, len(segments) - scored
    )


def _joined(texts: Mapping[str, str], segments: Sequence[Segment], unit: Unit) -> str:
    # A line break within a segment's English would make two lines of it.
    return " ".join(" ".join(texts[segments[place].fingerprint].split()) for place in unit.places)
