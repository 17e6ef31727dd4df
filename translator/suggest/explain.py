"""The evidence for a suggestion in plain sentences, and what kind of name it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.glossary.folding import folded_letters
from translator.glossary.term import Kind, TermMatch
from translator.suggest.candidates import Candidate
from translator.suggest.suggestion import Suggestion
from translator.suggest.titles import TitleBefore
from translator.translation import SegmentTranslation

_IN_PLACES = frozenset(map(folded_letters, ("في", "إلى", "شمال", "جنوب", "شرق", "غرب", "قرب")))
_COUNTRY_ENDINGS = ("يا", "ستان", "لاند", "لندا")
_ORGANISATION = re.compile(
    r"\b(?:Party|Movement|Organi[sz]ation|Agency|University|Bank|Company|Group|Club|Union|Times|"
    r"Ministry|Committee|Council|Press)\b"
)
_PLACE_WORDS = re.compile(r"\b(?:River|Lake|Sea|Mount|Island|City|North|South|East|West|New)\b")


def explain(
    candidate: Candidate,
    suggestion: Suggestion,
    title: TitleBefore | None,
    covered: frozenset[int] | None,
) -> tuple[str, ...]:
    """Sentences that tell why a name is suggested, the strongest reason first."""
    target, reasons = suggestion.target, []
    other = [form.text for form in suggestion.forms if form.text not in (target, "")]
    if candidate.reference:
        reasons.append(f"The reference has “{target}” at this place.")
        if other:
            reasons.append(f"The translation has {_listed(other)} instead.")
    if sum(bool(form.text) for form in suggestion.forms) > 1:
        shown = ", ".join(f"“{form.text}” ({form.count})" for form in suggestion.forms if form.text)
        reasons.append(f"The translation is not the same everywhere: {shown}.")
    missing = sum(form.count for form in suggestion.forms if not form.text)
    if missing:
        places = "1 place" if missing == 1 else f"{missing} places"
        reasons.append(f"No English for it was found in {places}.")
    if candidate.model:
        heard = sorted({pair.english for pair in candidate.model})
        reasons.append(f"The model wrote the Arabic as it sounds: {_listed(heard)}.")
    if title:
        reasons.append(f"It stands behind {title.title} ({title.meaning}).")
    if not candidate.reference:
        reasons.append(_doubt(candidate, covered))
    return tuple(reasons)


def guess_kind(
    candidate: Candidate,
    title: TitleBefore | None,
    matches: Sequence[TermMatch],
    results: Sequence[SegmentTranslation],
) -> Kind:
    """The kind by the title before it, else by its words, else by what stands before it."""
    if title and title.kind is not Kind.OTHER:
        return title.kind
    if _ORGANISATION.search(candidate.target):
        return Kind.ORGANISATION
    if candidate.core.endswith(_COUNTRY_ENDINGS) or _PLACE_WORDS.search(candidate.target):
        return Kind.PLACE
    texts = {result.segment.text for result in results}
    before = [word for text in texts for m in matches if (word := _word_before(text, m))]
    if any(word in _IN_PLACES for word in before):
        return Kind.PLACE
    return Kind.PERSON if " " in candidate.target else Kind.OTHER


def _word_before(text: str, match: TermMatch) -> str:
    if text[match.start : match.end] != match.surface:
        return ""
    before = text[: match.word_start].split()
    return folded_letters(before[-1]) if before else ""


def _doubt(candidate: Candidate, covered: frozenset[int] | None) -> str:
    if covered is None:
        return "Check the spelling: there is no reference to compare with."
    if candidate.model and all(pair.segment in covered for pair in candidate.model):
        return "Check it: the reference has no such name at this place."
    return "Check the spelling: the reference does not have this place."


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
