"""The settings, read by whichever thread needs them first, and kept."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import MuqabalaError
from translator.locations import bundled

if TYPE_CHECKING:
    from translator.config.load import Configuration


class ConfigurationSource:
    """Reads the settings once; a fault in them leaves the defaults, and `problem` says it.

    Attributes:
        problem: why the defaults are used, None if they are not.
    """

    def __init__(
        self, file: Path | None, environment: Mapping[str, str], folder: Path | None = None
    ) -> None:
        self._file = file
        self._environment = environment
        self._folder = folder or Path.cwd()
        self._lock = threading.Lock()
        self._configuration: Configuration | None = None
        self.problem: MuqabalaError | None = None

    def get(self) -> Configuration:
        """The settings in force."""
        with self._lock:
            if self._configuration is None:
                self._configuration = self._read()
            return self._configuration

    def reload(self) -> Configuration:
        """Read them again; a fault leaves those that were in force."""
        with self._lock:
            self._configuration = self._read()
            return self._configuration

    def watched(self) -> tuple[Path, ...]:
        """The files to watch, whether or not they exist."""
        from translator.config.load import candidate_files

        return (self._file,) if self._file else candidate_files(self._folder)

    def _read(self) -> Configuration:
        from translator.config.load import load_config
        from tui.actions import keymap

        try:
            configuration = load_config(
                self._file, environment=self._environment, folder=self._folder
            )
            keymap(configuration.settings.tui.keys, where=configuration.origins["tui.keys"])
        except MuqabalaError as error:
            self.problem = error
            if self._configuration is not None:
                return self._configuration
            return load_config(bundled("config.yaml"), environment={}, folder=self._folder)
        self.problem = None
        return configuration
