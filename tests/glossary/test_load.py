"""Glossary files: what is read, and every fault with its line and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import GlossaryError
from translator.glossary.load import load_glossary, read_glossary
from translator.glossary.schema import json_schema
from translator.glossary.term import Case, Kind, Term

FULL = """\
# A comment.
name: Test
description: >
  For tests.
terms:
  - source: [بوتين, پوتين]
    target: Putin
    kind: person
    aliases: [Vladimir Putin]
    avoid: ["Botin"]
    note: president

  - source: أمل
    target: Amal
    exact: true
    case: any
    context: [حركة]
  - {source: [DPRK, كدش], keep: true}
"""


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "test.yaml"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def test_reads_every_key(tmp_path: Path) -> None:
    path = write(tmp_path, FULL)
    glossary = load_glossary(path)
    assert (glossary.name, glossary.description) == ("Test", "For tests.")
    assert len(glossary.digest) == 64
    assert glossary.terms == (
        Term(
            ("بوتين", "پوتين"),
            "Putin",
            kind=Kind.PERSON,
            aliases=("Vladimir Putin",),
            avoid=("Botin",),
            note="president",
            file=str(path),
            line=6,
        ),
        Term(
            ("أمل",),
            "Amal",
            exact=True,
            case=Case.ANY,
            context=("حركة",),
            file=str(path),
            line=13,
        ),
        Term(("DPRK", "كدش"), "DPRK", aliases=("كدش",), keep=True, file=str(path), line=18),
    )


@pytest.mark.parametrize("content", ["terms:\n", "terms: []\n", "\ufeffterms: []\r\n"])
def test_a_glossary_may_have_no_terms_and_no_name(tmp_path: Path, content: str) -> None:
    glossary = load_glossary(write(tmp_path, content))
    assert (glossary.name, glossary.terms) == ("test", ())


ONE = "terms:\n  - source: كيم\n    target: Kim\n    "


@pytest.mark.parametrize(
    ("content", "line", "problem", "remedy"),
    [
        ("", 1, "empty", "terms:"),
        ("# nothing\n", 1, "empty", "terms:"),
        (b"terms:\n  - source: \xc8\xe6\n", 2, "not UTF-8", "save it as UTF-8"),
        ("terms:\n\t- source: x\n", 2, "no valid YAML", "spaces, not tabs"),
        ('terms:\n  - source: "x\n', 3, "no valid YAML", "quotes"),
        ("terms:\n  - source: x\n   target: y\n", 3, "no valid YAML", "indents"),
        ("---\nterms: []\n---\nterms: []\n", 3, "no valid YAML", "check"),
        ("terms: [a\x01b]", 1, "no valid YAML", "check"),
        ("name: x\n", 1, "the glossary has no terms", "add terms"),
        ("- a\n", 1, "must have keys", "terms:"),
        ("terms: 5\n", 1, "terms must be a list, not 5", "[one, two]"),
        ("terms:\n  - كيم\n", 2, "a term must have keys", "- source"),
        ("tirms: []\nterms: []\n", 1, "unknown key tirms", "did you mean terms?"),
        (ONE + "knd: person\n", 4, "unknown key knd", "did you mean kind?"),
        (ONE + "zzz: 1\n", 4, "unknown key zzz", "known keys are source, target"),
        (ONE + "target: Kym\n", 4, "target stands twice; it is on line 3", "remove one"),
        (ONE + "kind: persn\n", 4, "kind cannot be persn", "person, place"),
        (ONE + "case: Exact\n", 4, "case cannot be Exact", "exact, any"),
        (ONE + "exact: 'yes'\n", 4, "exact must be true or false, not yes", "exact: true"),
        (ONE + "avoid: Kym\n", 4, "avoid must be a list, not Kym", "avoid: [one, two]"),
        (ONE + "avoid: [5]\n", 4, "avoid must be text, not 5", "quotes"),
        (ONE + "context: ['']\n", 4, "context is empty", "fill in context"),
        (ONE + "note: !!python/name:os.system x\n", 4, "is not allowed", "!"),
        (ONE + "? [a, b]\n    : x\n", 4, "a key must be a word", "README"),
        ("terms:\n  - target: Kim\n", 2, "a term has no source", "add source"),
        ("terms:\n  - source:\n    target: Kim\n", 2, "source is empty", "fill in"),
        ("terms:\n  - source: []\n    target: Kim\n", 2, "source is empty", "fill in"),
        ("terms:\n  - source: ' '\n    target: Kim\n", 2, "source is empty", "fill in"),
        ("terms:\n  - source: كيم\n", 2, "the term كيم has no target", "add target"),
        ("terms:\n  - source: كيم\n    target: 5\n", 3, "target must be text, not 5", "quotes"),
        ("terms:\n  - source: كيم\n    target: No\n", 3, "must be text, not false", "quotes"),
        (ONE + "keep: true\n", 3, "keep has no target", "remove keep or target"),
        ("terms: &a [*a]\n", 1, "a term must have keys", "- source"),
        ("terms: [[[[[[[[[[[]]]]]]]]]]]\n", 1, "nested too deep", "README"),
    ],
)
def test_names_the_fault_its_line_and_what_to_do(
    tmp_path: Path, content: str | bytes, line: int, problem: str, remedy: str
) -> None:
    path = write(tmp_path, content)
    glossary, faults = read_glossary(path)
    assert glossary is None
    fault = faults[0]
    assert fault.where == f"{path}:{line}"
    assert problem in fault.problem
    assert fault.remedy is not None
    assert remedy in fault.remedy
    with pytest.raises(GlossaryError, match=f":{line}: "):
        load_glossary(path)


def test_all_faults_are_given_in_order(tmp_path: Path) -> None:
    text = "nmae: x\nterms:\n  - source: كيم\n    target: 5\n  - target: x\n    target: y\n"
    path = write(tmp_path, text)
    glossary, faults = read_glossary(path)
    assert glossary is None
    assert [(fault.where or "").rsplit(":", 1)[1] for fault in faults] == ["1", "4", "5", "6"]
    with pytest.raises(GlossaryError, match="and 3 more"):
        load_glossary(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such glossary"):
        load_glossary(tmp_path / "none.yaml")
    with pytest.raises(GlossaryError, match="is a folder"):
        load_glossary(tmp_path)


def test_json_schema_knows_every_key_and_kind() -> None:
    schema = json_schema()
    entry = schema["$defs"]["TermEntry"]
    assert set(entry["properties"]) == {
        *("source", "target", "kind", "aliases", "avoid"),
        *("exact", "case", "context", "keep", "note"),
    }
    assert schema["$defs"]["Kind"]["enum"] == list(Kind)
    assert entry["additionalProperties"] is schema["additionalProperties"] is False
    assert entry["properties"]["source"]["anyOf"][0] == {"type": "string", "minLength": 1}
