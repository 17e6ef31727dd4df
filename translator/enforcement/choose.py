"""Which candidate becomes the English: all terms first, then no faults, then the model's score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translator.enforcement.candidate import Candidate, Judgement, judge
from translator.enforcement.english import capitalise_starts
from translator.enforcement.presence import find_places
from translator.enforcement.variant import SourceVariant
from translator.engine.protocol import Hypothesis, Link
from translator.glossary.term import TermMatch
from translator.translation import Method

# A term in its place leaves the model fewer doubts: beam 2 here measured as good as beam 4 on
# flores_dev (BLEU 28.8 and 28.5) and costs a third less.
SECOND_BEAM = 2
# A hypothesis that loses more log probability per token than this has gone astray.
_LARGEST_SCORE_LOSS = 1.0
_SHORTEST, _LONGEST = 0.5, 1.8
_SLACK_CHARACTERS = 20


@dataclass(slots=True)
class Work:
    """A segment on its way through the methods; candidates grow as they are tried.

    Attributes:
        position: its place among the sources.
        plain: what the model gave without terms, best first.
    """

    position: int
    source: str
    matches: tuple[TermMatch, ...]
    plain: tuple[Hypothesis, ...]
    candidates: list[tuple[Candidate, Judgement]] = field(default_factory=list)

    def __post_init__(self) -> None:
        best = self.plain[0]
        methods = (Method.PLAIN,) * len(self.matches)
        start = Candidate(best.text, best.score, best.links, SourceVariant(self.source), methods)
        self.candidates.append((start, judge(best.text, self.matches, best.text)))

    @property
    def best(self) -> tuple[Candidate, Judgement]:
        """The best candidate so far; of equals the one from the cheaper method."""
        return min(self.candidates, key=lambda pair: (pair[1].rank, -pair[0].score))

    @property
    def is_done(self) -> bool:
        """True if the best candidate has every term and no fault that a method could mend."""
        _, judgement = self.best
        return not (judgement.missing or judgement.avoided or judgement.doubled)

    def offer(
        self,
        text: str,
        score: float,
        links: Sequence[Link],
        variant: SourceVariant,
        *,
        base: tuple[Candidate, Judgement],
        method: Method,
    ) -> bool:
        """Judge a text made from a base by a method and keep it unless it is plainly broken.

        Returns:
            True if it was kept.
        """
        plain = self.plain[0]
        places = (
            place
            for match in self.matches
            if not match.term.keep
            for place in find_places(text, match)
        )
        text = capitalise_starts(text, ((place.start, place.end) for place in places))
        judgement = judge(text, self.matches, plain.text)
        if _collapsed(text, score, plain) or judgement.doubled > base[1].doubled:
            return False
        methods = tuple(
            earlier if place is not None else method
            for earlier, place in zip(base[0].methods, base[1].places, strict=True)
        )
        self.candidates.append((Candidate(text, score, tuple(links), variant, methods), judgement))
        return True

    def unmet(self, judgement: Judgement) -> list[TermMatch]:
        """The matches whose term is missing, or stands beside a form to avoid."""
        avoiding = {place.form for place in judgement.avoided}
        return [
            match
            for match, place in zip(self.matches, judgement.places, strict=True)
            if place is None or avoiding.intersection(match.term.avoid)
        ]


def unfinished(works: Iterable[Work]) -> list[Work]:
    """The works that still need a method."""
    return [work for work in works if not work.is_done]


def _collapsed(text: str, score: float, plain: Hypothesis) -> bool:
    """True if a text is much less likely, or much shorter or longer, than the plain English."""
    length, usual = len(text), len(plain.text)
    if length < _SHORTEST * usual - _SLACK_CHARACTERS or length > _LONGEST * usual + (
        2 * _SLACK_CHARACTERS
    ):
        return True
    return score < plain.score - _LARGEST_SCORE_LOSS
