"""Where terms are found in Arabic text, and where they must not be."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from translator.glossary.common_words import UNDIVIDED
from translator.glossary.matcher import Matcher
from translator.glossary.scan import form_of
from translator.glossary.spelling import spellings
from translator.glossary.term import Kind, Term

P, L, T = Kind.PERSON, Kind.PLACE, Kind.TITLE


def words(source: str, text: str, kind: Kind = Kind.OTHER) -> list[str]:
    """What is found, each with its clitics as they stand in the text."""
    found = Matcher([Term((source,), "X", kind=kind)]).find(text).matches
    for match in found:
        assert text[match.start : match.end] == match.surface
    return [text[match.word_start : match.end] for match in found]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        # Letters of the name that look like particles stay with it.
        ("فوستوشني", "من قاعدة فوستوشني الفضائية", "فوستوشني"),
        ("بوتين", "قال بوتين", "بوتين"),
        ("لافروف", "التقى لافروف نظيره", "لافروف"),
        ("والاس", "بن والاس وزير", "والاس"),
        ("بكين", "في بكين", "بكين"),
        ("ليبيا", "إلى ليبيا", "ليبيا"),
        ("فنلندا", "حدود فنلندا", "فنلندا"),
        ("وارسو", "في وارسو", "وارسو"),
        ("كييف", "قرب كييف", "كييف"),
        ("كيم", "زعيم يدعى كيم", "كيم"),
        # Conjunctions and prepositions before it.
        ("بوتين", "وبوتين", "وبوتين"),
        ("بوتين", "فبوتين", "فبوتين"),
        ("بوتين", "لبوتين", "لبوتين"),
        ("بوتين", "كبوتين", "كبوتين"),
        ("بوتين", "ولبوتين", "ولبوتين"),
        ("فوستوشني", "وفوستوشني", "وفوستوشني"),
        ("فوستوشني", "بفوستوشني", "بفوستوشني"),
        ("كييف", "وبكييف", "وبكييف"),
        ("كيم", "وكيم قال", "وكيم"),
        ("مصر", "لمصر", "لمصر"),
        ("قطر", "وقطر", "وقطر"),
        ("وارسو", "ووارسو", "ووارسو"),
        ("ليبيا", "لليبيا", "لليبيا"),
        ("كيم جونغ أون", "وكيم جونغ أون", "وكيم جونغ أون"),
        # The article before a name that is given without it.
        ("صومال", "في الصومال", "الصومال"),
        ("برازيل", "والبرازيل", "والبرازيل"),
        ("برازيل", "للبرازيل", "للبرازيل"),
        ("برازيل", "بالبرازيل", "بالبرازيل"),
        ("فلوجة", "وبالفلوجة", "وبالفلوجة"),
        ("جنرال تومي فرانكس", "والجنرال تومي فرانكس", "والجنرال تومي فرانكس"),
        # The name's own article.
        ("الكرملين", "أعلن الكرملين", "الكرملين"),
        ("الكرملين", "والكرملين", "والكرملين"),
        ("الكرملين", "بالكرملين", "بالكرملين"),
        ("الكرملين", "للكرملين", "للكرملين"),
        ("الكرملين", "وللكرملين", "وللكرملين"),
        ("الكرملين", "كالكرملين", "كالكرملين"),
        ("القاهرة", "للقاهرة", "للقاهرة"),
        ("الليكود", "لليكود", "لليكود"),
        ("الله", "ولله الأمر", "ولله"),
        ("الأمم المتحدة", "للأمم المتحدة", "للأمم المتحدة"),
        ("البيت الأبيض", "بالبيت الأبيض", "بالبيت الأبيض"),
        # Spelling.
        ("أوكرانيا", "في اوكرانيا", "اوكرانيا"),
        ("اوكرانيا", "في أوكرانيا", "أوكرانيا"),
        ("إيران", "لأيران", "لأيران"),
        ("غزة", "قطاع غزه", "غزه"),
        ("مصطفى مدبولي", "مصطفي مدبولى", "مصطفي مدبولى"),
        ("رؤوف", "رءوف", "رءوف"),
        ("فيينا", "ڤيينا", "ڤيينا"),
        ("كلستان", "گلستان", "گلستان"),
        ("بوتين", "بُوتِينُ", "بُوتِينُ"),
        ("بوتين", "بوتـــين", "بوتـــين"),
        ("بوتين", "ﺑﻮﺗﻴﻦ", "ﺑﻮﺗﻴﻦ"),
        ("لافروف", "ﻻﻓﺮﻭﻑ", "ﻻﻓﺮﻭﻑ"),
        ("بُوتِين", "بوتين", "بوتين"),
        ("أميركا", "في أمريكا", "أمريكا"),
        ("أمريكا اللاتينية", "أميركا اللاتينية", "أميركا اللاتينية"),
        ("داود", "داوود", "داوود"),
        ("إف-16", "طائرة إف-١٦", "إف-١٦"),
        ("إف-16", "طائرة إف16", "إف16"),
        ("إف16", "طائرة إف 16", "إف 16"),
        ("كوفيد-19", "كوفيد۱۹", "كوفيد۱۹"),
        # Compounds.
        ("كيم جونغ أون", "كيم جونغ-أون", "كيم جونغ-أون"),
        ("كيم جونغ أون", "كيم\u00a0جونغ  أون", "كيم\u00a0جونغ  أون"),
        ("كيم جونغ أون", "كيم\u200cجونغ\u200cأون", "كيم\u200cجونغ\u200cأون"),
        ("كيم جونغ أون", "كيم ـ جونغ ـ أون", "كيم ـ جونغ ـ أون"),
        ("كيم جونغ أون", "#كيم_جونغ_أون", "كيم_جونغ_أون"),
        ("نيو يورك", "بنيويورك", "بنيويورك"),
        ("لا باز", "في لاباز", "لاباز"),
        ("عبد الله", "وعبدالله", "وعبدالله"),
        ("عبدالله", "عبد الله", "عبد الله"),
        ("عبد الفتاح السيسي", "عبدالفتاح السيسي", "عبدالفتاح السيسي"),
        ("عبد الرحمن", "عبد الرحمان", "عبد الرحمان"),
        ("أبو ظبي", "لأبي ظبي", "لأبي ظبي"),
        ("أبو ظبي", "أبوظبي", "أبوظبي"),
        ("أبو بكر البغدادي", "أبا بكر البغدادي", "أبا بكر البغدادي"),
        ("محمد بن سلمان", "محمد ابن سلمان", "محمد ابن سلمان"),
        ("ابن سلمان", "لبن سلمان", "لبن سلمان"),
        ("الإخوان المسلمون", "للإخوان المسلمين", "للإخوان المسلمين"),
        ("الحوثيين", "الحوثيون", "الحوثيون"),
        ("ج. ك. رولينغ", "ج.ك. رولينغ", "ج.ك. رولينغ"),
        # Case endings.
        ("بوتين", "بوتيناً", "بوتيناً"),
        ("بوتين", "بوتينًا", "بوتينًا"),
        ("بوتين", "بوتينٌ", "بوتينٌ"),
        # Punctuation is a border.
        ("بوتين", "«بوتين»", "بوتين"),
        ("بوتين", "“بوتين”", "بوتين"),
        ("بوتين", "(بوتين)", "بوتين"),
        ("بوتين", "بوتين،", "بوتين"),
        ("بوتين", "بوتين؛", "بوتين"),
        ("بوتين", "بوتين؟", "بوتين"),
        ("بوتين", "بوتين…", "بوتين"),
        ("بوتين", "كيم–بوتين", "بوتين"),
        ("بوتين", "بوتين:", "بوتين"),
        ("بوتين", "\u202bبوتين\u202c", "بوتين"),
        ("حماس", 'لـ"حماس"', "حماس"),
        ("حزب الله", "بـ«حزب الله»", "حزب الله"),
        ("فانطوم رانتش", "لـفانطوم رانتش", "لـفانطوم رانتش"),
    ],
)
def test_finds(source: str, text: str, found: str) -> None:
    assert words(source, text) == [found]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        # Parts of words.
        ("ستوشني", "قاعدة فوستوشني"),
        ("كييف", "الكييفية"),
        ("مصر", "مصرف"),
        ("إيران", "إيراني"),
        ("روسيا", "روسية"),
        ("سوريا", "القوات السورية"),
        ("بوتين", "بوتينية"),
        ("غزة", "غزته"),
        ("بوتين", "بوتين2"),
        ("كيم", "كيمياء"),
        ("كيم", "تحكيم"),
        ("كيم", "حكيم"),
        ("لندن", "للندنيين"),
        # Prefixes that are none.
        ("بوتين", "سبوتين"),
        ("بوتين", "وفبوتين"),
        ("بوتين", "بوبوتين"),
        ("كرملين", "لالكرملين"),
        ("الكرملين", "الالكرملين"),
        ("الكرملين", "كرملين"),
        ("الأسد", "أسد"),
        ("مانيا", "ألمانيا"),
        ("بانيا", "بألبانيا"),
        ("ألمانيا", "للمانيا"),
        # A word that is read as a word.
        ("علي", "على الحدود"),
        ("علي", "قال علي"),
        ("سلام", "اتفاق سلام"),
        ("سلام", "السلام"),
        ("أمل", "على أمل"),
        ("أمل", "وأمل"),
        ("زير", "وزير الخارجية"),
        ("ليد", "وليد جنبلاط"),
        ("فد", "وفد"),
        ("لي", "ولي العهد"),
        ("شي", "وشي"),
        # A feminine or unmarked ending is another name.
        ("مارتين", "مارتينا"),
        ("فيرون", "مدينة فيرونا"),
        ("مارتن", "مارتنه"),
        # Words of a compound in another order, cut by punctuation, or not all there.
        ("كيم جونغ أون", "كيم، جونغ أون"),
        ("كيم جونغ أون", "كيم جونغ"),
        ("كيم جونغ أون", "أون كيم جونغ"),
        ("حزب الله", "حزب له"),
        ("البيت الأبيض", "بيت أبيض"),
        ("الصين", "الصون"),
        # Other transliterations are other spellings.
        ("غوانتانامو", "جوانتانامو"),
        ("طوكيو", "توكيو"),
        # Nothing to find.
        ("بوتين", ""),
        ("«»", "«»"),
        ("بوتين", "Putin"),
    ],
)
def test_does_not_find(source: str, text: str) -> None:
    assert words(source, text) == []


@pytest.mark.parametrize(
    ("kind", "source", "text", "found"),
    [
        (P, "كيم", "الكيم", []),
        (P, "كيم", "وكيم", ["وكيم"]),
        (P, "محمد علي", "محمد العلي", []),
        (P, "جنرال تومي فرانكس", "الجنرال تومي فرانكس", ["الجنرال تومي فرانكس"]),
        (L, "نهر فولغا", "نهر الفولغا", ["نهر الفولغا"]),
        (L, "دير الزور", "دير زور", []),
        (T, "وزير الخارجية", "وزير خارجية روسيا", ["وزير خارجية"]),
        (T, "رئيس الوزراء", "رئيسا للوزراء", []),
        (T, "مستشار", "عين مستشارا", ["مستشارا"]),
        (P, "مستشار", "عين مستشارا", []),
        (P, "مستشار", "عين مستشاراً", ["مستشاراً"]),
    ],
)
def test_kind_decides_on_the_article_and_endings(
    kind: Kind, source: str, text: str, found: list[str]
) -> None:
    assert words(source, text, kind) == found


@pytest.mark.parametrize(
    ("source", "text", "surface", "clitics"),
    [
        ("بوتين", "وبوتين", "بوتين", ("و",)),
        ("الكرملين", "للكرملين", "كرملين", ("ل", "ال")),
        ("الكرملين", "والكرملين", "الكرملين", ("و",)),
        ("الليكود", "ولليكود", "ليكود", ("و", "ل", "ال")),
        ("ليبيا", "لليبيا", "ليبيا", ("ل",)),
        ("صومال", "وبالصومال", "صومال", ("و", "ب", "ال")),
        ("صومال", "للصومال", "صومال", ("ل", "ال")),
        ("بوتين", "وَلِبوتينَ", "بوتينَ", ("و", "ل")),
        ("فانطوم", "لـفانطوم", "فانطوم", ("ل",)),
    ],
)
def test_a_match_knows_its_clitics(
    source: str, text: str, surface: str, clitics: tuple[str, ...]
) -> None:
    (match,) = Matcher([Term((source,), "X")]).find(text).matches
    assert (match.surface, match.clitics, match.word_start) == (surface, clitics, 0)


def _targets(terms: list[Term], text: str) -> list[str]:
    return [match.term.target for match in Matcher(terms).find(text).matches]


def test_the_longest_name_wins_and_the_other_is_reported() -> None:
    terms = [Term(("كوريا",), "Korea"), Term(("كوريا الشمالية",), "North Korea")]
    result = Matcher(terms).find("في كوريا الشمالية")
    assert [match.term.target for match in result.matches] == ["North Korea"]
    assert [(won.surface, lost.surface) for won, lost in result.overlaps] == [
        ("كوريا الشمالية", "كوريا")
    ]


def test_of_equal_lengths_the_earlier_place_wins() -> None:
    terms = [Term(("سان خوان",), "A"), Term(("خوان سان",), "B")]
    assert _targets(terms, "سان خوان سان") == ["A"]


def test_of_equal_names_the_later_term_wins() -> None:
    terms = [Term(("بوتين",), "Old"), Term(("بوتين",), "New")]
    assert _targets(terms, "بوتين") == ["New"]


def test_a_term_with_context_wins_over_one_without() -> None:
    terms = [Term(("فتح",), "Fatah", context=("حركة",)), Term(("الفتح", "فتح"), "Conquest")]
    assert _targets(terms, "حركة فتح") == ["Fatah"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال الشيخ علي", ["علي"]),
        ("الشيوخ قال علي", []),
        ("وللشيخ علي", ["علي"]),
        ("قال علي", []),
        ("شيخنا وعلي", []),
        ("الشيخ جالس على الكرسي", []),
        ("قال الشيخ لعلي", ["علي"]),
    ],
)
def test_context_words_open_an_ambiguous_term(text: str, found: list[str]) -> None:
    term = Term(("علي",), "Ali", context=("الشيخ",))
    assert [match.surface for match in Matcher([term]).find(text).matches] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [("أمل", 1), ("«أمل»", 1), ("امل", 0), ("وأمل", 0), ("الأمل", 0), ("أملٌ", 0), ("أمل أمل", 2)],
)
def test_exact_terms_have_no_clitics_and_no_other_spelling(text: str, count: int) -> None:
    assert len(Matcher([Term(("أمل",), "Amal", exact=True)]).find(text).matches) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وسم #غزة_الآن", ["#غزة_الآن"]),
        ("#غزة_الآن.", ["#غزة_الآن"]),
        ("في غزة الآن", []),
        ("#غزة_الآن_عاجل", []),
    ],
)
def test_a_hashtag_is_found_only_with_its_mark(text: str, found: list[str]) -> None:
    term = Term(("#غزة_الآن",), "#غزة_الآن", keep=True)
    assert [match.surface for match in Matcher([term]).find(text).matches] == found


def test_offsets_hold_in_a_text_with_marks_and_ligatures() -> None:
    text = "\u202bقَالَ «ﻓﻼﺩﻳﻤﻴﺮ» وَبُوتِينُ\u202c، ﻻ."
    terms = [Term(("فلاديمير",), "V"), Term(("بوتين",), "P")]
    found = Matcher(terms).find(text).matches
    assert [(match.surface, match.clitics) for match in found] == [
        ("ﻓﻼﺩﻳﻤﻴﺮ", ()),
        ("بُوتِينُ", ("و",)),
    ]


def test_a_matcher_without_terms_finds_nothing() -> None:
    assert Matcher([]).find("بوتين").matches == ()


def _generated(term: Term) -> set[str]:
    """Every prefix written before every spelling: what the automaton must be equal to."""
    forms: set[str] = set()
    particles = [a + b for a, b in product(("", "و", "ف"), ("", "ب", "ل", "ك"))]
    for form in spellings(form_of(term.sources[0]), term.kind):
        if form.startswith("ال") and len(form) > 3:
            forms.update(particle + form for particle in particles)
            rest = form[2:]
            forms.update(a + ("ل" if rest[0] == "ل" else "لل") + rest for a in ("", "و", "ف"))
            continue
        forms.add(form)
        if len(form) > 2:
            forms.update(particle + form for particle in particles)
            forms.update(a + b + form for a in ("", "و", "ف") for b in ("ال", "بال", "كال", "لل"))
    return forms


_NAME = st.text("بوفلكاسنر", min_size=2, max_size=6)


@given(_NAME, _NAME, st.text("بوفلكا", max_size=4))
@settings(max_examples=200, deadline=None)
def test_the_same_is_found_as_by_generating_every_form(name: str, other: str, cut: str) -> None:
    generated = _generated(Term((name,), "X"))
    matcher = Matcher([Term((name,), "X")])
    for word in (*generated, other, cut + name, cut + other, name + cut):
        if UNDIVIDED.isdisjoint((word, name, name.removeprefix("ال"))):
            assert bool(matcher.find(word).matches) == (word in generated), word


@given(st.lists(_NAME, min_size=1, max_size=6), st.text("بوفلكاسنر ،", max_size=60))
@settings(max_examples=150, deadline=None)
def test_matches_never_overlap_and_end_at_borders(names: list[str], text: str) -> None:
    assume(text)
    found = Matcher([Term((name,), name) for name in names]).find(text).matches
    before = 0
    for match in found:
        assert before <= match.word_start <= match.start < match.end
        assert match.word_start == 0 or not text[match.word_start - 1].isalpha()
        assert match.end == len(text) or not text[match.end].isalpha()
        before = match.end
