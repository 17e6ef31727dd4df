"""Glossaries that are edited while the program runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translator.errors import GlossaryError
from translator.glossary.stack import GlossaryStack, load_stack, stack_paths

_State = dict[Path, tuple[int, int, int] | None]


class GlossaryWatcher:
    """Keeps the last good stack of glossaries, and reads changed files when asked to.

    It starts no thread: call refresh() now and then, for instance before each part of a long
    file or when watchfiles reports a change.

    Attributes:
        stack: the last stack without faults.
        problem: why the newest edit is not in use, "" if it is.
    """

    def __init__(self, files: Sequence[str], user_file: Path | None, *, base: Path):
        """Read the glossaries a first time; GlossaryError if that fails."""
        self._files = tuple(files)
        self._user_file = user_file
        self._base = base
        self._state = self._look()
        self.stack: GlossaryStack = load_stack(self._files, user_file, base=base)
        self.problem = ""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files to watch, whether or not they exist."""
        return tuple(self._state)

    def refresh(self) -> bool:
        """Read the glossaries again if a file changed; True if `stack` is a new one.

        A fault in an edited file is put in `problem`, and the last good stack stays.
        """
        state = self._look()
        if state == self._state:
            return False
        self._state = state
        try:
            stack = load_stack(self._files, self._user_file, base=self._base)
        except GlossaryError as error:
            self.problem = f"{error} (the last good glossary stays in use)"
            return False
        self.problem = ""
        if stack.signature == self.stack.signature:
            return False
        self.stack = stack
        return True

    def _look(self) -> _State:
        """Size, time and inode of every file; a file saved by renaming has a new inode."""
        try:
            paths = list(stack_paths(self._files, self._user_file, base=self._base))
        except GlossaryError:
            # A file has gone: that is a change, which load_stack then reports.
            paths = []
        if self._user_file is not None and self._user_file not in paths:
            paths.append(self._user_file)
        return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
