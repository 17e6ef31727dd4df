"""Where the terms of a glossary stand in Arabic text.

Every spelling of every term is put into one Aho-Corasick automaton (Aho and Corasick 1975).
A hit counts if it ends with its word and begins with its word or after a prefix that the clitic
table generates. This gives the same as storing every prefix before every spelling, at a
fraction of the size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translator.glossary.clitics import ARTICLE, LONGEST_PREFIX, Reading, read_prefix
from translator.glossary.collection import collection_paused
from translator.glossary.common_words import COMMON_WORDS, UNDIVIDED
from translator.glossary.folding import FoldedText, fold, without_marks
from translator.glossary.scan import ScanText, bordered, form_of, scan
from translator.glossary.spelling import spellings
from translator.glossary.term import Kind, Term, TermMatch

_FATHATAN = "\u064b\ufe70\ufe71"
_BARE_ALEF = "اٱ\ufe8d\ufe8e\ufb50\ufb51"
_TAGS = ("#", "@")
_FREE = Reading.WHOLE | Reading.PARTICLES | Reading.ARTICLE


@dataclass(frozen=True, slots=True)
class MatchResult:
    """All places of terms in a text.

    Attributes:
        matches: in order, none over another.
        overlaps: pairs of a match that was kept and one of another term that lost to it.
    """

    matches: tuple[TermMatch, ...]
    overlaps: tuple[tuple[TermMatch, TermMatch], ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """One stored spelling: which term it is of, and what may stand around it."""

    term: int
    allowed: Reading
    single: bool
    context: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form that stands in a text as a word, offsets in the original."""

    term: int
    start: int
    end: int
    word_start: int
    clitics: tuple[str, ...]


class Matcher:
    """Finds terms: whole words only, longest first; see the glossary's README for all rules.

    Where terms overlap the longest name wins, then the earliest; of two on the very same name one
    that is `exact` or has its `context` wins, then the one that comes later in `terms`.
    """

    def __init__(self, terms: Sequence[Term]):
        self._terms = tuple(terms)
        with collection_paused():
            self._folded, self._exact = self._automata()

    def _automata(self) -> tuple[Any, Any]:
        """The automaton of folded spellings and that of exact sources."""
        folded: dict[str, list[_Form]] = {}
        exact: dict[str, list[_Form]] = {}
        for index, term in enumerate(self._terms):
            for source in term.sources:
                # A hashtag or account is one only with its mark.
                if term.exact or source.startswith(_TAGS):
                    form = _Form(index, Reading.WHOLE, single=False)
                    exact.setdefault(source, []).append(form)
                else:
                    _store(folded, source, index, term.kind)
            for word in term.context:
                _store(folded, word, index, Kind.OTHER, context=True)
        return _automaton(folded), _automaton(exact)

    def find(self, text: str) -> MatchResult:
        """All matches in one segment's text.

        Terms with `context` count if one of those words stands anywhere in `text`.
        """
        hits: list[_Hit] = []
        met: set[int] = set()
        if self._exact is not None:
            hits.extend(_exact_hits(self._exact, text))
        if self._folded is not None:
            scanned = scan(fold(text))
            for form, hit in _folded_hits(self._folded, scanned, self._terms):
                if form.context:
                    met.add(form.term)
                else:
                    hits.append(hit)
        terms = self._terms
        return self._resolved(
            [hit for hit in hits if not terms[hit.term].context or hit.term in met], text
        )

    def _resolved(self, hits: list[_Hit], text: str) -> MatchResult:
        hits.sort(key=self._rank)
        kept: list[_Hit] = []
        overlaps: list[tuple[_Hit, _Hit]] = []
        owner: dict[int, _Hit] = {}
        for hit in hits:
            places = range(hit.word_start, hit.end)
            winner = next((owner[place] for place in places if place in owner), None)
            if winner is None:
                kept.append(hit)
                owner.update(dict.fromkeys(places, hit))
            elif winner.term != hit.term:
                overlaps.append((winner, hit))
        kept.sort(key=lambda hit: hit.start)
        overlaps.sort(key=lambda pair: (pair[0].start, pair[1].start))
        return MatchResult(
            tuple(self._match(hit, text) for hit in kept),
            tuple((self._match(won, text), self._match(lost, text)) for won, lost in overlaps),
        )

    def _rank(self, hit: _Hit) -> tuple[int, int, bool, int]:
        term = self._terms[hit.term]
        special = term.exact or bool(term.context)
        return hit.start - hit.end, hit.start, not special, -hit.term

    def _match(self, hit: _Hit, text: str) -> TermMatch:
        return TermMatch(
            term=self._terms[hit.term],
            start=hit.start,
            end=hit.end,
            word_start=hit.word_start,
            surface=text[hit.start : hit.end],
            clitics=hit.clitics,
        )


def _store(
    forms: dict[str, list[_Form]], source: str, index: int, kind: Kind, *, context: bool = False
) -> None:
    """Add every spelling of one source, with what may stand before it."""
    stem = form_of(source)
    if not stem:
        return
    has_article = _begins_with_article(source)
    for spelling in spellings(stem, kind):
        for form, allowed in readings(spelling, kind, has_article=has_article):
            stored = _Form(index, allowed, form.isalnum(), context)
            forms.setdefault(form, []).append(stored)


