"""The log file: what happened, with tracebacks that never reach the screen."""

from __future__ import annotations

import logging
from pathlib import Path

_LARGEST = 1_000_000
LOGGER = logging.getLogger("muqabala")


def log_to(path: Path) -> None:
    """Write the log to a file of at most a megabyte, with one older one beside it.

    A file that cannot be written is done without: a full disk must not stop the reader.
    """
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        LOGGER.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.raiseExceptions = False  # type: ignore[attr-defined]
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
