"""CSV: a table with commas; see table.py for its columns and what it loses."""

from __future__ import annotations

from translator.glossary.exchange import table
from translator.glossary.exchange.termbase import TermBase

_DELIMITER = ","


def write(base: TermBase) -> str:
    """The terms as CSV text."""
    return table.write(base, _DELIMITER)


def read(content: bytes, file: str) -> TermBase:
    """The terms of a CSV file; raises GlossaryError with file:line."""
    return table.read(content, file, _DELIMITER)
