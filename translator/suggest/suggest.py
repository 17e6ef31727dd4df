"""Names that an article has and the glossary lacks, from all kinds of evidence together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator.enforcement.presence import find_forms
from translator.glossary.folding import folded_letters
from translator.glossary.matcher import Matcher
from translator.glossary.term import Kind, Term, TermMatch
from translator.suggest.candidates import Candidate, gather
from translator.suggest.evidence import lower_words, referenced, transliterated
from translator.suggest.explain import explain, guess_kind
from translator.suggest.pairing import Pair
from translator.suggest.romanise import may_begin_alike, romanise, sound
from translator.suggest.stems import Stem, attested, stems
from translator.suggest.suggestion import EnglishForm, Suggestion
from translator.suggest.titles import TitleBefore, is_everyday, title_before, titled_spans
from translator.suggest.words import ArabicWord, arabic_words, linked_english
from translator.translation import Origin, SegmentTranslation, Translation

_LEAST_CONFIDENCE = 0.4
# Shorter words sound like many names.
_SHORTEST_LOANWORD, _LEAST_LOANWORD = 6, 0.85
# What attention links to a name is more likely noise if it is shorter or longer.
_SHORTEST_FORM, _LONGEST_FORM = 3, 6


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """One place of a candidate: the segment's position, the match, and its English now."""

    segment: int
    match: TermMatch
    form: str
    title: TitleBefore | None


def suggest(
    translation: Translation, matcher: Matcher | None, reference: Sequence[str] | None = None
) -> tuple[Suggestion, ...]:
    """Names that the glossary lacks, those that the translation has wrong first.

    Args:
        translation: best made with alignment, so that it is known which Arabic each English word
            comes from.
        matcher: of the glossaries in force; None for none. What it finds is not suggested.
        reference: lines of the same text in good English, divided in any way; its names are
            proposed where they sound like the Arabic.
    """
    results = translation.segments
    words = [arabic_words(result.segment.text, place) for place, result in enumerate(results)]
    known = attested([word for line in words for word in line])
    common = lower_words([result.text for result in results] + [*(reference or ())])
    model = [
        pair
        for result, line in zip(results, words, strict=True)
        for pair in transliterated(result, line, known, common)
    ]
    named, covered = (
        referenced(translation, reference, words, known, model) if reference else ([], None)
    )
    small = lower_words(reference or ())
    candidates = {
        core: candidate
        for core, candidate in gather(model, named).items()
        if candidate.reference or not _is_loanword(core, small)
    }
    _add_titled(candidates, words, known, results)
    occurrences = _occurrences(list(candidates.values()), results, words, matcher, model)
    found = [
        suggestion
        for candidate, places in occurrences
        if (suggestion := _suggestion(candidate, places, results, covered))
    ]
    first = {result.segment.id: place for place, result in enumerate(results)}
    found.sort(key=lambda one: (not one.needed, -one.confidence, first[one.segments[0]]))
    return tuple(found)


def _is_loanword(core: str, written_small: frozenset[str]) -> bool:
    """True if a word of the reference without a capital sounds so: ليموزين, limousine."""
    return " " not in core and any(
        len(word) >= _SHORTEST_LOANWORD
        and may_begin_alike(core, word)
        and sound(core, word) >= _LEAST_LOANWORD
        for word in written_small
    )


def _add_titled(
    candidates: dict[str, Candidate],
    words: Sequence[Sequence[ArabicWord]],
    known: frozenset[str],
    results: Sequence[SegmentTranslation],
) -> None:
    """Words behind titles that no English name was found for."""
    paired = {(p.segment, p.start): p for one in candidates.values() for p in one.pairs}
    for line in words:
        for span, _ in titled_spans(line):
            first, last = line[span.start], line[span.stop - 1]
            segment = first.segment
            if results[segment].origin is Origin.PASSED_THROUGH or any(
                place == segment and first.start < pair.end and pair.start < last.end
                for (place, _), pair in paired.items()
            ):
                continue
            # How many of the words are the name cannot be known; the first is.
            stem = _likeliest(first, known)
            core = folded_letters(stem.core)
            if not is_everyday(stem.text):
                candidates.setdefault(core, Candidate(core)).titled.append(stem.text)


def _likeliest(word: ArabicWord, known: frozenset[str]) -> Stem:
    """The whole word, unless it stands elsewhere without these first letters."""
    readings = list(stems(word))
    alone = (stem for stem in readings[1:] if folded_letters(stem.text) in known)
    return next(alone, readings[0])


