"""Keeps the terminal from reordering Arabic while the program draws, also when the mode changes."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Mapping
from typing import TextIO, cast

from textual.app import App

from tui.terminal import Setting, Terminal, choose, ordering_kept

SETTINGS: tuple[Setting, ...] = ("auto", "visual", "logical")


class Ordering:
    """The way of drawing Arabic in force, and what the terminal was told about it."""

    def __init__(self, app: App[None], environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._stream = _TerminalStream(app)
        self._told = contextlib.ExitStack()
        self.setting: Setting = "auto"
        self.terminal: Terminal = choose("auto", environment)

    def use(self, setting: Setting) -> None:
        """Draw in another way, and tell the terminal if it has to be told."""
        self.setting = setting
        terminal = choose(setting, self._environment)
        if terminal.needs_bidi_off != self.terminal.needs_bidi_off:
            self._told.close()
            self.terminal = terminal
            self.begin()
        self.terminal = terminal

    def begin(self) -> None:
        """Tell the terminal, before anything is drawn."""
        self._told.enter_context(ordering_kept(self.terminal, cast("TextIO", self._stream)))

    def end(self) -> None:
        """Give the terminal its own way back."""
        self._told.close()

    def next_setting(self) -> Setting:
        """The way after this one."""
        return SETTINGS[(SETTINGS.index(self.setting) + 1) % len(SETTINGS)]


class _TerminalStream(io.TextIOBase):
    """Writes through Textual while it runs, so that no escape sequence is cut in two."""

    def __init__(self, app: App[None]) -> None:
        super().__init__()
        self._app = app

    def isatty(self) -> bool:
        terminal = sys.__stderr__
        return not self._app.is_headless and terminal is not None and terminal.isatty()

    def write(self, text: str) -> int:
        driver = self._app._driver
        if self._app.is_running and driver is not None and not driver.is_headless:
            driver.write(text)
        elif sys.__stderr__:
            sys.__stderr__.write(text)
        return len(text)

    def flush(self) -> None:
        driver = self._app._driver
        if self._app.is_running and driver is not None:
            driver.flush()
        elif sys.__stderr__:
            sys.__stderr__.flush()
