"""`muqabala package`: list, describe, install and remove translation packages."""

from __future__ import annotations

from typing import Annotated

import typer

from translator.errors import PackageError

app = typer.Typer(
    no_args_is_help=True,
    help="List, describe, install and remove translation packages.",
    rich_markup_mode=None,
    add_completion=False,
)


@app.command("list")
def list_command(
    offered: Annotated[
        bool, typer.Option("--offered", help="Also fetch Argos's index over the network.")
    ] = False,
) -> None:
    """Show the packages on this machine and what Argos's index offers.

    Without --offered no network is used: the copy of the index on this machine is shown, if Argos
    or an earlier run has left one.
    """
    from translator.packages.cache import cached_copies
    from translator.packages.card import folder_size
    from translator.packages.index import offers, refresh_index
    from translator.packages.listing import list_packages

    for package in list_packages():
        state = f"cannot be used: {package.problem}" if package.problem else str(package.path)
        typer.echo(f"{package.name:<24} {package.pair:<10} {package.version:<6} {state}")
    copies = cached_copies()
    if copies:
        size = sum(folder_size(copy) for copy in copies) / 1e6
        typer.echo(f"\nUnpacked from .argosmodel files, {size:.0f} MB, safe to delete:")
        for copy in copies:
            typer.echo(f"  {copy}")
    if offered:
        refresh_index()
    known = offers()
    if known:
        typer.echo("\nOffered by Argos's index, to install with `muqabala package install NAME`:")
        for offer in known:
            pair = f"{offer.from_name} to {offer.to_name}"
            typer.echo(f"  {offer.name:<12} {offer.version:<6} {pair}")
    else:
        typer.echo("\nArgos's index is not on this machine; --offered fetches it.")


@app.command()
def info(
    name: Annotated[
        str, typer.Argument(help='"bundled", "installed", a package\'s name, folder or file.')
    ] = "bundled",
) -> None:
    """Show a package's figures, size, hash and model card."""
    from translator.packages.card import card_figures, folder_size, model_sha256, read_card
    from translator.packages.resolve import resolve_package

    package = resolve_package(name, notify=_note)
    card = read_card(package.path)
    rows = [
        ("name", package.label),
        ("folder", str(package.path)),
        ("version", package.version or "not given"),
        ("languages", f"{package.from_code} -> {package.to_code}"),
        ("size", f"{folder_size(package.path) / 1e6:.1f} MB"),
        ("sha256 of model.bin", model_sha256(package.path)),
        ("tokenizer", package.tokenizer),
        ("beam size", str(package.decoding.beam)),
        ("length penalty", str(package.decoding.length_penalty)),
        ("keeps Latin names", "yes" if package.inline_terms else "not declared"),
        *((figure.test_set, ", ".join(figure.scores)) for figure in card_figures(card)),
    ]
    width = max(len(title) for title, _ in rows)
    for title, value in rows:
        typer.echo(f"{title:<{width}}  {value}")
    typer.echo(f"\n{card}" if card else "\nThe package has no model card (README.md).")


@app.command()
def install(
    package: Annotated[
        str, typer.Argument(help='A .argosmodel file, or a name in Argos\'s index such as "ar_en".')
    ],
    pair: Annotated[
        str, typer.Option(help="The language pair that a file must have, such as en_es.")
    ] = "ar_en",
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the place of one that is installed already.")
    ] = False,
) -> None:
    """Install a package for Argos and Muqabala.

    A file is checked before anything is unpacked. A name is looked up in Argos's index and
    downloaded: this and `list --offered` are the only commands that use the network.
    """
    from translator.locations import expanded
    from translator.packages.index import pair_of
    from translator.packages.install import install_file, install_named
    from translator.packages.resolve import ARCHIVE_ENDING

    path = expanded(package)
    if path.is_dir():
        raise PackageError(
            "is a folder; a package folder needs no installing",
            where=package,
            remedy=f"use it with --package {package}",
        )
    if path.is_file() or path.suffix == ARCHIVE_ENDING or path.name != package:
        installed = install_file(path, pair=pair_of(pair), replace=replace)
    else:
        installed = install_named(package, replace=replace)
    typer.echo(f"Installed {installed.label} {installed.version} in {installed.path}")


@app.command()
def remove(
    name: Annotated[str, typer.Argument(help="The package's name as `package list` shows it.")],
) -> None:
    """Remove a package that Argos has installed on this machine."""
    from translator.packages.install import remove as remove_package

    typer.echo(f"Removed {remove_package(name)}")


def _note(message: str) -> None:
    typer.echo(message, err=True)
