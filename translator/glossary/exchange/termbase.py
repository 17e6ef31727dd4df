"""What goes between a glossary and a file of another format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translator.errors import GlossaryError
from translator.glossary.term import Case, Kind, Term

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TermBase:
    """Terms of a file.

    Attributes:
        name, description: of the whole; "" where the format or file has none.
        skipped: one line for each entry that was left out, with its place and the reason.
    """

    name: str
    description: str
    terms: tuple[Term, ...]
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extras:
    """What a glossary knows of a term and other programs have no place for."""

    exact: str = ""
    case: str = ""
    context: tuple[str, ...] = ()
    keep: str = ""


def make_term(
    file: str,
    line: int,
    sources: Sequence[str],
    english: Sequence[str],
    *,
    kind: str = "",
    avoid: Sequence[str] = (),
    note: str = "",
    extras: Extras | None = None,
) -> Term:
    """A term of what a file says.

    Args:
        english: the target, then the aliases.

    Raises:
        GlossaryError: a value is not allowed, or the source or target is missing; with file:line.
    """
    extras = extras or Extras()
    where = f"{file}:{line}"
    sources = _clean(sources)
    english = _clean(english)
    keep = _true(extras.keep, "keep", where)
    if not sources:
        raise GlossaryError("there is no source", where=where, remedy="fill it in")
    if keep:
        english = sources
    if not english:
        raise GlossaryError(
            f"{sources[0]} has no target", where=where, remedy="fill it in, or set keep to true"
        )
    return Term(
        sources=sources,
        target=english[0],
        kind=Kind(_allowed(kind, tuple(Kind), "kind", where) or Kind.OTHER),
        aliases=english[1:],
        avoid=_clean(avoid),
        exact=_true(extras.exact, "exact", where),
        case=Case(_allowed(extras.case, tuple(Case), "case", where) or Case.EXACT),
        context=_clean(extras.context),
        keep=keep,
        note=note.strip(),
        file=file,
        line=line,
    )


def require_xml_text(term: Term) -> None:
    """Refuse a term that has characters which no XML file can hold.

    Raises:
        GlossaryError: names the term's place.
    """
    texts = (*term.sources, *term.accepted(), *term.avoid, *term.context, term.note)
    if any(map(_FORBIDDEN.search, texts)):
        raise GlossaryError(
            f"{term.sources[0]} has a control character, which XML cannot hold",
            where=f"{term.file}:{term.line}",
            remedy="remove it, or export to CSV",
        )


def _clean(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))


def _true(value: str, column: str, where: str) -> bool:
    return _allowed(value.casefold(), ("true", "false"), column, where) == "true"


def _allowed(value: str, known: Sequence[str], column: str, where: str) -> str:
    value = value.strip()
    if value and value not in known:
        raise GlossaryError(
            f"{column} cannot be {value}", where=where, remedy=f"use one of: {', '.join(known)}"
        )
    return value
