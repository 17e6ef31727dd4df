"""Numbers in Arabic and in English, and what the check says of a pair."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.checks.arabic_numbers import find_arabic_numbers
from translator.checks.english_numbers import find_english_numbers
from translator.checks.numbers import check_numbers

ARABIC = [
    ("٤٠ ثانية", 40),
    ("۴۵ نفر", 45),
    ("783،562 كيلومتر", 783_562),
    ("١٬٢٠٠ شخص", 1200),
    ("٣٫٥ في المئة", 3.5),
    ("6,34 بوصة", 6.34),
    ("100 000 شخص", 100_000),
    ("واحد وعشرون شخصا", 21),
    ("خمسة وأربعين عاما", 45),
    ("ثلاثة عشر رجلا", 13),
    ("ثلاث عشرة امرأة", 13),
    ("أحد عشر لاعبا", 11),
    ("اثنتي عشرة دقيقة", 12),
    ("مئة وخمسون", 150),
    ("ثلاثمئة", 300),
    ("ثلاثمائة", 300),
    ("ستمائة وخمسة", 605),
    ("مئتان وخمسون", 250),
    ("ألفان وثلاثة وعشرون", 2023),
    ("خمسة آلاف وستمائة", 5600),
    ("مئة ألف", 100_000),
    ("ثلاثمئة وخمسة وأربعون ألفا ومئتان", 345_200),
    ("3 ملايين", 3_000_000),
    ("مليوني شخص", 2_000_000),
    ("ثلاثمائة مليون", 300_000_000),
    ("ب2.3 مليار", 2_300_000_000),
    ("3 ملايين و500 ألف", 3_500_000),
    ("نصف مليون", 500_000),
    ("مليون ونصف المليون", 1_500_000),
    ("خمسة تريليونات", 5 * 10**12),
    ("الذكرى الخامسة والعشرين", 25),
    ("القرن التاسع عشر", 19),
    ("المركز الثالث", 3),
    ("ثَلاثَةَ أَيّامٍ", 3),
    ("والأربعة الآخرون", 4),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), ARABIC)
def test_arabic_number_is_read(text: str, value: float) -> None:
    (number,) = find_arabic_numbers(text)[:1]
    assert Fraction(str(value)) in number.readings[0] or {Fraction(str(value))} in number.readings


ENGLISH = [
    ("twenty-one people", 21),
    ("two hundred and forty-five thousand", 245_000),
    ("half a million", 500_000),
    ("two and a half million", 2_500_000),
    ("half a dozen", 6),
    ("two dozen", 24),
    ("one thousand two hundred and six", 1206),
    ("$2.3bn", 2_300_000_000),
    ("783,562 km", 783_562),
    ("the twenty-first", 21),
    ("the 3rd", 3),
    ("a hundred and one", 101),
    ("1/3 of it", Fraction(1, 3)),
]


@pytest.mark.parametrize(("text", "value"), ENGLISH)
def test_english_number_is_read(text: str, value: Fraction | int) -> None:
    assert Fraction(value) in find_english_numbers(text).values()


FINE = [
    ("حوالي 40 ثانية", "about 40 seconds"),
    ("حوالي ٤٠ ثانية", "about forty seconds"),
    ("واحد وعشرون شخصا", "twenty-one people"),
    ("إطلاق صاروخين باليستيين", "fired 2 ballistic missiles"),
    ("القرن العشرين", "the 20th century"),
    ("القرن الثامن عشر", "in the 1700s"),
    ("ثلاثينيات القرن التاسع عشر", "the 1830s"),
    ("في الستينيات", "in the sixties"),
    ("في الثمانينات", "in the 1980s"),
    ("3 ملايين دولار", "$3 million"),
    ("3 ملايين دولار", "3,000,000 dollars"),
    ("بين 3 و5 ملايين", "between 3 million and 5 million"),
    ("من ثلاثة إلى خمسة ملايين", "three to five million"),
    ("بين مليوني وثلاثة ملايين عام", "two million to three million years"),
    ("الساعة 21:30", "at 9:30 pm"),
    ("الساعة الثالثة", "at 3 o'clock"),
    ("موسم 1995-96", "the 1995–1996 season"),
    ("فاز 2-1", "won 2–1"),
    ("الحرب العالمية الثانية", "World War II"),
    ("لست متأكدا", "I am not sure"),
    ("يوم الاثنين", "on Monday"),
    ("مئات الآلاف من الناس", "hundreds of thousands of people"),
    ("نصف السكان", "half of the people"),
    ("50% من السكان", "half of the population"),
    ("أكثر من 24 جائزة", "more than two dozen awards"),
    ("عام ونصف", "a year and a half"),
    ("ثلاثة أرباع", "three quarters"),
    ("هذه كمية كبيرة", "this is a large amount"),
    ("بطائرة اف-16", "with an F-16"),
    ("لمدة عقدين", "for 20 years"),
    ("في 12/9/2020", "on 12 September 2020"),
    ("إلى سيكس فلاجز", "to Six Flags"),
]


@pytest.mark.parametrize(("source", "target"), FINE)
def test_equal_numbers_are_not_flagged(source: str, target: str) -> None:
    assert check_numbers(source, target) == ()


WRONG = [
    ("حوالي ٤٠ ثانية", "for some seconds", "the Arabic says 40 (٤٠), the English has no 40"),
    ("40 ثانية", "14 seconds", "the Arabic says 40, the English says 14"),
    ("قال إنه سعيد", "He said 77 times", "the English says 77, the Arabic has no 77"),
    ("واحد وعشرون شخصا", "20 people",
     "the Arabic says 21 (واحد وعشرون), the English says 20"),
    ("3 ملايين شخص", "3 billion people",
     "the Arabic says 3 million (3 ملايين), the English says 3 billion"),
    ("2.3 مليار", "2.3 million",
     "the Arabic says 2.3 billion (2.3 مليار), the English says 2.3 million"),
    ("ثلاثة رجال", "men", "the Arabic says 3 (ثلاثة), the English has no 3"),
    ("القرن العشرين", "the 19th century",
     "the Arabic says 20 (العشرين), the English says number 19 in order"),
    ("انتهت في 3 آب", "ended on August 8", "the Arabic says 3, the English says 8"),
    ("17 سبتمبر، وزنه 17 رطلا", "September 17, he weighed pounds",
     "the Arabic says 17 2 times, the English fewer times"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "message"), WRONG)
def test_wrong_numbers_are_flagged(source: str, target: str, message: str) -> None:
    flags = check_numbers(source, target)
    assert [flag.message for flag in flags] == [message]


def test_offsets_point_at_the_numbers() -> None:
    (flag,) = check_numbers("بعد ٤٠ ثانية", "after 14 seconds")
    assert "بعد ٤٠ ثانية"[flag.source_start : flag.source_end] == "٤٠"
    assert "after 14 seconds"[flag.target_start : flag.target_end] == "14"


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=3, max_value=999_999_999))
def test_any_number_matches_itself_in_other_digits(number: int) -> None:
    arabic = str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert check_numbers(f"بلغ العدد {arabic} شخص", f"There were {number:,} people") == ()


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ثلاةأربعمئوفيي عشرن0123٤٥,.٫-/ ", max_size=40), st.text(max_size=40))
def test_no_text_breaks_the_check(source: str, target: str) -> None:
    for flag in check_numbers(source, target):
        assert -1 <= flag.source_start <= flag.source_end <= len(source)
        assert -1 <= flag.target_start <= flag.target_end <= len(target)
