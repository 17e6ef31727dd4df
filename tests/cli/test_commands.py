"""The table of commands says what the commands say, and --help loads none of them."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from cli.command_line import app
from cli.commands import COMMANDS

runner = CliRunner()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_repeats_each_commands_own_help(name: str) -> None:
    module, attribute, summary = COMMANDS[name]
    target = getattr(__import__(module, fromlist=[attribute]), attribute)
    help_text = target.info.help if isinstance(target, typer.Typer) else inspect.getdoc(target)
    assert help_text.split("\n\n")[0].replace("\n", " ") == summary
    shown = runner.invoke(app, [name, "--help"])
    assert shown.exit_code == 0
    assert f"muqabala {name}" in shown.output


def test_help_lists_all_commands_and_loads_none() -> None:
    program = (
        "import sys; sys.argv = ['muqabala', '--help']\n"
        "from cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'argostranslate', 'ctranslate2', 'sacrebleu', 'textual', 'langdetect', 'yaml',"
        " 'pydantic', 'ruamel', 'lxml', 'jinja2', 'rich', 'numpy', 'sentencepiece', 'cli.package',"
        " 'cli.translate', 'secrets', 'hashlib', 'translator.atomic'}\n"
        "print('loaded:', sorted(heavy & set(sys.modules)))\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert shown.endswith("loaded: []\n")
    for name in COMMANDS:
        assert f"\n  {name} " in shown


def test_an_unknown_command_names_the_nearest() -> None:
    result = runner.invoke(app, ["docter"])
    assert result.exit_code == 2
    assert 'did you mean "doctor"?' in result.stderr
