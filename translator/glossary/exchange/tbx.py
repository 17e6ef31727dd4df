"""TBX-Basic (ISO 30042:2019): concepts with their terms and the status of each.

Written in the style DCA; read in DCA, in DCT, and in TBX of 2008 (martif). The target is the
preferred English term, aliases are admitted, forms to avoid are deprecated. What TBX has no
place for stands as JSON in a note that begins with "muqabala:"; comments of the YAML are lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from translator.errors import GlossaryError
from translator.glossary.exchange.termbase import Extras, TermBase, make_term, require_xml_text
from translator.glossary.exchange.xml import (
    LANGUAGE,
    children,
    inside,
    language_of,
    local,
    parse,
    text_of,
)
from translator.glossary.term import Case, Kind, Term

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_OWN = "muqabala:"
_PREFERRED = "preferredTerm-admn-sts"
_ADMITTED = "admittedTerm-admn-sts"
_DEPRECATED = "deprecatedTerm-admn-sts"
_WRONG = (_DEPRECATED, "supersededTerm-admn-sts")
_STATUS = "administrativeStatus"
_SUBJECT = "subjectField"


def write(base: TermBase) -> str:
    """The terms as TBX-Basic text, style DCA."""
    from lxml import etree

    root = etree.Element(
        "tbx",
        {"type": "TBX-Basic", "style": "dca", LANGUAGE: "en"},
        nsmap={None: _NAMESPACE},  # type: ignore[dict-item]
    )
    described = etree.SubElement(etree.SubElement(root, "tbxHeader"), "fileDesc")
    title = etree.SubElement(etree.SubElement(described, "titleStmt"), "title")
    title.text = base.name or "Muqabala glossary"
    origin = etree.SubElement(etree.SubElement(described, "sourceDesc"), "p")
    origin.text = base.description or "Exported by Muqabala."
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for number, term in enumerate(base.terms, start=1):
        require_xml_text(term)
        _concept(etree.SubElement(body, "conceptEntry", id=f"c{number}"), term)
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def read(content: bytes, file: str) -> TermBase:
    """The terms of a TBX file; concepts without an Arabic or an English term are skipped.

    Raises:
        GlossaryError: the file is no TBX, or a note of ours is spoilt; with file:line.
    """
    root = parse(content, file)
    if local(root) not in ("tbx", "martif"):
        raise GlossaryError(
            f"this is no TBX file; it begins with <{local(root)}>",
            where=f"{file}:{root.sourceline}",
            remedy="check the format, or name it with --format",
        )
    terms: list[Term] = []
    skipped: list[str] = []
    for concept in inside(root, "conceptEntry", "termEntry"):
        term = _term(concept, file)
        if isinstance(term, str):
            skipped.append(term)
        else:
            terms.append(term)
    title = next((text_of(element) for element in inside(root, "title")), "")
    origin = next(
        (text_of(p) for desc in inside(root, "sourceDesc") for p in inside(desc, "p")), ""
    )
    return TermBase(title.strip(), origin.strip(), tuple(terms), tuple(skipped))


def _concept(concept: Any, term: Term) -> None:
    from lxml import etree

    if term.kind is not Kind.OTHER:
        etree.SubElement(concept, "descrip", type=_SUBJECT).text = term.kind.value
    extras = {
        "exact": term.exact,
        "case": "" if term.case is Case.EXACT else term.case.value,
        "context": list(term.context),
        "keep": term.keep,
    }
    known = {key: value for key, value in extras.items() if value}
    if known:
        etree.SubElement(concept, "note").text = _OWN + json.dumps(known, ensure_ascii=False)
    if term.note:
        etree.SubElement(concept, "note").text = term.note
    arabic = etree.SubElement(concept, "langSec", {LANGUAGE: "ar"})
    for source in term.sources:
        _term_section(arabic, source, "")
    english = etree.SubElement(concept, "langSec", {LANGUAGE: "en"})
    _term_section(english, term.target, _PREFERRED)
    for alias in () if term.keep else term.aliases:
        _term_section(english, alias, _ADMITTED)
    for form in term.avoid:
        _term_section(english, form, _DEPRECATED)


def _term_section(language: Any, text: str, status: str) -> None:
    from lxml import etree

    section = etree.SubElement(language, "termSec")
    etree.SubElement(section, "term").text = text
    if status:
        etree.SubElement(section, "termNote", type=_STATUS).text = status


def _term(concept: Any, file: str) -> Term | str:
    line = concept.sourceline or 1
    texts: dict[str, list[tuple[str, str]]] = {"ar": [], "en": []}
    for language in children(concept, "langSec", "langSet"):
        texts.setdefault(language_of(language), []).extend(_terms(language))
    wrong = [text for text, status in texts["en"] if status in _WRONG]
    # The preferred term first, else as the file has them.
    right = sorted(
        (pair for pair in texts["en"] if pair[1] not in _WRONG),
        key=lambda pair: pair[1] != _PREFERRED,
    )
    arabic = [text for text, status in texts["ar"] if status not in _WRONG]
    for found, name in ((arabic, "Arabic"), (right, "English")):
        if not found:
            return f"{file}:{line}: the concept has no {name} term"
    notes = [text_of(note) for note in children(concept, "note")]
    own = [note for note in notes if note.startswith(_OWN)]
    return make_term(
        file,
        line,
        arabic,
        [text for text, _ in right],
        kind=_kind(concept),
        avoid=wrong,
        note="\n".join(note for note in notes if not note.startswith(_OWN)),
        extras=_extras(own[0].removeprefix(_OWN), f"{file}:{line}") if own else None,
    )


def _terms(language: Any) -> Iterator[tuple[str, str]]:
    """The terms of a language with their status."""
    for section in inside(language, "termSec", "tig", "ntig"):
        text = next((text_of(term).strip() for term in inside(section, "term")), "")
        # DCA: <termNote type="administrativeStatus">; DCT: <min:administrativeStatus>.
        status = next(
            (
                text_of(note).strip()
                for note in section.iter()
                if local(note) == _STATUS or note.get("type") == _STATUS
            ),
            "",
        )
        if text:
            yield text, status


def _kind(concept: Any) -> str:
    """The subject field if it is one of our kinds; other programs have their own."""
    for element in concept:
        if local(element) == _SUBJECT or element.get("type") == _SUBJECT:
            text = text_of(element).strip()
            return text if text in tuple(Kind) else ""
    return ""


def _extras(text: str, where: str) -> Extras:
    try:
        values = json.loads(text)
        return Extras(
            exact=str(values.get("exact", "")).lower(),
            case=str(values.get("case", "")),
            context=tuple(map(str, values.get("context", ()))),
            keep=str(values.get("keep", "")).lower(),
        )
    except (ValueError, AttributeError, TypeError) as error:
        raise GlossaryError(
            f'the note "{_OWN}..." is spoilt', where=where, remedy="remove that note"
        ) from error
