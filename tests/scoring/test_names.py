"""Names: which English words are names, which are right, the same everywhere, or missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import ScoringError
from translator.glossary.term import Case, Term
from translator.scoring.names import ExpectedName, missing_names, names_in, score_names
from translator.scoring.names_file import read_names

DATA = Path(__file__).parent / "data"

NAMES = [
    ("The president met Putin.", ["Putin"]),
    # The first word's capital may be the sentence's; the rest of its name is a name.
    ("Putin met the president.", []),
    ("Vladimir Putin met Kim Jong Un.", ["Putin", "Kim Jong Un"]),
    ("He left. Kim stayed.", []),
    ("“Kim stayed,” he said.", []),
    ("he said: “Kim stayed in Moscow”", ["Moscow"]),
    ("a bank, the Bank of England, rose", ["Bank of England"]),
    ("in the United States and in Cote d'Ivoire", ["United States", "Cote d'Ivoire"]),
    ("Near Peter the Great's museum", ["Peter the Great"]),
    ("about one U.S. cent", ["U.S."]),
    ("with George W. Bush in Texas", ["George W. Bush", "Texas"]),
    ("and I think I'm at NATO", ["NATO"]),
    ("the Franco-Prussian War", ["Franco-Prussian War"]),
    ("where Élysée Palace is", ["Élysée Palace"]),
    ("Russia's Far East", ["Far East"]),
    ("no names at all", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_in(text: str, names: list[str]) -> None:
    found = names_in(text)
    assert [name for name, _, _ in found] == names
    assert all(text[start:end] == name for name, start, end in found)


@pytest.mark.parametrize(
    ("reference", "hypothesis", "missing"),
    [
        ("he met Kim Jong Un", "he met Kim Jong-un", []),
        ("he met Kim Jong Un", "he met Kim Yong Un", ["Kim Jong Un"]),
        ("in the U.S. now", "in the US now", []),
        ("to Moscow", "MOSCOW was reached", []),
        ("by Putin's order", "by order of Putin", []),
        ("in the Bank of England", "in the England bank", []),
        ("to Vostochny", "to Voscini", ["Vostochny"]),
        ("to Vostochny", "", ["Vostochny"]),
    ],
)
def test_missing(reference: str, hypothesis: str, missing: list[str]) -> None:
    found = missing_names(names_in(reference), hypothesis)
    assert [name for name, _, _ in found] == missing


VOSTOCHNY = Term(("فوستوشني",), "Vostochny", aliases=("Vostochnyy",))
KIM = Term(("كيم",), "Kim", case=Case.EXACT)


def test_success_consistency_and_what_stands_instead() -> None:
    expected = [
        ExpectedName(0, "فوستوشني", VOSTOCHNY),
        ExpectedName(1, "فوستوشني", VOSTOCHNY),
        ExpectedName(2, "فوستوشني", VOSTOCHNY),
        ExpectedName(0, "كيم", KIM),
        ExpectedName(1, "كيم", KIM),
    ]
    lines = ["Kim at Vostochny", "Kim's visit to Fostochny", "the Vostochnyy base"]
    scores = score_names("s", lines, ["Kim at Vostochny", "the visit", "the base"], expected)
    assert [(o.form, o.instead) for o in scores.outcomes[:3]] == [
        ("Vostochny", ""),
        ("", "Fostochny"),
        ("Vostochnyy", ""),
    ]
    outcome = scores.outcomes[1]
    assert lines[1][outcome.start : outcome.end] == "Fostochny"
    assert scores.success == 80.0
    assert scores.consistency == 50.0
    uneven, even = scores.repeated
    assert uneven.forms == (("Fostochny", 1), ("Vostochny", 1), ("Vostochnyy", 1))
    assert even.forms == (("Kim", 2),)


def test_part_of_a_word_is_no_name_and_nothing_similar_is_no_guess() -> None:
    scores = score_names(
        "s", ["Kimberly left early"], ["x"], [ExpectedName(0, "فوستوشني", VOSTOCHNY)]
    )
    assert (scores.outcomes[0].form, scores.outcomes[0].start) == ("", -1)
    assert (
        not score_names("s", ["Kimberly"], ["x"], [ExpectedName(0, "كيم", KIM)]).outcomes[0].right
    )


def test_a_name_that_is_missing_everywhere_is_not_consistent() -> None:
    expected = [ExpectedName(0, "كيم", KIM), ExpectedName(1, "كيم", KIM)]
    assert score_names("s", ["he", "he"], ["x", "x"], expected).consistency == 0.0


def test_without_names_there_are_no_shares() -> None:
    scores = score_names("s", ["nothing"], ["nothing"], [])
    assert (scores.success, scores.consistency, scores.recall) == (None, None, None)


def test_names_file() -> None:
    segments = {number: number - 1 for number in range(1, 13) if number != 9}
    names = read_names(DATA / "names.tsv", segments)
    assert [(n.segment, n.surface, n.term.target) for n in names] == [
        (0, "فوستوشني", "Vostochny"),
        (5, "فوستوشني", "Vostochny"),
        (7, "بطرس الأكبر", "Peter the Great"),
        (0, "بوتين", "Putin"),
        (9, "بيونغ يانغ", "Pyongyang"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("line\ten_name\n1\tx\n", "names.tsv:1: no column 'ar_span'"),
        ("line\tar_span\ten_name\n1\tكيم\n", "names.tsv:2: 2 columns are too few"),
        ("line\tar_span\ten_name\none\tكيم\tKim\n", "names.tsv:2: 'one' is no line number"),
        ("line\tar_span\ten_name\n1\tكيم\t \n", "names.tsv:2: a name is empty"),
    ],
)
def test_faulty_names_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScoringError) as error:
        read_names(path, {1: 0})
    assert message in str(error.value)
