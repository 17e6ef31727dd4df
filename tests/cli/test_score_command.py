"""`muqabala score`: files in, figures, reports and log out; every fault one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "scoring" / "data"
HYP, REF, SECOND, SOURCE = (
    DATA / n for n in ("plain.en", "reference.en", "second.en", "source.ar")
)
FAST = ("--trials", 20)


def test_table_has_scores_and_signatures(muqabala: Any) -> None:
    result = muqabala("score", HYP, "--ref", REF)
    assert result.code == 0
    recorded = json.loads((DATA / "sacrebleu.json").read_text(encoding="utf-8"))
    for row in (row for row in recorded if (row["hypothesis"], row["references"]) == ("plain", 1)):
        assert f"{row['score']:.2f} ± {row['half_width']:.2f}" in result.out
        assert row["signature"].rsplit("version", 1)[0] in result.out
    assert result.err == ""


def test_json_has_every_digit_and_two_references(muqabala: Any) -> None:
    result = muqabala("score", HYP, "--ref", REF, "--ref", SECOND, "--metric", "chrf", "--json")
    (score,) = json.loads(result.out)["systems"][0]["scores"]
    recorded = json.loads((DATA / "sacrebleu.json").read_text(encoding="utf-8"))
    (row,) = [
        r
        for r in recorded
        if (r["hypothesis"], r["references"], r["name"]) == ("plain", 2, "chrF2")
    ]
    assert round(score["score"], 14) == row["score"]
    assert round(score["interval"]["mean"], 14) == row["mean"]
    assert score["signature"].startswith("nrefs:2|bs:1000|seed:12345|")


def test_segments_as_tsv(muqabala: Any) -> None:
    result = muqabala(
        "score", HYP, "--ref", REF, "--metric", "bleu", "--metric", "ter", "--segments", *FAST
    )
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert len(rows) == 13
    assert rows[0] == ["segment", f"{HYP} BLEU", f"{HYP} TER"]
    assert rows[-1][0] == "12"
    assert float(rows[1][1]) > 0


def test_reports_and_log(muqabala: Any, tmp_path: Path) -> None:
    reports = [tmp_path / f"r.{ending}" for ending in ("html", "md", "json")]
    options = [option for path in reports for option in ("--report", path)]
    log = tmp_path / "log.jsonl"
    result = muqabala("score", HYP, "--ref", REF, "--source", SOURCE, *options, "--log", log, *FAST)
    assert result.code == 0
    assert all(path.stat().st_size > 1000 for path in reports)
    assert [f"wrote {path}" in result.err for path in reports] == [True] * 3
    (line,) = log.read_text(encoding="utf-8").splitlines()
    run = json.loads(line)
    assert run["system"] == str(HYP)
    assert (run["package"], run["glossary"], run["segments"]) == ("", "", 12)
    assert set(run["scores"]) == set(run["signatures"]) == {"BLEU", "chrF", "chrF++", "TER"}


def test_names_file_gives_term_success(muqabala: Any) -> None:
    result = muqabala(
        "score", HYP, "--ref", REF, "--names", DATA / "names.tsv", "--metric", "bleu", *FAST
    )
    # Of six names, Putin (twice) is right.
    assert "33.3 % (2/6)" in result.out


def test_details_show_groups_and_missing_names(muqabala: Any) -> None:
    plain = muqabala("score", HYP, "--ref", REF, *FAST).out
    details = muqabala("score", HYP, "--ref", REF, "--details", *FAST).out
    for title in ("By length", "By names", "Names of the reference that are missing"):
        assert title not in plain
        assert title in details


def test_arabic_is_translated_on_the_spot(muqabala: Any, without_model: None) -> None:
    result = muqabala("score", SOURCE, "--ref", REF, "--no-glossary", "--json", *FAST)
    assert result.code == 0
    data = json.loads(result.out)
    assert data["source"] == str(SOURCE)
    assert data["systems"][0]["system"] == "bundled"
    assert data["segments"][1]["systems"][0]["hypothesis"] == "7 words"
    assert data["segments"][1]["source"] == "وقال كيم إن بلاده تدعم روسيا دائما."


def test_align_joins_lines(muqabala: Any, tmp_path: Path) -> None:
    lines = REF.read_text(encoding="utf-8").splitlines()
    joined = tmp_path / "joined.en"
    joined.write_text("\n".join([" ".join(lines[:2]), *lines[2:]]) + "\n", encoding="utf-8")
    refused = muqabala("score", HYP, "--ref", joined)
    assert (refused.code, refused.out) == (2, "")
    assert "has 12 lines, but" in refused.err
    assert "use --align" in refused.err
    result = muqabala("score", HYP, "--ref", joined, "--align", "--json", *FAST)
    assert result.code == 0
    assert len(json.loads(result.out)["segments"]) == 11
    assert "aligned to 11 units" in result.err


def test_jsonl_of_translate_can_be_scored(
    muqabala: Any, without_model: None, tmp_path: Path
) -> None:
    made = tmp_path / "t.jsonl"
    assert muqabala("translate", SOURCE, "-o", made, "--no-glossary", "--quiet").code == 0
    result = muqabala("score", made, "--ref", REF, "--json", *FAST)
    assert json.loads(result.out)["segments"][1]["systems"][0]["hypothesis"] == "7 words"


def test_one_segment_is_scored_and_says_that_nothing_can_be_tested(
    muqabala: Any, tmp_path: Path
) -> None:
    hypothesis, reference = tmp_path / "h.en", tmp_path / "r.en"
    hypothesis.write_text("Kim left Moscow today\n", encoding="utf-8")
    reference.write_text("Kim left Moscow today\n", encoding="utf-8")
    result = muqabala("score", hypothesis, "--ref", reference)
    assert result.code == 0
    assert "only one segment: no interval or significance can be computed" in result.err
    assert "±" not in result.out


def test_empty_hypothesis_lines_are_told(muqabala: Any, tmp_path: Path) -> None:
    lines = HYP.read_text(encoding="utf-8").splitlines()
    lines[2] = ""
    hypothesis = tmp_path / "h.en"
    hypothesis.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = muqabala("score", hypothesis, "--ref", REF, *FAST)
    assert result.code == 0
    assert "1 empty line (line 3), scored as no translation" in result.err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\n\n\n", "only blank lines in it"),
        (b"one\n" * 11, "has 12 lines, but {} has 11; use --align"),
        (b"one\n" * 5 + b"\n" + b"one\n" * 6, "{}:6: this line of the reference is empty"),
        ("قال بوتين\n".encode() * 12, "{}: is Arabic, not English"),
        (b"one\xff\x00two\n", "{}: "),
        (b"\x80\x81 broken \xff\n" * 12, "{}: "),
        (None, "{}: no such file"),
    ],
    ids=["empty", "blank", "fewer", "hole", "arabic", "nul", "damaged", "missing"],
)
def test_bad_reference(muqabala: Any, tmp_path: Path, content: bytes | None, message: str) -> None:
    reference = tmp_path / "bad.en"
    if content is not None:
        reference.write_bytes(content)
    result = muqabala("score", HYP, "--ref", reference)
    assert result.code == 2
    assert result.out == ""
    assert message.format(reference) in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((HYP, "--ref", HYP), "is given as a system and as a reference"),
        ((HYP, "--ref", REF, "--ref", REF), "is given twice; name each file once"),
        ((HYP, "--ref", REF, "--metric", "comet"), "no metric 'comet'; choose from bleu"),
        ((HYP, "--ref", REF, "--report", "r.pdf"), "r.pdf: no report has the ending '.pdf'"),
        ((HYP, "--ref", REF, "--source", SECOND), "second.en: is not Arabic"),
        (("none.en", "--ref", REF), "none.en: no such file, and no package setting"),
        (
            (HYP, "--ref", REF, "--names", DATA / "names.tsv", "--align"),
            "a names file counts lines, which --align changes",
        ),
    ],
)
def test_refused(muqabala: Any, arguments: tuple[object, ...], message: str) -> None:
    result = muqabala("score", *arguments, *FAST)
    assert result.code == 2
    assert message in result.err
    assert len(result.err.splitlines()) == 1
