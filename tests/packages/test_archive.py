"""Nothing of a dangerous or broken archive reaches the disk."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translator.errors import PackageError
from translator.packages import archive as archive_module
from translator.packages.archive import check_archive, unpack


def add(name: str, content: bytes = b"x", mode: int = 0) -> Callable[[Path], None]:
    """Put one more entry into an archive, under exactly this name."""

    def damage(path: Path) -> None:
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)

    return damage


def without(name: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            kept = {entry: archive.read(entry) for entry in archive.namelist() if entry != name}
        with zipfile.ZipFile(path, "w") as archive:
            for entry, content in kept.items():
                archive.writestr(entry, content)

    return damage


def replaced(name: str, content: bytes) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        without(name)(path)
        add(name, content)(path)

    return damage


def flipped_byte(path: Path) -> None:
    """Damage the data of the first entry but not the table of contents."""
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("ar_en/model/model.bin")
    content[entry.header_offset + 30 + len(entry.filename) + 5] ^= 0xFF
    path.write_bytes(content)


def encrypted(path: Path) -> None:
    """Set the flag bit of encryption in the table of contents."""
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        (add("ar_en/../../evil"), "entry 'ar_en/../../evil' has a path that leads out"),
        (add("/etc/evil"), "leads out"),
        (add("ar_en/C:evil"), "not portable"),
        (add("ar_en/..\\evil"), "not portable"),
        (add("ar_en//evil"), "leads out"),
        (add("ar_en/\x1b[2Jevil\n"), r"entry 'ar_en/\x1b[2Jevil\n' has a path"),
        (add("ar_en/link", b"/etc/passwd", stat.S_IFLNK | 0o777), "is a link"),
        (add("ar_en/pipe", b"", stat.S_IFIFO | 0o600), "special file"),
        (add("AR_EN/metadata.json"), "stands in it twice"),
        (add("ar_en/bomb", bytes(20_000_000)), "more than a hundred times"),
        (add("second/file"), "exactly one folder at its top, not: ar_en, second"),
        (add("file"), "exactly one folder at its top"),
        (encrypted, "is encrypted"),
        (without("ar_en/metadata.json"), "holds no ar_en/metadata.json"),
        (without("ar_en/sentencepiece.model"), "holds no tokenizer"),
        (without("ar_en/model/model.bin"), "holds no ar_en/model/model.bin"),
        (replaced("ar_en/metadata.json", b"{"), "metadata.json:1: is not JSON"),
        (replaced("ar_en/metadata.json", b" " * 2_000_000), "more than a hundred times"),
        (replaced("ar_en/metadata.json", b'{"from_code": "en"}'), "translates en -> ?"),
        (lambda path: path.write_bytes(b"no zip"), "is no .argosmodel file"),
        (lambda path: path.write_bytes(b""), "is no .argosmodel file"),
        (lambda path: path.write_bytes(path.read_bytes()[:-30]), "is no .argosmodel file"),
        (lambda path: path.unlink(), "no such file"),
    ],
)
def test_refused_before_unpacking(
    archive: Path, tmp_path: Path, damage: Callable[[Path], Any], part: str
) -> None:
    damage(archive)
    before = {path for path in tmp_path.rglob("*") if path != archive}
    with pytest.raises(PackageError) as caught:
        unpack(archive, tmp_path / "to" / "ar_en", staging=tmp_path / "to")
    assert part in str(caught.value)
    assert str(archive) in str(caught.value)
    assert caught.value.remedy
    assert {path for path in tmp_path.rglob("*") if path != archive} == before


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        (flipped_byte, "is damaged"),
        (replaced("ar_en/model/model.bin", b"\6\0\0\0\4\0ab"), "cut short"),
        (without("ar_en/model/shared_vocabulary.json"), "vocabulary is missing"),
    ],
)
def test_faults_found_while_unpacking_leave_nothing(
    archive: Path, tmp_path: Path, damage: Callable[[Path], None], part: str
) -> None:
    damage(archive)
    staging = tmp_path / "to"
    with pytest.raises(PackageError, match=part):
        unpack(archive, staging / "ar_en", staging=staging)
    assert list(staging.iterdir()) == []


def test_limits_on_entries_and_size(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MOST_ENTRIES", 3)
    with pytest.raises(PackageError, match="more than 3"):
        check_archive(archive)
    monkeypatch.undo()
    monkeypatch.setattr(archive_module, "MOST_BYTES", 100)
    with pytest.raises(PackageError, match="would unpack to"):
        check_archive(archive)


def test_a_full_disk_leaves_nothing(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(archive_module.shutil, "copyfileobj", full)
    with pytest.raises(PackageError, match=r"No space left.*nothing was changed"):
        unpack(archive, tmp_path / "to" / "ar_en", staging=tmp_path / "to")
    assert list((tmp_path / "to").iterdir()) == []


def test_too_little_space_is_seen_before_writing(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 10

    monkeypatch.setattr(archive_module.shutil, "disk_usage", lambda folder: Usage)
    with pytest.raises(PackageError, match="MB of free disk space"):
        unpack(archive, tmp_path / "to" / "ar_en", staging=tmp_path / "to")


def test_a_sound_archive_arrives_whole(archive: Path, package: Path, tmp_path: Path) -> None:
    content = check_archive(archive)
    assert (content.top, content.metadata.version) == ("ar_en", "1.0")
    destination = tmp_path / "to" / "renamed"
    unpack(archive, destination, staging=tmp_path / "to")
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["renamed"]
    files = [path.relative_to(package) for path in package.rglob("*") if path.is_file()]
    assert sorted(files) == sorted(
        path.relative_to(destination) for path in destination.rglob("*") if path.is_file()
    )
    for file in files:
        assert (destination / file).read_bytes() == (package / file).read_bytes()


def test_damage_anywhere_is_a_package_error(archive: Path, tmp_path: Path) -> None:
    """One byte after another is changed, every seventh of the whole file."""
    good = archive.read_bytes()
    staging = tmp_path / "to"
    refused = 0
    for place in range(0, len(good), 7):
        damaged = bytearray(good)
        damaged[place] ^= 0xFF
        archive.write_bytes(damaged)
        try:
            unpack(archive, staging / "ar_en", staging=staging)
        except PackageError as error:
            refused += 1
            assert "\n" not in str(error)
            assert not staging.exists() or list(staging.iterdir()) == []
        else:
            shutil.rmtree(staging)
    assert refused > len(good) // 14