def readings(form: str, kind: Kind, *, has_article: bool) -> Iterator[tuple[str, Reading]]:
    """A folded form, and its rest after its own article, each with what may stand before it.

    A name of one or two letters takes no clitics, and a person's one-word name no article.
    """
    single = form.isalnum()
    if single and len(form) < 3:
        yield form, Reading.WHOLE
    elif form.startswith(ARTICLE) and len(form) > 3 and has_article:
        yield form, Reading.WHOLE | Reading.PARTICLES
        rest = form.removeprefix(ARTICLE)
        yield rest, Reading.OWN_ARTICLE_LAM if rest.startswith("ل") else Reading.OWN_ARTICLE
    elif single and kind is Kind.PERSON:
        yield form, Reading.WHOLE | Reading.PARTICLES
    else:
        yield form, _FREE


def _begins_with_article(source: str) -> bool:
    """False for a name whose first letter is an alef with hamza: ألمانيا has no article."""
    first = next((place for place, letter in enumerate(source) if letter.isalnum()), 0)
    return source[first : first + 1] in _BARE_ALEF and source[first + 1 : first + 2] != "\u0654"


def _automaton(forms: dict[str, list[_Form]]) -> Any:
    """An Aho-Corasick automaton of the forms, or None if there are none."""
    if not forms:
        return None
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form, stored in forms.items():
        automaton.add_word(form, (len(form), tuple(stored)))
    automaton.make_automaton()
    return automaton


def _exact_hits(automaton: Any, text: str) -> Iterator[_Hit]:
    for last, (length, forms) in automaton.iter(text):
        start, end = last + 1 - length, last + 1
        if bordered(text, start, end):
            for form in forms:
                yield _Hit(form.term, start, end, start, ())


def _folded_hits(
    automaton: Any, scanned: ScanText, terms: tuple[Term, ...]
) -> Iterator[tuple[_Form, _Hit]]:
    text = scanned.text
    for last, (length, forms) in automaton.iter(text):
        start, end = last + 1 - length, last + 1
        alef = 0
        if text[end].isalnum():
            # Nothing but the accusative's alef may follow within the word.
            if text[end] != "ا" or text[end + 1].isalnum():
                continue
            alef = 1
        word_start = _word_start(text, start)
        if word_start is None:
            continue
        prefix = text[word_start:start]
        marked = alef and _has_fathatan(scanned, end)
        for form in forms:
            if alef and not marked and terms[form.term].kind is not Kind.TITLE:
                continue
            clitics = read_prefix(prefix, form.allowed)
            if clitics is None or not _is_article(scanned, word_start, clitics, prefix):
                continue
            hit = _hit(scanned, form, (word_start, start, end + alef), clitics)
            if form.context or not _is_common_word(scanned.folded, form, hit, terms[form.term]):
                yield form, hit


def _word_start(text: str, start: int) -> int | None:
    """Where the word around start begins, None if further before it than any prefix is long."""
    for place in range(start, start - LONGEST_PREFIX - 1, -1):
        if not text[place - 1].isalnum():
            return place
    return None


def _hit(
    scanned: ScanText, form: _Form, places: tuple[int, int, int], clitics: tuple[str, ...]
) -> _Hit:
    word_start, start, end = places
    first, after = scanned.original_span(start, end)
    before = first if start == word_start else scanned.original_span(word_start, start)[0]
    return _Hit(form.term, first, after, before, clitics)


def _has_fathatan(scanned: ScanText, alef: int) -> bool:
    """Whether tanwin stands on the alef at a scan place or on the letter before it."""
    start, end = scanned.original_span(alef - 1, alef + 1)
    return any(mark in _FATHATAN for mark in scanned.folded.original[start:end])


def _is_article(scanned: ScanText, word_start: int, clitics: tuple[str, ...], prefix: str) -> bool:
    """False where what looks like the article has a hamza: ألبانيا is no ال + بانيا."""
    if ARTICLE not in clitics or not prefix.endswith(ARTICLE):
        return True
    alef = word_start + len(prefix) - len(ARTICLE)
    start, end = scanned.original_span(alef, alef + 1)
    written = scanned.folded.original[start:end]
    return written[0] not in "أإآ\ufe81\ufe82\ufe83\ufe84\ufe87\ufe88" and "\u0654" not in written


def _is_common_word(folded: FoldedText, form: _Form, hit: _Hit, term: Term) -> bool:
    """Whether a one-word hit is better read as an everyday word; see common_words.py."""
    if not form.single:
        return False
    name = without_marks(folded.original[hit.start : hit.end])
    if form.allowed & (Reading.OWN_ARTICLE | Reading.OWN_ARTICLE_LAM):
        name = ARTICLE + name
    # Context opens a term to a word that is spelt like it, not to على for علي.
    if name in COMMON_WORDS and not (term.context and name in map(without_marks, term.sources)):
        return True
    if not hit.clitics:
        return False
    return without_marks(folded.original[hit.word_start : hit.end]) in UNDIVIDED
