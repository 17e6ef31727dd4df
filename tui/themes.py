"""The program's own colours: dark, light and high contrast."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

DARK, LIGHT, HIGH_CONTRAST = "muqabala-dark", "muqabala-light", "muqabala-high-contrast"
OWN = (DARK, LIGHT, HIGH_CONTRAST)
_SHORT = {"dark": DARK, "light": LIGHT, "high-contrast": HIGH_CONTRAST}
# COLORFGBG's backgrounds from which a terminal counts as light.
_LIGHT_BACKGROUNDS = {"7", "15"}

THEMES = (
    Theme(
        name=DARK,
        primary="#5fb3d4",
        secondary="#8fa1b3",
        accent="#e0b15a",
        success="#7fc98b",
        warning="#e0b15a",
        error="#f0837c",
        foreground="#e6e6e0",
        background="#14181c",
        surface="#1a2026",
        panel="#242c34",
        dark=True,
    ),
    Theme(
        name=LIGHT,
        primary="#0b5c7a",
        secondary="#4d5d6b",
        accent="#8a5a00",
        success="#19692b",
        warning="#8a5a00",
        error="#a8231b",
        foreground="#1c1f22",
        background="#fbfaf6",
        surface="#f3f1ea",
        panel="#e5e2d8",
        dark=False,
    ),
    Theme(
        name=HIGH_CONTRAST,
        primary="#00ffff",
        secondary="#ffffff",
        accent="#ffff00",
        success="#00ff66",
        warning="#ffff00",
        error="#ff8080",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#202020",
        dark=True,
        text_alpha=1.0,
    ),
)


def theme_name(setting: str, environment: Mapping[str, str]) -> str:
    """The theme that the setting tui.theme asks for.

    Args:
        setting: auto, dark, light, high-contrast or the name of a theme.
        environment: os.environ; COLORFGBG tells auto of a light terminal.
    """
    if setting == "auto":
        background = environment.get("COLORFGBG", "").rpartition(";")[2]
        return LIGHT if background in _LIGHT_BACKGROUNDS else DARK
    return _SHORT.get(setting, setting)


def next_theme(current: str) -> str:
    """The one of the program's own themes after this one."""
    return OWN[(OWN.index(current) + 1) % len(OWN)] if current in OWN else OWN[0]
