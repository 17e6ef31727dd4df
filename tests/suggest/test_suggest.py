"""Suggestions from hand-made translations and from the bundled model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from translator.engine.argos import ArgosEngine
from translator.engine.protocol import Decoding, Link, PackageInfo
from translator.glossary.matcher import Matcher
from translator.glossary.term import Kind, Term
from translator.pipeline import Pipeline
from translator.reading import document_from_text
from translator.suggest.suggest import suggest
from translator.suggest.suggestion import EnglishForm, Suggestion
from translator.translation import SegmentTranslation, Translation

PACKAGE = PackageInfo("fake", Path("fake"), "1", "ar", "en", "sentencepiece", Decoding(4, 1), True)
Line = tuple[str, str, dict[str, str]]


def translated(*lines: Line) -> Translation:
    """A translation of lines, each with its English and which Arabic its English words are from."""
    document = document_from_text("x.txt", "\n\n".join(arabic for arabic, _, _ in lines))
    results = []
    for segment, (_, english, linked) in zip(document.segments(), lines, strict=True):
        links = []
        for target, source in linked.items():
            start, place = segment.text.index(source), english.index(target)
            links.append(Link(start, start + len(source), place, place + len(target), 0.9))
        results.append(SegmentTranslation(segment, english, english, -0.3, links=tuple(links)))
    return Translation(document, PACKAGE, tuple(results))


def by_source(found: Sequence[Suggestion]) -> dict[str, Suggestion]:
    return {one.source: one for one in found}


BASE: Line = (
    "التقى الرجلان في قاعدة فوستوشني الفضائية",
    "The two men met at the Voscini space base",
    {"Voscini": "فوستوشني", "base": "قاعدة", "space": "الفضائية"},
)


def test_a_name_behind_a_title_without_reference() -> None:
    (only,) = suggest(translated(BASE), None)
    assert (only.source, only.target, only.kind) == ("فوستوشني", "Voscini", Kind.PLACE)
    assert only.forms == (EnglishForm("Voscini", 1),)
    assert "It stands behind قاعدة (base)." in only.evidence
    assert "Check the spelling: there is no reference to compare with." in only.evidence


def test_the_reference_says_how_it_is_spelt() -> None:
    reference = ["The two men met at the Vostochny space base."]
    (only,) = suggest(translated(BASE), None, reference)
    assert only.target == "Vostochny"
    assert only.needed
    assert only.evidence[:2] == (
        "The reference has “Vostochny” at this place.",
        "The translation has “Voscini” instead.",
    )
    assert only.term() == Term(("فوستوشني",), "Vostochny", Kind.PLACE)
    assert only.term("Vostochny Cosmodrome").target == "Vostochny Cosmodrome"


def test_what_the_glossary_has_is_left_out() -> None:
    matcher = Matcher([Term(("فوستوشني",), "Vostochny")])
    assert suggest(translated(BASE), matcher) == ()


def test_one_name_in_two_forms_with_clitics() -> None:
    found = suggest(
        translated(
            ("سافر ستاردست إلى الولاية", "He flew Stardst to the state", {"Stardst": "ستاردست"}),
            ("ثم عاد بستاردست أمس", "Then he came with Stardest", {"Stardest": "بستاردست"}),
        ),
        None,
    )
    (only,) = found
    assert only.source == "ستاردست"
    assert only.segments == ("1.1", "2.1")
    assert only.needed
    assert any("not the same everywhere" in sentence for sentence in only.evidence)


@pytest.mark.parametrize(
    ("arabic", "english", "source"),
    [
        ("تحدث مع لندن أمس", "He spoke with London yesterday", "لندن"),
        ("تحدث مع والاس أمس", "He spoke with Wallace yesterday", "والاس"),
        ("تحدث مع بوتين أمس", "He spoke with Putin yesterday", "بوتين"),
        ("وصل لباكستان أمس", "He came to Pakistan yesterday", "باكستان"),
        ("زار روسيا وباكستان أمس", "He saw Russia and Pakistan yesterday", "باكستان"),
        ("رحلة إلى السودان أمس", "A trip to Sudan yesterday", "السودان"),
        ("رحلة للسودان أمس", "A trip to Sudan yesterday", "السودان"),
    ],
)
def test_prefix_letters(arabic: str, english: str, source: str) -> None:
    assert source in by_source(suggest(translated((arabic, english, {})), None))


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("قال الرئيس الروسي ذلك أمس", "Then the Russian president said it"),
        ("سقط في أواخر أغسطس الماضي", "It fell in late August"),
        ("تطوير التكنولوجيا في المدينة", "Science and Technology, a technology of the city"),
    ],
)
def test_no_names(arabic: str, english: str) -> None:
    assert suggest(translated((arabic, english, {})), None) == ()


def test_a_loanword_that_the_reference_writes_small() -> None:
    line: Line = ("وصل في ليموزين سوداء", "He came in his Limozin black", {"Limozin": "ليموزين"})
    assert suggest(translated(line), None)
    assert suggest(translated(line), None, ["He came in his black limousine."]) == ()


def test_neighbours_are_two_names() -> None:
    found = suggest(
        translated(
            ("استقبل بوتين كيم أمس", "Then came Putin Kim yesterday", {}),
            ("تحدث بوتين أمس", "There spoke Putin", {}),
            ("تحدث كيم أمس", "There spoke Kim", {}),
        ),
        None,
    )
    assert set(by_source(found)) == {"بوتين", "كيم"}


def test_nothing_to_suggest() -> None:
    assert suggest(translated(("كلام قصير جدا", "Very short talk", {})), None, ["Short talk"]) == ()


ARTICLE = {
    "فوستوشني": "Vostochny",
    "باك ثاي سونج": "Pak Thae Song",
    "كيم ميونج سيك": "Kim Myong Sik",
    "كيم يو جونغ": "Kim Yo Jong",
    "بيونغ يانغ": "Pyongyang",
    "سيبيريا": "Siberia",
    "بطرس الأكبر": "Peter the Great",
}


@pytest.mark.model
def test_the_article(engine: ArgosEngine, article: list[str], root: Path) -> None:
    text = (root / "demo" / "reference.en.txt").read_text(encoding="utf-8")
    document = document_from_text("article", "\n".join(article))
    translation = Pipeline(engine, n_best=1, alignment=True).translate(document)
    found = by_source(suggest(translation, None, text.splitlines()))
    assert {source: found[source].target for source in ARTICLE if source in found} == ARTICLE
    wrong = [one for one in found.values() if one.target not in text and one.confidence > 0.6]
    assert wrong == []
    without = by_source(suggest(translation, None))
    assert ARTICLE.keys() - without.keys() <= {"بطرس الأكبر"}
