"""A new term proposed out of a place in a translated segment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.engine.protocol import Link
from translator.glossary.clitics import ARTICLE, PREFIXES, Reading
from translator.glossary.folding import without_marks
from translator.glossary.kind_words import guess_kind
from translator.glossary.term import Kind, Term, TermMatch
from translator.translation import SegmentTranslation

# A rest of fewer letters is hardly a name, so that no prefix is offered before it.
_SHORTEST_REST = 3
# Words of a name that no link names, as Jong in Kim Jong Un.
_UNLINKED_WITHIN = 1


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
    found = [surface]
    for prefix in PREFIXES:
        if not prefix or not first.startswith(prefix):
            continue
        rest = first.removeprefix(prefix)
        if _has_article(prefix):
            rest = ARTICLE + rest
        if len(without_marks(rest)) >= _SHORTEST_REST and rest != first:
            found.append(rest + space + others)
    return tuple(dict.fromkeys(sorted(found, key=len, reverse=True)))


def source_span(links: Sequence[Link], start: int, end: int) -> tuple[int, int] | None:
    """The span of the Arabic that became a span of the English; None if no link says so."""
    touched = [link for link in links if link.target_start < end and start < link.target_end]
    if not touched:
        return None
    return min(link.source_start for link in touched), max(link.source_end for link in touched)


def english_of(links: Sequence[Link], span: tuple[int, int], text: str) -> str:
    """The longest run of English words that a span of the Arabic became, without signs around."""
    from translator.differences import words_of

    words = words_of(text)
    linked = [
        place
        for place, word in enumerate(words)
        if word.text[0].isalnum()
        and any(
            link.target_start < word.end
            and word.start < link.target_end
            and link.source_start < span[1]
            and span[0] < link.source_end
            for link in links
        )
    ]
    runs: list[list[int]] = []
    for place in linked:
        between = words[runs[-1][-1] + 1 : place] if runs else ()
        if runs and len(between) <= _UNLINKED_WITHIN and all(w.text[0].isupper() for w in between):
            runs[-1].append(place)
        else:
            runs.append([place])
    if not runs:
        return ""
    run = max(runs, key=lambda run: (_capitals(words[p].text for p in run), len(run)))
    while len(run) > 1 and words[run[0]].text.casefold() in _SMALL_WORDS:
        run = run[1:]
    return text[words[run[0]].start : words[run[-1]].end]


_SMALL_WORDS = frozenset(
    ["the", "a", "an", "of", "in", "to", "by", "and", "for", "at", "on", "from", "with"]
)


def _capitals(words: Iterable[str]) -> int:
    return sum(word[0].isupper() for word in words)


def _has_article(prefix: str) -> bool:
    return all(reading not in {Reading.WHOLE, Reading.PARTICLES} for reading, _ in PREFIXES[prefix])


def _match_at(result: SegmentTranslation, start: int, end: int) -> TermMatch | None:
    for outcome in result.terms:
        if outcome.match.word_start < end and start < outcome.match.end:
            return outcome.match
    return None
