"""Every check but that of numbers: pairs it must leave alone and pairs it must flag."""

from __future__ import annotations

import pytest

from translator.checks.run import CHECKS, run_checks

BY_CODE = {check.code: check for check in CHECKS}

FINE = {
    "empty": [("نعم", "Yes"), ("", ""), ("...", "..."), ("—", "")],
    "untranslated": [("قال كيم", "Kim said"), ("نعم", "Yes — oui")],
    "magnitude": [
        ("آلاف الأشخاص", "thousands of people"),
        ("ملايين الدولارات", "millions of dollars"),
        ("آلاف السنين", "5,000 years"),
        ("3 آلاف", "3"),
        ("بمليارات الدولارات", "billions of dollars"),
    ],
    "percentage": [
        ("88%", "88%"),
        ("٨٨٪ من الناس", "88 per cent of people"),
        ("46 في المائة", "46 percent"),
        ("واحد بالمئة", "one percent"),
        ("3 إلى 5 بالمائة", "3 to 5 percent"),
        ("50% من السكان", "half the population"),
        ("بنسبة خمسة في المئة", "by five percentage points"),
    ],
    "currency": [
        ("مليون دولار", "$1 million"),
        ("27 مليون جنيه إسترليني", "£27 million"),
        ("10 يورو", "10 euros"),
        ("14.7 مليار دولار أمريكي", "(US$14.7 billion)"),
        ("لمحاولة الفوز", "to try to win"),
        ("بين البلدين", "between the countries"),
        ("ريال مدريد", "Real Madrid"),
        ("وزنه 200 رطل", "it weighs 200 pounds"),
        ("100 ين", "100 yen"),
        ("ليرة لبنانية", "Lebanese pounds"),
    ],
    "month": [
        ("مايو/أيار", "May"),
        ("في 24 أيلول 1759", "On September 24, 1759"),
        ("كانون الثاني", "January"),
        ("تشرين الأول", "in Oct. 2020"),
        ("جانفي 2020", "January 2020"),
        ("شهر رمضان", "the month of Ramadan"),
        ("رجب طيب أردوغان", "Recep Tayyip Erdogan"),
        ("مارس الرياضة", "He did sport"),
        ("في مارس 2011", "in March 2011"),
        ("هذا محرم", "This is forbidden"),
        ("في 5/9/2020", "on 5 September 2020"),
        ("قد يفوز", "He may win. May he win?"),
    ],
    "weekday": [
        ("يوم الاثنين", "on Monday"),
        ("بين الاثنين", "between the two"),
        ("السبت والأحد", "Saturday and Sunday"),
        ("الخميس", "Thu"),
    ],
    "repetition": [
        ("نعم", "He had had enough of it"),
        ("نيويورك", "New York, New York"),
        ("لا لا لا", "no, no, no"),
        ("في 10 10 2020", "on 10 10 2020"),
        ("فاز", "He won. He won again."),
    ],
    "html-entity": [("شركة", "AT&T; they said"), ("&amp;", "&amp;"), ("بحث", "R&D is dear")],
    "length": [
        ("اقرأ أكثر:", "Read more:"),
        ("نعم", "Yes"),
        ("قال إنه سعيد جدا لرؤيته", "He said he was very happy to see him"),
    ],
    "quote": [
        ("قال: “نعم”", 'He said: "Yes"'),
        ("قال: “نعم", 'He said: "Yes'),
        ("طوله", 'He is 5\'10" tall'),
        ("قال", "He said “yes” and «no»"),
    ],
    "bracket": [("(نعم)", "(yes)"), ("نعم)", "yes)"), ("نعم", "yes [sic] (no)")],
}  # fmt: skip

