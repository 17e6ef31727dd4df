"""Where bundled files and the user's own files are; nothing is created here."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """The path of a file or folder that ships with Muqabala, such as "models" or "config.yaml".

    In an installed wheel these lie in translator/bundled, in a checkout at its top.
    """
    in_wheel = _PACKAGE / "bundled"
    return (in_wheel if in_wheel.is_dir() else _PACKAGE.parent) / name


def bundled_package() -> Path:
    """The folder of the bundled Argos package."""
    return bundled("models") / "translate-ar_en"


def user_config_folder() -> Path:
    """The user's configuration folder of this platform (platformdirs)."""
    import platformdirs

    return Path(platformdirs.user_config_dir("muqabala", appauthor=False))


def user_data_folder() -> Path:
    """The user's data folder of this platform: recent files, own glossary."""
    import platformdirs

    return Path(platformdirs.user_data_dir("muqabala", appauthor=False))


def log_file() -> Path:
    """The log file of the TUI."""
    import platformdirs

    return Path(platformdirs.user_log_dir("muqabala", appauthor=False)) / "muqabala.log"


def user_cache_folder() -> Path:
    """The user's cache folder of this platform: what can be made again at any time."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("muqabala", appauthor=False))


def user_glossary_file(setting: str) -> Path:
    """The user's own glossary; it may not exist yet.

    Args:
        setting: glossary.user_file of the configuration: "auto" or a path.
    """
    return user_data_folder() / "my-glossary.yaml" if setting == "auto" else Path(setting)


def printable(path: Path) -> str:
    """The path for messages and files of text: bytes that are no UTF-8 become "\\xe9" and so on."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def exists(path: Path) -> bool:
    """True if something is there; False also where a folder or link keeps us from looking."""
    try:
        return path.exists()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """True if a file is there; False also where a folder or link keeps us from looking."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """True if a folder is there; False also where a folder or link keeps us from looking."""
    try:
        return path.is_dir()
    except OSError:
        return False


def expanded(path: str) -> Path:
    """A path with "~" put in full; "~name" of a user that does not exist stays as it is."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
