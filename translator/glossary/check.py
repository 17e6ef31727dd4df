"""Faults that the format allows: doubles, contradictions, sources that match too much.

Exit codes of `muqabala glossary check` are those of exit_code: 0 nothing found, 1 warnings only,
2 at least one error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translator.glossary.clitics import PREFIXES
from translator.glossary.common_words import COMMON_WORDS, UNDIVIDED
from translator.glossary.folding import fold
from translator.glossary.frequent_words import FREQUENT_WORDS
from translator.glossary.load import Glossary, read_glossary
from translator.glossary.scan import form_of
from translator.glossary.term import Term

_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# A hyphen makes another word: a desk may avoid Kim Jong-un and print Kim Jong Un.
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHORT = 2
_OFTEN_PREFIX = 3

_READ_ALONE = frozenset(fold(word).text for word in COMMON_WORDS)
_UNDIVIDED = frozenset(fold(word).text for word in UNDIVIDED)
_FREQUENT = frozenset(fold(word).text for word in FREQUENT_WORDS) - _READ_ALONE
_WORDS = _READ_ALONE | _FREQUENT
_ADD_CONTEXT = "add context words, or exact: true"


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    Attributes:
        code: which check found it, as in "duplicate" or "common-word".
        message: what is wrong, one sentence without a final full stop.
        remedy: what to do, as an imperative clause.
        where: "file:line", or the file if it cannot be read at all.
    """

    severity: Severity
    code: str
    message: str
    remedy: str
    where: str

    def __str__(self) -> str:
        return f"{self.where}: {self.severity}: {self.message}; {self.remedy} [{self.code}]"


def check_files(paths: Sequence[Path]) -> tuple[Finding, ...]:
    """All findings in glossary files, in the order of files and lines.

    Args:
        paths: files in stacking order, the one that wins last.
    """
    findings: list[Finding] = []
    readable: list[Glossary] = []
    for path in paths:
        glossary, faults = read_glossary(path)
        findings += [
            Finding(
                Severity.ERROR,
                "format",
                fault.problem,
                fault.remedy or "mend it",
                fault.where or "",
            )
            for fault in faults
        ]
        if glossary is not None:
            readable.append(glossary)
    return (*findings, *check_glossaries(readable))


def check_glossaries(glossaries: Sequence[Glossary]) -> tuple[Finding, ...]:
    """All findings in glossaries that could be read, the one that wins last."""
    terms = [term for glossary in glossaries for term in glossary.terms]
    found = [finding for term in terms for check in _TERM_CHECKS for finding in check(term)]
    found += [*_same_source(terms), *_avoided_elsewhere(terms)]
    files = {str(glossary.path): place for place, glossary in enumerate(glossaries)}

    def order(finding: Finding) -> tuple[int, int]:
        file, _, line = finding.where.rpartition(":")
        return files.get(file, 0), int(line)

    return tuple(sorted(found, key=order))


def exit_code(findings: Iterable[Finding]) -> int:
    """0 for nothing, 1 for warnings only, 2 for an error."""
    severities = {finding.severity for finding in findings}
    return 2 if Severity.ERROR in severities else 1 if severities else 0


def _finding(term: Term, severity: Severity, code: str, message: str, remedy: str) -> Finding:
    return Finding(severity, code, message, remedy, place_of(term))


def place_of(term: Term) -> str:
    """Where a term stands, as "file:line"."""
    return f"{term.file}:{term.line}"


# --- Checks of one term ---


def _english_in_arabic_letters(term: Term) -> Iterator[Finding]:
    if term.keep:
        return
    for name, forms in (
        ("target", (term.target,)),
        ("alias", term.aliases),
        ("avoided form", term.avoid),
    ):
        for form in forms:
            if _ARABIC.search(form):
                message = f"the {name} {form} has Arabic letters"
                yield _finding(
                    term, Severity.ERROR, "arabic-target", message, "write English, or use keep"
                )


def _source_in_latin_letters(term: Term) -> Iterator[Finding]:
    if term.keep:
        return
    for source in (*term.sources, *term.context):
        if not _ARABIC.search(source):
            message = f"{source} has no Arabic letter"
            yield _finding(term, Severity.ERROR, "latin-source", message, "write it in Arabic")
        elif _LATIN.search(source):
            message = f"{source} has Latin letters among the Arabic"
            yield _finding(
                term, Severity.WARNING, "latin-source", message, "check that articles write it so"
            )


def _repeated_spelling(term: Term) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for source in term.sources:
        form = source if term.exact else form_of(source)
        if form in seen:
            message = f"{source} and {seen[form]} are the same spelling to the matcher"
            yield _finding(term, Severity.WARNING, "duplicate", message, "keep one of them")
        seen.setdefault(form, source)


def _avoids_its_own_form(term: Term) -> Iterator[Finding]:
    avoided = {_english_words(form): form for form in term.avoid}
    for accepted in term.accepted():
        for words in _runs(_english_words(accepted)):
            if words in avoided:
                message = f"{accepted} is right, but has the avoided form {avoided[words]}"
                yield _finding(term, Severity.ERROR, "conflict", message, "remove one of them")


