"""A packed package (.argosmodel, a zip file): checked before anything of it is written."""

from __future__ import annotations

import contextlib
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translator.errors import PackageError
from translator.packages.folder import ARABIC_TO_ENGLISH, TOKENIZERS, read_folder
from translator.packages.metadata import Metadata, check_pair, parse_metadata

# Argos's largest packages unpack to about 0.3 GB and shrink to a half when packed.
MOST_BYTES = 4 * 1024**3
MOST_ENTRIES = 10_000
MOST_METADATA_BYTES = 1024**2
MOST_RATIO = 100
_SMALL_ENTRY = 1024**2
_BLOCK = 1024**2
_BROKEN = "get the file again"
_REFUSED = "do not use this file; get the package from a source that you trust"


@dataclass(frozen=True, slots=True)
class ArchiveContent:
    """What a checked archive holds.

    Attributes:
        top: the name of its only top folder.
        size: bytes when unpacked.
    """

    top: str
    metadata: Metadata
    size: int


def check_archive(path: Path, *, pair: tuple[str, str] = ARABIC_TO_ENGLISH) -> ArchiveContent:
    """Look through an archive's table of contents and metadata; nothing is written.

    Raises:
        PackageError: no zip file, broken, dangerous (paths outside its folder, links, a zip bomb),
            not one package folder, incomplete, or of another language pair.
    """
    try:
        with _opened(path) as archive:
            return _content(archive, path, pair)
    except OSError as error:  # Damaged offsets make zipfile seek to places that cannot be.
        problem = f"cannot be read or is damaged ({error.strerror or error})"
        raise PackageError(problem, where=str(path), remedy=_BROKEN) from error


def unpack(
    path: Path,
    destination: Path,
    *,
    staging: Path,
    pair: tuple[str, str] = ARABIC_TO_ENGLISH,
) -> None:
    """Unpack a checked archive's top folder so that destination appears whole or not at all.

    Args:
        destination: the new package folder; it must not exist.
        staging: a folder on the same disk in which the work is done.

    Raises:
        PackageError: see check_archive; also a full disk, a damaged entry or a cut-short model.
    """
    content = check_archive(path, pair=pair)
    try:
        staging.mkdir(parents=True, exist_ok=True)
        destination.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(staging).free < content.size:
            raise PackageError(
                f"needs {content.size / 1e6:.0f} MB of free disk space",
                where=str(staging),
                remedy="free some space; nothing was changed",
            )
        with tempfile.TemporaryDirectory(
            prefix=".unpacking-", dir=staging, ignore_cleanup_errors=True
        ) as temporary:
            _extract(path, Path(temporary))
            folder = Path(temporary) / content.top
            read_folder(folder, content.top, pair=pair)
            folder.rename(destination)
    except OSError as error:
        raise PackageError(
            f"cannot unpack {path} ({error.strerror or error})",
            where=str(destination),
            remedy="free some space or check the folder's permissions; nothing was changed",
        ) from error


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except FileNotFoundError as error:
        raise PackageError("no such file", where=str(path), remedy="check the path") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        problem = f"is no .argosmodel file or is damaged ({error})"
        raise PackageError(problem, where=str(path), remedy=_BROKEN) from error
    except (NotImplementedError, UnicodeDecodeError, ValueError) as error:
        problem = f"is packed in a way that cannot be read ({error})"
        raise PackageError(problem, where=str(path), remedy=_BROKEN) from error


def _content(archive: zipfile.ZipFile, path: Path, pair: tuple[str, str]) -> ArchiveContent:
    entries = archive.infolist()
    _check_entries(entries, path)
    top = _top_folder(entries, path)
    names = {entry.filename for entry in entries}
    _require(f"{top}/metadata.json", names, path)
    metadata = _metadata(archive, f"{top}/metadata.json", path)
    check_pair(metadata, pair, str(path))
    if not any(f"{top}/{name}" in names for name in TOKENIZERS):
        raise PackageError(
            f"holds no tokenizer ({' or '.join(TOKENIZERS)})", where=str(path), remedy=_BROKEN
        )
    _require(f"{top}/model/model.bin", names, path)
    return ArchiveContent(top, metadata, sum(entry.file_size for entry in entries))


def _check_entries(entries: list[zipfile.ZipInfo], path: Path) -> None:
    if len(entries) > MOST_ENTRIES:
        problem = f"holds {len(entries):,} files, more than {MOST_ENTRIES:,}"
        raise PackageError(problem, where=str(path), remedy=_REFUSED)
    total = sum(entry.file_size for entry in entries)
    if total > MOST_BYTES:
        problem = f"would unpack to {total / 1e9:.1f} GB, more than {MOST_BYTES / 1e9:.1f} GB"
        raise PackageError(problem, where=str(path), remedy=_REFUSED)
    seen: set[str] = set()
    for entry in entries:
        fault = _fault(entry)
        if not fault and entry.filename.casefold() in seen:
            fault = "stands in it twice"
        if fault:
            problem = f"entry {entry.filename!r} {fault}"
            raise PackageError(problem, where=str(path), remedy=_REFUSED)
        seen.add(entry.filename.casefold())


def _fault(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not to be unpacked, "" if it is harmless."""
    # orig_filename, because zipfile cuts names at a NUL and turns the platform's separators.
    name = entry.orig_filename
    parts = name.rstrip("/").split("/")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    odd = any(letter in "\\:" or not letter.isprintable() for letter in name)
    if odd or "" in parts or "." in parts or ".." in parts:
        return "has a path that leads out of its folder or is not portable"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is a link or a special file"
    if entry.flag_bits & 0x1:
        return "is encrypted"
    large = entry.file_size > _SMALL_ENTRY
    if large and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        return "unpacks to more than a hundred times its size"
    return ""


def _top_folder(entries: list[zipfile.ZipInfo], path: Path) -> str:
    tops = sorted({entry.filename.split("/", 1)[0] for entry in entries})
    files = [entry.filename for entry in entries if "/" not in entry.filename]
    if len(tops) != 1 or files:
        found = ", ".join(tops[:4]) or "nothing"
        problem = f"must hold exactly one folder at its top, not: {found}"
        raise PackageError(problem, where=str(path), remedy=_BROKEN)
    return tops[0]


def _require(name: str, names: set[str], path: Path) -> None:
    if name not in names:
        raise PackageError(f"holds no {name}", where=str(path), remedy=_BROKEN)


def _metadata(archive: zipfile.ZipFile, name: str, path: Path) -> Metadata:
    where = f"{path}, {name}"
    if archive.getinfo(name).file_size > MOST_METADATA_BYTES:
        raise PackageError("is too large", where=where, remedy=_REFUSED)
    return parse_metadata(archive.read(name), where)


def _extract(path: Path, folder: Path) -> None:
    """Write all files; zipfile itself stops at the announced size and checks each CRC."""
    with _opened(path) as archive:
        for entry in archive.infolist():
            target = folder.joinpath(*entry.filename.rstrip("/").split("/"))
            if entry.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as source, target.open("xb") as stream:
                shutil.copyfileobj(source, stream, _BLOCK)
