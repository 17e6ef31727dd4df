"""Pairing a reference's text with segments, and which segments a changed glossary touches."""

from __future__ import annotations

from translator.glossary.affected import affected_segments
from translator.glossary.matcher import Matcher
from translator.glossary.term import Term
from translator.reading import document_from_text
from translator.reference import pair_by_alignment, pair_by_lines

TEXT = "زار كيم روسيا. وقال بوتين إنه سعيد.\nثم عاد إلى بيونغ يانغ."
ENGLISH = ["Kim visited Russia.", "Putin said he was happy.", "He then returned home."]


def test_lines_are_paired_with_paragraphs() -> None:
    document = document_from_text("a", TEXT)
    paired = pair_by_lines(document, ["Kim came. Putin was glad.", "", "Kim went home."])
    texts = [paired.texts[segment.fingerprint] for segment in document.segments()]
    assert texts == ["Kim came. Putin was glad.", "", "Kim went home."]
    assert not paired.final


def test_other_numbers_of_lines_are_not_paired() -> None:
    document = document_from_text("a", TEXT)
    assert not pair_by_lines(document, ["One."]).texts


def test_one_segment_a_line_is_final() -> None:
    document = document_from_text("a", "زار كيم روسيا.\nثم عاد.")
    assert pair_by_lines(document, ["One.", "Two."]).final


def test_alignment_gives_every_segment_its_sentence() -> None:
    document = document_from_text("a", TEXT)
    lines = [
        "Kim paid a visit to Russia. Putin said he was very happy.",
        "He returned home.",
    ]
    paired = pair_by_alignment(document, ENGLISH, lines)
    texts = [paired.texts[segment.fingerprint] for segment in document.segments()]
    assert texts == [
        "Kim paid a visit to Russia.",
        "Putin said he was very happy.",
        "He returned home.",
    ]
    assert paired.final
    assert paired.alignment is not None


def test_what_is_hardly_alike_stays_paired_by_lines() -> None:
    document = document_from_text("a", TEXT)
    paired = pair_by_alignment(document, ["xxx", "yyy", "zzz"], ["Kim came.", "Kim went home."])
    assert paired.final
    assert paired.texts[next(document.segments()).fingerprint] == "Kim came."


def test_only_segments_whose_terms_changed_are_affected() -> None:
    segments = tuple(document_from_text("a", TEXT).segments())
    old = Term(("كيم",), "Kim", line=3)
    before = Matcher([old])
    assert affected_segments(segments, before, before) == ()
    moved = Matcher([Term(("كيم",), "Kim", line=9, note="the leader")])
    assert affected_segments(segments, before, moved) == ()
    added = Matcher([old, Term(("بوتين",), "Putin")])
    assert affected_segments(segments, before, added) == (segments[1],)
    renamed = Matcher([Term(("كيم",), "Kim Jong Un")])
    assert affected_segments(segments, before, renamed) == (segments[0],)
    assert affected_segments(segments, None, before) == (segments[0],)
