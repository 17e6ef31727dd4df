"""The real article with the bundled model, glossary and command, from file to file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
NAMES = {
    1: ["Kim Jong Un", "Russia"],
    3: ["Kim", "Putin"],
    6: ["Vostochny", "Russia"],
    7: ["Siberia"],
    8: ["Putin", "North Korea", "Ukraine", "Peter the Great"],
    11: ["Putin", "Kim", "Pyongyang", "Kim Yo Jong"],
    13: ["Kim Jong Un", "Putin"],
    15: ["South Korea", "Pak Thae Song", "North Korea", "Kim Myong Sik"],
    21: ["DPRK"],
}


@pytest.fixture(scope="module")
def records(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    folder = tmp_path_factory.mktemp("article")
    output = folder / "article.jsonl"
    environment = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    subprocess.run(
        [
            str(Path(sys.executable).parent / "muqabala"),
            *("translate", str(root / "demo" / "article.ar.txt"), "-o", str(output)),
        ],
        check=True,
        cwd=folder,
        env={**os.environ, **environment},
    )
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def test_every_name_is_right(records: list[dict[str, object]]) -> None:
    english: dict[object, str] = {}
    for record in records:
        paragraph = record["paragraph"]
        english[paragraph] = f"{english.get(paragraph, '')} {record['target']}"
    missing = {
        number: absent
        for number, names in NAMES.items()
        if (absent := [name for name in names if name not in english[number]])
    }
    assert missing == {}


def test_the_first_mistake_is_gone(records: list[dict[str, object]]) -> None:
    text = " ".join(str(record["target"]) for record in records)
    plain = " ".join(str(record["plain"]) for record in records)
    assert "Voscini" in plain
    assert "Voscini" not in text


def test_nothing_is_left_in_arabic(records: list[dict[str, object]]) -> None:
    assert not any("\u0600" <= letter <= "\u06ff" for r in records for letter in str(r["target"]))


def test_every_claimed_term_is_where_it_is_said_to_be(records: list[dict[str, object]]) -> None:
    terms = [(r, term) for r in records for term in r["terms"]]  # type: ignore[attr-defined]
    assert len(terms) > 40
    for record, term in terms:
        source, target = str(record["source"]), str(record["target"])
        assert source[term["source_start"] : term["source_end"]] == term["source"]
        assert term["method"] != "unmet"
        assert target[term["target_start"] : term["target_end"]] == term["form"]
