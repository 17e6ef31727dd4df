"""Packages come, go and are replaced whole; only an explicit request uses the network."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from translator.errors import PackageError
from translator.offline import offline
from translator.packages.index import offers, pair_of, refresh_index
from translator.packages.install import install_file, install_named, remove
from translator.packages.listing import list_packages
from translator.packages.resolve import resolve_package

INDEX = [
    {"from_code": "ar", "to_code": "en", "package_version": version, "from_name": "Arabic",
     "to_name": "English", "links": [f"https://example.invalid/{version}.argosmodel"]}
    for version in ("1.9", "1.10")
] + [{"type": "sbd", "package_version": "1.0"}]  # fmt: skip


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_install_list_use_remove(argos_home: Path, archive: Path) -> None:
    info = install_file(archive)
    assert info.path == argos_home / "ar_en"
    assert [one.name for one in list_packages()] == ["bundled", "ar_en"]
    assert resolve_package("installed").path == info.path
    assert remove("ar_en") == info.path
    assert [one.name for one in list_packages()] == ["bundled"]
    assert names(argos_home.parent) == ["packages"]


def test_a_second_install_needs_replace(argos_home: Path, archive: Path) -> None:
    install_file(archive)
    marker = argos_home / "ar_en" / "marker"
    marker.touch()
    with pytest.raises(PackageError, match=r"already installed.*--replace"):
        install_file(archive)
    assert marker.exists()
    install_file(archive, replace=True)
    assert not marker.exists()
    assert names(argos_home.parent) == ["packages"]


def test_a_bad_file_does_not_replace_a_good_package(argos_home: Path, archive: Path) -> None:
    install_file(archive)
    archive.write_bytes(archive.read_bytes()[:-40])
    with pytest.raises(PackageError):
        install_file(archive, replace=True)
    assert resolve_package("installed").version == "1.0"


def test_another_pair_must_be_asked_for(
    argos_home: Path, make_package: Any, tmp_path: Path, pack_into: Any
) -> None:
    folder = make_package("packing/en_es", from_code="en", to_code="es")
    path = pack_into(folder, tmp_path / "en_es.argosmodel")
    with pytest.raises(PackageError, match="translates en -> es, not ar -> en"):
        install_file(path)
    assert install_file(path, pair=("en", "es")).to_code == "es"
    listed = {one.name: one for one in list_packages()}
    assert "translates en -> es" in listed["en_es"].problem


def test_broken_packages_are_listed_and_can_be_removed(argos_home: Path) -> None:
    (argos_home / "broken").mkdir()
    assert "metadata.json is missing" in list_packages()[1].problem
    remove("broken")
    assert names(argos_home) == []


@pytest.mark.parametrize("name", ["bundled", "auto"])
def test_the_bundled_package_stays(argos_home: Path, name: str) -> None:
    with pytest.raises(PackageError, match="cannot be removed"):
        remove(name)


def test_removing_what_is_not_there_names_what_is(argos_home: Path, archive: Path) -> None:
    install_file(archive)
    with pytest.raises(PackageError, match="installed: ar_en"):
        remove("en_es")


def test_without_a_network_the_message_says_how_to_install_from_a_file(argos_home: Path) -> None:
    with offline() as refusals, pytest.raises(PackageError) as caught:
        install_named("ar_en")
    assert "cannot be reached" in str(caught.value)
    assert "muqabala package install FILE.argosmodel" in str(caught.value)
    assert refusals.attempts
    assert offers() == ()
    assert names(argos_home.parent) == ["packages"]


def test_listing_uses_no_network(argos_home: Path) -> None:
    with offline() as refusals:
        list_packages()
        offers()
    assert refusals.attempts == ()


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, argos_home: Path) -> dict[str, bytes]:
    """Address ending to content; stands for the network below Argos's own calls."""
    import argostranslate.networking
    import argostranslate.package

    content = {"index.json": json.dumps(INDEX).encode()}

    def fetch(request: Any) -> io.BytesIO:
        address = request if isinstance(request, str) else request.full_url
        return io.BytesIO(content[address.rsplit("/", 1)[1]])

    monkeypatch.setattr(argostranslate.package.urllib.request, "urlopen", fetch)
    return content


def test_the_index_offers_packages_by_name(network: dict[str, bytes], argos_home: Path) -> None:
    refresh_index()
    assert [(one.name, one.version) for one in offers()] == [("ar_en", "1.9"), ("ar_en", "1.10")]


@pytest.mark.parametrize("answer", [b"<html>Log in</html>", b"{}", b"[1]", b""])
def test_a_wrong_answer_does_not_replace_the_index(
    network: dict[str, bytes], argos_home: Path, answer: bytes
) -> None:
    refresh_index()
    network["index.json"] = answer
    with pytest.raises(PackageError, match="is no package index"):
        refresh_index()
    assert len(offers()) == 2


def test_install_by_name_takes_the_newest_and_no_leftover(
    network: dict[str, bytes], argos_home: Path, archive: Path
) -> None:
    network["1.10.argosmodel"] = archive.read_bytes()
    (argos_home.parent / "translate-ar_en.argosmodel").write_bytes(b"broken earlier download")
    assert install_named("ar_en").path == argos_home / "ar_en"
    assert names(argos_home.parent) == ["index.json", "packages"]


def test_a_failed_download_and_a_broken_one(network: dict[str, bytes], argos_home: Path) -> None:
    with pytest.raises(PackageError, match="cannot be downloaded"):
        install_named("ar_en")
    network["1.10.argosmodel"] = b"no zip"
    with pytest.raises(PackageError, match="damaged"):
        install_named("ar_en")
    assert names(argos_home) == []
    assert names(argos_home.parent) == ["index.json", "packages"]


def test_a_pair_that_the_index_lacks(network: dict[str, bytes], argos_home: Path) -> None:
    with pytest.raises(PackageError, match='has no "en_es"'):
        install_named("en_es")


@pytest.mark.parametrize("name", ["ar_en", "ar-en", "translate-ar_en"])
def test_names_of_pairs(name: str) -> None:
    assert pair_of(name) == ("ar", "en")


@pytest.mark.parametrize("name", ["foo", "ar_en_1", "", "a.b_c"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(PackageError, match="no file and no package name"):
        pair_of(name)
