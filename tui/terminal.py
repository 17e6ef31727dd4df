"""Which terminal this is, how Arabic must be sent to it, and switching its own reordering off.

The escape sequences are mode 8 (BDSM) of the freedesktop recommendation "BiDi in Terminal
Emulators"; terminals that do not know it ignore them.
"""

from __future__ import annotations

import atexit
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal, TextIO

from tui.bidi import Mode, one_line

Setting = Literal["auto", "visual", "logical"]
Multiplexer = Literal["", "tmux", "screen"]

_OFF, _ON = "\x1b[8l", "\x1b[8h"
_FIRST_VTE_WITH_BIDI = 5800


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal, and how Arabic must be sent to it.

    Attributes:
        name: as its users know it.
        mode: "visual" if the program must shape and reorder, "logical" if the terminal does.
        needs_bidi_off: tell it not to reorder (`bidi_off`) while the program runs.
        stacked: it reorders whole rows and cannot be told not to, so panes must not share rows.
        note: what the user should know or set, in plain words; "" if nothing.
        multiplexer: the program between, through which escape sequences must be passed.
    """

    name: str
    mode: Mode = "visual"
    needs_bidi_off: bool = False
    stacked: bool = False
    note: str = ""
    multiplexer: Multiplexer = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A test line for the user's eyes: the line as it must be sent, and how it should look."""

    line: str
    note: str


_CANNOT_BE_TOLD = (
    "This terminal turns Arabic round by itself and cannot be told not to. Arabic and English are "
    "shown one above the other."
)
_SENDS_ORDERED = "The program orders the letters itself; nothing to set."

_VTE = Terminal("VTE (GNOME Terminal, Tilix and others)", needs_bidi_off=True, note=_SENDS_ORDERED)
_OLD_VTE = Terminal("VTE before 0.58", note=_SENDS_ORDERED)
_MINTTY = Terminal("mintty", needs_bidi_off=True, note=_SENDS_ORDERED)
_WINDOWS = Terminal("Windows Terminal", note=_SENDS_ORDERED)
_CONHOST = Terminal(
    "Windows console", note="If Arabic shows as boxes, use Windows Terminal or another font."
)
_ALACRITTY = Terminal("Alacritty", note=_SENDS_ORDERED)
_VSCODE = Terminal("VS Code", note=_SENDS_ORDERED)
_BROWSER = Terminal("web browser (muqabala serve)", note=_SENDS_ORDERED)
_GHOSTTY = Terminal("Ghostty", note=_SENDS_ORDERED)
_WEZTERM = Terminal(
    "WezTerm", note="Keep bidi_enabled = false in its settings; that is what it starts with."
)
_KITTY = Terminal("kitty", note="Set force_ltr yes in kitty.conf, or words come out turned round.")
_ITERM = Terminal(
    "iTerm2",
    note="Leave right-to-left support off in its settings; the program orders the letters.",
)
_FOOT = Terminal("foot", note=_SENDS_ORDERED)
_JETBRAINS = Terminal("JetBrains IDE", note=_SENDS_ORDERED)
_LINUX = Terminal(
    "Linux console", note="Its font has no Arabic letters; use a terminal in a graphical desktop."
)
_KONSOLE = Terminal("Konsole", mode="logical", stacked=True, note=_CANNOT_BE_TOLD)
_APPLE = Terminal("Terminal.app", mode="logical", stacked=True, note=_CANNOT_BE_TOLD)
_PUTTY = Terminal("PuTTY", mode="logical", stacked=True, note=_CANNOT_BE_TOLD)
_UNKNOWN = Terminal(
    "unknown",
    # Over ssh a terminal cannot be seen, and one that does not know the sequence ignores it.
    needs_bidi_off=True,
    note="If the test line looks wrong, set tui.bidi to logical in config.yaml.",
)

# What a terminal says of itself goes before what it may have inherited from one that started it:
# VS Code opened from GNOME Terminal still has VTE_VERSION.
_PROGRAMS: dict[str, Terminal] = {
    "vscode": _VSCODE,
    "apple_terminal": _APPLE,
    "iterm.app": _ITERM,
    "wezterm": _WEZTERM,
    "ghostty": _GHOSTTY,
    "mintty": _MINTTY,
    "kitty": _KITTY,
    "alacritty": _ALACRITTY,
}
_TERM_STARTS: tuple[tuple[str, Terminal], ...] = (
    ("xterm-kitty", _KITTY),
    ("xterm-ghostty", _GHOSTTY),
    ("ghostty", _GHOSTTY),
    ("alacritty", _ALACRITTY),
    ("wezterm", _WEZTERM),
    ("foot", _FOOT),
    ("mintty", _MINTTY),
    ("putty", _PUTTY),
    ("konsole", _KONSOLE),
    ("linux", _LINUX),
)
_VARIABLES: tuple[tuple[str, Terminal], ...] = (
    ("KITTY_WINDOW_ID", _KITTY),
    ("ALACRITTY_WINDOW_ID", _ALACRITTY),
    ("ALACRITTY_SOCKET", _ALACRITTY),
    ("WEZTERM_PANE", _WEZTERM),
    ("GHOSTTY_RESOURCES_DIR", _GHOSTTY),
    ("ITERM_SESSION_ID", _ITERM),
    ("KONSOLE_VERSION", _KONSOLE),
    ("WT_SESSION", _WINDOWS),
)


