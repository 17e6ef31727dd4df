"""A document's translation: for every segment the English, how each term was met, and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from translator.document import Document, Segment
from translator.engine.protocol import Hypothesis, Link, PackageInfo
from translator.glossary.term import TermMatch


class Method(StrEnum):
    """How a term came to be in the English, cheapest first."""

    PLAIN = "plain"
    INLINE = "inline"
    NBEST = "n-best"
    PREFIX = "prefix"
    SPLICE = "splice"
    UNMET = "unmet"


ALL_METHODS = tuple(method for method in Method if method is not Method.UNMET)


class Origin(StrEnum):
    """Where a segment's English comes from."""

    MODEL = "model"
    PASSED_THROUGH = "passed-through"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class TermOutcome:
    """What became of one term match.

    Attributes:
        method: UNMET if the term is not in the English.
        target_start, target_end: where the accepted form stands in the English; both -1 if unmet.
        form: the accepted form that stands there (the target or an alias), "" if unmet.
        avoided: the form to avoid that stands in the final English, "" if none.
    """

    match: TermMatch
    method: Method
    target_start: int = -1
    target_end: int = -1
    form: str = ""
    avoided: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about a segment, with what to look at.

    Attributes:
        code: which check found it, as in "number" or "untranslated".
        message: one sentence for a reader who knows neither language well.
        source_start, source_end, target_start, target_end: offsets in the segment's source text
            and in its English; -1 where the doubt has no place on that side.
    """

    code: str
    message: str
    source_start: int = -1
    source_end: int = -1
    target_start: int = -1
    target_end: int = -1


@dataclass(frozen=True, slots=True)
class SegmentTranslation:
    """One segment's English and all that is known about it.

    Attributes:
        text: the English to show and write.
        plain: what the model gave without the glossary; equal to text if no term changed it.
        score: the model's log probability per token of text before any splice; 0.0 if not MODEL.
        links: source spans (offsets in segment.text) and the spans of text they became.
        alternatives: other hypotheses, best first, if they were asked for.
    """

    segment: Segment
    text: str
    plain: str
    score: float
    origin: Origin = Origin.MODEL
    terms: tuple[TermOutcome, ...] = ()
    flags: tuple[Flag, ...] = ()
    links: tuple[Link, ...] = ()
    alternatives: tuple[Hypothesis, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A document's translation, segments in reading order."""

    document: Document
    package: PackageInfo
    segments: tuple[SegmentTranslation, ...]
