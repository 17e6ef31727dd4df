"""A glossary's term, and one place where it stands in a segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a term names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    WEAPON = "weapon"
    TITLE = "title"
    OTHER = "other"


class Case(StrEnum):
    """Which capitals count as right in the English."""

    EXACT = "exact"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a glossary.

    Attributes:
        sources: its Arabic spellings.
        target: the English that must appear.
        aliases: other English forms that are right as they are.
        avoid: English forms that must not appear.
        exact: match the source letter by letter, without clitics and folding.
        case: whether the target's capitals must be as written.
        context: Arabic words of which one must stand in the segment; empty = always matches.
        keep: leave the source as it is in the output; target then equals the source.
        file, line: where the entry stands; line counted from 1.
    """

    sources: tuple[str, ...]
    target: str
    kind: Kind = Kind.OTHER
    aliases: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    exact: bool = False
    case: Case = Case.EXACT
    context: tuple[str, ...] = ()
    keep: bool = False
    note: str = ""
    file: str = ""
    line: int = 0

    def accepted(self) -> tuple[str, ...]:
        """The English forms that count as right, the target first."""
        return (self.target, *self.aliases)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """One place in a segment where a term stands.

    Attributes:
        start, end: offsets in the segment's text of the name, without clitics before it.
        word_start: where the word with its clitics begins (start if there are none).
        surface: the segment's text from start to end.
        clitics: what stands before the name in the same word, in order: ("و", "ل", "ال").
    """

    term: Term
    start: int
    end: int
    word_start: int
    surface: str
    clitics: tuple[str, ...] = ()
