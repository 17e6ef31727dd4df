"""What the form of a glossary entry begins with."""

from __future__ import annotations

from dataclasses import dataclass

from translator.glossary.term import Term


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form begins with.

    Attributes:
        term: filled in, the English being the present one if it is new.
        old: the entry that is changed, None for a new one.
        readings: other ways to read the Arabic, without what may be a prefix.
        english: what stands in the English now.
        place: the file that it will be written to, and whether it overlays another.
    """

    term: Term
    old: Term | None = None
    readings: tuple[str, ...] = ()
    english: str = ""
    place: str = ""
