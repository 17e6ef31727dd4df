"""A Markdown file through the whole path with the bundled model: its marks stand in the English."""

from __future__ import annotations

import pytest

from translator.engine.argos import ArgosEngine
from translator.glossary.matcher import Matcher
from translator.glossary.term import Term
from translator.pipeline import Pipeline
from translator.reading import document_from_text
from translator.translation import Translation
from translator.writers.shape import shaped_text

TEXT = """# زيارة **كيم** إلى روسيا

قال الرئيس الروسي **فلاديمير بوتين** إن بلاده *ستدعم* كوريا الشمالية، \
بحسب [وكالة الأنباء المركزية الكورية](https://kcna.kp/ar/a_b?c=1).

- **وصل القطار إلى بيونغ يانغ.** ثم غادر **كيم** القاعدة.
- استخدم الأمر `pip install muqabala` لتثبيت البرنامج.
"""
TERMS = (
    Term(("كيم",), "Kim"),
    Term(("فلاديمير بوتين",), "Vladimir Putin"),
    Term(("بيونغ يانغ",), "Pyongyang"),
)


@pytest.fixture(scope="module")
def translation(engine: ArgosEngine) -> Translation:
    document = document_from_text("a.md", TEXT.replace("\\\n", ""), markdown=True)
    matcher = Matcher(TERMS)
    return Pipeline(engine, lambda: matcher).translate(document)


@pytest.mark.model
@pytest.mark.parametrize(
    "kept",
    [
        "**Kim**",
        "**Vladimir Putin**",
        "](https://kcna.kp/ar/a_b?c=1)",
        "`pip install muqabala`",
        "Pyongyang.** ",
    ],
)
def test_the_marks_are_in_the_english(translation: Translation, kept: str) -> None:
    assert kept in shaped_text(translation)


@pytest.mark.model
def test_no_mark_is_lost_or_left_open(translation: Translation) -> None:
    english = shaped_text(translation)
    assert {mark: english.count(mark) for mark in ("**", "`", "[", "](")} == {
        "**": 8,
        "`": 2,
        "[": 1,
        "](": 1,
    }
    assert not [flag for result in translation.segments for flag in result.flags]


@pytest.mark.model
def test_names_are_counted_and_found_where_they_stand(translation: Translation) -> None:
    for result in translation.segments:
        for outcome in result.terms:
            stands = result.text[outcome.target_start : outcome.target_end]
            assert stands.casefold() == outcome.form.casefold()
            source = result.segment.text[outcome.match.start : outcome.match.end]
            assert source == outcome.match.surface


@pytest.mark.model
def test_in_plain_text_the_same_signs_are_text(engine: ArgosEngine) -> None:
    document = document_from_text("a.txt", "قال *كيم* كلاما.")
    (result,) = Pipeline(engine).translate(document).segments
    assert result.segment.text == "قال *كيم* كلاما."
    assert not result.links


@pytest.mark.model
@pytest.mark.parametrize("text", ["قال ` ` كيم", "قال `**` كيم", "**`a`** كيم", "[قال](a) `كيم`"])
def test_odd_code_is_no_trouble(engine: ArgosEngine, text: str) -> None:
    document = document_from_text("a.md", text, markdown=True)
    (result,) = Pipeline(engine, lambda: Matcher(TERMS)).translate(document).segments
    assert "Kim" in result.text
