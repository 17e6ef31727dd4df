"""Pairs gathered into candidates: one for each Arabic name, with its best English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from translator.glossary.folding import folded_letters
from translator.suggest.pairing import Pair
from translator.suggest.stems import stems
from translator.suggest.words import arabic_words


@dataclass(slots=True)
class Candidate:
    """An Arabic name and all pairs that speak for it; grows while pairs are gathered.

    Attributes:
        core: its folded Arabic without the article.
        model: pairs from the model's English.
        reference: pairs from the reference.
        titled: the Arabic where only a title speaks for it, without clitics.
    """

    core: str
    model: list[Pair] = field(default_factory=list)
    reference: list[Pair] = field(default_factory=list)
    titled: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The Arabic for the glossary: without the article if it ever stands so."""
        written = Counter([*(pair.source for pair in self.pairs), *self.titled])
        bare = {text: n for text, n in written.items() if folded_letters(text) == self.core}
        choices = bare or written
        return max(choices, key=lambda text: (choices[text], text))

    @property
    def pairs(self) -> list[Pair]:
        """All pairs."""
        return [*self.model, *self.reference]

    @property
    def target(self) -> str:
        """The best English: the reference's, else what the model writes most; "" if neither."""
        pairs = self.reference or self.model
        weight: Counter[str] = Counter()
        for pair in pairs:
            weight[pair.english] += round(1000 * pair.score)
        return max(weight, key=lambda text: (weight[text], text)) if weight else ""

    @property
    def score(self) -> float:
        """How much the Arabic and the best English sound alike; 0.0 without a pair."""
        return max((p.score for p in self.pairs if p.english == self.target), default=0.0)


def gather(model: Iterable[Pair], reference: Iterable[Pair]) -> dict[str, Candidate]:
    """One candidate for each name; different readings of one word become one."""
    candidates: dict[str, Candidate] = {}
    for pair in model:
        candidates.setdefault(pair.core, Candidate(pair.core)).model.append(pair)
    for pair in reference:
        candidates.setdefault(pair.core, Candidate(pair.core)).reference.append(pair)
    return _without_joint_names(_with_readings_merged(candidates))


def _with_readings_merged(candidates: dict[str, Candidate]) -> dict[str, Candidate]:
    """A word with a clitic left on it goes to the name without it, if that is there too."""
    merged = dict(candidates)
    for core, candidate in candidates.items():
        first, _, rest = core.partition(" ")
        for word in arabic_words(first, 0):
            readings = [f"{stem.core} {rest}".strip() for stem in stems(word) if stem.stripped]
            owner = next((merged[r] for r in readings if r in merged and r != core), None)
            if owner and _same_english(owner, candidate):
                owner.model += candidate.model
                owner.reference += candidate.reference
                del merged[core]
                break
    return merged


def _same_english(one: Candidate, other: Candidate) -> bool:
    return bool({p.english.lower() for p in one.pairs} & {p.english.lower() for p in other.pairs})


def _without_joint_names(candidates: dict[str, Candidate]) -> dict[str, Candidate]:
    """Two names that the model wrote side by side only once are no third: بوتين كيم."""
    return {
        core: candidate
        for core, candidate in candidates.items()
        if candidate.reference
        or len(candidate.model) > 1
        or " " not in core
        or not all(part in candidates for part in core.split(" "))
    }
