"""No connections while a block runs: how Muqabala proves that it works offline."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator

# Raised by CPython itself (docs: "Audit events table"), so that no module can go around them.
_EVENTS = frozenset(
    {
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.bind",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
    }
)


class Refusals:
    """What was refused while the block ran: "socket.connect ('127.0.0.1', 80)" and the like."""

    def __init__(self) -> None:
        self.attempts: tuple[str, ...] = ()


_guard = threading.Lock()
_open: list[Refusals] = []
_hooked = False


@contextlib.contextmanager
def offline() -> Iterator[Refusals]:
    """Refuse every socket connection, datagram and name look-up of this process, loopback too.

    A refused call raises ConnectionRefusedError and is noted. It holds for all threads until the
    last open block ends. Only calls that go through Python are seen, not those that a compiled
    library makes by itself.
    """
    _hook_once()
    refusals = Refusals()
    with _guard:
        _open.append(refusals)
    try:
        yield refusals
    finally:
        with _guard:
            # By identity: two blocks without attempts are not the same block.
            _open[:] = [one for one in _open if one is not refusals]


def _hook_once() -> None:
    """Audit hooks cannot be removed, so there is one for good, idle outside of blocks."""
    global _hooked  # noqa: PLW0603
    with _guard:
        if not _hooked:
            sys.addaudithook(_audit)
            _hooked = True


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if not _open or event not in _EVENTS:
        return
    # The first argument of socket methods is the socket itself, which says nothing to a reader.
    shown = [argument for argument in arguments if type(argument).__name__ != "socket"]
    attempt = " ".join([event, *map(repr, shown)])
    with _guard:
        for refusals in _open:
            refusals.attempts += (attempt,)
    raise ConnectionRefusedError(f"refused while offline: {attempt}")
