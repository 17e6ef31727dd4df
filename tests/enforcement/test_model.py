"""A few sentences through the bundled model."""

from __future__ import annotations

import dataclasses

import pytest

from translator.enforcement.enforce import translate_with_terms
from translator.engine.probe import copies_inline
from translator.glossary.term import Kind, Term
from translator.translation import ALL_METHODS, Method

pytestmark = pytest.mark.model

STOCK = tuple(method for method in ALL_METHODS if method is not Method.INLINE)
VOSTOCHNY = Term(("فوستوشني",), "Vostochny", kind=Kind.PLACE, avoid=("Voscini",))
PETER = Term(("بطرس الأكبر",), "Peter the Great", kind=Kind.PERSON)


@pytest.mark.parametrize("methods", [ALL_METHODS, STOCK], ids=["all", "inline off"])
def test_names_come_out_right(engine, match_in, methods) -> None:
    sources = [
        ("ويأتي ذلك بعد لقائهما في قاعدة فوستوشني الفضائية.", "فوستوشني", VOSTOCHNY),
        ("وقارن نفسه بالعاهل الروسي السابق بطرس الأكبر.", "بطرس الأكبر", PETER),
    ]
    given = [(source, (match_in(source, name, term),)) for source, name, term in sources]
    results = dict(translate_with_terms(engine, given, methods=methods, alignment=True))
    for position, (source, _, term) in enumerate(sources):
        result = results[position]
        assert result.text.count(term.target) == 1
        assert result.terms[0].method is not Method.UNMET
        assert not any(form in result.text for form in term.avoid)
        assert all(0 <= link.source_start < link.source_end <= len(source) for link in result.links)
        assert all(
            0 <= link.target_start <= link.target_end <= len(result.text) for link in result.links
        )


def test_the_bundled_model_passes_the_probe(engine) -> None:
    class Undeclared:
        package = dataclasses.replace(engine.package, inline_terms=False)
        translate = staticmethod(engine.translate)

    assert copies_inline(Undeclared())
