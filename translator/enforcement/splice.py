"""Splice: exchange the English words that the model made of a name for the term itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translator.enforcement.avoid import find_avoided
from translator.enforcement.choose import Work
from translator.enforcement.english import Edit, fit
from translator.enforcement.presence import Place, accepted_forms, find_forms, find_places
from translator.enforcement.similar import WORD, find_respelled, most_similar
from translator.engine.protocol import Link
from translator.glossary.term import TermMatch
from translator.translation import Method

# Words of the sentence, not of the name: never replaced at the edges of an aligned span.
_FUNCTION_WORDS = """
a an the of in on at to from by for with and or but as is are was were be been has have had it
its he his she her they their this that these those which who not after before during while
when where if because since until although than then so into over under between through about
against such also both there what how said says
"""
_LEAST_WEIGHT = 0.15
_LEAST_SIMILARITY = 0.6
_SURE_SIMILARITY = 0.8
_SURE_SHARE = 0.75
# A name's words may be linked with a gap of one word ("Peter the Great").
_WIDEST_GAP = 1
_MOST_WORDS_MORE = 2


@dataclass(frozen=True, slots=True)
class Spliced:
    """A text and its links after splices."""

    text: str
    links: tuple[Link, ...]


def add_mended(work: Work) -> None:
    """Offer the plain English with near misses of terms exchanged for them."""
    base = work.candidates[0]
    candidate = base[0]
    spliced = mend_near_misses(Spliced(candidate.text, candidate.links), work.matches)
    if spliced.text != candidate.text:
        work.offer(
            spliced.text,
            candidate.score,
            spliced.links,
            candidate.variant,
            base=base,
            method=Method.SPLICE,
        )


def add_spliced(works: Iterable[Work]) -> None:
    """Splice what is still missing, and what is to be avoided, into the best English so far."""
    for work in works:
        base = work.best
        candidate, judgement = base
        spliced = Spliced(candidate.text, candidate.links)
        for match, place in zip(work.matches, judgement.places, strict=True):
            if place is None:
                spliced = splice_term(spliced, match, work.matches) or spliced
        spliced = remove_avoided(spliced, work.matches)
        work.offer(
            spliced.text,
            candidate.score,
            spliced.links,
            candidate.variant,
            base=base,
            method=Method.SPLICE,
        )


def splice_term(spliced: Spliced, match: TermMatch, matches: Sequence[TermMatch]) -> Spliced | None:
    """Put the term where the English has something else for it; None if no such place is found.

    Looked for in this order: another spelling of the term, a form to avoid, words that sound like
    the Arabic name, words that the model's attention links to it.
    """
    span = find_span(spliced, match, matches)
    return splice_at(spliced, *span, match) if span else None


def find_span(
    spliced: Spliced, match: TermMatch, matches: Sequence[TermMatch]
) -> tuple[int, int] | None:
    """The words of the English that stand for the match, None if they cannot be told."""
    text = spliced.text
    taken = taken_places(text, match, matches)
    for form in accepted_forms(match):
        respelled = find_respelled(text, form)
        if respelled and not any(respelled.overlaps(place) for place in taken):
            return respelled.start, respelled.end
    if avoided := find_avoided(text, match):
        return avoided[0].start, avoided[0].end
    return _heard_or_linked(spliced, match, taken)


def _heard_or_linked(
    spliced: Spliced, match: TermMatch, taken: Sequence[Place]
) -> tuple[int, int] | None:
    """The words that sound like the name or are linked to it, best where both agree."""
    text, names = spliced.text, (match.surface, match.term.target)
    aligned = aligned_span(spliced, match, taken)
    sure = most_similar(text, names, taken, least=_SURE_SIMILARITY)
    if sure and (aligned is None or _near(text, sure, aligned)):
        return sure.start, sure.end
    similar = most_similar(text, names, taken, least=_LEAST_SIMILARITY)
    if aligned is None or sure or similar is None:
        return aligned
    if similar.start < aligned[1] and aligned[0] < similar.end:
        # A part of the name is heard and the rest is linked: both are the name.
        return min(similar.start, aligned[0]), max(similar.end, aligned[1])
    return (similar.start, similar.end) if _near(text, similar, aligned) else aligned


def taken_places(text: str, match: TermMatch, matches: Sequence[TermMatch]) -> list[Place]:
    """Where accepted forms stand that a splice of the match must leave alone.

    A shorter name that is a part of the match's own ("Kim" of Kim Yo Jong) comes back with it.
    """
    own = accepted_forms(match)
    return [
        place
        for other in matches
        for place in find_places(text, other)
        if place.form in own or not find_forms(own[0], [place.form], any_case=True)
    ]


def aligned_span(
    spliced: Spliced, match: TermMatch, taken: Iterable[Place]
) -> tuple[int, int] | None:
    """The whole words that attention links to the match, without function words at the edges."""
    blocked = list(taken)
    weights: dict[tuple[int, int], float] = {}
    order = [word.span() for word in WORD.finditer(spliced.text)]
    for link in spliced.links:
        if link.source_end <= match.start or match.end <= link.source_start:
            continue
        for start, end in order:
            if start < link.target_end and link.target_start < end:
                weights[start, end] = weights.get((start, end), 0.0) + link.weight
    positions = [
        position
        for position, (start, end) in enumerate(order)
        if weights.get((start, end), 0.0) >= _LEAST_WEIGHT
        and not any(place.start < end and start < place.end for place in blocked)
    ]
    runs = [_trimmed(run, order, spliced.text) for run in _runs(positions)]
    runs = [run for run in runs if run]
    if not runs:
        return None
    best = max(runs, key=lambda run: sum(weights.get(order[position], 0.0) for position in run))
    start, end = order[best[0]][0], order[best[-1]][1]
    if best[-1] - best[0] + 1 > len(match.term.target.split()) + _MOST_WORDS_MORE:
        return None
    if any(place.start < end and start < place.end for place in blocked):
        return None
    if spliced.text[:end].endswith(("'s", "’s")):
        end -= 2
    return start, end


def splice_at(spliced: Spliced, start: int, end: int, match: TermMatch) -> Spliced:
    """Replace the span by the term and mend article, possessive, capital and links."""
    edit = fit(spliced.text, start, end, match.term, accepted_forms(match)[0])
    return Spliced(edit.apply(spliced.text), moved_links(spliced.links, edit, match))


def mend_near_misses(spliced: Spliced, matches: Sequence[TermMatch]) -> Spliced:
    """Exchange words that are surely a try at a missing term: nothing has to be decoded again.

    That is another spelling of it ("Kim Jong-un"), a form to avoid to which nearly all attention
    from the match goes, or as many capitalised words that both sound like it and are linked to it
    ("Alex Avichkin"). A term that is matched twice but stands there once is looked for as well:
    its other place may be garbled.
    """
    for match in matches:
        expected = sum(accepted_forms(other) == accepted_forms(match) for other in matches)
        if len(find_places(spliced.text, match)) >= expected:
            continue
        taken = taken_places(spliced.text, match, matches)
        place = find_respelled(spliced.text, accepted_forms(match)[0])
        if place is None or any(place.overlaps(other) for other in taken):
            place = _near_miss(spliced, match, taken)
        if place:
            spliced = splice_at(spliced, place.start, place.end, match)
    return spliced


def _near_miss(spliced: Spliced, match: TermMatch, taken: Sequence[Place]) -> Place | None:
    for avoided in find_avoided(spliced.text, match):
        # Not "Boutros" alone where "Boutros' larger prostitution" stands for Peter the Great.
        if _linked_share(spliced, match, avoided) >= _SURE_SHARE:
            return avoided
    names = (match.surface, match.term.target)
    similar = most_similar(spliced.text, names, taken, least=_SURE_SIMILARITY)
    aligned = aligned_span(spliced, match, taken)
    if similar is None or aligned is None:
        return None
    if similar.end <= aligned[0] or aligned[1] <= similar.start:
        return None
    words = len(WORD.findall(spliced.text[similar.start : similar.end]))
    return similar if words == len(WORD.findall(match.term.target)) else None


def _linked_share(spliced: Spliced, match: TermMatch, place: Place) -> float:
    """How much of the attention from the match goes to the place, 0 to 1."""
    own = [
        link
        for link in spliced.links
        if link.source_start < match.end and match.start < link.source_end
    ]
    inside = sum(
        link.weight
        for link in own
        if link.target_start < place.end and place.start < link.target_end
    )
    return inside / sum(link.weight for link in own) if own else 0.0


def remove_avoided(spliced: Spliced, matches: Sequence[TermMatch]) -> Spliced:
    """Put the term in the place of every form to avoid that still stands there."""
    for match in matches:
        for _ in range(len(find_avoided(spliced.text, match))):
            left = find_avoided(spliced.text, match)
            if not left:
                break
            spliced = splice_at(spliced, left[0].start, left[0].end, match)
    return spliced


def moved_links(links: Iterable[Link], edit: Edit, match: TermMatch) -> tuple[Link, ...]:
    """The links after an edit; those of the replaced words become one from match to name."""
    shift = len(edit.replacement) - (edit.end - edit.start)
    before, after = [], []
    for link in links:
        if link.target_end <= edit.start:
            before.append(link)
        elif link.target_start >= edit.end:
            moved = link.target_start + shift, link.target_end + shift
            after.append(replace(link, target_start=moved[0], target_end=moved[1]))
    start, end = edit.start + edit.name_start, edit.start + edit.name_end
    return (*before, Link(match.start, match.end, start, end, 1.0), *after)


def _runs(positions: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for position in positions:
        if runs and position - runs[-1][-1] <= 1 + _WIDEST_GAP:
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs


def _trimmed(run: list[int], order: Sequence[tuple[int, int]], text: str) -> list[int]:
    def is_function(position: int) -> bool:
        start, end = order[position]
        return text[start:end].casefold() in _FUNCTION_WORDS.split()

    while run and is_function(run[0]):
        run = run[1:]
    while run and is_function(run[-1]):
        run = run[:-1]
    return run


def _near(text: str, similar: Place, aligned: tuple[int, int]) -> bool:
    """True if the two touch or have at most two words between them."""
    if similar.start < aligned[1] and aligned[0] < similar.end:
        return True
    low, high = min(similar.end, aligned[1]), max(similar.start, aligned[0])
    return len(re.findall(r"\w+", text[low:high])) <= 2
