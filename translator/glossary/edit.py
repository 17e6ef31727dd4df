"""Changes to a glossary file: locked, checked before they are written, atomic, undoable.

Comments, order and quotes stay. The state before the last change is kept in "NAME.bak".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translator.atomic import write_text
from translator.errors import GlossaryError, OutputError
from translator.glossary.entries import append_entries, change_entries, remove_entry
from translator.glossary.load import Glossary, check_content
from translator.glossary.scan import form_of
from translator.glossary.term import Case, Kind, Term
from translator.locations import bundled
from translator.locking import locked

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a glossary file.

    Attributes:
        before: the file's text before, None if there was no file.
        after: its text now.
        added, replaced, removed: the terms, as they stand in the text that has them.
        skipped: terms that were not added because their source is there already.
    """

    path: Path
    before: str | None
    after: str
    added: tuple[Term, ...] = ()
    replaced: tuple[Term, ...] = ()
    removed: tuple[Term, ...] = ()
    skipped: tuple[Term, ...] = ()


def add_term(path: Path, term: Term) -> Change:
    """Add a term at the end of a glossary; the file is made if there is none.

    Raises:
        GlossaryError: the source is there already, the term breaks the format, the file is faulty
            or belongs to the installed program.
        OutputError: the file cannot be locked or written.
    """
    with _editing(path) as draft:
        for other in draft.glossary.terms:
            shared = _keys(term) & _keys(other)
            if shared:
                raise GlossaryError(
                    f"{next(iter(shared))[0]} is there already, as {other.target}",
                    where=f"{path}:{other.line}",
                    remedy="change that term with set, or give this one other context words",
                )
        draft.write(append_entries(draft.text, [_fields(term)]))
        return draft.change(added=draft.glossary.terms[-1:])


def add_terms(path: Path, terms: Sequence[Term], *, replace_existing: bool = False) -> Change:
    """Add many terms in one change.

    Args:
        replace_existing: let a term take the place of one with the same source; else it is skipped.

    Raises:
        GlossaryError, OutputError: as add_term; nothing is added then.
    """
    with _editing(path) as draft:
        here = draft.glossary.terms
        owner = {key: place for place, term in enumerate(here) for key in _keys(term)}
        new: list[Term] = []
        skipped: list[Term] = []
        changes: dict[int, dict[str, Any]] = {}
        for term in terms:
            places = sorted({owner[key] for key in _keys(term) if key in owner})
            old = here[places[0]] if places and places[0] >= 0 else None
            if not places:
                # Later terms of the same import with this source are doubles.
                owner.update(dict.fromkeys(_keys(term), -1))
                new.append(term)
            elif old is not None and replace_existing and places[0] not in changes:
                changes[places[0]] = _difference(old, term)
            else:
                skipped.append(term)
        text = change_entries(draft.text, changes) if changes else draft.text
        draft.write(append_entries(text, list(map(_fields, new))) if new else text)
        current = draft.glossary.terms
        return draft.change(
            added=current[len(current) - len(new) :],
            replaced=tuple(current[place] for place in sorted(changes)),
            skipped=tuple(skipped),
        )


def set_term(path: Path, old: Term, new: Term) -> Change:
    """Change the term old so that it becomes new; only what differs between them is written.

    Raises:
        GlossaryError: old is not in the file any more; otherwise as add_term.
        OutputError: the file cannot be locked or written.
    """
    with _editing(path) as draft:
        index = _index_of(draft.glossary, old)
        draft.write(change_entries(draft.text, {index: _difference(old, new)}))
        return draft.change(replaced=(draft.glossary.terms[index],))


def remove_term(path: Path, term: Term) -> Change:
    """Remove a term; comments around it stay.

    Raises:
        GlossaryError: the term is not in the file any more; otherwise as add_term.
        OutputError: the file cannot be locked or written.
    """
    with _editing(path) as draft:
        index = _index_of(draft.glossary, term)
        removed = draft.glossary.terms[index]
        draft.write(remove_entry(draft.text, index))
        return draft.change(removed=(removed,))


def undo(change: Change) -> Change:
    """Take a change back: the file gets the text it had before; a file that was new goes away.

    Raises:
        GlossaryError: the file has been changed since.
        OutputError: the file cannot be locked or written.
    """
    _refuse_bundled(change.path)
    with locked(change.path):
        if _read(change.path) != change.after:
            raise GlossaryError(
                "the glossary has been changed since",
                where=str(change.path),
                remedy="undo the later change first",
            )
        write_text(_backup(change.path), change.after, newline="")
        if change.before is None:
            change.path.unlink()
        else:
            write_text(change.path, change.before, newline="")
    return Change(
        change.path,
        change.after,
        change.before or "",
        added=change.removed,
        removed=change.added,
        replaced=change.replaced,
    )


def find_term(glossary: Glossary, source: str, *, line: int | None = None) -> Term:
    """The one term with a source, compared as the matcher does.

    Args:
        line: the line of the term's entry, for a source that stands in several.

    Raises:
        GlossaryError: there is none, or there are several and no line was given.
    """
    found = [
        term
        for term in glossary.terms
        if source in term.sources or form_of(source) in map(form_of, term.sources)
    ]
    if line is not None:
        found = [term for term in found if term.line == line]
    if len(found) == 1:
        return found[0]
    if not found:
        at_line = f" on line {line}" if line is not None else ""
        raise GlossaryError(
            f"no term has the source {source}{at_line}",
            where=str(glossary.path),
            remedy="look with `muqabala glossary find`",
        )
    lines = ", ".join(str(term.line) for term in found)
    raise GlossaryError(
        f"several terms have the source {source}, on lines {lines}",
        where=str(glossary.path),
        remedy=f"name one with --line, as in --line {found[0].line}",
    )


