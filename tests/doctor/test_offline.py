"""No connection gets through while a block runs, and all do afterwards."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from translator.offline import offline


@pytest.fixture
def port() -> object:
    """A port of this machine that accepts connections."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def raw_connect(port: int) -> None:
    with socket.socket() as client:
        client.connect(("127.0.0.1", port))


def raw_connect_ex(port: int) -> None:
    with socket.socket() as client:
        client.connect_ex(("127.0.0.1", port))


def send_datagram(port: int) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as client:
        client.sendto(b"text", ("127.0.0.1", port))


def listen(port: int) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))


def look_up(port: int) -> None:
    socket.getaddrinfo("localhost", port)


ATTEMPTS = [raw_connect, raw_connect_ex, send_datagram, listen, look_up]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_refused_inside_and_noted(port: int, attempt: Callable[[int], None]) -> None:
    with offline() as refusals, pytest.raises(ConnectionRefusedError, match="while offline"):
        attempt(port)
    assert len(refusals.attempts) == 1
    assert refusals.attempts[0].startswith("socket.")
    attempt(port)
    assert len(refusals.attempts) == 1


def test_libraries_see_a_network_failure(port: int) -> None:
    with offline() as refusals, pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/")
    assert refusals.attempts


def test_blocks_in_several_threads_end_one_by_one(port: int) -> None:
    inside, leave = threading.Event(), threading.Event()

    def other() -> None:
        with offline():
            inside.set()
            leave.wait()

    thread = threading.Thread(target=other)
    with offline() as refusals:
        thread.start()
        inside.wait()
    with pytest.raises(ConnectionRefusedError):
        raw_connect(port)
    leave.set()
    thread.join()
    raw_connect(port)
    assert refusals.attempts == ()


def test_an_error_inside_ends_the_block(port: int) -> None:
    with pytest.raises(KeyError), offline():
        raise KeyError
    raw_connect(port)
