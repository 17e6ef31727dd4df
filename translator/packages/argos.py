"""The one door to argostranslate's package module, whose import has effects of its own."""

from __future__ import annotations

import importlib
import os
import tempfile
from pathlib import Path
from types import ModuleType

from translator.errors import PackageError

_FOLDER_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")


def import_argos_package() -> ModuleType:
    """argostranslate.package.

    Its settings make folders in the user's home on import. Where that is forbidden (a read-only
    home, as in containers) they are made in a temporary folder instead, which is then removed, so
    that the bundled package works there as well.

    Raises:
        PackageError: Argos's own settings.json is broken.
    """
    try:
        return _import()
    except OSError:
        kept = {name: os.environ.get(name) for name in _FOLDER_VARIABLES}
        with tempfile.TemporaryDirectory() as folder:
            os.environ.update(dict.fromkeys(_FOLDER_VARIABLES, folder))
            try:
                return _import()
            finally:
                for name, value in kept.items():
                    os.environ.pop(name)
                    if value is not None:
                        os.environ[name] = value


def _import() -> ModuleType:
    try:
        return importlib.import_module("argostranslate.package")
    except (AssertionError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise PackageError(
            f"Argos's own settings are broken ({error})",
            where=str(_settings_file()),
            remedy="mend or remove that file, and check the ARGOS_ environment variables",
        ) from error


def argos_package_folders() -> tuple[Path, ...]:
    """The folders in which Argos keeps what is installed on this machine; some may be absent."""
    import_argos_package()
    import argostranslate.settings

    return tuple(Path(folder) for folder in argostranslate.settings.package_dirs)


def argos_data_folder() -> Path:
    """Argos's own data folder, in which its packages folder lies by default."""
    import_argos_package()
    import argostranslate.settings

    return Path(argostranslate.settings.data_dir)


def installed_folders() -> tuple[Path, ...]:
    """Every package folder that Argos has installed on this machine, whole or broken, by name."""
    found: list[Path] = []
    for parent in argos_package_folders():
        try:
            found.extend(path for path in parent.iterdir() if path.is_dir())
        except OSError:
            continue
    return tuple(sorted(path for path in found if not path.name.startswith(".")))


def _settings_file() -> Path:
    home = Path(os.environ.get("SNAP_USER_DATA") or Path.home())
    config = os.environ.get("XDG_CONFIG_HOME") or home / ".config"
    return Path(config) / "argos-translate" / "settings.json"
