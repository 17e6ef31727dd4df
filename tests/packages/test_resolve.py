"""What a user may call a package, and what it is then called in tables."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from translator.errors import PackageError
from translator.locations import bundled_package
from translator.packages.resolve import resolve_package, resolve_packages


@pytest.mark.parametrize("name", ["bundled", "auto", " bundled "])
def test_the_bundled_package(name: str) -> None:
    assert resolve_package(name).path == bundled_package()
    assert resolve_package(name).label == "bundled"


def test_a_folder_is_used_where_it_is(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert resolve_package(str(package)).path == package
    monkeypatch.chdir(package)
    assert resolve_package(".").label == "ar_en"


def test_installed_is_the_newest_arabic_one(argos_home: Path, make_package: Any) -> None:
    make_package("home/argos/packages/old", package_version="1.9")
    newest = make_package("home/argos/packages/new", package_version="1.10")
    make_package("home/argos/packages/spanish", package_version="2.0", to_code="es")
    (argos_home / "broken").mkdir()
    assert resolve_package("installed").path == newest
    assert resolve_package("old").version == "1.9"


def test_nothing_installed_says_how_to_install(argos_home: Path) -> None:
    with pytest.raises(PackageError, match="muqabala package install FILE"):
        resolve_package("installed")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("nothing", 'no package is called "nothing"'),
        ("./nothing", "no such package folder or file"),
        ("nothing.argosmodel", "no such package folder or file"),
        ("", "its name is empty"),
        ("~nobody-of-this-name/x", "no such package folder or file"),
    ],
)
def test_unknown_names(argos_home: Path, name: str, part: str) -> None:
    with pytest.raises(PackageError) as caught:
        resolve_package(name)
    assert part in str(caught.value)
    assert "bundled" in str(caught.value)


def test_a_packed_file_is_unpacked_once(argos_home: Path, archive: Path) -> None:
    notes: list[str] = []
    first = resolve_package(str(archive), notify=notes.append)
    again = resolve_package(str(archive), notify=notes.append)
    assert first == again
    assert first.label == "ar_en"
    assert len(notes) == 1
    assert str(first.path) in notes[0]
    assert list(argos_home.iterdir()) == []


def test_labels_are_unique_and_packages_named_twice_count_once(make_package: Any) -> None:
    one = make_package("a/same", package_version="1.0")
    two = make_package("b/same", package_version="1.1")
    three = make_package("c/same", package_version="1.1")
    named = [str(one), "bundled", str(two), str(three), str(one), "bundled"]
    labels = [package.label for package in resolve_packages(named, "auto")]
    assert labels == ["same-1.0", "bundled", "same-1.1", "same-1.1-2"]


def test_the_setting_counts_only_when_nothing_is_named(package: Path) -> None:
    assert [one.label for one in resolve_packages([], "auto")] == ["bundled"]
    assert [one.label for one in resolve_packages([], str(package))] == ["ar_en"]
    assert [one.label for one in resolve_packages(["bundled"], str(package))] == ["bundled"]


def test_resolving_the_bundled_package_imports_no_engine_and_makes_no_folder(
    tmp_path: Path,
) -> None:
    program = (
        "import sys; from translator.packages.resolve import resolve_package\n"
        "resolve_package('bundled')\n"
        "print([name for name in ('argostranslate', 'ctranslate2', 'sentencepiece', 'pydantic')"
        " if name in sys.modules])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        env={"HOME": str(tmp_path), "SYSTEMROOT": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "[]\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is a place where nobody can write")
def test_a_home_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    program = (
        "import os; from translator.packages.folder import open_package\n"
        "from translator.packages.resolve import resolve_package\n"
        "print(open_package(resolve_package('bundled')).from_code, sorted(os.environ))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        env={"HOME": "/proc/none", "TMPDIR": str(tmp_path), "LC_CTYPE": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.startswith("ar ['HOME'")
    assert "XDG_" not in found.stdout
    assert list(tmp_path.iterdir()) == []


def test_broken_argos_settings_are_named(tmp_path: Path) -> None:
    program = (
        "from translator.errors import PackageError\n"
        "from translator.packages.resolve import resolve_package\n"
        "try: resolve_package('installed')\n"
        "except PackageError as error: print(error)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        env={"HOME": str(tmp_path), "ARGOS_BEAM_SIZE": "many", "SYSTEMROOT": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "settings.json: Argos's own settings are broken" in found.stdout