# --- One change ---


@dataclass(slots=True)
class _Draft:
    """A glossary that is being changed under its lock."""

    path: Path
    before: str | None
    text: str
    glossary: Glossary
    after: str = ""
    bom: str = ""

    def write(self, text: str) -> None:
        """Check a new text and put it in the file's place, the old one into its backup."""
        self.after = self.bom + text
        self.glossary = _checked(self.path, self.after, "the change would break the glossary: ")
        if self.after == self.before:
            return
        if self.before is not None:
            write_text(_backup(self.path), self.before, newline="")
        write_text(self.path, self.after, newline="")

    def change(self, **terms: tuple[Term, ...]) -> Change:
        return Change(self.path, self.before, self.after, **terms)


@contextmanager
def _editing(path: Path) -> Iterator[_Draft]:
    _refuse_bundled(path)
    with locked(path):
        before = _read(path)
        text = before or ""
        bom = _BOM if text.startswith(_BOM) else ""
        text = _with_terms(path, text.removeprefix(_BOM))
        yield _Draft(path, before, text, _checked(path, text, ""), bom=bom)


def _with_terms(path: Path, text: str) -> str:
    """A text that has the key `terms`: a new file's header, or an empty list at the end."""
    import yaml

    if not text.strip():
        schema = bundled("glossaries") / "schema.json"
        named = schema.name if schema.parent == path.resolve().parent else schema.as_uri()
        name = yaml.safe_dump(path.stem, allow_unicode=True).splitlines()[0]
        return f"# yaml-language-server: $schema={named}\nname: {name}\n\nterms:\n"
    with suppress(yaml.YAMLError):
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        without = isinstance(root, yaml.MappingNode) and not any(
            root.flow_style or key.value == "terms" for key, _ in root.value
        )
        if root is None or without:
            return text + ("" if text.endswith("\n") else "\n") + "terms:\n"
    return text


def _checked(path: Path, text: str, prefix: str) -> Glossary:
    glossary, faults = check_content(path, text.encode("utf-8", "surrogatepass"))
    if glossary is None:
        fault = faults[0]
        remedy = fault.remedy or "mend it"
        if prefix:
            remedy += "; nothing was changed"
        raise GlossaryError(prefix + fault.problem, where=fault.where, remedy=remedy)
    return glossary


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise GlossaryError(
            "the file is not UTF-8", where=str(path), remedy="save it as UTF-8 in your editor"
        ) from error
    except OSError as error:
        raise OutputError(
            f"cannot read ({error.strerror or error})", where=str(path), remedy="check the path"
        ) from error


def _backup(path: Path) -> Path:
    return path.with_name(f"{path.name}.bak")


def _refuse_bundled(path: Path) -> None:
    """A glossary inside an installed program would be lost with the next update."""
    folder = bundled("glossaries")
    if folder.parent.name == "bundled" and folder.resolve() in path.resolve().parents:
        raise GlossaryError(
            "this glossary belongs to the program and the next update would undo the change",
            where=str(path),
            remedy="put the term in your own glossary, which wins (leave out --file)",
        )


# --- Terms and entries ---


def _keys(term: Term) -> set[tuple[str, bool, frozenset[str]]]:
    """What makes two terms the same, as in glossaries on top of each other."""
    contexts = frozenset(map(form_of, term.context))
    return {
        (source if term.exact else form_of(source) or source, term.exact, contexts)
        for source in term.sources
    }


def _index_of(glossary: Glossary, term: Term) -> int:
    wanted = replace(term, file="", line=0)
    same = [
        index
        for index, other in enumerate(glossary.terms)
        if replace(other, file="", line=0) == wanted
    ]
    if not same:
        same = [
            index
            for index, other in enumerate(glossary.terms)
            if other.target == term.target and _keys(other) == _keys(term)
        ]
    if not same:
        raise GlossaryError(
            f"the term {term.sources[0]} is not there any more",
            where=str(glossary.path),
            remedy="look with `muqabala glossary find`",
        )
    return next((index for index in same if glossary.terms[index].line == term.line), same[0])


def _fields(term: Term) -> dict[str, Any]:
    """An entry's keys in the order of the README; None for what need not be written."""
    sources = list(dict.fromkeys(term.sources))
    return {
        "source": sources[0] if len(sources) == 1 else sources,
        "target": None if term.keep else term.target,
        "kind": None if term.kind is Kind.OTHER else term.kind.value,
        "aliases": None if term.keep else list(term.aliases) or None,
        "avoid": list(term.avoid) or None,
        "exact": term.exact or None,
        "case": None if term.case is Case.EXACT else term.case.value,
        "context": list(term.context) or None,
        "keep": term.keep or None,
        "note": term.note or None,
    }


def _difference(old: Term, new: Term) -> dict[str, Any]:
    before, after = _fields(old), _fields(new)
    return {key: value for key, value in after.items() if value != before[key]}
