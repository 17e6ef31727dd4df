"""The UI in a browser: on this computer only, and the page talks to nobody else."""

from __future__ import annotations

import asyncio
import base64
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import aiohttp
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


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[int]:
    """Chromium without a screen; its debugging port."""
    profile = tmp_path / "profile"
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        f"--user-data-dir={profile}",
        "--window-size=1200,700",
        "--remote-debugging-port=0",
    ]
    with subprocess.Popen(
        ["chromium", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        told = profile / "DevToolsActivePort"
        for _ in range(300):
            if told.is_file() and told.read_text(encoding="utf-8").count("\n"):
                break
            time.sleep(0.1)
        yield int(told.read_text(encoding="utf-8").split()[0])
        process.terminate()


@pytest.mark.chromium
@pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed")
async def test_browser_shows_the_start_screen(port: int, browser: int, tmp_path: Path) -> None:
    drawn, answered, picture = "", set(), b""
    async with aiohttp.ClientSession() as session:
        pages = await (await session.get(f"http://127.0.0.1:{browser}/json")).json()
        address = next(p["webSocketDebuggerUrl"] for p in pages if p["type"] == "page")
        async with session.ws_connect(address, max_msg_size=0) as page:
            await page.send_json({"id": 1, "method": "Network.enable"})
            go = {"url": f"http://127.0.0.1:{port}/"}
            await page.send_json({"id": 2, "method": "Page.navigate", "params": go})
            while not picture:
                event = await asyncio.wait_for(page.receive_json(), 40)
                details = event.get("params", {}).get("response", {})
                if event.get("method") == "Network.responseReceived":
                    answered.add(urllib.parse.urlsplit(details["url"]).netloc)
                binary = details.get("opcode") == 2
                if event.get("method") == "Network.webSocketFrameReceived" and binary:
                    drawn += base64.b64decode(details["payloadData"]).decode("utf-8", "replace")
                    if "example article" in drawn:
                        await page.send_json({"id": 3, "method": "Page.captureScreenshot"})
                if event.get("id") == 3:
                    picture = base64.b64decode(event["result"]["data"])
    (tmp_path / "page.png").write_bytes(picture)
    assert answered - {""} == {f"127.0.0.1:{port}"}
    assert len(picture) > 5_000
