"""Which segments differ between two versions, and in which words."""

from __future__ import annotations

from translator.reading import document_from_text
from translator.version_changes import changed_segments

SEGMENTS = tuple(document_from_text("a", "واحد\nاثنان\nثلاثة").segments())
ONE, TWO, THREE = (segment.fingerprint for segment in SEGMENTS)


def test_only_what_differs_is_listed_with_its_words() -> None:
    before = {ONE: "He saw Voscini.", TWO: "Same.", THREE: "Gone"}
    after = {ONE: "He saw Vostochny.", TWO: "Same."}
    (change,) = changed_segments(SEGMENTS, before, after)
    assert change.segment.fingerprint == ONE
    assert [change.before[a:b] for a, b in change.spans_before()] == ["Voscini"]
    assert [change.after[a:b] for a, b in change.spans_after()] == ["Vostochny"]


def test_an_insertion_has_no_span_before() -> None:
    (change,) = changed_segments(SEGMENTS, {ONE: "He came."}, {ONE: "He came late."})
    assert change.spans_before() == ()
    assert [change.after[a:b] for a, b in change.spans_after()] == ["late"]
