"""Is a term in the English: whole words, right capitals, counted strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator.glossary.term import Case, Kind, Term, TermMatch

_APOSTROPHES = "['’ʼ]"
_HYPHENS = "[-‐‑]"
# The plural of a name of one man or place is another name: Gate and Gates, William and Williams.
_NEVER_PLURAL = frozenset({Kind.PERSON, Kind.PLACE})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form stands in an English text; form is its spelling in the glossary."""

    start: int
    end: int
    form: str

    def overlaps(self, other: Place) -> bool:
        """True if the two share a character."""
        return self.start < other.end and other.start < self.end


def accepted_forms(match: TermMatch) -> tuple[str, ...]:
    """The forms that count as right for this match; what is to be kept counts only verbatim."""
    return (match.surface,) if match.term.keep else match.term.accepted()


def find_places(text: str, match: TermMatch) -> list[Place]:
    """All places where an accepted form of the match's term stands, in order.

    A form counts as whole words only, also before 's or a hyphen. Its capitals must be as in the
    glossary unless the term's case is ANY; a small first letter may be a capital, as at the start
    of a sentence. A plural s counts unless the term names a person or a place.
    """
    term = match.term
    if term.keep:
        # An address or code with another letter is another one.
        verbatim = re.finditer(rf"(?<!\w){re.escape(match.surface)}(?!\w)", text)
        return [Place(hit.start(), hit.end(), match.surface) for hit in verbatim]
    plural = term.kind not in _NEVER_PLURAL
    return find_forms(text, accepted_forms(match), any_case=term.case is Case.ANY, plural=plural)


def find_form(text: str, term: Term) -> Place | None:
    """The first place of an accepted form of the term, None if there is none."""
    surface = term.sources[0] if term.sources else term.target
    return next(iter(find_places(text, TermMatch(term, 0, 0, 0, surface))), None)


def find_forms(
    text: str, forms: Sequence[str], *, any_case: bool, plural: bool = False
) -> list[Place]:
    """All places of the forms as whole words; where two overlap, the longer counts."""
    found: list[Place] = []
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        for hit in form_pattern(form, any_case, plural).finditer(text):
            place = Place(hit.start(), hit.end(), form)
            if not any(place.overlaps(other) for other in found):
                found.append(place)
    return sorted(found, key=lambda place: place.start)


def assign_places(text: str, matches: Sequence[TermMatch]) -> Iterator[Place | None]:
    """For each match the place that stands for it, None if its term is not in the text.

    A term that is matched twice has to be in the English once: the second may be a pronoun. The
    first match takes the first place and so on; a place inside a longer name of another term
    ("Kim" in "Kim Jong Un") is taken only if there is no other.
    """
    places = [find_places(text, match) for match in matches]
    taken: dict[tuple[str, ...], int] = {}
    for match, own in zip(matches, places, strict=True):
        longer = [
            other
            for match_places in places
            for other in match_places
            if any(_inside(place, other) for place in own)
        ]
        free = [place for place in own if not any(_inside(place, other) for other in longer)]
        usable = free or own
        if not usable:
            yield None
            continue
        forms = accepted_forms(match)
        count = taken.get(forms, 0)
        taken[forms] = count + 1
        yield usable[min(count, len(usable) - 1)]


def _inside(place: Place, other: Place) -> bool:
    shorter = place.end - place.start < other.end - other.start
    return shorter and other.start <= place.start and place.end <= other.end


@lru_cache(maxsize=8192)
def form_pattern(form: str, any_case: bool, plural: bool = False) -> re.Pattern[str]:
    """The regular expression that finds a form as whole words."""
    parts = []
    for position, character in enumerate(" ".join(form.split())):
        if character == " ":
            parts.append(r"\s+")
        elif character in "'’ʼ":
            parts.append(_APOSTROPHES)
        elif character in "-‐‑":
            parts.append(_HYPHENS)
        elif position == 0 and character != character.upper() and len(character.upper()) == 1:
            parts.append(f"[{character}{character.upper()}]")
        else:
            parts.append(re.escape(character))
    ending = "(?:s|es)?" if plural and form[-1:].isalpha() else ""
    flags = re.IGNORECASE if any_case else 0
    return re.compile(rf"(?<!\w){''.join(parts)}{ending}(?!\w)", flags)
