"""`muqabala glossary`: check, change, search and exchange glossaries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.glossary_files import (
    case_named,
    changed_values,
    counted,
    edited_file,
    kind_named,
    loaded,
    paths_in_force,
    print_terms,
    show_terms,
    terms_in_force,
)
from cli.suggest import suggest

app = typer.Typer(
    no_args_is_help=True,
    help="Check, change, search and exchange glossaries.",
    rich_markup_mode=None,
    add_completion=False,
)

FileOption = Annotated[
    str | None,
    typer.Option(
        "--file", "-f", help="A glossary's path or bundled name.", show_default="your own glossary"
    ),
]
LineOption = Annotated[
    int | None, typer.Option(help="The entry's line, if several have this source.")
]
KindOption = Annotated[
    str | None,
    typer.Option(help="person, place, organisation, event, weapon, title or other."),
]
CaseOption = Annotated[
    str | None, typer.Option(help="exact: capitals as in the target; any: all capitals are right.")
]
NoteOption = Annotated[str | None, typer.Option(help="A remark for people.")]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", help="csv, tsv, tbx or tmx.", show_default="by the ending"),
]


@app.command()
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Paths or bundled names, the one that wins last.", show_default=False),
    ] = None,
) -> None:
    """Look for faults in glossaries.

    Reported are format, doubles, contradictions, and sources that match too much.

    Without FILES all glossaries in force are checked together. Exit code: 0 nothing found,
    1 warnings only, 2 at least one error.
    """
    from translator.glossary.check import Severity, check_files, exit_code
    from translator.glossary.stack import find_glossary

    paths = [find_glossary(name, base=Path()) for name in files] if files else paths_in_force()
    findings = check_files(paths)
    for finding in findings:
        typer.echo(str(finding))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    counts = f"{counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}"
    typer.echo(f"{counts} in {', '.join(map(str, paths))}", err=True)
    raise typer.Exit(exit_code(findings))


@app.command()
def add(
    source: Annotated[str, typer.Argument(help="The Arabic spelling.")],
    target: Annotated[
        str | None, typer.Argument(help="The English that must appear; none with --keep.")
    ] = None,
    spelling: Annotated[
        list[str] | None, typer.Option(help="Another Arabic spelling; may be repeated.")
    ] = None,
    kind: KindOption = None,
    alias: Annotated[
        list[str] | None, typer.Option(help="Other English that is right; may be repeated.")
    ] = None,
    avoid: Annotated[
        list[str] | None, typer.Option(help="English that must not appear; may be repeated.")
    ] = None,
    context: Annotated[
        list[str] | None,
        typer.Option(help="An Arabic word, one of which must be in the sentence; repeatable."),
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Match letter by letter.")] = False,
    case: CaseOption = None,
    keep: Annotated[bool, typer.Option("--keep", help="Leave it as it is in the English.")] = False,
    note: NoteOption = None,
    file: FileOption = None,
) -> None:
    """Add a term at the end of a glossary.

    The file is made if there is none.
    """
    from translator.errors import GlossaryError
    from translator.glossary.edit import add_term
    from translator.glossary.term import Term

    sources = tuple(dict.fromkeys((source, *(spelling or ()))))
    if (target is None) != keep:
        problem = "a term with --keep has no target" if keep else f"{source} needs a target"
        raise GlossaryError(problem, remedy="give the English after the Arabic, or --keep")
    term = Term(
        sources=sources,
        target=sources[0] if target is None else target,
        kind=kind_named(kind),
        aliases=sources[1:] if keep else tuple(alias or ()),
        avoid=tuple(avoid or ()),
        exact=exact,
        case=case_named(case),
        context=tuple(context or ()),
        keep=keep,
        note=note or "",
    )
    show_terms("Added", add_term(edited_file(file), term).added)


@app.command("set")
def set_command(
    source: Annotated[str, typer.Argument(help="An Arabic spelling of the term.")],
    target: Annotated[str | None, typer.Option(help="The English that must appear.")] = None,
    kind: KindOption = None,
    add_spelling: Annotated[list[str] | None, typer.Option(help="Add a spelling.")] = None,
    remove_spelling: Annotated[list[str] | None, typer.Option(help="Remove a spelling.")] = None,
    add_alias: Annotated[list[str] | None, typer.Option(help="Add an alias.")] = None,
    remove_alias: Annotated[list[str] | None, typer.Option(help="Remove an alias.")] = None,
    add_avoid: Annotated[list[str] | None, typer.Option(help="Add a form to avoid.")] = None,
    remove_avoid: Annotated[list[str] | None, typer.Option(help="Remove a form to avoid.")] = None,
    add_context: Annotated[list[str] | None, typer.Option(help="Add a context word.")] = None,
    remove_context: Annotated[list[str] | None, typer.Option(help="Remove a context word.")] = None,
    exact: Annotated[
        bool | None, typer.Option("--exact/--no-exact", help="Match letter by letter, or not.")
    ] = None,
    case: CaseOption = None,
    note: NoteOption = None,
    line: LineOption = None,
    file: FileOption = None,
) -> None:
    """Change a term; what you don't name stays as it is."""
    from dataclasses import replace

    from translator.errors import GlossaryError
    from translator.glossary.edit import find_term, set_term

    path = edited_file(file)
    old = find_term(loaded(path), source, line=line)
    if old.keep and (target is not None or add_alias or remove_alias):
        raise GlossaryError(
            f"{source} is kept as it is and has no English",
            where=f"{path}:{old.line}",
            remedy="remove it and add it again with a target",
        )
    sources = changed_values(old.sources, add_spelling, remove_spelling, "spelling")
    aliases = changed_values(old.aliases, add_alias, remove_alias, "alias")
    new = replace(
        old,
        sources=sources,
        target=sources[0] if old.keep else target or old.target,
        kind=old.kind if kind is None else kind_named(kind),
        aliases=sources[1:] if old.keep else aliases,
        avoid=changed_values(old.avoid, add_avoid, remove_avoid, "form to avoid"),
        context=changed_values(old.context, add_context, remove_context, "context word"),
        exact=old.exact if exact is None else exact,
        case=old.case if case is None else case_named(case),
        note=old.note if note is None else note,
    )
    if new == old:
        raise GlossaryError("nothing to change", remedy="name what to change, as in --target NAME")
    show_terms("Changed", set_term(path, old, new).replaced)


