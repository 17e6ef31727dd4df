"""The configuration in force for a command."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator.config.schema import Settings


def load_settings(file: Path | None) -> Settings:
    """Settings of --config, or else of the usual places, with the environment's overrides.

    Raises:
        ConfigError: a file or variable is wrong.
    """
    from translator.config.load import load_config

    return load_config(file, environment=os.environ, folder=Path.cwd()).settings
