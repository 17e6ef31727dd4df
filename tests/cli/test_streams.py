"""Whatever the streams, file names and folders are like, the end is one line and a known code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.streams import one_line
from translator.doctor import _writable

Muqabala = Callable[..., Any]
PROGRAM = (sys.executable, "-c", "from cli.main import main; main()")
needs_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


def _shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run `command` in a shell where "$@" is muqabala."""
    return subprocess.run(
        ["bash", "-c", command, "bash", *PROGRAM],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@needs_full_device
@pytest.mark.parametrize("command", ["--help", "config show", "config show --json"])
def test_full_standard_output_is_one_line(command: str) -> None:
    ended = _shell(f'"$@" {command} > /dev/full')
    assert ended.returncode == 2
    assert ended.stderr == (
        "muqabala: standard output: No space left on device; "
        "free some space or choose another place\n"
    )


@needs_posix
def test_closed_streams() -> None:
    no_output = _shell('"$@" config show >&-')
    assert no_output.returncode == 2
    assert no_output.stderr.startswith("muqabala: standard output: it is closed;")
    no_input = _shell('"$@" translate - --no-glossary <&-')
    assert (no_input.returncode, no_input.stderr) == (
        2,
        "muqabala: -: the file is empty; give a file with text in it\n",
    )
    no_errors = _shell('"$@" translate missing.txt 2>&-')
    assert (no_errors.returncode, no_errors.stdout) == (2, "")


@needs_posix
def test_a_reader_that_leaves_ends_it_silently() -> None:
    ended = _shell('"$@" config show | true')
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_output_that_no_terminal_reads_is_utf8() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "latin-1", "MUQABALA_GLOSSARY__FILES": "[سماء]"}
    shown = subprocess.run(
        [*PROGRAM, "config", "show"], capture_output=True, env=environment, check=False
    )
    assert shown.returncode == 0
    assert "سماء" in shown.stdout.decode("utf-8")


@needs_posix
def test_a_folder_that_is_gone() -> None:
    ended = _shell('mkdir gone && cd gone && rmdir ../gone && "$@" config show')
    assert (ended.returncode, ended.stderr) == (
        2,
        "muqabala: the current folder does not exist any more; change to another folder\n",
    )


@needs_posix
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 143), ("SIGINT", 130)])
def test_a_request_to_end_leaves_nothing_behind(name: str, code: int) -> None:
    program = (
        "import sys; from pathlib import Path; from translator.atomic import atomic_writer\n"
        "import cli.config, cli.main, time\n"
        "def wait(_):\n"
        "    with atomic_writer(Path('out.txt')) as file:\n"
        "        print('ready', flush=True)\n"
        "        while True: time.sleep(0.01)\n"
        "cli.config._load = wait\n"
        "sys.argv = ['muqabala', 'config', 'show']; cli.main.main()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.send_signal(getattr(signal, name))
        _, errors = running.communicate(timeout=30)
    assert running.returncode == code
    assert errors == ("muqabala: stopped\n" if code == 130 else "")
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("plain مقال", "plain مقال"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("\x1b[31mred\x9b\u2028", "\\x1b[31mred\\x9b\\u2028"),
    ],
)
def test_messages_stay_on_one_line(message: str, shown: str) -> None:
    assert one_line(message) == shown


def test_names_too_long_for_the_disk(muqabala: Muqabala) -> None:
    name = "ا" * 300 + ".txt"
    result = muqabala("translate", name)
    assert result.code == 2
    assert result.err.count("\n") == 1
    Path("a.txt").write_text("كلمة واحدة هنا", encoding="utf-8")
    result = muqabala("translate", "a.txt", "--no-glossary", "-o", name)
    assert result.code == 2
    assert "choose a shorter name" in result.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["translate", ""], "a file's name is empty"),
        (["translate", "a.txt", "--package", ""], "its name is empty"),
        (["translate", "a.txt", "--glossary", ""], "a glossary's name is empty"),
        (["translate", "a.txt", "-o", "."], "it is a folder); name a file in it"),
        (["translate", "a.txt", "-o", "a.txt/b.txt"], "a part of this path is a file"),
        (["translate", "two\nlines.txt"], "two\\nlines.txt: no such file"),
    ],
)
@pytest.mark.usefixtures("without_model")
def test_odd_arguments(muqabala: Muqabala, arguments: list[str], says: str) -> None:
    Path("a.txt").write_text("كلمة واحدة هنا", encoding="utf-8")
    result = muqabala(*arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert says in result.err


@needs_posix
@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize("form", ["txt", "md", "jsonl", "tsv", "html"])
def test_a_file_name_that_is_no_utf8(muqabala: Muqabala, form: str) -> None:
    name = os.fsdecode(b"lat\xe9in.txt")
    try:
        Path(name).write_text("كلمة واحدة هنا", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes UTF-8 names only")
    result = muqabala("translate", "--no-glossary", name, "--to", form)
    assert (result.code, result.err) == (0, "")
    assert "3 words" in result.out
    assert form in ("txt", "md") or "xe9in.txt" in result.out


@needs_posix
@pytest.mark.usefixtures("without_model")
def test_folders_closed_to_the_user(muqabala: Muqabala, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as root, whom no permission stops, so the system's answer is faked."""
    Path("in/closed").mkdir(parents=True)
    Path("in/a.txt").write_text("كلمة واحدة هنا", encoding="utf-8")
    scan, look = os.scandir, os.stat

    def refuse(path: Any) -> None:
        if "closed" in os.fspath(path):
            raise PermissionError(13, "Permission denied", os.fspath(path))

    def scandir(path: Any = ".") -> Any:
        refuse(path)
        return scan(path)

    def stat(path: Any, **options: Any) -> Any:
        if isinstance(path, (str, Path)) and "closed/" in os.fspath(path):
            refuse(path)
        return look(path, **options)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "listdir", lambda path=".": refuse(path) or [])
    monkeypatch.setattr(os, "stat", stat)
    result = muqabala("translate", "--no-glossary", "in", "--out-dir", "out")
    assert result.code == 1
    assert "in/closed: cannot be read (Permission denied)" in result.err
    assert Path("out/a.en.txt").read_text(encoding="utf-8") == "3 words\n"
    result = muqabala("translate", "--no-glossary", "in/closed/a.txt")
    assert result.code == 2
    monkeypatch.setenv("XDG_CONFIG_HOME", "in/closed/config")
    monkeypatch.setenv("XDG_DATA_HOME", "in/closed/data")
    assert muqabala("config", "show").code == 0
    assert _writable("data folder", Path("in/closed/data")).name == "data folder"
