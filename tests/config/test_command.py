"""`muqabala config` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.config import app

runner = CliRunner()


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator.config.load.user_config_folder", lambda: tmp_path / "user")
    monkeypatch.chdir(tmp_path)


def test_show_prints_value_and_origin(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(
        "engine:\n  beam: 2\ntui:\n  keys: {next: n}\n", encoding="utf-8"
    )
    lines = runner.invoke(app, ["show"], env={"MUQABALA_ENGINE__BATCH": "8"}).output.splitlines()
    rows = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines}
    assert rows["engine.beam"].split() == ["2", "config.yaml:2"]
    assert rows["engine.batch"].split() == ["8", "environment", "MUQABALA_ENGINE__BATCH"]
    assert rows["language.force"].split() == ["false", "default"]
    assert rows["tui.keys"].startswith("{next: [n]} ")


def test_show_as_json_and_without_a_file() -> None:
    content = json.loads(runner.invoke(app, ["show", "--json"]).output)
    assert content["glossary.files"] == {"value": ["news"], "origin": "default"}
    assert "`muqabala config path`" in runner.invoke(app, ["show"]).output


def test_path_marks_the_file_in_force(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").touch()
    lines = runner.invoke(app, ["path"]).output.splitlines()
    assert lines[0].split() == ["in", "force", str(tmp_path / "config.yaml")]
    assert lines[1].split() == ["absent", str(tmp_path / "user" / "config.yaml")]
    assert lines[2].startswith("default")
