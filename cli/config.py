"""`muqabala config`: what is in force and where each value came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from translator.config.load import Configuration

app = typer.Typer(
    no_args_is_help=True,
    help="Show the settings and where they come from.",
    rich_markup_mode=None,
    add_completion=False,
)

ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Read this file instead of looking for one.")
]


@app.command()
def show(
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Print every setting, its value and its origin."""
    import json

    configuration = _load(config)
    values = configuration.settings.model_dump(mode="json")
    rows = [
        (f"{section}.{key}", value, configuration.origins[f"{section}.{key}"])
        for section, keys in values.items()
        for key, value in keys.items()
    ]
    if as_json:
        entries = {name: {"value": value, "origin": origin} for name, value, origin in rows}
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    shown = [(name, _plain(value), origin) for name, value, origin in rows]
    first = max(len(name) for name, _, _ in shown)
    second = max(len(value) for _, value, _ in shown)
    for name, value, origin in shown:
        typer.echo(f"{name:<{first}}  {value:<{second}}  {origin}")
    if configuration.file is None:
        typer.echo("\nNo settings file: put one where `muqabala config path` says.")


@app.command()
def path(config: ConfigOption = None) -> None:
    """Print where settings files are looked for.

    The one in force is marked.
    """
    from translator.config.load import candidate_files
    from translator.locations import bundled, is_file

    in_force = _load(config).file
    candidates = (config,) if config else candidate_files(Path.cwd())
    for candidate in candidates:
        there = is_file(candidate)
        state = "in force" if candidate == in_force else "not used" if there else "absent"
        typer.echo(f"{state:<10}{candidate}")
    typer.echo(f"{'default':<10}{bundled('config.yaml')}")


def _load(config: Path | None) -> Configuration:
    import os

    from translator.config.load import load_config

    return load_config(config, environment=os.environ, folder=Path.cwd())


def _plain(value: object) -> str:
    """A value as it is written in YAML on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_plain(keys)}" for name, keys in value.items()) + "}"
    return str(value)
