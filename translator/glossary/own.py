"""The glossary that the user's changes go to, and taking them back."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path

from translator.errors import GlossaryError
from translator.glossary.edit import Change, add_term, remove_term, set_term, undo
from translator.glossary.term import Term
from translator.locations import bundled, user_glossary_file


def own_glossary(setting: str, named: Sequence[str] | None, *, base: Path) -> Path:
    """The file that new terms are written to.

    Args:
        setting: glossary.user_file of the configuration.
        named: glossaries named on the command line, which take the place of the user's own; None
            if none were. New terms go to the last one that is the user's.
        base: the folder that relative paths start at.

    Raises:
        GlossaryError: all that are named ship with the program.
    """
    from translator.glossary.stack import find_glossary

    if named is None:
        return user_glossary_file(setting)
    shipped = bundled("glossaries").resolve()
    for name in reversed(named):
        path = find_glossary(name, base=base)
        if shipped not in path.resolve().parents:
            return path
    raise GlossaryError(
        "none of the glossaries named with --glossary is your own",
        remedy="leave out --glossary, or name a file of yours as the last one",
    )


class OwnGlossary:
    """Changes to the user's glossary in one session, newest last, so that they can be undone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._changes: list[Change] = []
        # The order of the changes must be that in which they were written.
        self._lock = threading.Lock()

    def owns(self, term: Term) -> bool:
        """True if the term stands in this file."""
        return bool(term.file) and os.path.realpath(term.file) == os.path.realpath(self.path)

    def save(self, old: Term | None, new: Term) -> Change:
        """Put a term in: in place of old if that stands here, else on top of all others.

        Raises:
            GlossaryError, OutputError: as edit.add_term and edit.set_term.
        """
        with self._lock:
            own = old is not None and self.owns(old)
            change = set_term(self.path, old, new) if old and own else add_term(self.path, new)
            self._changes.append(change)
            return change

    def remove(self, term: Term) -> Change:
        """Take a term out.

        Raises:
            GlossaryError: it stands in another glossary; otherwise as edit.remove_term.
            OutputError: the file cannot be written.
        """
        if not self.owns(term):
            raise GlossaryError(
                f"{term.target} is not in your own glossary",
                where=f"{term.file}:{term.line}",
                remedy="change it: your own term then takes its place",
            )
        with self._lock:
            change = remove_term(self.path, term)
            self._changes.append(change)
            return change

    def undo(self) -> Change:
        """Take the newest change back.

        Raises:
            GlossaryError: there is none, or the file was changed by another program since.
            OutputError: the file cannot be written.
        """
        with self._lock:
            if not self._changes:
                raise GlossaryError(
                    "there is no change to undo",
                    remedy="only changes since the start can be undone",
                )
            back = undo(self._changes[-1])
            self._changes.pop()
            return back