def recognise(environment: Mapping[str, str]) -> Terminal:
    """The terminal that the environment variables tell of.

    Args:
        environment: os.environ, or variables like it. Inside tmux and screen those that the outer
            terminal left are used; they are old if the session was attached from another one.
    """
    multiplexer = _multiplexer(environment)
    terminal = _outer(environment, hidden=bool(multiplexer))
    if multiplexer == "tmux" and terminal.needs_bidi_off:
        note = "In tmux: set -g allow-passthrough on, so that the terminal can be told."
        return replace(terminal, multiplexer=multiplexer, note=note)
    return replace(terminal, multiplexer=multiplexer)


def choose(setting: Setting, environment: Mapping[str, str]) -> Terminal:
    """The terminal with the mode that the setting `tui.bidi` asks for; "auto" leaves it."""
    terminal = recognise(environment)
    if setting == "auto":
        return terminal
    # A terminal that orders rows by itself must be left on for "logical" and off for "visual".
    off = setting == "visual" and (terminal.needs_bidi_off or terminal.mode == "logical")
    return replace(terminal, mode=setting, needs_bidi_off=off)


def bidi_off(multiplexer: Multiplexer = "") -> str:
    """The escape sequence that tells the terminal to draw cells in the order they are sent."""
    return _passed_through(_OFF, multiplexer)


def bidi_on(multiplexer: Multiplexer = "") -> str:
    """The escape sequence that gives the terminal its own reordering back."""
    return _passed_through(_ON, multiplexer)


@contextmanager
def ordering_kept(terminal: Terminal, stream: TextIO) -> Iterator[None]:
    """Keep the terminal from reordering while the program draws, if it has to be told.

    It is restored when the block ends, by an exception too, and when Python exits without the
    block having ended. Nothing is written to a stream that is no terminal.

    Args:
        terminal: from `recognise` or `choose`.
        stream: where the program draws, such as sys.__stderr__ for Textual.
    """
    if not terminal.needs_bidi_off or not stream.isatty():
        yield
        return
    restore = _once(lambda: _write(stream, bidi_on(terminal.multiplexer)))
    atexit.register(restore)
    try:
        _write(stream, bidi_off(terminal.multiplexer))
        yield
    finally:
        restore()
        atexit.unregister(restore)


def doctor_sample(mode: Mode) -> Sample:
    """A line of Arabic, Latin letters and a number, to see whether the mode fits the terminal."""
    # In Arabic: "Kim visited the Vostochny base in 2019 (NASA)".
    text = "زار كيم قاعدة فوستوشني في 2019 (NASA)"
    return Sample(
        one_line(text, mode=mode, base="rtl"),
        "The Arabic letters should be joined. The line should begin at its right end with a word "
        "of three letters (زار) and end at its left end with (NASA). The number should read 2019, "
        "and both brackets should hold NASA between them. If not, change tui.bidi in config.yaml.",
    )


def _multiplexer(environment: Mapping[str, str]) -> Multiplexer:
    """The program between this one and the terminal."""
    term = environment.get("TERM", "")
    if environment.get("TMUX") or environment.get("TERM_PROGRAM") == "tmux":
        return "tmux"
    if term.startswith("tmux"):
        return "tmux"
    return "screen" if environment.get("STY") or term.startswith("screen") else ""


def _outer(environment: Mapping[str, str], *, hidden: bool) -> Terminal:
    """The terminal itself; `hidden` behind a multiplexer, TERM and TERM_PROGRAM are not its own."""
    if environment.get("TEXTUAL_DRIVER", "").endswith("WebDriver"):
        return _BROWSER
    own = None if hidden else _by_own_name(environment)
    if found := own or _by_variable(environment):
        return found
    return _CONHOST if environment.get("OS") == "Windows_NT" else _UNKNOWN


def _by_own_name(environment: Mapping[str, str]) -> Terminal | None:
    """The terminal by what it calls itself."""
    if named := _PROGRAMS.get(environment.get("TERM_PROGRAM", "").lower()):
        return named
    term = environment.get("TERM", "")
    return next((terminal for start, terminal in _TERM_STARTS if term.startswith(start)), None)


def _by_variable(environment: Mapping[str, str]) -> Terminal | None:
    """The terminal by a variable that it leaves to the programs in it."""
    if environment.get("TERMINAL_EMULATOR", "").startswith("JetBrains"):
        return _JETBRAINS
    if environment.get("LC_TERMINAL") == "iTerm2":
        return _ITERM
    for variable, terminal in _VARIABLES:
        if environment.get(variable):
            return terminal
    version = environment.get("VTE_VERSION", "")
    if not version:
        return None
    old = re.fullmatch(r"[0-9]+", version) and int(version) < _FIRST_VTE_WITH_BIDI
    return _OLD_VTE if old else _VTE


def _passed_through(sequence: str, multiplexer: Multiplexer) -> str:
    """An escape sequence as the multiplexer hands it on to the terminal."""
    if multiplexer == "tmux":
        return f"\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\"
    return f"\x1bP{sequence}\x1b\\" if multiplexer == "screen" else sequence


def _write(stream: TextIO, text: str) -> None:
    """Write and flush; a terminal that has gone away has nothing left to restore."""
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):
        return


def _once(action: Callable[[], None]) -> Callable[[], None]:
    """The action, done at its first call only."""
    pending = [action]

    def run() -> None:
        if pending:
            pending.pop()()

    return run
