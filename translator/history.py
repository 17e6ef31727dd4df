"""The log of scoring runs: one JSON object a line, appended whole, read back as a trend."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.errors import OutputError, ScoringError
from translator.locking import locked

if TYPE_CHECKING:
    from translator.report.tables import Table


@dataclass(frozen=True, slots=True)
class Run:
    """One system scored once.

    Attributes:
        date: local time with its offset, ISO 8601, as in "2026-11-03T14:05:00+02:00".
        system: the file or package setting that was scored.
        package: label and version of the package that translated, "" for a file.
        glossary: hash of all glossaries in force, "" without any.
        config: the settings that bear on the translation and the scores.
        references: names of the reference files.
        scores, signatures: by metric.
    """

    date: str
    system: str
    package: str
    glossary: str
    config: Mapping[str, str]
    references: tuple[str, ...]
    segments: int
    scores: Mapping[str, float]
    signatures: Mapping[str, str] = field(default_factory=dict)


def append_runs(path: Path, runs: Sequence[Run]) -> None:
    """Add runs to the end of a log; two programs can write at the same time.

    Raises:
        OutputError: the log cannot be written or stays locked.
    """
    lines = "".join(json.dumps(_as_json(run), ensure_ascii=False) + "\n" for run in runs)
    with locked(path):
        try:
            _append(path, lines.encode("utf-8"))
        except OSError as error:
            raise OutputError(
                f"cannot write ({error.strerror or error})",
                where=str(path),
                remedy="free some space or choose another place",
            ) from error


def _append(path: Path, data: bytes) -> None:
    """Write all of data at the end; on an error the file is cut back to what it was."""
    with path.open("ab") as stream:
        before = stream.tell()
        try:
            # A last line without its break would swallow the new one.
            if before and not _ends_with_break(path):
                stream.write(b"\n")
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        except OSError:
            os.truncate(path, before)
            raise


def _ends_with_break(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"


def read_runs(path: Path) -> tuple[Run, ...]:
    """All runs of a log, oldest first.

    Raises:
        ScoringError: the log cannot be read, is empty, or a line is no run.
    """
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except OSError as error:
        raise ScoringError(
            f"cannot read ({error.strerror or error})",
            where=str(path),
            remedy="name a log that `muqabala score --log` has written",
        ) from error
    except UnicodeDecodeError as error:
        raise _no_run(str(path)) from error
    runs = [_from_line(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip()]
    if not runs:
        raise ScoringError(
            "has no runs yet", where=str(path), remedy="add one with `muqabala score --log`"
        )
    return tuple(runs)


def trend_table(runs: Sequence[Run]) -> Table:
    """The runs as a table, each score with its change since the last run of the same system."""
    from translator.report.tables import Table

    metrics = list(dict.fromkeys(name for run in runs for name in run.scores))
    last: dict[tuple[str, str], float] = {}
    rows = []
    for run in runs:
        cells = [run.date[:16].replace("T", " "), run.system, run.package, run.glossary]
        cells.append(str(run.segments))
        for name in metrics:
            value = run.scores.get(name)
            cells.append(
                "–" if value is None else _with_change(value, last.get((run.system, name)))
            )
            if value is not None:
                last[run.system, name] = value
        rows.append(tuple(cells))
    header = ("Date", "System", "Package", "Glossary", "Segments", *metrics)
    explanation = "In brackets the change since the system's run before."
    return Table("history", "Scoring runs", explanation, header, tuple(rows), words=4)


def _with_change(value: float, before: float | None) -> str:
    return f"{value:.2f}" if before is None else f"{value:.2f} ({value - before:+.2f})"


def _as_json(run: Run) -> dict[str, Any]:
    return {
        "date": run.date,
        "system": run.system,
        "package": run.package,
        "glossary": run.glossary,
        "config": dict(run.config),
        "references": list(run.references),
        "segments": run.segments,
        "scores": dict(run.scores),
        "signatures": dict(run.signatures),
    }


def _from_line(line: str, where: str) -> Run:
    try:
        values = json.loads(line)
        return Run(
            date=str(values["date"]),
            system=str(values["system"]),
            package=str(values["package"]),
            glossary=str(values["glossary"]),
            config={str(key): str(value) for key, value in values["config"].items()},
            references=tuple(map(str, values["references"])),
            segments=int(values["segments"]),
            scores={str(name): float(value) for name, value in values["scores"].items()},
            signatures={str(name): str(value) for name, value in values["signatures"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _no_run(where) from error


def _no_run(where: str) -> ScoringError:
    return ScoringError(
        "is no scoring run",
        where=where,
        remedy="take the line out, or name a log that `muqabala score --log` has written",
    )
