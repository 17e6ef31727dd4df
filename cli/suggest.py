"""muqabala glossary suggest: names of an article that the glossary lacks, and a key to add them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import ConfigFile, TranslatingPackage
from cli.terminal import in_terminal
from translator.errors import GlossaryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translator.suggest.suggestion import Suggestion


def suggest(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The Arabic article.")],
    reference: Annotated[
        Path | None,
        typer.Option(metavar="REF", help="Its English by a human; any lines."),
    ] = None,
    accept: Annotated[
        str | None,
        typer.Option(
            metavar="N[,M...]|all",
            help="Add these suggestions, by their numbers in the list: 1,4 or 2-5 or all.",
        ),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file",
            "-f",
            help="The glossary that they are added to.",
            show_default="your own glossary",
        ),
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME|FILE",
            help="Use these glossaries instead of the configured ones. Their names are left out.",
        ),
    ] = None,
    no_glossary: Annotated[
        bool, typer.Option("--no-glossary", help="Suggest all names of the article.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a list.")] = False,
    package: TranslatingPackage = None,
    force: Annotated[
        bool, typer.Option("--force", help="Go on even if the text does not look Arabic.")
    ] = False,
    config: ConfigFile = None,
) -> None:
    """List names that the glossary lacks.

    Names that the translation has wrong come first. In a terminal each is then offered: y adds
    it, e changes the English and adds it, n goes on, q ends. Exit codes: 0 done; 2 it could not
    be done.
    """
    from cli.progress import say, standard_output

    found = _found(article, reference, glossary, no_glossary, package, force, config)
    chosen = None if accept is None else _chosen(accept, len(found))
    stream = standard_output()
    stream.write(_as_json(found) + "\n" if as_json else "".join(_as_list(found)))
    stream.flush()
    if chosen is not None:
        _add(_target_file(file, config), [found[place] for place in chosen])
    elif found and not as_json and in_terminal():
        _offer(_target_file(file, config), found)
    elif not found:
        say("no names found that the glossary lacks")


def _found(
    article: Path,
    reference: Path | None,
    glossary: list[str] | None,
    no_glossary: bool,
    package: str | None,
    force: bool,
    config: Path | None,
) -> tuple[Suggestion, ...]:
    from dataclasses import replace

    from cli.progress import say
    from cli.settings import load_settings
    from translator.alignment.pivot import english_lines
    from translator.assembly import GlossaryChoice, open_pipelines
    from translator.language import require_arabic
    from translator.reading import read_document
    from translator.suggest.suggest import suggest as find_suggestions

    settings = load_settings(config)
    document = read_document(article)
    lines = english_lines(reference) if reference else None
    for warning in require_arabic(document, force=force or settings.language.force):
        say(f"{article}: {warning}")
    choice = GlossaryChoice(tuple(glossary) if glossary else None, use=not no_glossary)
    (pipeline, *_) = open_pipelines(
        settings,
        packages=[package] if package else (),
        glossary=choice,
        alignment=True,
        notify=say,
    )
    translation = replace(pipeline, n_best=1).translate(document)
    matcher = pipeline.matcher() if pipeline.matcher else None
    return find_suggestions(translation, matcher, lines)


def _target_file(file: str | None, config: Path | None) -> Path:
    from cli.glossary_files import edited_file
    from cli.settings import load_settings
    from translator.locations import user_glossary_file

    if file is not None:
        return edited_file(file)
    return user_glossary_file(load_settings(config).glossary.user_file)


def _chosen(accept: str, count: int) -> list[int]:
    """Positions of the suggestions that "all", "1,4" or "2-5" names, each once."""
    if accept.strip().lower() == "all":
        return list(range(count))
    places: list[int] = []
    for part in accept.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isascii() and first.isdigit() and (last or first).isdigit()):
            raise GlossaryError(
                f'"{part.strip()}" is no number of a suggestion',
                where="--accept",
                remedy="write 1,4 or 2-5 or all",
            )
        places += range(int(first) - 1, int(last or first))
    outside = [place + 1 for place in places if not 0 <= place < count]
    if outside:
        raise GlossaryError(
            f"there is no suggestion {outside[0]}",
            where="--accept",
            remedy=f"choose from 1 to {count}" if count else "nothing was suggested",
        )
    return list(dict.fromkeys(places))


def _as_json(found: Sequence[Suggestion]) -> str:
    import json
    from dataclasses import asdict

    numbered = [{"number": number, **asdict(one)} for number, one in enumerate(found, start=1)]
    return json.dumps(numbered, ensure_ascii=False, indent=2)


def _as_list(found: Sequence[Suggestion]) -> Iterator[str]:
    """English first: a line that begins with Arabic is drawn from the right."""
    for number, one in enumerate(found, start=1):
        places = ", ".join(dict.fromkeys(one.segments))
        yield f"{number:3}. {one.target}  {one.source}  {one.kind}, {one.confidence:.0%} sure\n"
        now = ", ".join(f"“{form.text}”" for form in one.forms if form.text) or "nothing"
        yield f"     segments {places}; now {now}\n"
        yield from (f"     - {sentence}\n" for sentence in one.evidence)


def _add(path: Path, chosen: Sequence[Suggestion]) -> None:
    """Add all in one change."""
    from cli.glossary_files import show_terms
    from cli.progress import say
    from translator.glossary.edit import add_terms

    if not chosen:
        return
    change = add_terms(path, [one.term() for one in chosen])
    for term in change.skipped:
        say(f"{path}: {term.target} is not added, {term.sources[0]} is there already")
    show_terms("Added", change.added)


def _offer(path: Path, found: Sequence[Suggestion]) -> None:
    """Ask for each suggestion with one key."""
    from cli.glossary_files import show_terms
    from translator.glossary.edit import add_term

    typer.echo(f"\nAdd to {path}?  y add, e edit the English and add, n next, q quit")
    for number, one in enumerate(found, start=1):
        typer.echo(f"{number:3}. {one.target}  {one.source}  [y/e/n/q] ", nl=False)
        key = _key("yenq")
        typer.echo(key)
        if key == "q":
            return
        if key == "n":
            continue
        target = typer.prompt("     English", default=one.target) if key == "e" else one.target
        try:
            show_terms("     Added", add_term(path, one.term(target.strip())).added)
        except GlossaryError as error:
            # One that cannot be added is no reason to lose the rest.
            typer.echo(f"     {error}")


def _key(allowed: str) -> str:
    """Wait for one of the keys; Ctrl-C ends the program, the end of input quits."""
    while True:
        try:
            # Keys that were struck fast come together, and an arrow key as several characters.
            struck = typer.getchar().lower()
        except EOFError:
            return "q"
        key = next((letter for letter in struck if letter in allowed), "")
        if key and not struck.startswith("\x1b"):
            return key
