"""What became of terms in an English text that the pipeline did not make: an edit, a reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.document import Segment
from translator.glossary.term import Term, TermMatch
from translator.translation import Method, TermOutcome


def judge_terms(text: str, matches: Sequence[TermMatch]) -> tuple[TermOutcome, ...]:
    """The outcome of every match in a finished text; what stands there counts as PLAIN."""
    from translator.enforcement.avoid import find_avoided
    from translator.enforcement.presence import assign_places

    outcomes = []
    for match, place in zip(matches, assign_places(text, matches), strict=True):
        avoided = find_avoided(text, match)
        left = avoided[0].form if avoided else ""
        if place is None:
            outcomes.append(TermOutcome(match, Method.UNMET, avoided=left))
        else:
            start, end, form = place.start, place.end, place.form
            outcomes.append(TermOutcome(match, Method.PLAIN, start, end, form, avoided=left))
    return tuple(outcomes)


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term with all its places in an article.

    Attributes:
        places: the segments in which it is matched with its outcome there, in reading order; a
            segment comes twice if the term does.
    """

    term: Term
    places: tuple[tuple[Segment, TermOutcome], ...]

    @property
    def methods(self) -> tuple[tuple[Method, int], ...]:
        """How the term came to be in the English and how often, most frequent first."""
        return tuple(Counter(outcome.method for _, outcome in self.places).most_common())

    @property
    def forms(self) -> tuple[tuple[str, int], ...]:
        """The right forms that stand in the English and how often; "" where none does."""
        return tuple(Counter(outcome.form for _, outcome in self.places).most_common())

    @property
    def unmet(self) -> int:
        """In how many places the term is missing."""
        return sum(outcome.method is Method.UNMET for _, outcome in self.places)

    @property
    def avoided(self) -> int:
        """In how many places a form to avoid stands."""
        return sum(bool(outcome.avoided) for _, outcome in self.places)

    @property
    def consistent(self) -> bool:
        """True if the same right form stands everywhere."""
        return len(self.forms) == 1 and not self.unmet and not self.avoided


def term_uses(
    outcomes: Iterable[tuple[Segment, Sequence[TermOutcome]]],
) -> tuple[TermUse, ...]:
    """Gather the outcomes of an article's segments by term, in the order of first appearance."""
    found: dict[Term, list[tuple[Segment, TermOutcome]]] = {}
    for segment, of_segment in outcomes:
        for outcome in of_segment:
            found.setdefault(outcome.match.term, []).append((segment, outcome))
    return tuple(TermUse(term, tuple(places)) for term, places in found.items())
