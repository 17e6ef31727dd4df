"""A new term proposed out of a place in a translated segment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.engine.protocol import Link
from translator.glossary.folding import without_marks
from translator.glossary.term import Kind, Term, TermMatch
from translator.suggest.stems import stems
from translator.suggest.titles import title_before
from translator.suggest.words import arabic_words, linked_english
from translator.translation import SegmentTranslation

# A rest of fewer letters is hardly a name, so that no prefix is offered before it.
_SHORTEST_REST = 3
_SMALL_WORDS = frozenset(["the", "a", "an", "of", "in", "to", "by", "and", "for", "at", "on"])


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an entry form is filled in with.

    Attributes:
        source: the Arabic, without a prefix only if the rest stands in the article by itself.
        readings: the Arabic as it stands there, and its rests after what may be a prefix.
        english: what stands for it in the English now, "" if that is not known.
        term: the term of the glossary that is matched there, None if none is.
    """

    source: str
    readings: tuple[str, ...]
    english: str
    kind: Kind
    term: Term | None = None


def propose_term(
    result: SegmentTranslation, start: int, end: int, words: Iterable[str] = ()
) -> Proposal:
    """Propose a term for a span of a segment's Arabic.

    Args:
        start, end: offsets in the segment's text, whole words.
        words: the words of the article, as evidence for names without prefix.
    """
    source = result.segment.text
    match = _match_at(result, start, end)
    english = english_of(result.links, (start, end), result.text)
    if match is not None:
        term = match.term
        return Proposal(term.sources[0], term.sources, english, term.kind, term)
    surface = source[start:end]
    readings = readings_of(surface)
    known = {without_marks(word) for word in words}
    chosen = next((rest for rest in readings[1:] if without_marks(rest) in known), surface)
    return Proposal(chosen, readings, english, guess_kind(source, start, end))


def readings_of(surface: str) -> tuple[str, ...]:
    """A name as it stands, then what is left of it after each possible prefix, longest first.

    The rest after the article keeps it, for a name is written with it: بالكرملين gives الكرملين.
    """
    first, space, others = surface.partition(" ")
    words = arabic_words(first, 0)
    if len(words) != 1 or words[0].text != first:
        return (surface,)
    rests = {
        stem.text
        for stem in stems(words[0])
        if stem.stripped and len(without_marks(stem.text)) >= _SHORTEST_REST
    }
    ordered = sorted(rests, key=lambda rest: (-len(rest), rest))
    return tuple(dict.fromkeys([surface, *(rest + space + others for rest in ordered)]))


def guess_kind(text: str, start: int, end: int) -> Kind:
    """The kind of the name in text[start:end] by the word before it or its own first word."""
    words = arabic_words(text, 0)
    place = next((n for n, word in enumerate(words) if word.end > start), len(words))
    within = sum(start < word.end and word.start < end for word in words)
    for at in (place, place + 1) if within > 1 else (place,):
        if at < len(words) and (title := title_before(words, at)):
            return title.kind
    return Kind.OTHER


def source_span(links: Sequence[Link], start: int, end: int) -> tuple[int, int] | None:
    """The span of the Arabic that became a span of the English; None if no link says so."""
    touched = [link for link in links if link.target_start < end and start < link.target_end]
    if not touched:
        return None
    return min(link.source_start for link in touched), max(link.source_end for link in touched)


def english_of(links: Sequence[Link], span: tuple[int, int], text: str) -> str:
    """The longest run of English words that a span of the Arabic became, without "of the"."""
    words = linked_english(links, text, *span).split()
    while len(words) > 1 and words[0].casefold() in _SMALL_WORDS:
        words = words[1:]
    return " ".join(words)


def _match_at(result: SegmentTranslation, start: int, end: int) -> TermMatch | None:
    for outcome in result.terms:
        if outcome.match.word_start < end and start < outcome.match.end:
            return outcome.match
    return None
