"""The user's own English: in the place of the model's, judged anew, and in what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator.corrected import edited_segment, with_session
from translator.engine.protocol import Decoding, PackageInfo
from translator.errors import OutputError
from translator.export import export_path, export_translation
from translator.glossary.term import Kind, Term, TermMatch
from translator.outcomes import judge_terms, term_uses
from translator.reading import document_from_text
from translator.session import Session, session_path
from translator.translation import (
    Method,
    Origin,
    SegmentTranslation,
    TermOutcome,
    Translation,
)
from translator.writers.formats import Format

TERM = Term(("فوستوشني",), "Vostochny", Kind.PLACE, avoid=("Voscini",))
PACKAGE = PackageInfo("test", Path("x"), "1.0", "ar", "en", "bpe", Decoding(4, 1.0), False)
TEXT = "وصل كيم إلى فوستوشني في 13 سبتمبر.\nوعاد من فوستوشني."


def translation() -> Translation:
    document = document_from_text("article.ar.txt", TEXT)
    segments = []
    for segment, english in zip(
        document.segments(), ["Kim got to Voscini on 13 September.", "He left it."], strict=True
    ):
        start = segment.text.index("فوستوشني")
        match = TermMatch(TERM, start, start + 8, start, "فوستوشني")
        segments.append(
            SegmentTranslation(
                segment, english, english, -0.4, terms=(TermOutcome(match, Method.UNMET),)
            )
        )
    return Translation(document, PACKAGE, tuple(segments))


def edited_session(text: str) -> Session:
    first = next(iter(translation().document.segments()))
    return Session().with_work(first, 1.0, edited=text)


def test_an_edit_takes_the_place_of_the_model_and_is_judged_anew() -> None:
    changed = with_session(translation(), edited_session("Kim reached Vostochny on 13 September."))
    first, second = changed.segments
    assert (first.text, first.origin) == ("Kim reached Vostochny on 13 September.", Origin.EDITED)
    assert first.plain == "Kim got to Voscini on 13 September."
    assert first.terms[0].method is Method.PLAIN
    assert first.flags == ()
    assert second == translation().segments[1]


def test_an_edit_with_faults_has_flags() -> None:
    changed = with_session(translation(), edited_session("Kim reached Voscini on 14 September."))
    codes = {flag.code for flag in changed.segments[0].flags}
    assert {"term-unmet", "term-avoided", "number"} <= codes


def test_a_segment_edited_before_it_was_translated() -> None:
    segment = next(iter(translation().document.segments()))
    result = edited_segment(segment, "Mine.")
    assert (result.text, result.plain, result.origin) == ("Mine.", "", Origin.EDITED)


def test_a_form_to_avoid_within_an_accepted_one_is_no_fault() -> None:
    term = Term(("كييف",), "Chicken Kiev", avoid=("Kiev",))
    match = TermMatch(term, 0, 4, 0, "كييف")
    assert judge_terms("We ate Chicken Kiev.", [match])[0].avoided == ""
    assert judge_terms("We saw Kiev.", [match])[0].avoided == "Kiev"


def test_uses_of_a_term_over_the_article() -> None:
    changed = with_session(translation(), edited_session("Kim reached Vostochny."))
    (use,) = term_uses((result.segment, result.terms) for result in changed.segments)
    assert len(use.places) == 2
    assert dict(use.methods) == {Method.PLAIN: 1, Method.UNMET: 1}
    assert (use.unmet, use.avoided, use.consistent) == (1, 0, False)
    (use,) = term_uses([(r.segment, r.terms) for r in changed.segments[:1]])
    assert use.consistent


@pytest.mark.parametrize("format_", list(Format))
def test_every_format_holds_the_edit(tmp_path: Path, format_: Format) -> None:
    path = tmp_path / f"out.{format_.value}"
    session = edited_session("Kim reached Vostochny, at last.")
    export_translation(path, format_, [translation()], session)
    text = path.read_text(encoding="utf-8")
    assert "at last" in text
    assert "He left it." in text
    if format_ is Format.JSONL:
        record = json.loads(text.splitlines()[0])
        assert record["origin"] == "edited"
        assert record["target"] == "Kim reached Vostochny, at last."


def test_the_article_and_the_saved_work_are_never_written_over(tmp_path: Path) -> None:
    article = tmp_path / "article.ar.txt"
    article.write_text(TEXT, encoding="utf-8")
    for path in (article, session_path(article)):
        with pytest.raises(OutputError, match="itself"):
            export_translation(path, Format.TXT, [translation()], Session(), article=article)
    assert article.read_text(encoding="utf-8") == TEXT
    assert export_path(article, "md") == tmp_path / "article.en.md"
    assert export_path(tmp_path / "a.txt", "html") == tmp_path / "a.en.html"


def test_two_packages_need_a_format_for_two(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="one package"):
        export_translation(tmp_path / "x.txt", Format.TXT, [translation()] * 2, Session())
