"""Which glossary a command means, and how terms are read from options and shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from translator.glossary.load import Glossary
    from translator.glossary.term import Case, Kind, Term


def edited_file(name: str | None) -> Path:
    """The file that --file names; without it the user's own, which may not exist yet."""
    from cli.settings import load_settings
    from translator.locations import bundled, user_glossary_file

    if name is None:
        return user_glossary_file(load_settings(None).glossary.user_file)
    in_program = bundled("glossaries") / f"{name}.yaml"
    return in_program if Path(name).name == name and in_program.is_file() else Path(name)


def paths_in_force() -> tuple[Path, ...]:
    """The glossaries that the settings name and the user's own, the one that wins last."""
    from cli.settings import load_settings
    from translator.glossary.stack import stack_paths
    from translator.locations import user_glossary_file

    settings = load_settings(None).glossary
    return stack_paths(settings.files, user_glossary_file(settings.user_file), base=Path())


def terms_in_force() -> tuple[Term, ...]:
    """The terms that count of all glossaries in force."""
    from translator.glossary.load import load_glossary
    from translator.glossary.stack import stacked

    return stacked(map(load_glossary, paths_in_force())).terms


def loaded(path: Path) -> Glossary:
    """A glossary; raises GlossaryError for the first fault."""
    from translator.glossary.load import load_glossary

    return load_glossary(path)


def kind_named(name: str | None) -> Kind:
    """The kind that --kind names."""
    from translator.glossary.term import Kind

    return Kind.OTHER if name is None else Kind(_one_of(tuple(Kind), name, "--kind"))


def case_named(name: str | None) -> Case:
    """The case that --case names."""
    from translator.glossary.term import Case

    return Case.EXACT if name is None else Case(_one_of(tuple(Case), name, "--case"))


def _one_of(known: tuple[str, ...], name: str, option: str) -> str:
    from translator.errors import GlossaryError

    if name in known:
        return name
    raise GlossaryError(f"{option} cannot be {name}", remedy=f"use one of: {', '.join(known)}")


def changed_values(
    old: tuple[str, ...], added: list[str] | None, removed: list[str] | None, what: str
) -> tuple[str, ...]:
    """Values after --add-... and --remove-...; one that is to go must be there."""
    from translator.errors import GlossaryError

    for value in removed or ():
        if value not in old:
            raise GlossaryError(
                f"the term has no {what} {value}", remedy=f"it has: {', '.join(old) or 'none'}"
            )
    kept = [value for value in old if value not in (removed or ())]
    return tuple(dict.fromkeys((*kept, *(added or ()))))


def show_terms(done: str, terms: Iterable[Term]) -> None:
    """Say what was done to each term, and where it stands."""
    for term in terms:
        typer.echo(f"{done}: {term_line(term)}")


def term_line(term: Term) -> str:
    """English first: a line that begins with Arabic is drawn from the right."""
    shown = "(kept as it is)" if term.keep else term.target
    return f"{shown}  {term.kind}  {', '.join(term.sources)}  {term.file}:{term.line}"


def print_terms(terms: Iterable[Term], as_json: bool) -> None:
    """Print terms, one a line or as JSON."""
    if as_json:
        import json
        from dataclasses import asdict

        typer.echo(json.dumps([asdict(term) for term in terms], ensure_ascii=False, indent=2))
        return
    for term in terms:
        typer.echo(term_line(term))


def counted(number: int, thing: str) -> str:
    """A number with its noun, as in "2 terms"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
