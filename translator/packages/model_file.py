"""A quick look at a CTranslate2 model.bin: is it one, and is it all there?"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import IO

from translator.errors import PackageError

# The layouts this module knows; CTranslate2 4 writes 6, older packages hold 4 or 5.
_OLDEST_LAYOUT = 4
_NEWEST_LAYOUT = 6
_MOST_DIMENSIONS = 16
_REMEDY = "get the package again"


def check_model_file(path: Path) -> None:
    """Walk over the headers of a model.bin without reading its weights; takes milliseconds.

    Layout as written by ModelSpec.save in ctranslate2/specs/model_spec.py: layout number, name,
    revision, count, then for each variable its name, shape, type and bytes, then the aliases.
    Layouts that this function does not know are left to CTranslate2.

    Raises:
        PackageError: the file is missing, unreadable, no model, or cut short.
    """
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size == 0:
                raise PackageError("is empty", where=str(path), remedy=_REMEDY)
            complete = _walk(stream, size)
    except FileNotFoundError as error:
        raise PackageError("is missing", where=str(path), remedy=_REMEDY) from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise PackageError(problem, where=str(path), remedy="check its permissions") from error
    except (struct.error, ValueError) as error:
        problem = "is cut short or is no CTranslate2 model"
        raise PackageError(problem, where=str(path), remedy=_REMEDY) from error
    if not complete:
        raise PackageError("is cut short", where=str(path), remedy=_REMEDY)


def _walk(stream: IO[bytes], size: int) -> bool:
    """True if everything the headers announce lies inside the file."""
    layout = _number(stream, "<I")
    if layout > _NEWEST_LAYOUT * 10 or layout == 0:
        raise ValueError("no layout number")
    if not _OLDEST_LAYOUT <= layout <= _NEWEST_LAYOUT:
        return True
    _skip_text(stream)
    _number(stream, "<I")
    for _ in range(_number(stream, "<I")):
        _skip_text(stream)
        dimensions = _number(stream, "<B")
        if dimensions > _MOST_DIMENSIONS:
            raise ValueError("too many dimensions")
        stream.seek(4 * dimensions + 1, os.SEEK_CUR)
        stream.seek(_number(stream, "<I"), os.SEEK_CUR)
        if stream.tell() > size:
            return False
    for _ in range(_number(stream, "<I")):
        _skip_text(stream)
        _skip_text(stream)
    return stream.tell() <= size


def _number(stream: IO[bytes], layout: str) -> int:
    value: int = struct.unpack(layout, stream.read(struct.calcsize(layout)))[0]
    return value


def _skip_text(stream: IO[bytes]) -> None:
    stream.seek(_number(stream, "<H"), os.SEEK_CUR)
