"""Unicode's own test cases for the bidirectional algorithm."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.explicit import PARAGRAPH, first_strong_levels
from tui.levels import bidi_class, bidi_classes, reset_whitespace, resolve_levels, visual_order

SAMPLE = Path(__file__).parents[1] / "data" / "unicode" / "BidiCharacterTest-sample.txt"


def cases() -> list[str]:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def run_case(line: str) -> tuple[int, list[int], list[int]]:
    """Base level, levels of the characters that stay, and their visual order."""
    codes, direction, _, expected, _ = line.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    classes = bidi_classes(text)
    base = int(direction) if direction != "2" else first_strong_levels(classes).get(PARAGRAPH, 0)
    levels = resolve_levels(text, base)
    reset_whitespace(classes, levels, base)
    kept = [index for index, level in enumerate(expected.split()) if level != "x"]
    order = [kept[place] for place in visual_order([levels[index] for index in kept])]
    return base, [levels[index] for index in kept], order


def test_unicode_cases() -> None:
    lines = cases()
    assert len(lines) > 3000
    failed = []
    for line in lines:
        _, _, base, levels, order = line.split(";")
        expected = (
            int(base),
            [int(level) for level in levels.split() if level != "x"],
            [int(index) for index in order.split()],
        )
        if run_case(line) != expected:
            failed.append(line)
    assert failed == []


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("ب", "AL"),
        ("א", "R"),
        ("٣", "AN"),
        ("3", "EN"),
        ("\u08ff", "NSM"),
        # Not assigned in any version so far: the direction of the block counts.
        ("\u05ff", "R"),
        ("\ufbff", "AL"),
        ("\u0378", "L"),
    ],
)
def test_bidi_class(character: str, expected: str) -> None:
    assert bidi_class(character) == expected


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ([], []),
        ([0, 0], [0, 1]),
        ([1, 1, 1], [2, 1, 0]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([0, 1, 2, 2, 1, 0], [0, 4, 2, 3, 1, 5]),
        ([2, 2], [0, 1]),
        ([3, 3, 4, 4], [2, 3, 1, 0]),
    ],
)
def test_visual_order(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order
