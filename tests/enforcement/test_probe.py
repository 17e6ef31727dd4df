"""The probe tells packages that copy Latin names from those that do not, once."""

from __future__ import annotations

import re

from translator.engine.probe import copies_inline


def test_declared_packages_are_not_probed(scripted) -> None:
    engine = scripted({}, inline_terms=True)
    assert copies_inline(engine)
    assert not engine.asked


def test_a_copying_package_is_proved_once(scripted) -> None:
    def copy(request):
        return "Someone saw " + " and ".join(re.findall("[A-Za-z]+(?: [A-Za-z]+)?", request.source))

    engine = scripted({}, inline_terms=False, otherwise=copy)
    assert copies_inline(engine)
    asked = len(engine.asked)
    assert copies_inline(engine)
    assert len(engine.asked) == asked


def test_a_stock_package_that_garbles_is_not(scripted) -> None:
    def garble(request):
        return " ".join(re.findall("[A-Za-z]{1,4}", request.source))

    assert not copies_inline(scripted({}, inline_terms=False, otherwise=garble))
