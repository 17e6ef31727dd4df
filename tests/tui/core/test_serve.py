"""The UI in a browser: on this computer only, and the page talks to nobody else."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

MUQABALA = str(Path(sys.executable).parent / "muqabala")


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONUTF8": "1"}
    server = subprocess.Popen(
        [MUQABALA, "serve", "--port", str(number)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", number)) == 0:
                break
        time.sleep(0.1)
    yield number
    server.terminate()
    server.wait(10)


def answer(port: int, **headers: str) -> tuple[int, str, str]:
    """Status, policy and text of the page."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as page:
            policy = page.headers["Content-Security-Policy"]
            return page.status, policy, page.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, "", ""


def test_this_computer_only(port: int) -> None:
    status, policy, _ = answer(port)
    assert status == 200
    assert "default-src 'self'" in policy
    assert not re.search(r"https?:", policy)
    assert answer(port, Host="elsewhere.example")[0] == 403
    assert answer(port, Origin="http://elsewhere.example")[0] == 403
    listening = subprocess.run(
        ["ss", "-ltnH"], check=False, capture_output=True, encoding="utf-8"
    ).stdout
    places = {line.split()[3] for line in listening.splitlines() if f":{port} " in line}
    assert places <= {f"127.0.0.1:{port}"}


@pytest.mark.chromium
@pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed")
def test_browser_shows_the_start_screen(port: int, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-sync",
            "--no-first-run",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--window-size=1000,600",
            "--virtual-time-budget=12000",
            f"--screenshot={picture}",
            f"http://127.0.0.1:{port}/",
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert picture.stat().st_size > 5_000