@app.command()
def remove(
    source: Annotated[str, typer.Argument(help="An Arabic spelling of the term.")],
    line: LineOption = None,
    file: FileOption = None,
) -> None:
    """Remove a term.

    The glossary as it was stays in a file that ends in .bak.
    """
    from translator.glossary.edit import find_term, remove_term

    path = edited_file(file)
    term = find_term(loaded(path), source, line=line)
    show_terms("Removed", remove_term(path, term).removed)


@app.command("list")
def list_command(
    file: FileOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="All terms in force, of every glossary.")
    ] = False,
    kind: KindOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """List the terms of a glossary, or all in force."""
    if every:
        terms = terms_in_force()
    else:
        path = edited_file(file)
        from translator.locations import exists

        if file is None and not exists(path):
            typer.echo(f"You have no glossary yet; `muqabala glossary add` makes {path}", err=True)
            return
        terms = loaded(path).terms
        typer.echo(f"{counted(len(terms), 'term')} in {path}", err=True)
    wanted = None if kind is None else kind_named(kind)
    print_terms([term for term in terms if wanted in (None, term.kind)], as_json)


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="A part of the Arabic or of the English.")],
    file: FileOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Find terms by their Arabic or English.

    Looks in all glossaries in force; spelling variants and capitals do not matter.

    Exit code: 0 found, 1 nothing found.
    """
    from translator.glossary.search import find_terms

    terms = terms_in_force() if file is None else loaded(edited_file(file)).terms
    found = find_terms(terms, text)
    print_terms(found, as_json)
    if not found:
        typer.echo(f"no term has {text}", err=True)
        raise typer.Exit(1)


@app.command("import")
def import_command(
    source: Annotated[Path, typer.Argument(help="A CSV, TSV, TBX or TMX file.")],
    file: FileOption = None,
    format_name: FormatOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let it win over terms with the same source.")
    ] = False,
) -> None:
    """Add the terms of a CSV, TSV, TBX or TMX file.

    Terms that are there already stay, unless --replace is given.

    Exit code: 0 all entries could be used, 1 some were left out (they are named).
    """
    from translator.glossary.edit import add_terms
    from translator.glossary.exchange.formats import read_termbase

    base = read_termbase(source, format_name)
    path = edited_file(file)
    change = add_terms(path, base.terms, replace_existing=replace)
    for reason in base.skipped:
        typer.echo(f"left out: {reason}", err=True)
    added, replaced, skipped = map(len, (change.added, change.replaced, change.skipped))
    typer.echo(f"{added} added, {replaced} replaced, {skipped} there already in {path}")
    if base.skipped:
        raise typer.Exit(1)


@app.command()
def export(
    destination: Annotated[str, typer.Argument(help='The file to write, "-" for the screen.')],
    file: FileOption = None,
    format_name: FormatOption = None,
) -> None:
    """Write a glossary as CSV, TSV, TBX or TMX.

    What each format keeps stands in glossaries/README.md.
    """
    from translator.atomic import write_text
    from translator.glossary.exchange.formats import find_format
    from translator.glossary.exchange.termbase import TermBase

    chosen = find_format(Path(destination), format_name)
    glossary = loaded(edited_file(file))
    text = chosen.write(TermBase(glossary.name, glossary.description, glossary.terms))
    if destination == "-":
        typer.echo(text, nl=False)
    else:
        write_text(Path(destination), text)
        typer.echo(f"{counted(len(glossary.terms), 'term')} in {destination}", err=True)


@app.command()
def schema() -> None:
    """Print the JSON Schema for editors."""
    import json

    from translator.glossary.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


app.command()(suggest)
