"""`muqabala glossary` as a user calls it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from cli.main import main
from translator import locations


class Shell:
    """Runs commands in this process; the user's data folder is a temporary one."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch):
        self._capsys = capsys
        self._patch = patch
        self.err = ""

    def __call__(self, *arguments: str, code: int = 0) -> str:
        self._patch.setattr(sys, "argv", ["muqabala", "glossary", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = self._capsys.readouterr()
        self.err = captured.err
        assert (ended.value.code or 0) == code, captured.err
        assert "Traceback" not in captured.err
        return captured.out


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's glossary, which does not exist yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(locations, "user_data_folder", lambda: tmp_path / "data")
    monkeypatch.setattr("translator.config.load.user_config_folder", lambda: tmp_path / "config")
    return tmp_path / "data" / "my-glossary.yaml"


@pytest.fixture
def run(own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capsys, monkeypatch)


def test_a_term_from_first_to_last(run: Shell, own: Path) -> None:
    assert run("list") == ""
    assert f"makes {own}" in run.err
    line = f"Added: Vostochny  place  فوستوشني  {own}:5\n"
    assert run("add", "فوستوشني", "Vostochny", "--kind", "place", "--avoid", "Voscini") == line
    run("add", "فوستوشنى", "X", code=2)
    assert run.err.startswith(f"muqabala: {own}:5: فوستوشني is there already, as Vostochny; ")
    run("set", "فوستوشني", "--add-alias", "East", "--note", "a: b", "--add-spelling", "فوستتشني")
    (term,) = json.loads(run("list", "--json"))
    assert term["sources"] == ["فوستوشني", "فوستتشني"]
    assert (term["aliases"], term["note"], term["avoid"]) == (["East"], "a: b", ["Voscini"])
    run("set", "فوستوشني", "--remove-alias", "East", "--remove-spelling", "فوستوشني", "--exact")
    assert "exact: true" in own.read_text(encoding="utf-8")
    assert run("remove", "فوستتشني").startswith("Removed: Vostochny")
    run("remove", "فوستتشني", code=2)
    assert "no term has the source" in run.err
    assert own.with_name("my-glossary.yaml.bak").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "سلام"), "needs a target"),
        (("add", "سلام", "Salam", "--keep"), "has no target"),
        (("add", "سلام", "Salam", "--kind", "town"), "use one of: person, place"),
        (("add", "سلام", "Salam", "--case", "upper"), "use one of: exact, any"),
        (("set", "كييف"), "no such glossary"),
        (("list", "--file", "none.yaml"), "no such glossary"),
        (("check", "none.yaml"), "there is no glossary none.yaml"),
        (("import", "none.csv"), "cannot read"),
        (("export", "a.docx", "--file", "news"), "there is no format docx"),
    ],
)
def test_mistakes_are_one_line(
    run: Shell, own: Path, arguments: tuple[str, ...], message: str
) -> None:
    run(*arguments, code=2)
    assert run.err.startswith("muqabala: ")
    assert message in run.err
    assert run.err.count("\n") == 1
    assert not own.exists()


def test_changes_that_cannot_be(run: Shell) -> None:
    run("add", "كييف", "Kyiv")
    run("add", "CNN", "--keep")
    for arguments, message in (
        (("set", "كييف"), "nothing to change"),
        (("set", "كييف", "--remove-alias", "Kiev"), "has no alias Kiev; it has: none"),
        (("set", "كييف", "--remove-spelling", "كييف"), "nothing was changed"),
        (("set", "CNN", "--target", "C"), "kept as it is"),
    ):
        run(*arguments, code=2)
        assert message in run.err


def test_finding_in_all_glossaries_in_force(run: Shell, own: Path) -> None:
    run("add", "فوستوشني", "Vostochny Base")
    found = run("find", "vosTOCH")
    assert f"Vostochny Base  other  فوستوشني  {own}:5\n" in found
    assert "news.yaml:" in found
    assert "Kim Yo Jong" in run("find", "كيم يُو", "--file", "news")
    assert run("find", "zzz", code=1) == ""
    assert run.err == "no term has zzz\n"
    everything = run("list", "--all").splitlines()
    assert len(everything) > 1000
    assert len(run("list", "--file", "news", "--kind", "weapon").splitlines()) > 30


def test_checking(run: Shell, own: Path, tmp_path: Path) -> None:
    assert run("check") == ""
    assert run.err.startswith("0 errors, 0 warnings in ")
    run("add", "أمل", "Amal")
    out = run("check", code=1)
    assert out.startswith(f"{own}:5: warning: أمل is a common word")
    path = tmp_path / "bad.yaml"
    path.write_text("terms:\n  - {source: x, targt: y}\n", encoding="utf-8")
    assert f"{path}:2: error: unknown key targt" in run("check", str(path), code=2)
    assert run.err == f"1 error, 0 warnings in {path}\n"


@pytest.mark.parametrize("ending", ["csv", "tsv", "tbx", "tmx"])
def test_exporting_and_importing(run: Shell, tmp_path: Path, ending: str) -> None:
    run("add", "كييف", "Kyiv", "--avoid", "Kiev", "--context", "أوكرانيا", "--file", "a.yaml")
    run("add", "رفح", "Rafah", "--case", "any", "--file", "a.yaml")
    run("export", f"terms.{ending}", "--file", "a.yaml")
    assert run.err == f"2 terms in terms.{ending}\n"
    out = run("import", f"terms.{ending}", "--file", "b.yaml")
    assert out == "2 added, 0 replaced, 0 there already in b.yaml\n"
    one, two = (
        tmp_path.joinpath(name).read_text(encoding="utf-8") for name in ("a.yaml", "b.yaml")
    )
    assert one.replace("name: a", "name: b") == two
    again = run("import", f"terms.{ending}", "--file", "b.yaml")
    assert again == "0 added, 0 replaced, 2 there already in b.yaml\n"
    again = run("import", f"terms.{ending}", "--file", "b.yaml", "--replace")
    assert again == "0 added, 2 replaced, 0 there already in b.yaml\n"
    assert tmp_path.joinpath("b.yaml").read_text(encoding="utf-8") == two
    assert run("export", "-", "--format", ending, "--file", "a.yaml") == tmp_path.joinpath(
        f"terms.{ending}"
    ).read_text(encoding="utf-8")


def test_entries_that_are_left_out_are_named(run: Shell, tmp_path: Path) -> None:
    unit = '<tu><tuv xml:lang="en"><seg>Kyiv</seg></tuv></tu>'
    path = tmp_path / "half.tmx"
    path.write_text(f"<tmx><body>{unit}</body></tmx>", encoding="utf-8")
    run("import", "half.tmx", code=1)
    assert run.err == "left out: half.tmx:1: the unit has no Arabic text\n"


def test_the_schema_is_the_shipped_one(run: Shell) -> None:
    shipped = locations.bundled("glossaries") / "schema.json"
    assert run("schema") == shipped.read_text(encoding="utf-8")
