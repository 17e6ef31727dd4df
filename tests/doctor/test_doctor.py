"""The doctor names what is wrong, goes on, and proves that a translation needs no network."""

from __future__ import annotations

import io
import json
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli.command_line import app
from cli.doctor import _print_sample, _terminal_check
from translator.doctor import Check, Report, State, examine
from tui.terminal import choose

runner = CliRunner()


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("config", "data", "cache"):
        monkeypatch.setattr(
            f"translator.doctor.user_{name}_folder", lambda name=name: tmp_path / name
        )
    monkeypatch.setattr("translator.doctor.user_glossary_file", lambda _: tmp_path / "mine.yaml")
    monkeypatch.setattr("translator.config.load.user_config_folder", lambda: tmp_path / "config")
    monkeypatch.chdir(tmp_path)


def checks_of(named: tuple[str, ...] = (), **environment: str) -> dict[str, Check]:
    report = examine(named, config=None, environment=environment, folder=Path.cwd())
    return {check.name: check for check in report.checks}


@pytest.mark.model
def test_all_is_well_and_nothing_is_written(tmp_path: Path) -> None:
    checks = checks_of()
    assert {check.state for check in checks.values()} == {State.OK}
    assert "news" in checks["glossaries"].detail
    assert "BLEU" in checks["figures bundled"].detail
    assert "beam 4, length penalty 1" in checks["package bundled"].detail
    assert "president" in checks["offline, bundled"].detail
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the translation where another check is looked at."""
    monkeypatch.setattr("translator.doctor._offline", lambda package: Check("x", State.OK, "-"))


@pytest.mark.usefixtures("no_model")
def test_a_faulty_setting_does_not_end_the_examination() -> None:
    checks = checks_of(MUQABALA_ENGINE__BEEM="2")
    assert checks["settings"].state is State.FAIL
    assert "MUQABALA_ENGINE__BEAM" in checks["settings"].remedy
    assert checks["package bundled"].state is State.OK


@pytest.mark.usefixtures("no_model")
def test_a_faulty_package_and_glossary_are_named() -> None:
    checks = checks_of(("./nothing",), MUQABALA_GLOSSARY__FILES="nothing.yaml")
    assert checks["package"].state is State.FAIL
    assert "./nothing" in checks["package"].detail
    assert checks["glossaries"].state is State.FAIL
    assert checks["glossaries"].remedy


@pytest.mark.usefixtures("no_model")
def test_too_many_threads_and_no_glossary_are_warnings() -> None:
    checks = checks_of(MUQABALA_ENGINE__THREADS="1000", MUQABALA_GLOSSARY__FILES="")
    assert checks["threads"].state is State.WARN
    assert checks["glossaries"].state is State.WARN


@pytest.mark.usefixtures("no_model")
def test_a_folder_that_cannot_be_written_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    assert checks_of()["data folder"].state is State.WARN


class _Engine:
    """An engine that connects, or gives no English."""

    def __init__(self, package: Any):
        pass

    def translate(self, requests: Any) -> Any:
        from translator.engine.protocol import Hypothesis

        self.before()
        yield 0, (Hypothesis("؟", 0.0),)

    def before(self) -> None:
        """Nothing for the one that only gives no English."""


class _Connecting(_Engine):
    def before(self) -> None:
        with socket.socket() as client:
            client.settimeout(0)
            try:
                client.connect(("127.0.0.1", 9))
            except OSError:
                return


@pytest.mark.parametrize(
    ("engine", "part"),
    [(_Connecting, "tried to connect: socket.connect"), (_Engine, "translated")],
)
def test_an_engine_that_connects_or_is_broken_fails(
    monkeypatch: pytest.MonkeyPatch, engine: type[_Engine], part: str
) -> None:
    monkeypatch.setattr("translator.engine.argos.ArgosEngine", engine)
    check = checks_of()["offline, bundled"]
    assert check.state is State.FAIL
    assert part in check.detail
    assert check.remedy


def test_health_allows_warnings() -> None:
    ok, warn, fail = (Check("x", state, "") for state in State)
    assert Report((ok, warn)).healthy
    assert not Report((ok, fail)).healthy


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("columns", "state"), [("79", State.WARN), ("80", State.OK)])
def test_the_terminal_is_described_and_shown_a_test_line(
    monkeypatch: pytest.MonkeyPatch, columns: str, state: State
) -> None:
    screen = _Tty()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LINES", "24")
    terminal = choose("visual", {"TERM": "xterm-kitty"})
    check = _terminal_check(terminal)
    assert check.state is state
    assert f"kitty, {columns} x 24" in check.detail
    assert "Arabic in visual order" in check.detail
    _print_sample(terminal)
    assert "(NASA) 2019" in screen.getvalue()


@pytest.mark.usefixtures("no_model")
def test_the_command_ends_with_0_or_1() -> None:
    good = runner.invoke(app, ["doctor", "--json"])
    assert good.exit_code == 0
    content = json.loads(good.output)
    assert content["healthy"] is True
    assert {"name", "state", "detail", "remedy"} == set(content["checks"][0])
    bad = runner.invoke(app, ["doctor", "--package", "./nothing"])
    assert bad.exit_code == 1
    assert "-> check the path" in bad.output
    assert "terminal" in bad.output
