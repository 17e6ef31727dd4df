"""The core knows no terminal, and importing it does nothing."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import translator
import tui

FORBIDDEN = ("textual", "rich", "typer", "click", "cli", "tui")
HEAVY = ("ctranslate2", "sacrebleu", "textual", "langdetect", "argostranslate", "sentencepiece")
LONGEST_MODULE = 400


def _modules(package: object) -> list[str]:
    path, name = package.__path__, package.__name__  # type: ignore[attr-defined]
    return sorted(module.name for module in pkgutil.walk_packages(path, f"{name}."))


def _loaded_by(modules: list[str], home: Path) -> set[str]:
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules})\n"
    )
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}
    shown = subprocess.run(
        [sys.executable, "-c", code, *modules],
        check=True,
        capture_output=True,
        text=True,
        cwd=home,
        env={key: value for key, value in environment.items() if value},
    )
    return set(shown.stdout.split())


def test_the_core_loads_neither_terminal_nor_heavy_modules(tmp_path: Path) -> None:
    loaded = _loaded_by(_modules(translator), tmp_path)
    assert loaded.isdisjoint(FORBIDDEN)
    assert loaded.isdisjoint(HEAVY)


def test_importing_everything_makes_no_files(tmp_path: Path) -> None:
    _loaded_by([*_modules(translator), *_modules(tui)], tmp_path)
    assert list(tmp_path.rglob("*")) == []


def test_modules_are_short(root: Path) -> None:
    long = {
        str(path.relative_to(root)): lines
        for folder in ("translator", "tui", "cli", "benchmarks")
        for path in (root / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_every_public_thing_is_explained(root: Path) -> None:
    import ast

    silent = []
    for folder in ("translator", "tui", "cli"):
        for path in (root / folder).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            name = path.relative_to(root)
            if not ast.get_docstring(tree):
                silent.append(str(name))
            for node in tree.body:
                public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
                if public and not ast.get_docstring(node):
                    silent.append(f"{name}:{node.lineno} {node.name}")
    assert silent == []
