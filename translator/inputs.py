"""Which files a command's arguments mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator.errors import InputError
from translator.locations import exists, is_folder, printable

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
        return STANDARD_INPUT if self.path is None else printable(self.path)


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
    if not argument.strip():
        raise InputError("a file's name is empty", remedy="name a file, or - for standard input")
    path = Path(argument)
    if is_folder(path):
        yield from _folder(path)
    elif exists(path) or not glob.has_magic(argument):
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
    files = sorted(_text_files(folder))
    if not files:
        endings = ", ".join(TEXT_ENDINGS)
        raise InputError(
            f"no text file ({endings}) in this folder",
            where=str(folder),
            remedy="name the files themselves or another folder",
        )
    for path in files:
        yield InputFile(path, path.relative_to(folder))


def _text_files(folder: Path) -> Iterator[Path]:
    """Text files below a folder, and sub-folders that cannot be read: reading them says why."""
    unreadable: list[Path] = []
    for place, folders, names in os.walk(
        folder, onerror=lambda error: unreadable.append(Path(os.fsdecode(error.filename)))
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if path.suffix.lower() in TEXT_ENDINGS and not name.startswith(".") and path.is_file():
                yield path
    yield from unreadable
