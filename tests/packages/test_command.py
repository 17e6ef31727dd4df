"""`muqabala package` as a user runs it."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from cli.package import app
from translator.errors import PackageError

runner = CliRunner()


def test_install_list_info_remove(argos_home: Path, archive: Path) -> None:
    installed = runner.invoke(app, ["install", str(archive)])
    assert installed.exit_code == 0
    assert f"Installed ar_en 1.0 in {argos_home / 'ar_en'}" in installed.output
    listed = runner.invoke(app, ["list"]).output
    assert "bundled" in listed.splitlines()[0]
    assert listed.splitlines()[1].split()[:5] == ["ar_en", "ar", "->", "en", "1.0"]
    assert "--offered fetches it" in listed
    info = runner.invoke(app, ["info", "installed"]).output
    assert "length penalty       0.2" in info
    assert "no model card" in info
    assert runner.invoke(app, ["remove", "ar_en"]).exit_code == 0
    assert list(argos_home.iterdir()) == []


def test_info_shows_the_card_of_the_bundled_package() -> None:
    result = runner.invoke(app, ["info"])
    assert "# Arabic to English" in result.output
    assert "sha256 of model.bin" in result.output


def test_info_says_that_it_unpacked_a_file(argos_home: Path, archive: Path) -> None:
    assert "unpacked once into" in runner.invoke(app, ["info", str(archive)]).stderr
    assert "safe to delete" in runner.invoke(app, ["list"]).output


def test_a_folder_needs_no_installing(argos_home: Path, package: Path) -> None:
    error = runner.invoke(app, ["install", str(package)]).exception
    assert isinstance(error, PackageError)
    assert "needs no installing" in str(error)


def test_a_missing_file_is_no_name(argos_home: Path) -> None:
    for name in ("missing.argosmodel", "folder/missing"):
        error = runner.invoke(app, ["install", name]).exception
        assert isinstance(error, PackageError)
        assert "no such file" in str(error)
