"""A text from the clipboard kept as a file, so that work on it is saved like any article's."""

from __future__ import annotations

import hashlib
from pathlib import Path

from translator.atomic import write_text
from translator.errors import InputError
from translator.locations import user_data_folder


def keep_pasted(text: str, folder: Path | None = None) -> Path:
    """Write a text to a file in the user's data folder; the same text always to the same file.

    Raises:
        InputError: there is no text in it.
        OutputError: it cannot be written.
    """
    if not text.strip():
        raise InputError(
            "there is no text in the clipboard", remedy="copy the Arabic text first, then try again"
        )
    name = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    path = (folder or user_data_folder()) / "pasted" / f"{name}.ar.txt"
    if not path.exists():
        write_text(path, text if text.endswith("\n") else text + "\n")
    return path
