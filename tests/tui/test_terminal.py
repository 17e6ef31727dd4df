"""Recognising terminals by their environment, and switching their reordering off and on."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tui.terminal import (
    Multiplexer,
    Setting,
    Terminal,
    bidi_off,
    bidi_on,
    choose,
    doctor_sample,
    ordering_kept,
    recognise,
)

XTERM = {"TERM": "xterm-256color"}
VISUAL, TOLD, STACKED = ("visual", False, False), ("visual", True, False), ("logical", False, True)


@pytest.mark.parametrize(
    ("environment", "name", "behaviour"),
    [
        (XTERM | {"VTE_VERSION": "7600"}, "VTE (GNOME Terminal, Tilix and others)", TOLD),
        (XTERM | {"VTE_VERSION": "5800"}, "VTE (GNOME Terminal, Tilix and others)", TOLD),
        (XTERM | {"VTE_VERSION": "5202"}, "VTE before 0.58", VISUAL),
        (XTERM | {"VTE_VERSION": "odd"}, "VTE (GNOME Terminal, Tilix and others)", TOLD),
        (XTERM | {"TERM_PROGRAM": "mintty"}, "mintty", TOLD),
        ({"TERM": "mintty-direct"}, "mintty", TOLD),
        (XTERM | {"WT_SESSION": "1f"}, "Windows Terminal", VISUAL),
        ({"OS": "Windows_NT"}, "Windows console", VISUAL),
        ({"OS": "Windows_NT", "WT_SESSION": "1f"}, "Windows Terminal", VISUAL),
        ({"TERM": "alacritty"}, "Alacritty", VISUAL),
        (XTERM | {"ALACRITTY_WINDOW_ID": "7"}, "Alacritty", VISUAL),
        (XTERM | {"TERM_PROGRAM": "vscode"}, "VS Code", VISUAL),
        (XTERM | {"TERM_PROGRAM": "vscode", "VTE_VERSION": "7600"}, "VS Code", VISUAL),
        (
            {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver", "VTE_VERSION": "7600"},
            "web browser (muqabala serve)",
            VISUAL,
        ),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, "Ghostty", VISUAL),
        (XTERM | {"TERM_PROGRAM": "WezTerm"}, "WezTerm", VISUAL),
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, "kitty", VISUAL),
        ({"TERM": "xterm-kitty", "KONSOLE_VERSION": "220401"}, "kitty", VISUAL),
        (XTERM | {"TERM_PROGRAM": "iTerm.app"}, "iTerm2", VISUAL),
        (XTERM | {"LC_TERMINAL": "iTerm2"}, "iTerm2", VISUAL),
        ({"TERM": "foot"}, "foot", VISUAL),
        (XTERM | {"TERMINAL_EMULATOR": "JetBrains-JediTerm"}, "JetBrains IDE", VISUAL),
        ({"TERM": "linux"}, "Linux console", VISUAL),
        (XTERM | {"KONSOLE_VERSION": "220401"}, "Konsole", STACKED),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, "Terminal.app", STACKED),
        ({"TERM": "putty-256color"}, "PuTTY", STACKED),
        (XTERM, "unknown", TOLD),
        ({}, "unknown", TOLD),
    ],
)
def test_recognise(
    environment: dict[str, str], name: str, behaviour: tuple[str, bool, bool]
) -> None:
    terminal = recognise(environment)
    assert (terminal.name, terminal.multiplexer) == (name, "")
    assert (terminal.mode, terminal.needs_bidi_off, terminal.stacked) == behaviour
    assert terminal.note


@pytest.mark.parametrize(
    ("environment", "name", "multiplexer"),
    [
        (
            {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0", "VTE_VERSION": "7600"},
            "VTE (GNOME Terminal, Tilix and others)",
            "tmux",
        ),
        ({"TERM": "screen-256color", "TMUX": "x", "TERM_PROGRAM": "tmux"}, "unknown", "tmux"),
        ({"TERM": "tmux-256color", "KONSOLE_VERSION": "220401"}, "Konsole", "tmux"),
        ({"TERM": "screen", "STY": "1.pts-0", "KITTY_WINDOW_ID": "1"}, "kitty", "screen"),
        ({"TERM": "screen.xterm-256color", "WT_SESSION": "1"}, "Windows Terminal", "screen"),
    ],
)
def test_recognise_behind_a_multiplexer(
    environment: dict[str, str], name: str, multiplexer: str
) -> None:
    terminal = recognise(environment)
    assert (terminal.name, terminal.multiplexer) == (name, multiplexer)


def test_tmux_must_let_the_sequence_through() -> None:
    assert "allow-passthrough" in recognise({"TMUX": "x", "VTE_VERSION": "7600"}).note
    assert "allow-passthrough" not in recognise({"TMUX": "x", "WT_SESSION": "1"}).note


@pytest.mark.parametrize(
    ("setting", "environment", "mode", "off"),
    [
        ("auto", {"VTE_VERSION": "7600"}, "visual", True),
        ("visual", {"VTE_VERSION": "7600"}, "visual", True),
        ("logical", {"VTE_VERSION": "7600"}, "logical", False),
        ("auto", {"KONSOLE_VERSION": "1"}, "logical", False),
        ("visual", {"KONSOLE_VERSION": "1"}, "visual", True),
        ("visual", {"WT_SESSION": "1"}, "visual", False),
        ("logical", {"WT_SESSION": "1"}, "logical", False),
    ],
)
def test_choose(setting: Setting, environment: dict[str, str], mode: str, off: bool) -> None:
    terminal = choose(setting, environment)
    assert (terminal.mode, terminal.needs_bidi_off) == (mode, off)


@pytest.mark.parametrize(
    ("multiplexer", "off", "on"),
    [
        ("", "\x1b[8l", "\x1b[8h"),
        ("tmux", "\x1bPtmux;\x1b\x1b[8l\x1b\\", "\x1bPtmux;\x1b\x1b[8h\x1b\\"),
        ("screen", "\x1bP\x1b[8l\x1b\\", "\x1bP\x1b[8h\x1b\\"),
    ],
)
def test_escape_sequences(multiplexer: Multiplexer, off: str, on: str) -> None:
    assert (bidi_off(multiplexer), bidi_on(multiplexer)) == (off, on)


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


TOLD_OFF = Terminal("any", needs_bidi_off=True)


def test_ordering_is_restored_after_the_block() -> None:
    screen = Screen()
    with ordering_kept(TOLD_OFF, screen):
        assert screen.getvalue() == "\x1b[8l"
    assert screen.getvalue() == "\x1b[8l\x1b[8h"


def test_ordering_is_restored_after_an_exception() -> None:
    screen = Screen()
    with pytest.raises(KeyError), ordering_kept(TOLD_OFF, screen):
        raise KeyError("crash")
    assert screen.getvalue() == "\x1b[8l\x1b[8h"


def test_a_terminal_that_went_away_is_no_error() -> None:
    screen = Screen()
    with ordering_kept(TOLD_OFF, screen):
        screen.close()


@pytest.mark.parametrize(
    ("terminal", "stream"), [(TOLD_OFF, io.StringIO()), (Terminal("any"), Screen())]
)
def test_nothing_is_written_without_need(terminal: Terminal, stream: io.StringIO) -> None:
    with ordering_kept(terminal, stream):
        pass
    assert stream.getvalue() == ""


EXIT_INSIDE = """
import sys
from tui.terminal import Terminal, ordering_kept
class Screen:
    def isatty(self): return True
    def write(self, text): sys.__stdout__.write(text)
    def flush(self): sys.__stdout__.flush()
held = ordering_kept(Terminal("any", needs_bidi_off=True), Screen())
held.__enter__()
ENDING
"""


@pytest.mark.parametrize("ending", ["sys.exit(3)", "raise RuntimeError", "pass"])
def test_ordering_is_restored_when_python_exits_inside(root: Path, ending: str) -> None:
    code = EXIT_INSIDE.replace("ENDING", ending)
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert done.stdout == b"\x1b[8l\x1b[8h"


def test_doctor_sample() -> None:
    visual, logical = doctor_sample("visual"), doctor_sample("logical")
    assert visual.note == logical.note
    assert logical.line == "زار كيم قاعدة فوستوشني في 2019 (NASA)"
    letters = unicodedata.normalize("NFKC", visual.line)
    assert letters == "(NASA) 2019 يف ينشوتسوف ةدعاق ميك راز"
    # "زار" has three letters, none of which joins the next one.
    assert visual.line.endswith("\ufeaf\ufe8d\ufead"[::-1])
