"""Faults in glossaries, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.glossary.check import Finding, Severity, check_files, exit_code

CASES = [
    ("fine", "  - {source: كييف, target: Kyiv, avoid: [Kiev]}", []),
    ("twice", "  - {source: كييف, target: Kyiv}\n  - {source: كِييف, target: Kyiv}",
     [(3, "warning", "duplicate")]),
    ("twice in one term", "  - {source: [إيران, ايران], target: Iran}",
     [(2, "warning", "duplicate")]),
    ("two targets", "  - {source: كييف, target: Kyiv}\n  - {source: كييف, target: Kiev}",
     [(3, "error", "conflict")]),
    ("two targets with contexts",
     "  - {source: عمان, target: Amman, context: [الأردن]}\n"
     "  - {source: عمان, target: Oman, context: [مسقط]}", []),
    ("avoided elsewhere",
     "  - {source: كييف, target: Kyiv, avoid: [Kiev]}\n  - {source: كيفا, target: kiev}",
     [(3, "error", "conflict")]),
    ("avoids its own", "  - {source: خان يونس, target: Khan Younis, avoid: [khan]}",
     [(2, "error", "conflict")]),
    ("hyphens are other words",
     "  - {source: كيم جونغ أون, target: Kim Jong Un, avoid: [Kim Jong-un]}", []),
    ("Arabic target", "  - {source: بوتين, target: بوتين}", [(2, "error", "arabic-target")]),
    ("Arabic alias", "  - {source: بوتين, target: Putin, aliases: [بوتين]}",
     [(2, "error", "arabic-target")]),
    ("kept", "  - {source: '#غزة_الآن', keep: true}\n  - {source: CNN, keep: true}", []),
    ("Latin source", "  - {source: Putin, target: Putin}", [(2, "error", "latin-source")]),
    ("Latin in source", "  - {source: مجموعة G7, target: G7}",
     [(2, "warning", "latin-source")]),
    ("Latin context", "  - {source: عمان, target: Oman, context: [Gulf]}",
     [(2, "error", "latin-source")]),
    ("common word", "  - {source: أمل, target: Amal}", [(2, "warning", "common-word")]),
    ("common word of news", "  - {source: حماس, target: Hamas}",
     [(2, "warning", "common-word")]),
    ("common word with context", "  - {source: أمل, target: Amal, context: [حركة]}", []),
    ("common word, exact", "  - {source: سلام, target: Salam, exact: true}", []),
    ("very short", "  - {source: نغ, target: Ng}", [(2, "warning", "common-word")]),
    ("beginning of a word", "  - {source: كيل, target: Kiel}", [(2, "warning", "prefix")]),
    ("particle and word", "  - {source: بعقوبة, target: Baquba}", [(2, "warning", "clitic")]),
    ("makes a word with a particle", "  - {source: طولة, target: Tula}",
     [(2, "warning", "clitic")]),
    ("context is the source", "  - {source: عمان, target: Oman, context: [عُمان, مسقط]}",
     [(2, "warning", "context")]),
]  # fmt: skip


def write(folder: Path, terms: str, name: str = "test.yaml") -> Path:
    path = folder / name
    path.write_text(f"terms:\n{terms}\n", encoding="utf-8")
    return path


def shown(findings: tuple[Finding, ...]) -> list[tuple[int, str, str]]:
    return [
        (int(finding.where.rpartition(":")[2]), finding.severity.value, finding.code)
        for finding in findings
    ]


@pytest.mark.parametrize(
    ("terms", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_findings(tmp_path: Path, terms: str, expected: list[tuple[int, str, str]]) -> None:
    assert shown(check_files([write(tmp_path, terms)])) == expected


def test_faults_of_format_are_all_named(tmp_path: Path) -> None:
    path = write(tmp_path, "  - {source: كييف, targt: Kyiv}\n  - {source: بوتين, target: ''}")
    good = write(tmp_path, "  - {source: أمل, target: Amal}", "good.yaml")
    findings = check_files([path, good])
    assert [finding.code for finding in findings] == ["format", "format", "common-word"]
    assert findings[0].where == f"{path}:2"
    assert "did you mean target" in findings[0].remedy


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    (finding,) = check_files([tmp_path / "none.yaml"])
    assert finding.severity is Severity.ERROR
    assert "no such glossary" in str(finding)


def test_terms_covered_by_a_later_file(tmp_path: Path) -> None:
    first = write(tmp_path, "  - {source: كييف, target: Kyiv}", "first.yaml")
    second = write(tmp_path, "  - {source: كييف, target: Kiev}", "second.yaml")
    (finding,) = check_files([first, second])
    assert (finding.code, finding.where) == ("shadowed", f"{first}:2")
    assert f"{second}:2" in finding.message


def test_a_finding_on_one_line(tmp_path: Path) -> None:
    path = write(tmp_path, "  - {source: بوتين, target: بوتين}")
    (finding,) = check_files([path])
    assert str(finding) == (
        f"{path}:2: error: the target بوتين has Arabic letters; write English, or use keep "
        "[arabic-target]"
    )


def test_exit_codes() -> None:
    warning = Finding(Severity.WARNING, "x", "", "", "")
    error = Finding(Severity.ERROR, "x", "", "", "")
    assert [exit_code(found) for found in ((), (warning,), (warning, error))] == [0, 1, 2]
