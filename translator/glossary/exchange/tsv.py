"""TSV: a table with tabs; see table.py for its columns and what it loses."""

from __future__ import annotations

from translator.glossary.exchange import table
from translator.glossary.exchange.termbase import TermBase

_DELIMITER = "\t"


def write(base: TermBase) -> str:
    """The terms as TSV text."""
    return table.write(base, _DELIMITER)


def read(content: bytes, file: str) -> TermBase:
    """The terms of a TSV file; raises GlossaryError with file:line."""
    return table.read(content, file, _DELIMITER)
