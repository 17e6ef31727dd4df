"""References with other lines are brought to the systems' lines before scoring."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import ScoringError
from translator.scoring.aligned import align_texts
from translator.scoring.corpus import Lines

DATA = Path(__file__).parent / "data"
HYPOTHESIS, REFERENCE, SECOND, SOURCE = (
    tuple((DATA / name).read_text(encoding="utf-8").rstrip("\n").split("\n"))
    for name in ("plain.en", "reference.en", "second.en", "source.ar")
)


def test_joined_and_missing_lines_of_the_reference() -> None:
    changed = (
        *REFERENCE[:2],
        f"{REFERENCE[2]} {REFERENCE[3]}",
        *REFERENCE[4:9],
        *REFERENCE[10:],
    )
    (system,), (reference,), source, (note,) = align_texts(
        [Lines("h", HYPOTHESIS)], [Lines("r", changed)], Lines("s", SOURCE)
    )
    assert source is not None
    assert len(system.lines) == len(reference.lines) == len(source.lines) == 10
    place = reference.lines.index(f"{REFERENCE[2]} {REFERENCE[3]}")
    assert system.lines[place] == f"{HYPOTHESIS[2]} {HYPOTHESIS[3]}"
    assert source.lines[place] == f"{SOURCE[2]} {SOURCE[3]}"
    assert HYPOTHESIS[9] not in system.lines
    assert "1 lines of the translation and 0 of the reference" in note


def test_two_references_cut_differently_get_common_units() -> None:
    first = (f"{REFERENCE[0]} {REFERENCE[1]}", *REFERENCE[2:])
    second = (SECOND[0], f"{SECOND[1]} {SECOND[2]}", *SECOND[3:])
    (system,), references, _, _ = align_texts(
        [Lines("h", HYPOTHESIS)], [Lines("r", first), Lines("q", second)], None
    )
    assert system.lines[0] == " ".join(HYPOTHESIS[:3])
    assert references[0].lines[0] == " ".join(REFERENCE[:3])
    assert references[1].lines[0] == " ".join(SECOND[:3])
    assert {len(text.lines) for text in (system, *references)} == {10}


def test_equal_lines_stay_as_they_are() -> None:
    (system,), (reference,), _, _ = align_texts(
        [Lines("h", HYPOTHESIS)], [Lines("r", REFERENCE)], None
    )
    assert (system.lines, reference.lines) == (HYPOTHESIS, REFERENCE)


def test_systems_must_have_the_same_lines() -> None:
    with pytest.raises(ScoringError, match="b: has 11 lines, but a has 12"):
        align_texts([Lines("a", HYPOTHESIS), Lines("b", HYPOTHESIS[1:])], [], None)


def test_a_reference_of_another_text_is_refused() -> None:
    with pytest.raises(ScoringError, match="r: nothing in it matches h"):
        align_texts([Lines("h", HYPOTHESIS[:2])], [Lines("r", ("Zzz qqq.", "Xxx!"))], None)