WRONG = {
    "empty": [("نعم", ""), ("نعم", " \n"), ("قال كيم", "...")],
    "untranslated": [("قال كيم", "كيم said"), ("قال", "He said قال كيم")],
    "magnitude": [
        ("آلاف الأشخاص", "many people"),
        ("ملايين الدولارات", "thousands of dollars"),
        ("مليارات", "millions"),
    ],
    "percentage": [
        ("88%", "88"),
        ("46 في المائة", "46 votes"),
        ("خمسة بالمئة من الناس", "five people"),
        ("زاد العدد إلى 40", "It rose to 40%"),
    ],
    "currency": [
        ("مليون دولار", "1 million euros"),
        ("10 يورو", "10"),
        ("5 دنانير", "5 dirhams"),
        ("100 شخص", "$100"),
        ("مليون ين", "a million yuan"),
    ],
    "month": [
        ("كانون الثاني", "December"),
        ("تشرين الأول", "November"),
        ("أيلول 2001", "in 2001"),
        ("العام الماضي", "in January last year"),
        ("شهر آب", "a month of father"),
        ("شهر رمضان", "the month"),
    ],
    "weekday": [("يوم الثلاثاء", "on Wednesday"), ("الجمعة", "the week"), ("أمس", "on Friday")],
    "repetition": [
        ("الدعارة", "prostitution, prostitution"),
        ("قال", "blah, blah, blah, blah"),
        ("ذهب", "he went to the he went to the house"),
        ("نعم", "He said of the of the man"),
        ("ها", "nananananananana"),
        ("سبب", "in the city of Rome, in the city of Paris, in the city of Bonn"),
    ],
    "html-entity": [
        ("قال", "Turkey &apos; s area"),
        ("قال", "&quot;yes&quot;"),
        ("قال", "it&#39;s"),
        ("قال", "a &amp; b"),
    ],
    "length": [
        ("قال الرئيس الروسي إنه سعيد للغاية لرؤية ضيفه الكوري الشمالي اليوم", "He was."),
        ("اقرأ أكثر عن هذا", "Read more about this and also about all the other things of the day"),
    ],
    "quote": [("قال: “نعم”", 'He said: "Yes'), ("قال", "He said yes”")],
    "bracket": [("(نعم)", "(yes"), ("نعم", "yes)"), ("[نعم]", "[yes")],
}  # fmt: skip


def cases(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(code, *pair) for code, pairs in table.items() for pair in pairs]


@pytest.mark.parametrize(("code", "source", "target"), cases(FINE))
def test_good_pair_is_left_alone(code: str, source: str, target: str) -> None:
    assert BY_CODE[code].run(source, target) == ()


@pytest.mark.parametrize(("code", "source", "target"), cases(WRONG))
def test_faulty_pair_is_flagged(code: str, source: str, target: str) -> None:
    flags = BY_CODE[code].run(source, target)
    assert flags
    for flag in flags:
        assert flag.code == code
        assert "\n" not in flag.message
        assert -1 <= flag.source_start <= flag.source_end <= len(source)
        assert -1 <= flag.target_start <= flag.target_end <= len(target)


def test_every_check_has_cases_and_one_line_of_explanation() -> None:
    assert set(BY_CODE) - {"number"} == set(FINE) == set(WRONG)
    assert all(check.explanation.endswith(".") for check in CHECKS)


def test_empty_english_has_one_flag_only() -> None:
    assert [flag.code for flag in run_checks("قال في 40 “مرة”", "")] == ["empty"]


def test_kept_arabic_is_not_untranslated() -> None:
    assert run_checks("قال الحوثي", "الحوثي said", kept={"الحوثي"}) == ()
    assert [flag.code for flag in run_checks("قال الحوثي", "الحوثي said")] == ["untranslated"]


def test_all_faults_of_a_segment_are_found() -> None:
    source = "قال في كانون الثاني إن 40 شخصا دفعوا 5 ملايين دولار (20%)"
    target = "In June 14 people paid 5 million euros (20 &apos;"
    codes = {flag.code for flag in run_checks(source, target)}
    assert codes == {"month", "number", "currency", "percentage", "html-entity", "bracket"}


@pytest.mark.shared
def test_human_translations_raise_few_flags() -> None:
    from benchmarks.checks import false_alarms, pairs

    segments = pairs()
    shares = {check.code: false_alarms(check, segments) / len(segments) for check in CHECKS}
    assert all(share < 0.03 for share in shares.values()), shares
