"""Forms that must not appear: found in any capitals, but not inside an accepted form."""

from __future__ import annotations

from translator.enforcement.presence import Place, find_forms, find_places
from translator.glossary.term import TermMatch


def find_avoided(text: str, match: TermMatch) -> list[Place]:
    """All places where a form that the match's term avoids stands, in order.

    "Kiev" inside the accepted "Chicken Kiev" is no fault.
    """
    if not match.term.avoid:
        return []
    accepted = find_places(text, match)
    return [
        place
        for place in find_forms(text, match.term.avoid, any_case=True)
        if not any(place.overlaps(other) for other in accepted)
    ]
