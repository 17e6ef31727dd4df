"""Proper names: right by glossary, the same everywhere, and none of the reference's missing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator.glossary.term import Term

if TYPE_CHECKING:
    from translator.glossary.matcher import Matcher

# How alike its consonants must sound for a word to be taken for a misspelling of a name.
_SIMILAR = 0.7
_INNER = r"(?:[ -](?:of|the|de|del|della|di|da|bin|ibn|al|el|van|von|le|la)\b)*"
# Initials and abbreviations keep their points: "W.", "U.S.".
_CAPITAL = r"(?:(?:[A-Z]\.)+|(?:[dl]['’])?[^\W\d_a-zß-öø-ÿ][\w’'-]*\b)"
_NAME = re.compile(rf"(?<!\w){_CAPITAL}(?:{_INNER}[ -]{_CAPITAL})*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…]|\n)[\s\"“”‘'«»(\[—–-]*$")
_POSSESSIVE = re.compile(r"['’]s?$")
# Capitals that English always writes and that name nothing, or adjectives of dates.
_NO_NAMES = frozenset({"I", "I’m", "I'm", "I’ve", "I've", "I’ll", "I'll", "I’d", "I'd", "A", "The"})


@dataclass(frozen=True, slots=True)
class ExpectedName:
    """A name that stands in a segment's Arabic and must stand in its English.

    Attributes:
        segment: place in the corpus, counted from 0.
        surface: the Arabic as it stands there.
    """

    segment: int
    surface: str
    term: Term


@dataclass(frozen=True, slots=True)
class NameOutcome:
    """What a hypothesis made of an expected name.

    Attributes:
        form: the right form that stands there, "" if none does.
        instead: if none, a similar spelling that stands there, or "".
        start, end: offsets of form or instead in the hypothesis; -1 if neither stands there.
    """

    expected: ExpectedName
    form: str
    instead: str
    start: int
    end: int

    @property
    def right(self) -> bool:
        """True if a right form stands in the hypothesis."""
        return bool(self.form)


@dataclass(frozen=True, slots=True)
class NameForms:
    """One Arabic name that occurs in several segments, and the English forms it got.

    Attributes:
        forms: each English form with how often it came, most frequent first; "" = none.
    """

    target: str
    surface: str
    forms: tuple[tuple[str, int], ...]

    @property
    def consistent(self) -> bool:
        """True if the name has the same English everywhere."""
        return len(self.forms) == 1 and bool(self.forms[0][0])


@dataclass(frozen=True, slots=True)
class MissingName:
    """A name of the reference of which a part is nowhere in the hypothesis.

    Attributes:
        start, end: offsets in the reference.
    """

    segment: int
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameScores:
    """How a system did with names.

    Attributes:
        outcomes: of all expected names; empty without a glossary, a names file or the Arabic.
        repeated: names that occur in more than one segment.
        missing: names of the reference, found by their capitals.
        referenced: how many such names the reference has.
    """

    system: str
    outcomes: tuple[NameOutcome, ...]
    repeated: tuple[NameForms, ...]
    missing: tuple[MissingName, ...]
    referenced: int

    @property
    def success(self) -> float | None:
        """Per cent of expected names that are right; None if none was expected."""
        if not self.outcomes:
            return None
        return 100 * sum(outcome.right for outcome in self.outcomes) / len(self.outcomes)

    @property
    def consistency(self) -> float | None:
        """Per cent of repeated names that have one English form; None if none is repeated."""
        if not self.repeated:
            return None
        return 100 * sum(forms.consistent for forms in self.repeated) / len(self.repeated)

    @property
    def recall(self) -> float | None:
        """Per cent of the reference's names that are in the hypothesis; None if it has none."""
        if not self.referenced:
            return None
        return 100 * (1 - len(self.missing) / self.referenced)


def expected_by_glossary(matcher: Matcher, source: Sequence[str]) -> tuple[ExpectedName, ...]:
    """The glossary's names in the Arabic, each once a segment."""
    expected: dict[tuple[int, Term], ExpectedName] = {}
    for segment, text in enumerate(source):
        for match in matcher.find(text).matches:
            name = ExpectedName(segment, match.surface, match.term)
            expected.setdefault((segment, match.term), name)
    return tuple(expected.values())


def score_names(
    system: str,
    hypotheses: Sequence[str],
    references: Sequence[str],
    expected: Sequence[ExpectedName],
) -> NameScores:
    """Look for every name in a system's English."""
    outcomes = tuple(_outcome(name, hypotheses[name.segment]) for name in expected)
    named = [names_in(reference) for reference in references]
    missing = tuple(
        MissingName(segment, name, start, end)
        for segment, names in enumerate(named)
        for name, start, end in missing_names(names, hypotheses[segment])
    )
    return NameScores(system, outcomes, _repeated(outcomes), missing, sum(map(len, named)))


def names_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Runs of capitalised words that do not merely begin a sentence: (name, start, end).

    Of a run that begins a sentence only what comes behind its first word is taken, since that
    word may have its capital from the sentence.
    """
    found = []
    for match in _NAME.finditer(text):
        start, end = match.span()
        if _SENTENCE_START.search(text, 0, start):
            first = re.search(rf"[ -]{_INNER[:-1]}?(?=[^\W\d_a-z])", text[start:end])
            if not first:
                continue
            start += first.end()
        name = _POSSESSIVE.sub("", text[start:end])
        if name and name not in _NO_NAMES:
            found.append((name, start, start + len(name)))
    return tuple(found)


def missing_names(
    names: Sequence[tuple[str, int, int]], hypothesis: str
) -> list[tuple[str, int, int]]:
    """Those names of which a capitalised word is nowhere in the hypothesis, in any case."""
    there = {_bare(word) for word in re.findall(r"[\w’'.]+", hypothesis)}
    return [
        (name, start, end)
        for name, start, end in names
        if any(_bare(w) not in there for w in re.findall(r"[\w’'.]+", name) if w[0].isupper())
    ]


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).replace(".", "").casefold()


def _outcome(name: ExpectedName, hypothesis: str) -> NameOutcome:
    from translator.enforcement.presence import find_form
    from translator.enforcement.similar import most_similar

    found = find_form(hypothesis, name.term)
    if found is not None:
        return NameOutcome(name, found.form, "", found.start, found.end)
    like = most_similar(hypothesis, (name.term.target, name.surface), (), least=_SIMILAR)
    if like is None:
        return NameOutcome(name, "", "", -1, -1)
    return NameOutcome(name, "", hypothesis[like.start : like.end], like.start, like.end)


def _repeated(outcomes: Sequence[NameOutcome]) -> tuple[NameForms, ...]:
    """Names that are expected in more than one segment, with the forms they got."""
    by_term: dict[Term, list[NameOutcome]] = defaultdict(list)
    for outcome in outcomes:
        by_term[outcome.expected.term].append(outcome)
    repeated = []
    for term, found in by_term.items():
        if len(found) < 2:
            continue
        counts: dict[str, int] = defaultdict(int)
        for outcome in found:
            counts[_POSSESSIVE.sub("", outcome.form or outcome.instead)] += 1
        forms = sorted(counts.items(), key=lambda form: (-form[1], form[0]))
        repeated.append(NameForms(term.target, found[0].expected.surface, tuple(forms)))
    return tuple(repeated)
