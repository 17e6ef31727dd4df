"""What is to be coloured in a text, and what each colour means, in offsets of the stored text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from translator.translation import Method, TermOutcome


class Look(StrEnum):
    """How a span is drawn; later ones go over earlier ones."""

    RIGHT = "right"
    ENFORCED = "enforced"
    UNMET = "unmet"
    AVOIDED = "avoided"
    CHANGED = "changed"
    FOUND = "found"
    FOUND_CURRENT = "found-current"
    COUNTERPART = "counterpart"
    CURSOR = "cursor"


# No state is told by colour alone: each has its own sign and its own way of underlining.
SIGNS = {Look.RIGHT: "✓", Look.ENFORCED: "=", Look.UNMET: "✗", Look.AVOIDED: "≠"}
MEANINGS = {
    Look.RIGHT: "the model wrote the name right",
    Look.ENFORCED: "the glossary put the name right",
    Look.UNMET: "the name is not in the English",
    Look.AVOIDED: "a form that must not be used stands there",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text and how to draw it."""

    start: int
    end: int
    look: Look


def state_of(outcome: TermOutcome) -> Look:
    """How a term was met."""
    if outcome.avoided:
        return Look.AVOIDED
    if outcome.method is Method.UNMET:
        return Look.UNMET
    return Look.RIGHT if outcome.method is Method.PLAIN else Look.ENFORCED


def source_spans(outcomes: Iterable[TermOutcome]) -> tuple[Span, ...]:
    """The names in the Arabic, by state."""
    return tuple(
        Span(outcome.match.start, outcome.match.end, state_of(outcome)) for outcome in outcomes
    )


def target_spans(text: str, outcomes: Iterable[TermOutcome]) -> tuple[Span, ...]:
    """The names in the English that the outcomes belong to, by state, and forms to avoid."""
    from translator.enforcement.presence import find_forms

    spans = []
    for outcome in outcomes:
        if outcome.target_start >= 0:
            look = Look.RIGHT if outcome.method is Method.PLAIN else Look.ENFORCED
            spans.append(Span(outcome.target_start, outcome.target_end, look))
        if outcome.avoided:
            places = find_forms(text, (outcome.avoided,), any_case=True)
            spans += [Span(place.start, place.end, Look.AVOIDED) for place in places]
    return tuple(spans)