def _common_word(term: Term) -> Iterator[Finding]:
    """A source that is itself a common word, or short, or the beginning of one."""
    for source, form in _loose_words(term):
        if form in _READ_ALONE:
            message = f"{source} is a common word and will not be matched as a name"
        elif form in _FREQUENT:
            message = f"{source} is also a common word and will match where no name stands"
        elif len(form) <= _SHORT:
            message = f"{source} is so short that other words are spelt the same"
        else:
            continue
        yield _finding(term, Severity.WARNING, "common-word", message, _ADD_CONTEXT)


def _prefix_of_common_word(term: Term) -> Iterator[Finding]:
    """A short source that common words begin with may be a cut-off name."""
    for source, form in _loose_words(term):
        if not _SHORT < len(form) <= _OFTEN_PREFIX or form in _WORDS:
            continue
        longer = sorted(word for word in _WORDS if word.startswith(form))
        if longer:
            message = f"{source} is the beginning of common words such as {longer[0]}"
            yield _finding(
                term,
                Severity.WARNING,
                "prefix",
                message,
                f"check that the name is whole; if articles cut it, {_ADD_CONTEXT}",
            )


def _reads_as_particle_and_word(term: Term) -> Iterator[Finding]:
    """بعقوبة is also ب + عقوبة; and a name كيل would make وكيل و + كيل."""
    for source, form in _loose_words(term):
        for prefix in PREFIXES:
            if not prefix:
                continue
            rest = form.removeprefix(prefix)
            if rest != form and rest in _WORDS:
                message = f"{source} can also be read as {prefix} and the common word {rest}"
                yield _finding(term, Severity.WARNING, "clitic", message, _ADD_CONTEXT)
            # The matcher itself never divides the words of UNDIVIDED.
            if prefix + form in _WORDS - _UNDIVIDED:
                message = f"with {prefix} before it, {source} is the common word {prefix + form}"
                yield _finding(term, Severity.WARNING, "clitic", message, _ADD_CONTEXT)


def _context_without_effect(term: Term) -> Iterator[Finding]:
    forms = {form_of(source) for source in term.sources}
    for word in term.context:
        if form_of(word) in forms:
            message = f"the context word {word} is the source itself, so it is always there"
            yield _finding(term, Severity.WARNING, "context", message, "remove it from context")


def _loose_words(term: Term) -> Iterator[tuple[str, str]]:
    """Sources of one word that nothing restricts, with their folded forms."""
    if term.exact or term.context or term.keep:
        return
    for source in term.sources:
        form = form_of(source)
        if form and " " not in form:
            yield source, form


_TERM_CHECKS: tuple[Callable[[Term], Iterator[Finding]], ...] = (
    _english_in_arabic_letters,
    _source_in_latin_letters,
    _repeated_spelling,
    _avoids_its_own_form,
    _common_word,
    _prefix_of_common_word,
    _reads_as_particle_and_word,
    _context_without_effect,
)


# --- Checks between terms ---


def _same_source(terms: Sequence[Term]) -> Iterator[Finding]:
    """Doubles and contradictions within a file, and terms covered by a later file."""
    last: dict[tuple[str, bool, frozenset[str]], Term] = {}
    for term in terms:
        keys = {
            (source if term.exact else form_of(source), term.exact, _contexts(term)): source
            for source in term.sources
        }
        for key, source in keys.items():
            earlier = last.get(key)
            last[key] = term
            if earlier is None or earlier is term:
                continue
            if earlier.file != term.file:
                message = f"{source} ({earlier.target}) is covered by {place_of(term)}"
                remedy = f"nothing, if {term.target} is what you want; else remove one"
                yield _finding(earlier, Severity.WARNING, "shadowed", message, remedy)
            elif earlier.target == term.target:
                message = f"{source} stands on line {earlier.line} already"
                yield _finding(term, Severity.WARNING, "duplicate", message, "remove one")
            else:
                message = f"{source} is {earlier.target} on line {earlier.line}, here {term.target}"
                remedy = "remove one, or give both context words"
                yield _finding(term, Severity.ERROR, "conflict", message, remedy)


def _avoided_elsewhere(terms: Sequence[Term]) -> Iterator[Finding]:
    """English that one term demands and another forbids."""
    avoided: dict[tuple[str, ...], list[Term]] = {}
    for term in terms:
        for form in term.avoid:
            avoided.setdefault(_english_words(form), []).append(term)
    for term in terms:
        for accepted in term.accepted():
            for other in avoided.get(_english_words(accepted), ()):
                if other is not term:
                    message = f"{accepted} is right here, but {place_of(other)} avoids it"
                    yield _finding(term, Severity.ERROR, "conflict", message, "decide for one")


def _contexts(term: Term) -> frozenset[str]:
    return frozenset(map(form_of, term.context))


def _english_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All runs of neighbouring words, each once."""
    runs = {
        words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1)
    }
    yield from sorted(runs)
