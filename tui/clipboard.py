"""Reading the system's clipboard with the tools that are there; Textual can only write it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from translator.errors import InputError

_WAIT = 3.0
_WAYLAND = (("wl-paste", "--no-newline"),)
_X11 = (("xclip", "-selection", "clipboard", "-o"), ("xsel", "--clipboard", "--output"))
_MAC = (("pbpaste",),)
_WINDOWS = (("powershell", "-NoProfile", "-Command", "Get-Clipboard -Raw"),)


def read_clipboard() -> str:
    """The text in the clipboard.

    Raises:
        InputError: no tool can read it here.
    """
    for command in _commands():
        if shutil.which(command[0]) is None:
            continue
        try:
            done = subprocess.run(command, capture_output=True, timeout=_WAIT, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return done.stdout.decode("utf-8", "replace")
    raise InputError(
        "the clipboard cannot be read from here",
        remedy="paste with your terminal's own key instead (Ctrl+Shift+V, on a Mac Cmd+V)",
    )


def _commands() -> tuple[tuple[str, ...], ...]:
    if sys.platform == "darwin":
        return _MAC
    if sys.platform == "win32":
        return _WINDOWS
    if os.environ.get("WAYLAND_DISPLAY"):
        return _WAYLAND + _X11
    return _X11 if os.environ.get("DISPLAY") else ()
