"""Scores of an article segment by segment, for one version and for two."""

from __future__ import annotations

import pytest

from translator.article_scores import Version, score_article, units_of
from translator.document import Document
from translator.errors import ScoringError
from translator.reading import document_from_text
from translator.reference import pair_by_alignment, pair_by_lines
from translator.scoring.run import Settings

ENGLISH = [
    "The president arrived in the capital on Monday.",
    "He met the minister of defence in the old palace.",
    "Nobody was hurt when the rocket fell into the sea.",
    "The talks about grain will go on next week.",
]
SETTINGS = Settings(("bleu", "chrf", "ter"), trials=50)


def document(count: int = 4) -> Document:
    return document_from_text("a.txt", "\n".join(f"هذه جملة عربية رقم {n}" for n in range(count)))


def texts(lines: list[str]) -> dict[str, str]:
    segments = document(len(lines)).segments()
    return {segment.fingerprint: line for segment, line in zip(segments, lines, strict=True)}


def test_perfect_and_spoilt_segments() -> None:
    article = document()
    reference = pair_by_lines(article, ENGLISH)
    spoilt = [*ENGLISH[:2], "A thing fell.", ENGLISH[3]]
    segments = tuple(article.segments())
    scores = score_article(segments, reference, [Version("now", texts(spoilt))], SETTINGS)
    assert scores.value("BLEU") < 100
    assert scores.left_out == 0
    values = scores.of_segments("chrF")
    assert values[segments[0].fingerprint] == pytest.approx(100)
    assert values[segments[2].fingerprint] < 50
    for metric in ("BLEU", "chrF", "TER"):
        assert scores.worst(metric)[0].places == (2,)
    assert scores.test("BLEU", 0) is None


def test_two_versions_are_tested_against_each_other() -> None:
    article = document()
    reference = pair_by_lines(article, ENGLISH)
    versions = [
        Version("off", texts(["Something else."] * 4)),
        Version("on", texts(ENGLISH)),
    ]
    scores = score_article(tuple(article.segments()), reference, versions, SETTINGS)
    assert scores.value("TER", 1) == 0
    test = scores.test("chrF")
    assert test is not None
    assert test.difference > 50
    assert not test.significant, "four segments are too few"


def test_what_is_not_translated_is_left_out() -> None:
    article = document()
    reference = pair_by_lines(article, ENGLISH)
    some = dict(list(texts(ENGLISH).items())[:3])
    scores = score_article(tuple(article.segments()), reference, [Version("a", some)], SETTINGS)
    assert scores.left_out == 1
    assert len(scores.units) == 3
    with pytest.raises(ScoringError, match="nothing can be scored"):
        score_article(tuple(article.segments()), reference, [Version("a", {})], SETTINGS)


def test_units_of_an_alignment_join_segments() -> None:
    article = document()
    joined = [f"{ENGLISH[0]}", f"{ENGLISH[1][:-1]}, and {ENGLISH[2].lower()}", ENGLISH[3]]
    reference = pair_by_alignment(article, ENGLISH, joined)
    units = units_of(tuple(article.segments()), reference)
    assert [unit.places for unit in units] == [(0,), (1, 2), (3,)]
    version = Version("a", texts(ENGLISH))
    scores = score_article(tuple(article.segments()), reference, [version], SETTINGS)
    values = list(scores.of_segments("chrF").values())
    assert values[1] == values[2]


def test_line_breaks_in_an_edit_do_not_break_the_lines() -> None:
    article = document()
    reference = pair_by_lines(article, ENGLISH)
    broken = [ENGLISH[0].replace(" in ", "\nin "), *ENGLISH[1:]]
    version = Version("a", texts(broken))
    scores = score_article(tuple(article.segments()), reference, [version], SETTINGS)
    assert scores.value("BLEU") == pytest.approx(100)
