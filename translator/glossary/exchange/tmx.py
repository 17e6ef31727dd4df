"""TMX 1.4b (LISA, today at GALA): translation memories that CAT tools read.

A term is a unit: its spellings are Arabic variants, the target and then the aliases English ones.
What TMX has no place for stands in properties x-muqabala-...; comments of the YAML are lost.
"""

from __future__ import annotations

from importlib.metadata import version
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

_OWN = "x-muqabala-"


def write(base: TermBase) -> str:
    """The terms as TMX text."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": "muqabala",
            "creationtoolversion": version("muqabala"),
            "segtype": "phrase",
            "o-tmf": "muqabala",
            "adminlang": "en",
            "srclang": "ar",
            "datatype": "plaintext",
        },
    )
    _properties(header, {"name": [base.name], "description": [base.description]})
    body = etree.SubElement(root, "body")
    for number, term in enumerate(base.terms, start=1):
        require_xml_text(term)
        _unit(etree.SubElement(body, "tu", tuid=str(number)), term)
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def read(content: bytes, file: str) -> TermBase:
    """The terms of a TMX file; units without Arabic or English are skipped.

    Raises:
        GlossaryError: the file is no TMX, or a property is not allowed; with file:line.
    """
    root = parse(content, file)
    if local(root) != "tmx":
        raise GlossaryError(
            f"this is no TMX file; it begins with <{local(root)}>",
            where=f"{file}:{root.sourceline}",
            remedy="check the format, or name it with --format",
        )
    own: dict[str, list[str]] = {}
    for header in children(root, "header"):
        own = _own_properties(header)
    terms: list[Term] = []
    skipped: list[str] = []
    for unit in inside(root, "tu"):
        term = _term(unit, file)
        if isinstance(term, str):
            skipped.append(term)
        else:
            terms.append(term)
    name, description = ("".join(own.get(key, ())) for key in ("name", "description"))
    return TermBase(name, description, tuple(terms), tuple(skipped))


def _unit(unit: Any, term: Term) -> None:
    from lxml import etree

    if term.note:
        etree.SubElement(unit, "note").text = term.note
    _properties(
        unit,
        {
            "kind": [] if term.kind is Kind.OTHER else [term.kind.value],
            "avoid": term.avoid,
            "exact": ["true"] if term.exact else [],
            "case": [] if term.case is Case.EXACT else [term.case.value],
            "context": term.context,
            "keep": ["true"] if term.keep else [],
        },
    )
    english = term.accepted()[:1] if term.keep else term.accepted()
    for language, texts in (("ar", term.sources), ("en", english)):
        for text in texts:
            variant = etree.SubElement(unit, "tuv", {LANGUAGE: language})
            etree.SubElement(variant, "seg").text = text


def _properties(element: Any, values: dict[str, Any]) -> None:
    from lxml import etree

    for key, texts in values.items():
        for text in filter(None, texts):
            etree.SubElement(element, "prop", type=_OWN + key).text = text


def _own_properties(element: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for child in children(element, "prop"):
        key = child.get("type", "")
        if key.startswith(_OWN):
            found.setdefault(key.removeprefix(_OWN), []).append(text_of(child))
    return found


def _segment_text(segment: Any) -> str:
    """The text of a segment; <hi> marks text, other inline elements hold a program's codes."""
    parts = [segment.text or ""]
    for child in segment:
        parts += [_segment_text(child) if local(child) == "hi" else "", child.tail or ""]
    return "".join(parts)


def _term(unit: Any, file: str) -> Term | str:
    texts: dict[str, list[str]] = {"ar": [], "en": []}
    for variant in children(unit, "tuv"):
        for segment in children(variant, "seg"):
            texts.setdefault(language_of(variant), []).append(_segment_text(segment))
    line = unit.sourceline or 1
    own = _own_properties(unit)
    first = {key: values[0] for key, values in own.items()}
    for language, name in (("ar", "Arabic"), ("en", "English")):
        if not any(text.strip() for text in texts[language]):
            return f"{file}:{line}: the unit has no {name} text"
    return make_term(
        file,
        line,
        texts["ar"],
        texts["en"],
        kind=first.get("kind", ""),
        avoid=own.get("avoid", ()),
        note="\n".join(text_of(note) for note in children(unit, "note")),
        extras=Extras(
            exact=first.get("exact", ""),
            case=first.get("case", ""),
            context=tuple(own.get("context", ())),
            keep=first.get("keep", ""),
        ),
    )
