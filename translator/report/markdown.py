"""A report as Markdown: tables, signatures and notes."""

from __future__ import annotations

import re

from translator.report.content import Report
from translator.report.tables import Table, all_tables, signatures

# Signs that Markdown would read as markup inside a cell.
_MARKUP = re.compile(r"([\\`*_|<>\[\]])")


def render_markdown(report: Report) -> str:
    """The whole report as one Markdown text."""
    comparison = report.comparison
    parts = [f"# {_plain(report.title)}", _plain(report.created)]
    if comparison.notes:
        parts.append("\n".join(f"- Note: {_plain(note)}" for note in comparison.notes))
    parts += [_table(table) for table in all_tables(comparison)]
    listed = "\n".join(f"- {name}: `{value}`" for name, value in signatures(comparison))
    parts.append(f"## Signatures\n\n{listed}")
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    heading = f"## {_plain(table.title)}"
    if table.explanation:
        heading += f"\n\n{_plain(table.explanation)}"
    rule = ["---" if place < table.words else "---:" for place in range(len(table.header))]
    lines = [_row(table.header), "|" + "|".join(rule) + "|", *map(_row, table.rows)]
    return heading + "\n\n" + "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
