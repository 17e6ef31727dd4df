"""A glossary file read and checked: every fault with its file and line."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.errors import GlossaryError
from translator.glossary.collection import collection_paused
from translator.glossary.nodes import Fault, Nodes, read_nodes
from translator.glossary.term import Term
from translator.locations import is_folder

if TYPE_CHECKING:
    from translator.glossary.schema import TermEntry


@dataclass(frozen=True, slots=True)
class Glossary:
    """One glossary file.

    Attributes:
        name: as the file says, else the file's name without its ending.
        terms: in the order of the file.
        digest: SHA-256 of the file's bytes, in hex.
    """

    name: str
    description: str
    path: Path
    terms: tuple[Term, ...]
    digest: str


def load_glossary(path: Path) -> Glossary:
    """Read one glossary file.

    Raises:
        GlossaryError: the file cannot be read, is no UTF-8 or YAML, or breaks the format; the
            message names the first fault's line and counts the others.
    """
    glossary, faults = read_glossary(path)
    if glossary is None:
        first = faults[0]
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise GlossaryError(first.problem + more, where=first.where, remedy=first.remedy)
    return glossary


def read_glossary(path: Path) -> tuple[Glossary | None, tuple[GlossaryError, ...]]:
    """Read one glossary file and give all its faults, in the order of the file.

    The glossary is None if there is any fault.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = "is a folder" if is_folder(path) else error.strerror or str(error)
        missing = isinstance(error, FileNotFoundError)
        problem = "there is no such glossary" if missing else f"cannot read it ({reason})"
        return None, (GlossaryError(problem, where=str(path), remedy="check the path"),)
    with collection_paused():
        return check_content(path, content)


def check_content(path: Path, content: bytes) -> tuple[Glossary | None, tuple[GlossaryError, ...]]:
    """As read_glossary, for what a file holds or is about to hold."""
    nodes, faults = read_nodes(content)
    if nodes is not None:
        from pydantic import ValidationError

        from translator.glossary.schema import GlossaryFile

        try:
            entries = GlossaryFile.model_validate(nodes.data)
        except ValidationError as error:
            faults += _schema_faults(error, nodes)
        else:
            faults += _keep_faults(entries.terms, nodes)
            if not faults:
                terms = tuple(
                    _term(entry, str(path), nodes.line("terms", index))
                    for index, entry in enumerate(entries.terms)
                )
                digest = hashlib.sha256(content).hexdigest()
                name = entries.name or path.stem
                return Glossary(name, entries.description.strip(), path, terms, digest), ()
    ordered = sorted(faults, key=lambda fault: fault.line)
    return None, tuple(
        GlossaryError(fault.problem, where=f"{path}:{fault.line}", remedy=fault.remedy)
        for fault in ordered
    )


def _term(entry: TermEntry, file: str, line: int) -> Term:
    sources = tuple(dict.fromkeys(entry.source))
    # What is kept counts as right in each of its spellings.
    aliases = sources[1:] if entry.keep else tuple(entry.aliases)
    return Term(
        sources=sources,
        target=entry.target or sources[0],
        kind=entry.kind,
        aliases=aliases,
        avoid=tuple(entry.avoid),
        exact=entry.exact,
        case=entry.case,
        context=tuple(entry.context),
        keep=entry.keep,
        note=entry.note,
        file=file,
        line=line,
    )


def _keep_faults(entries: Sequence[TermEntry], nodes: Nodes) -> list[Fault]:
    faults = []
    for index, entry in enumerate(entries):
        if entry.keep and (entry.aliases or entry.target not in (None, entry.source[0])):
            key = "aliases" if entry.aliases else "target"
            line = nodes.line("terms", index, key)
            faults.append(Fault(line, f"a term with keep has no {key}", f"remove keep or {key}"))
        elif not entry.keep and entry.target is None:
            line = nodes.line("terms", index)
            faults.append(Fault(line, f"{_named(entry.source)} has no target", "add target: ..."))
    return faults


def _named(source: Sequence[str]) -> str:
    return f"the term {source[0]}"


def _schema_faults(error: Any, nodes: Nodes) -> list[Fault]:
    """Pydantic's findings in plain words."""
    faults = []
    for found in error.errors(include_url=False, include_context=True):
        location = tuple(found["loc"])
        line = nodes.line(*location)
        faults.append(Fault(line, *_plain(found["type"], location, found.get("input"))))
    return faults


def _plain(kind: str, location: tuple[str | int, ...], value: object) -> tuple[str, str]:
    """A problem and its remedy for one finding."""
    keys = [part for part in location if isinstance(part, str)]
    key = keys[-1] if keys else "the file"
    if kind == "extra_forbidden":
        return _unknown_key(key, in_term=len(keys) > 1)
    if kind == "missing":
        inside = "a term" if len(keys) > 1 else "the glossary"
        return f"{inside} has no {key}", f"add {key}: ..."
    if kind in ("model_type", "model_attributes_type"):
        if keys:
            return "a term must have keys such as source and target", "write - source: ..."
        return "a glossary must have keys such as name and terms", "write terms: and a list"
    return _wrong_value(kind, key, value)


def _wrong_value(kind: str, key: str, value: object) -> tuple[str, str]:
    from translator.glossary.term import Case, Kind

    if value is None or kind in ("string_too_short", "too_short"):
        return f"{key} is empty", f"fill in {key} or remove it"
    if key in ("kind", "case"):
        allowed = ", ".join(Kind if key == "kind" else Case)
        return f"{key} cannot be {_shown(value)}", f"use one of: {allowed}"
    if kind == "bool_type":
        return f"{key} must be true or false, not {_shown(value)}", f"write {key}: true"
    if kind == "list_type":
        return f"{key} must be a list, not {_shown(value)}", f"write {key}: [one, two]"
    if kind == "string_type":
        return f"{key} must be text, not {_shown(value)}", "put it in quotes"
    return f"{key} cannot be {_shown(value)}", "see glossaries/README.md for what it may be"


def _unknown_key(key: str, *, in_term: bool) -> tuple[str, str]:
    from difflib import get_close_matches

    from translator.glossary.schema import GlossaryFile, TermEntry

    known = list((TermEntry if in_term else GlossaryFile).model_fields)
    near = get_close_matches(key, known, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"known keys are {', '.join(known)}"
    return f"unknown key {key}", remedy


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else str(value)
