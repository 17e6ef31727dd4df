"""Files are whole or untouched, whatever happens while they are written."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from translator.atomic import atomic_writer, write_text
from translator.errors import OutputError

OLD = "قديم\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def assert_untouched(target: Path) -> None:
    assert target.read_text(encoding="utf-8") == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "new.txt"
    write_text(path, "فوستوشني\n")
    assert path.read_bytes() == "فوستوشني\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_the_line_break_is_the_one_asked_for(tmp_path: Path) -> None:
    write_text(tmp_path / "x", "a\nb\n", newline="\r\n")
    assert (tmp_path / "x").read_bytes() == b"a\r\nb\r\n"


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(*((os, "fsync") if where == "fsync" else (Path, "replace")), full)
    with pytest.raises(OutputError) as caught:
        write_text(target, "new")
    message = str(caught.value)
    assert str(target) in message
    assert "No space left" in message
    assert "nothing was changed" in message
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit")
def test_a_write_that_the_system_refuses_leaves_the_old_file(target: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OutputError, match="cannot write"):
            write_text(target, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert_untouched(target)


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_interrupted_block_leaves_the_old_file(target: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), atomic_writer(target) as stream:
        stream.write("half")
        raise error
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_process_leaves_the_old_file(target: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from translator.atomic import atomic_writer\n"
        f"with atomic_writer(Path({str(target)!r})) as stream:\n"
        "    stream.write('half' * 10000); stream.flush(); print('ready', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert target.read_text(encoding="utf-8") == OLD


def test_permissions_are_kept_and_new_files_follow_the_umask(target: Path) -> None:
    target.chmod(0o640)
    write_text(target, "new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    new, plain = target.with_name("new"), target.with_name("plain")
    write_text(new, "new")
    plain.write_text("plain", encoding="utf-8")
    assert new.stat().st_mode == plain.stat().st_mode


def test_a_symbolic_link_stays_and_its_target_is_replaced(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ع" * 120)
    write_text(path, "x")
    assert path.read_text(encoding="utf-8") == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="devices are files on Unix")
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "through\n")
        assert os.read(reader, 100) == b"through\n"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="folder: cannot write"):
        write_text(tmp_path / "folder", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
