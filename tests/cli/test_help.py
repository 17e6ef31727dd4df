"""What --help says is whole and shows how commands are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Muqabala = Callable[..., Any]


@pytest.mark.parametrize("command", ["", "translate", "check", "align"])
def test_examples_stand_in_the_help(muqabala: Muqabala, command: str) -> None:
    shown = muqabala(*filter(None, [command]), "--help").out
    assert "Example" in shown
    assert "\n    muqabala " in shown
    assert "..." not in shown.split("\n", 1)[1]


@pytest.mark.parametrize("group", ["package", "config", "glossary"])
def test_no_summary_is_cut_short(muqabala: Muqabala, group: str) -> None:
    shown = muqabala(group, "--help").out
    assert "..." not in shown.split("\n", 1)[1]


@pytest.mark.usefixtures("without_model")
def test_a_list_of_files_that_all_fail_is_an_error(muqabala: Muqabala) -> None:
    result = muqabala("translate", "missing.txt", "also-missing.txt")
    assert result.code == 2
    assert "2 of 2 files could not be translated" in result.err
