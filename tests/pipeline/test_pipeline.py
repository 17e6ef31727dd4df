"""The path from a document to its translation, with engines that answer by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from translator.engine.protocol import Decoding, Hypothesis, PackageInfo, Request
from translator.glossary.matcher import Matcher
from translator.glossary.term import Term
from translator.pipeline import Pipeline
from translator.reading import document_from_text
from translator.translation import Method, Origin

PACKAGE = PackageInfo("fake", Path("fake"), "1", "ar", "en", "sentencepiece", Decoding(4, 1), True)


class CopyingEngine:
    """Answers with the Latin words of the source, as a model that copies names would."""

    package = PACKAGE

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for position, request in enumerate(requests):
            self.asked.append(request.source)
            latin = [word for word in request.source.split() if word.isascii()]
            text = " ".join(["He", "met", *latin])
            yield position, (Hypothesis(text, -0.5),) * request.n_best

    def fits(self, source: str) -> bool:
        return len(source) < 1000


TEXT = "قال الرئيس فلاديمير بوتين كلاما\nhttps://example.org\n\nكلام آخر طويل هنا"


def test_every_segment_once_in_reading_order() -> None:
    document = document_from_text("x.txt", TEXT)
    translation = Pipeline(CopyingEngine()).translate(document)
    assert [r.segment for r in translation.segments] == list(document.segments())
    assert translation.package is PACKAGE


def test_links_and_code_are_left_alone() -> None:
    text = "# عنوان مهم\n\n```\nقال بوتين\n```\n\nhttps://example.org\n\nقال الرئيس كلاما"
    document = document_from_text("x.md", text, markdown=True)
    engine = CopyingEngine()
    translation = Pipeline(engine).translate(document)
    passed = [r for r in translation.segments if r.origin is Origin.PASSED_THROUGH]
    assert [r.text for r in passed if "example" in r.text] == ["https://example.org"]
    assert all(r.text == r.segment.text for r in passed)
    assert all(r.flags[0].code == "untouched" for r in passed)
    assert "https://example.org" not in engine.asked
    assert not any("بوتين" in source for source in engine.asked)


def test_a_term_is_put_in_and_its_method_told() -> None:
    document = document_from_text("x.txt", TEXT)
    matcher = Matcher([Term(("فلاديمير بوتين",), "Vladimir Putin")])
    translation = Pipeline(CopyingEngine(), matcher=lambda: matcher).translate(document)
    first = translation.segments[0]
    (outcome,) = first.terms
    assert outcome.method is Method.INLINE
    assert first.text[outcome.target_start : outcome.target_end] == "Vladimir Putin"
    assert first.plain == "He met"


def test_a_term_that_nothing_can_enforce_is_flagged() -> None:
    document = document_from_text("x.txt", TEXT)
    matcher = Matcher([Term(("فلاديمير بوتين",), "Vladimir Putin")])
    pipeline = Pipeline(CopyingEngine(), matcher=lambda: matcher, methods=())
    first = pipeline.translate(document).segments[0]
    assert first.terms[0].method is Method.UNMET
    assert any(f.code == "term-unmet" and "Vladimir Putin" in f.message for f in first.flags)


def test_the_matcher_is_asked_anew_for_every_document() -> None:
    matchers = iter([Matcher([]), Matcher([Term(("بوتين",), "Putin")])])
    pipeline = Pipeline(CopyingEngine(), matcher=lambda: next(matchers))
    document = document_from_text("x.txt", TEXT)
    assert pipeline.translate(document).segments[0].terms == ()
    assert len(pipeline.translate(document).segments[0].terms) == 1


def test_segments_come_in_the_order_wanted() -> None:
    document = document_from_text("x.txt", "\n".join(f"جملة رقم كبير {n} هنا" for n in range(30)))
    segments = list(document.segments())
    wanted = segments[20:] + segments[:20]
    got = [result.segment.id for result in Pipeline(CopyingEngine()).stream(document, wanted)]
    assert got[0] == segments[20].id
    assert sorted(got) == sorted(segment.id for segment in segments)


@pytest.mark.parametrize(("length", "flagged"), [(10, False), (1200, True)])
def test_what_is_too_long_for_the_model_is_flagged(length: int, flagged: bool) -> None:
    document = document_from_text("x.txt", "كلمة " * (length // 5), fits=lambda _: True)
    result = Pipeline(CopyingEngine()).translate(document).segments[0]
    assert any(flag.code == "too-long" for flag in result.flags) is flagged


def test_addresses_come_through_and_their_loss_is_flagged() -> None:
    text = "قال الرئيس لموقع https://example.org/a كلاما طويلا"
    document = document_from_text("x.txt", text)
    kept = Pipeline(CopyingEngine()).translate(document).segments[0]
    assert [outcome.form for outcome in kept.terms] == ["https://example.org/a"]

    class Forgetful(CopyingEngine):
        def translate(
            self, requests: Iterable[Request]
        ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
            for position, request in enumerate(requests):
                yield position, (Hypothesis("He spoke", -0.5),) * request.n_best

    lost = Pipeline(Forgetful(), methods=()).translate(document).segments[0]
    assert any(f.code == "term-unmet" and "example.org" in f.message for f in lost.flags)


def test_a_dialect_is_flagged_on_its_segments() -> None:
    text = "قال الرئيس كلاما طويلا اليوم\nهو ده اللي حصل امبارح يا جماعة بس مش عايز اتكلم"
    first, second = Pipeline(CopyingEngine()).translate(document_from_text("x", text)).segments
    assert "language" not in {flag.code for flag in first.flags}
    assert any(flag.code == "language" and "Egyptian" in flag.message for flag in second.flags)
