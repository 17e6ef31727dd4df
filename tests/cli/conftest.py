"""The command line run inside the test's process, in an empty home and an empty folder."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from translator.engine.protocol import Hypothesis, PackageInfo, Request


@dataclass(frozen=True)
class Result:
    """What a call of the command gave."""

    code: int
    out: str
    err: str


Muqabala = Callable[..., Result]


class _Input:
    def __init__(self, content: bytes):
        self.buffer = io.BytesIO(content)

    def isatty(self) -> bool:
        return False

    def fileno(self) -> int:
        raise io.UnsupportedOperation


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No settings, glossaries or packages of whoever runs the tests."""
    home = tmp_path / "home"
    folder = tmp_path / "work"
    home.mkdir()
    folder.mkdir()
    for name, place in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "config",
        "LOCALAPPDATA": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
    }.items():
        monkeypatch.setenv(name, str(home / place))
    monkeypatch.chdir(folder)
    return home


@pytest.fixture
def muqabala(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Muqabala]:
    """Call the command: muqabala("translate", "-", stdin=b"...")."""

    def call(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["muqabala", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", _Input(stdin))
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
        out, err = capfd.readouterr()
        return Result(code, out, err)

    yield call


class WordCountEngine:
    """Stands in for the model: "<n> words" for a source of n words, with alternatives on demand."""

    def __init__(self, package: PackageInfo, **_: Any):
        self.package = package

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for position, request in enumerate(requests):
            text = f"{len(request.source.split())} words"
            yield (
                position,
                tuple(Hypothesis(text + "." * n, -0.1 - n) for n in range(request.n_best)),
            )

    def fits(self, source: str) -> bool:
        return len(source) < 2000


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Translations count words in place of running the model."""
    monkeypatch.setattr("translator.engine.argos.ArgosEngine", WordCountEngine)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def call(*arguments: str | Path) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of a call."""
        monkeypatch.setattr("sys.argv", ["muqabala", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        output = capsys.readouterr()
        return int(ended.value.code or 0), output.out, output.err

    return call
