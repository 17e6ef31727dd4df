"""The shipped glossary: it loads, has no faults, and knows every name of the demo article."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from translator.glossary.check import check_files
from translator.glossary.load import Glossary, load_glossary
from translator.glossary.matcher import Matcher
from translator.glossary.schema import json_schema
from translator.glossary.stack import stacked
from translator.glossary.term import Kind
from translator.locations import bundled

PATH = bundled("glossaries") / "news.yaml"
ARABIC = re.compile("[\u0621-\u064a]")
LATIN = re.compile("[A-Za-z]")


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary(PATH)


@pytest.fixture(scope="module")
def matcher(glossary: Glossary) -> Matcher:
    return Matcher(stacked([glossary]).terms)


def found(matcher: Matcher, text: str) -> list[str]:
    return [match.term.target for match in matcher.find(text).matches]


def test_it_is_large_and_of_every_kind(glossary: Glossary) -> None:
    kinds = Counter(term.kind for term in glossary.terms)
    assert len(glossary.terms) >= 1000
    assert set(kinds) == set(Kind)
    assert "kind:" in PATH.read_text(encoding="utf-8")
    assert PATH.read_text(encoding="utf-8").count("\n    kind: ") == len(glossary.terms)


def test_it_has_no_faults() -> None:
    assert check_files([PATH]) == ()


def test_nothing_is_shadowed(glossary: Glossary) -> None:
    stack = stacked([glossary])
    assert stack.shadowed == ()
    assert stack.terms == glossary.terms


def test_scripts(glossary: Glossary) -> None:
    for term in glossary.terms:
        assert all(ARABIC.search(source) and not LATIN.search(source) for source in term.sources)
        assert all(LATIN.search(form) and not ARABIC.search(form) for form in term.accepted())
        assert all(ARABIC.search(word) for word in term.context)


def test_names_of_the_demo_article(matcher: Matcher) -> None:
    article = (bundled("demo") / "article.ar.txt").read_text(encoding="utf-8")
    counts = Counter(found(matcher, article))
    assert counts == {
        "Kim": 6,
        "Kim Jong Un": 2,
        "Kim Yo Jong": 1,
        "Pak Thae Song": 1,
        "Kim Myong Sik": 1,
        "Peter the Great": 1,
        "Putin": 9,
        "Vostochny": 1,
        "Siberia": 1,
        "Pyongyang": 1,
        "DPRK": 1,
        "North Korea": 7,
        "South Korea": 1,
        "Russia": 6,
        "Ukraine": 2,
        "August": 1,
        "May": 1,
    }


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("في أواخر مايو/أيار", ["May"]),
        ("في أواخر أيار / مايو", ["May"]),
        ("في 7 تشرين الأول (أكتوبر) الماضي", ["October"]),
        ("وفي كانون الثاني/يناير", ["January"]),
        ("في آب الماضي", ["August"]),
        ("قال أب لابنه", []),
        ("مارس ضغوطا على الحكومة", []),
        ("في شهر مارس", ["March"]),
        ("الدعم المالي مالي فقط", []),
        ("مالي وعاصمتها باماكو", ["Mali", "Bamako"]),
        ("بعقوبة السجن", []),
        ("يعمل بحماس كبير", []),
        ("قالت حركة حماس في غزة", ["Hamas", "Gaza"]),
        ("سلطنة عمان", ["Oman"]),
        ("العاصمة الأردنية عمان", ["Amman"]),
        ("فيلق القدس", ["Quds Force"]),
        ("مسقط رأسه", []),
        ("أوبك+ وأوبك", ["OPEC+", "OPEC"]),
        ("للكرملين", ["Kremlin"]),
        ("محمد بن سلمان ومحمد بن زايد", ["Mohammed bin Salman", "Mohamed bin Zayed"]),
        ("عبدالفتاح السيسي", ["Abdel Fattah el-Sisi"]),
        ("الرئيسي", []),
    ],
)
def test_ambiguous_words(matcher: Matcher, text: str, targets: list[str]) -> None:
    assert found(matcher, text) == targets


def test_the_shipped_schema_is_current() -> None:
    shipped = json.loads((PATH.parent / "schema.json").read_text(encoding="utf-8"))
    assert shipped == json_schema()
    assert PATH.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=schema.json\n"
    )


def test_examples_of_the_readme_are_valid(tmp_path: Path) -> None:
    text = (PATH.parent / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert len(examples) >= 5
    for number, example in enumerate(examples):
        path = tmp_path / f"{number}.yaml"
        path.write_text(example if "terms:" in example else f"terms:\n{example}", encoding="utf-8")
        assert load_glossary(path).terms
