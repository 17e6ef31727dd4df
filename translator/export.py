"""A translation written to a file in any format, with the user's edits; and its report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translator.atomic import atomic_writer
from translator.errors import OutputError
from translator.session import Session, session_path
from translator.translation import Translation
from translator.writers.formats import Format, require_room_for, writer_for

if TYPE_CHECKING:
    from translator.article_scores import ArticleScores
    from translator.glossary.matcher import Matcher


def export_path(article: Path, ending: str) -> Path:
    """Where a translation is offered to be written: article.ar.txt gives article.en.txt."""
    stem = article.stem
    name = stem[:-3] if stem.endswith(".ar") else stem
    return article.with_name(f"{name}.en.{ending}")


def export_translation(
    path: Path,
    format_: Format,
    translations: Sequence[Translation],
    session: Session,
    *,
    article: Path | None = None,
) -> None:
    """Write an article's translations; the user's edits stand in the first one.

    Args:
        translations: one for each package, all of the same document.
        article: the file that was translated, which is never written over.

    Raises:
        OutputError: the format does not hold so many packages, the path is the article or its
            session, or cannot be written.
    """
    from translator.corrected import with_session

    require_room_for(format_, len(translations))
    refuse_own_files(path, article)
    first, *others = translations
    parts = [(with_session(first, session), *others)]
    with atomic_writer(path, newline=first.document.line_break) as stream:
        writer_for(format_).write(parts, stream)


def export_report(
    path: Path,
    scores: ArticleScores,
    *,
    title: str,
    created: str,
    matcher: Matcher | None = None,
    article: Path | None = None,
) -> None:
    """Write the report of an article's scores: .html, .md or .json.

    Raises:
        OutputError: the ending is none of these, the path is the article's, or cannot be written.
    """
    from translator.report.content import make_report
    from translator.report.write import write_report
    from translator.scoring.names import expected_by_glossary

    refuse_own_files(path, article)
    source = scores.comparison.corpus.source
    expected = expected_by_glossary(matcher, source.lines) if matcher and source else ()
    write_report(make_report(scores.comparison, expected, title=title, created=created), path)


def refuse_own_files(path: Path, article: Path | None) -> None:
    """Refuse to write over the article or the work that is saved beside it.

    Raises:
        OutputError: the path is one of them.
    """
    if article is None:
        return
    real = os.path.realpath(path)
    for own, what in ((article, "the article"), (session_path(article), "your saved work")):
        if real == os.path.realpath(own):
            raise OutputError(
                f"this is {what} itself", where=str(path), remedy="choose another name"
            )
