"""A name that the glossary lacks, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from translator.glossary.term import Kind, Term


@dataclass(frozen=True, slots=True)
class EnglishForm:
    """What stands in the translation for a name, and how often; text is "" where nothing does."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name to put into the glossary.

    Attributes:
        source: the Arabic, without clitics.
        target: the proposed English.
        kind: a guess.
        segments: ids of the segments where it stands, once for each place.
        forms: what the translation has for it now, most frequent first.
        evidence: why it is suggested, in sentences.
        confidence: 0 to 1 that it is a name and that target is its English.
        needed: True if the translation is wrong somewhere, or not the same everywhere.
    """

    source: str
    target: str
    kind: Kind
    segments: tuple[str, ...]
    forms: tuple[EnglishForm, ...]
    evidence: tuple[str, ...]
    confidence: float
    needed: bool

    def term(self, target: str = "") -> Term:
        """The glossary's entry for it.

        Args:
            target: other English than the proposed.
        """
        return Term(sources=(self.source,), target=target or self.target, kind=self.kind)
