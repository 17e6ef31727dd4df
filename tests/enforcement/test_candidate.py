"""What is wrong with a text: missing, avoided, doubled, surplus, Arabic left."""

from __future__ import annotations

import pytest

from translator.enforcement.candidate import judge
from translator.glossary.term import Kind, Term, TermMatch

KIM = Term(("كيم جونغ أون",), "Kim Jong Un", kind=Kind.PERSON, avoid=("Kim Jong Eun",))
VOSTOCHNY = Term(("فوستوشني",), "Vostochny", kind=Kind.PLACE)


def matched(term: Term) -> TermMatch:
    return TermMatch(term, 0, len(term.sources[0]), 0, term.sources[0])


@pytest.mark.parametrize(
    ("text", "missing", "avoided", "doubled", "arabic"),
    [
        ("Kim Jong Un is at Vostochny", 0, 0, 0, 0),
        ("Kim is at Vostochny", 1, 0, 0, 0),
        ("Kim Jong Eun is there", 2, 1, 0, 0),
        ("Kim Kim Jong Un is at Vostochny", 0, 0, 1, 0),
        ("Kim Jong Un Un is at Vostochny", 0, 0, 1, 0),
        ("Kim Jong Un is at Vostochny Fostoshani base", 0, 0, 1, 0),
        ("Kim Jong Un is at Vostochny Space base", 0, 0, 0, 0),
        ("Kim Jong Un is at Vostochny في القاعدة", 0, 0, 0, 2),
        ("", 2, 0, 0, 0),
    ],
)
def test_judge(text: str, missing: int, avoided: int, doubled: int, arabic: int) -> None:
    judgement = judge(text, [matched(KIM), matched(VOSTOCHNY)], "")
    found = (judgement.missing, len(judgement.avoided), judgement.arabic)
    assert found == (missing, avoided, arabic)
    assert bool(judgement.doubled) is bool(doubled)
    assert (judgement.rank == (0, 0, 0)) is (found == (0, 0, 0) and not doubled)


def test_a_title_before_a_name_is_not_its_double() -> None:
    sejong = Term(("سيجونغ",), "Sejong", kind=Kind.PERSON)
    assert judge("under King Sejong", [matched(sejong)], "").doubled == 0


def test_a_name_that_repeats_itself_is_right() -> None:
    ghali = Term(("بطرس بطرس غالي",), "Boutros Boutros-Ghali", kind=Kind.PERSON)
    assert judge("said Boutros Boutros-Ghali", [matched(ghali)], "").doubled == 0


def test_surplus_counts_what_neither_source_nor_plain_explain() -> None:
    match = matched(VOSTOCHNY)
    text = "Vostochny is near Vostochny"
    assert judge(text, [match], "Voscini").surplus == 1
    assert judge(text, [match, match], "Voscini").surplus == 0
    assert judge(text, [match], text).surplus == 0


def test_kept_arabic_is_no_fault() -> None:
    term = Term(("فلسطين",), "فلسطين", keep=True)
    assert judge("They wrote فلسطين there", [matched(term)], "").rank == (0, 0, 0)