def _occurrences(
    candidates: Sequence[Candidate],
    results: Sequence[SegmentTranslation],
    words: Sequence[Sequence[ArabicWord]],
    matcher: Matcher | None,
    model: Sequence[Pair],
) -> list[tuple[Candidate, list[_Occurrence]]]:
    """Where each candidate stands, with any clitics, and no glossary's term does."""
    terms = [Term((one.source,), one.target or "?", Kind.OTHER) for one in candidates]
    owner = {id(term): place for place, term in enumerate(terms)}
    found: list[list[_Occurrence]] = [[] for _ in candidates]
    own = Matcher(terms)
    by_segment: dict[int, list[Pair]] = defaultdict(list)
    for pair in model:
        by_segment[pair.segment].append(pair)
    for place, result in enumerate(results):
        if result.origin is Origin.PASSED_THROUGH:
            continue
        text = result.segment.text
        covered = matcher.find(text).matches if matcher else ()
        for match in own.find(text).matches:
            number = owner[id(match.term)]
            if not _is_covered(match, covered, text):
                form = _form_now(candidates[number].target, match, result, by_segment[place])
                at = next(i for i, word in enumerate(words[place]) if word.end > match.start)
                title = title_before(words[place], at)
                found[number].append(_Occurrence(place, match, form, title))
    return [
        (one, places)
        for one, places in zip(candidates, found, strict=True)
        if places and _still_stands(one, places)
    ]


def _still_stands(candidate: Candidate, places: Sequence[_Occurrence]) -> bool:
    """False if all that spoke for a name lies within longer names or the glossary's."""
    return bool(candidate.titled) or any(
        pair.segment == one.segment and pair.start < one.match.end and one.match.start < pair.end
        for pair in candidate.pairs
        for one in places
    )


def _is_covered(match: TermMatch, terms: Sequence[TermMatch], text: str) -> bool:
    """True if the glossary has every word of it."""
    return all(
        any(term.word_start <= place < term.end for term in terms)
        for place in range(match.start, match.end)
        if not text[place].isspace()
    )


def _form_now(
    target: str, match: TermMatch, result: SegmentTranslation, pairs: Sequence[Pair]
) -> str:
    """What the translation has for one occurrence, "" if nothing can be found."""
    here = [pair for pair in pairs if pair.start < match.end and match.start < pair.end]
    exact = [pair for pair in here if (pair.start, pair.end) == (match.start, match.end)]
    if exact:
        return exact[0].english
    if target and find_forms(result.text, (target,), any_case=False):
        return target
    if here:
        return max(here, key=lambda pair: pair.end - pair.start).english
    form = linked_english(result.links, result.text, match.start, match.end)
    return form if len(form) >= _SHORTEST_FORM and len(form.split()) <= _LONGEST_FORM else ""


def _suggestion(
    candidate: Candidate,
    places: Sequence[_Occurrence],
    results: Sequence[SegmentTranslation],
    covered: frozenset[int] | None,
) -> Suggestion | None:
    forms = Counter(one.form for one in places)
    if not candidate.target and any(form.islower() for form in forms):
        # Only a title speaks for it, and the model knew it as a word.
        return None
    target = candidate.target or _spelt(candidate.source, forms)
    title = next((one.title for one in places if one.title), None)
    draft = Suggestion(
        source=candidate.source,
        target=target,
        kind=guess_kind(candidate, title, [one.match for one in places], results),
        segments=tuple(results[one.segment].segment.id for one in places),
        forms=tuple(EnglishForm(text, count) for text, count in forms.most_common()),
        evidence=(),
        confidence=_confidence(candidate, places, title, covered),
        needed=_is_needed(forms, target),
    )
    if draft.confidence < _LEAST_CONFIDENCE:
        return None
    return replace(draft, evidence=explain(candidate, draft, title, covered))


def _is_needed(forms: Counter[str], target: str) -> bool:
    """True if other English stands there, or none in at least half of the places."""
    other = any(form not in (target, "") for form in forms)
    return other or 2 * forms[""] >= forms.total()


def _spelt(source: str, forms: Counter[str]) -> str:
    """English for a name that only a title speaks for: capitalised English there, else by sound."""
    capital = [form for form, _ in forms.most_common() if form[:1].isupper()]
    return capital[0] if capital else romanise(source)


def _confidence(
    candidate: Candidate,
    places: Sequence[_Occurrence],
    title: TitleBefore | None,
    covered: frozenset[int] | None,
) -> float:
    if candidate.reference:
        value = 0.5 + 0.4 * candidate.score
        # Sound alone, with no name in the model's English, may be chance.
        value -= 0.0 if candidate.model else 0.1
    elif candidate.model:
        value = 1.4 * candidate.score - 0.7
        if covered and all(one.segment in covered for one in places):
            # A name that a good translation of the same place does not have is seldom one.
            value -= 0.15
    else:
        value = 0.35
    value += 0.1 if title else 0.0
    value += 0.05 if len(places) > 1 else 0.0
    return round(min(value, 0.99), 2)
