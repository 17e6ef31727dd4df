"""The articles opened last, kept in the user's data folder."""

from __future__ import annotations

import json
from pathlib import Path

from translator.atomic import write_text
from translator.locations import user_data_folder
from translator.locking import locked

_MOST = 12


def recent_articles(folder: Path | None = None) -> tuple[Path, ...]:
    """The articles opened last that still exist, the newest first.

    A list that cannot be read counts as empty: it is no work of the user's.
    """
    return tuple(path for path in _stored(_list_file(folder)) if path.is_file())


def remember_article(article: Path, folder: Path | None = None) -> None:
    """Put an article at the head of the list.

    Raises:
        OutputError: the list cannot be written.
        SessionError: another program holds it.
    """
    path = _list_file(folder)
    article = article.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        others = [one for one in _stored(path) if one != article]
        names = [str(one) for one in [article, *others][:_MOST]]
        write_text(path, json.dumps(names, ensure_ascii=False, indent=1) + "\n")


def _list_file(folder: Path | None) -> Path:
    return (folder or user_data_folder()) / "recent.json"


def _stored(path: Path) -> list[Path]:
    try:
        names = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if not isinstance(names, list):
        return []
    return [Path(name) for name in names if isinstance(name, str)]
