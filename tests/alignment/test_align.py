"""Alignment of texts whose lines were merged, split, dropped and moved."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.align import align


def load(name: str) -> ModuleType:
    """A helper beside this file; test folders are no packages."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_text = load("parallel")
MACHINE: tuple[str, ...] = _text.MACHINE
HUMAN: tuple[str, ...] = _text.HUMAN


def units(pivot: tuple[str, ...], reference: list[str]) -> set[tuple[tuple[int, ...], ...]]:
    return {(unit.pivot, unit.reference) for unit in align(pivot, reference).linked()}


def one_to_one(count: int) -> set[tuple[tuple[int, ...], ...]]:
    return {((i,), (i,)) for i in range(count)}


def test_equal_lines_go_one_to_one() -> None:
    alignment = align(MACHINE, HUMAN)
    assert {(u.pivot, u.reference) for u in alignment.units} == one_to_one(len(MACHINE))
    assert alignment.confidence > 0.6


def test_merged_lines_become_two_to_one() -> None:
    reference = [*HUMAN[:5], f"{HUMAN[5]} {HUMAN[6]}", *HUMAN[7:]]
    found = units(MACHINE, reference)
    assert ((5, 6), (5,)) in found
    assert ((7,), (6,)) in found
    assert len(found) == len(MACHINE) - 1


def test_split_line_becomes_one_to_two() -> None:
    reference = [*HUMAN[:18], "The students had built it in a garage",
                 "from parts of old washing machines.", *HUMAN[19:]]  # fmt: skip
    assert ((18,), (18, 19)) in units(MACHINE, reference)


def test_three_merged_lines_become_three_to_one() -> None:
    reference = [*HUMAN[:20], " ".join(HUMAN[20:23]), *HUMAN[23:]]
    assert ((20, 21, 22), (20,)) in units(MACHINE, reference)


def test_dropped_line_has_no_counterpart() -> None:
    alignment = align(MACHINE, [*HUMAN[:9], *HUMAN[10:]])
    assert [unit.pivot for unit in alignment.units if not unit.reference] == [(9,)]
    assert ((10,), (9,)) in {(unit.pivot, unit.reference) for unit in alignment.units}


def test_added_line_stands_after_its_neighbour() -> None:
    added = "Advertisement: buy the best olive oil of the valley here."
    alignment = align(MACHINE, [*HUMAN[:12], added, *HUMAN[12:]])
    place = next(n for n, unit in enumerate(alignment.units) if not unit.pivot)
    assert alignment.units[place].reference == (12,)
    assert alignment.units[place - 1].reference == (11,)


def test_moved_lines_are_found_and_marked() -> None:
    rest = [*HUMAN[:4], *HUMAN[5:]]
    reference = [*rest[:30], HUMAN[4], *rest[30:]]
    alignment = align(MACHINE, reference)
    (moved,) = [unit for unit in alignment.units if unit.moved]
    assert (moved.pivot, moved.reference) == ((4,), (30,))
    assert len(alignment.linked()) == len(MACHINE)


def test_unlike_texts_are_not_aligned() -> None:
    other = ["Photosynthesis turns sunlight into sugar.", "Mitochondria release energy again."]
    alignment = align(MACHINE[:3], other)
    assert alignment.linked() == ()
    assert alignment.confidence == 0.0


def test_confidence_is_lower_where_words_differ() -> None:
    alignment = align(
        ("The dam will open in June.", MACHINE[3]), ("The dam will open in June.", HUMAN[3])
    )
    same, other = alignment.units
    assert same.confidence == 1.0 > other.confidence > 0.0


@pytest.mark.parametrize(
    ("pivot", "reference"),
    [((), ()), (("Yes.",), ()), ((), ("Yes.",)), (("", " "), ("",)), (("Yes.",), ("Yes.",))],
)
def test_tiny_and_blank_texts(pivot: tuple[str, ...], reference: tuple[str, ...]) -> None:
    alignment = align(pivot, reference)
    assert sorted(i for unit in alignment.units for i in unit.pivot) == list(range(len(pivot)))
    assert sorted(j for unit in alignment.units for j in unit.reference) == list(
        range(len(reference))
    )


def test_split_cuts_the_reference_into_sentences() -> None:
    alignment = align(MACHINE[:4], [" ".join(HUMAN[:4])], split=True)
    assert alignment.reference == HUMAN[:4]
    assert {(u.pivot, u.reference) for u in alignment.units} == one_to_one(4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(MACHINE), max_size=8), st.lists(st.sampled_from(HUMAN), max_size=8))
def test_every_segment_is_in_exactly_one_unit(pivot: list[str], reference: list[str]) -> None:
    alignment = align(pivot, reference)
    assert sorted(i for unit in alignment.units for i in unit.pivot) == list(range(len(pivot)))
    assert sorted(j for unit in alignment.units for j in unit.reference) == list(
        range(len(reference))
    )
    assert all(0.0 <= unit.confidence <= 1.0 for unit in alignment.units)


@pytest.mark.shared
def test_disturbed_flores_lines_are_aligned() -> None:
    from benchmarks.alignment import disturb, flores, unit_f1

    pivot, reference = flores()
    case = disturb(pivot, reference, share=0.1, seed=99)
    assert unit_f1(align(case.pivot, case.reference), case.gold) >= 0.97
