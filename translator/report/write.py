"""Reports written to files, in the format that the file's ending says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from translator.atomic import write_text
from translator.errors import OutputError
from translator.report.content import Report
from translator.report.html import render_html
from translator.report.json import render_json
from translator.report.markdown import render_markdown

_FORMATS: dict[str, Callable[[Report], str]] = {
    ".html": render_html,
    ".md": render_markdown,
    ".json": render_json,
}


def require_report_name(path: Path) -> None:
    """Refuse an ending that no format has, before any work is done.

    Raises:
        OutputError: the ending is not one of .html, .md and .json.
    """
    if path.suffix.lower() not in _FORMATS:
        raise OutputError(
            f"no report has the ending {path.suffix!r}",
            where=str(path),
            remedy=f"choose from {', '.join(_FORMATS)}",
        )


def write_report(report: Report, path: Path) -> None:
    """Write a report atomically.

    Raises:
        OutputError: the ending is not one of .html, .md and .json, or the file cannot be written.
    """
    require_report_name(path)
    write_text(path, _FORMATS[path.suffix.lower()](report))
