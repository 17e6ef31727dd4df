"""Glossaries on top of each other: later ones win."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator.errors import GlossaryError
from translator.glossary.load import Glossary, load_glossary
from translator.glossary.scan import form_of
from translator.glossary.term import Term
from translator.locations import bundled, exists, expanded, is_file

_SHOWN_CHARACTERS = 16


@dataclass(frozen=True, slots=True)
class GlossaryStack:
    """Glossaries in order and the terms that count.

    Attributes:
        terms: those that count, in order; a term that lost some of its spellings to a later one
            has only the others.
        shadowed: pairs of a term that lost a spelling and the later term that won it.
        signature: hash of all files' contents and their order, 16 hex digits.
    """

    glossaries: tuple[Glossary, ...]
    terms: tuple[Term, ...]
    shadowed: tuple[tuple[Term, Term], ...]
    signature: str


def load_stack(files: Sequence[str], user_file: Path | None, *, base: Path) -> GlossaryStack:
    """Read glossaries in order, the user's own last.

    Args:
        files: names of bundled glossaries, or paths; relative ones start at base.
        user_file: the user's own glossary; left out if it is None or does not exist.
        base: the folder of the settings file that names the files.

    Raises:
        GlossaryError: there is no such glossary, or one has a fault.
    """
    paths = stack_paths(files, user_file, base=base)
    return stacked([load_glossary(path) for path in paths])


def stack_paths(files: Sequence[str], user_file: Path | None, *, base: Path) -> tuple[Path, ...]:
    """The files that load_stack reads, in order, each once.

    Raises:
        GlossaryError: there is no glossary of that name.
    """
    paths = [find_glossary(name, base=base) for name in files]
    if user_file is not None and exists(user_file):
        paths.append(user_file)
    # A file that is named twice counts where it is named last.
    return tuple(reversed(dict.fromkeys(reversed(paths))))


def find_glossary(name: str, *, base: Path) -> Path:
    """The path of a bundled glossary's name or of a path.

    Raises:
        GlossaryError: neither exists; the message lists the bundled names.
    """
    if not name.strip():
        raise GlossaryError("a glossary's name is empty", remedy="name a glossary or a file")
    folder = bundled("glossaries")
    plain_name = Path(name).name == name and not name.endswith((".yaml", ".yml"))
    if plain_name and is_file(folder / f"{name}.yaml"):
        return folder / f"{name}.yaml"
    path = base / expanded(name)
    if is_file(path):
        return path
    names = ", ".join(sorted(file.stem for file in folder.glob("*.yaml"))) or "none"
    raise GlossaryError(
        f"there is no glossary {name}",
        where=str(path),
        remedy=f"give a path or the name of a bundled glossary ({names})",
    )


def stacked(glossaries: Iterable[Glossary]) -> GlossaryStack:
    """Put glossaries on top of each other, the last one on top."""
    glossaries = tuple(glossaries)
    terms = [term for glossary in glossaries for term in glossary.terms]
    owner: dict[tuple[str, bool, frozenset[str]], int] = {}
    keys = [[_key(term, source) for source in term.sources] for term in terms]
    for index, of_term in enumerate(keys):
        owner.update(dict.fromkeys(of_term, index))
    kept: list[Term] = []
    shadowed: list[tuple[Term, Term]] = []
    for index, (term, of_term) in enumerate(zip(terms, keys, strict=True)):
        winners = dict.fromkeys(owner[key] for key in of_term if owner[key] != index)
        shadowed += [(term, terms[winner]) for winner in winners]
        if not winners:
            kept.append(term)
            continue
        sources = tuple(
            source for source, key in zip(term.sources, of_term, strict=True) if owner[key] == index
        )
        if sources:
            kept.append(replace(term, sources=sources))
    digest = hashlib.sha256("\n".join(glossary.digest for glossary in glossaries).encode("ascii"))
    signature = digest.hexdigest()[:_SHOWN_CHARACTERS]
    return GlossaryStack(glossaries, tuple(kept), tuple(shadowed), signature)


def _key(term: Term, source: str) -> tuple[str, bool, frozenset[str]]:
    """What makes two spellings one; the same word in other contexts is another term."""
    form = source if term.exact else form_of(source)
    return form or source, term.exact, frozenset(map(form_of, term.context))
