"""Standard streams that stand whatever started the program: closed, full, odd or in no UTF-8."""

from __future__ import annotations

import errno
import io
import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

from cli.exit_codes import EXIT_TERMINATED

# Line breaks and terminal commands that a file's name can hold.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class ClosedOutput(io.TextIOBase):
    """Stands for a standard output that was closed before the program began."""

    encoding = "utf-8"

    def writable(self) -> bool:
        """True: the error comes with the first text."""
        return True

    def write(self, _: str) -> int:
        """Fail as the system would.

        Raises:
            OSError: always.
        """
        raise OSError(errno.EBADF, "it is closed", "standard output")


def one_line(message: str) -> str:
    """The message with line breaks and other control characters written as \\n, \\x1b and so on."""
    return _CONTROL.sub(lambda found: repr(found[0])[1:-1], message)


def prepare_streams() -> None:
    """Make the three streams usable; text that goes to a file or pipe is UTF-8."""
    # Streams of the type that the interpreter promises, but not if it found them closed.
    streams: Any = sys
    for descriptor in range(3):
        _occupy(descriptor)
    if streams.stdin is None:
        streams.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    if streams.stdout is None:
        streams.stdout = ClosedOutput()
    if streams.stderr is None:
        streams.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def end_on_signals() -> None:
    """Let a request to end (kill, a closed terminal) clean up as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # A signal that the caller ignores, as nohup does, stays ignored.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def flush_output() -> OSError | None:
    """Write out what is still held; on an error drop it, and return the error."""
    try:
        sys.stdout.flush()
    except OSError as error:
        abandon_output()
        return error
    return None


def abandon_output() -> None:
    """Send what standard output still holds nowhere, so that the exit does not fail on it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except OSError:
        # It has no descriptor of its own, so the exit does not touch it.
        return


def _occupy(descriptor: int) -> None:
    """Keep a closed descriptor from being given to the next file that is opened."""
    try:
        os.fstat(descriptor)
    except OSError:
        os.open(os.devnull, os.O_RDWR)


def _end(number: int, _: object) -> None:
    # The first signal is enough; a second must not break into the cleaning up.
    signal.signal(number, signal.SIG_IGN)
    raise SystemExit(EXIT_TERMINATED)
