"""Which files a command's arguments mean."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator.errors import InputError

TEXT_ENDINGS = (".txt", ".md", ".markdown")
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to translate.

    Attributes:
        path: None for standard input.
        relative: where it lies below the folder that the user named, for --out-dir.
    """

    path: Path | None
    relative: Path

    @property
    def name(self) -> str:
        """What the file is called in messages."""
        return STANDARD_INPUT if self.path is None else str(self.path)


def collect_inputs(arguments: Sequence[str]) -> tuple[InputFile, ...]:
    """Files, folders (all text files below them) and globs, in order, each once.

    Raises:
        InputError: a path does not exist, a glob matches nothing, or a folder has no text file.
    """
    files: dict[str, InputFile] = {}
    for argument in arguments:
        for file in _expand(argument):
            files.setdefault(file.name, file)
    return tuple(files.values())


def _expand(argument: str) -> Iterator[InputFile]:
    if argument == STANDARD_INPUT:
        yield InputFile(None, Path("standard-input.txt"))
        return
    path = Path(argument)
    if path.is_dir():
        yield from _folder(path)
    elif path.exists() or not glob.has_magic(argument):
        yield InputFile(path, Path(path.name))
    else:
        matches = sorted(glob.glob(argument, recursive=True))
        if not matches:
            raise InputError("no file matches", where=argument, remedy="check the pattern")
        for match in matches:
            found = Path(match)
            if found.is_file():
                yield InputFile(found, Path(found.name))
            else:
                yield from _folder(found)


def _folder(folder: Path) -> Iterator[InputFile]:
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in TEXT_ENDINGS and path.is_file() and not _hidden(path, folder)
    )
    if not files:
        endings = ", ".join(TEXT_ENDINGS)
        raise InputError(
            f"no text file ({endings}) in this folder",
            where=str(folder),
            remedy="name the files themselves or another folder",
        )
    for path in files:
        yield InputFile(path, path.relative_to(folder))


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
