"""Which paragraphs are translated, which pass through, and which texts are refused."""

import pytest

from translator.errors import LanguageError
from translator.language import Action, arabic_share, check_paragraph, require_arabic
from translator.reading import document_from_text

T, P = Action.TRANSLATE, Action.PASS_THROUGH

PARAGRAPHS = [
    # Arabic, long and short
    ("وصل الوفد إلى العاصمة مساء الأحد.", "ar", T),
    ("اقرأ أكثر:", "ar", T),
    ("عاجل", "ar", T),
    ("بوتين وكيم", "ar", T),
    ("انفجار بغداد", "ar", T),
    ("الاقتصاد", "ar", T),
    ("قمة العشرين", "ar", T),
    ("دول الخليج تجتمع في الرياض", "ar", T),
    ("وزير المالية: لا ضرائب جديدة", "ar", T),
    ("في قاعدة Vostochny الفضائية", "ar", T),
    ("ارتفع سهم Apple بنسبة 3%", "ar", T),
    ("أعلنت شركة Microsoft عن Windows 11", "ar", T),
    ("وَصَلَ الرَّئِيسُ إِلَى القَاهِرَةِ", "ar", T),
    ("ﻭﺻﻞ ﺍﻟﺮﺋﻴﺲ ﺇﻟﻰ ﺍﻟﻘﺎﻫﺮﺓ", "ar", T),
    ("هو تشي مين", "ar", T),
    ("قال باك ثاي سونج إن جونغ أون گادر", "ar", T),
    ("زار پوتين ڤيينا والتقى چورچ في گراتس قبل سنوات", "ar", T),
    ("التقى به الوزير في مكتبه وتحدث معه عن الأزمة", "ar", T),
    ("تبع ذلك إطلاق نار كثيف", "ar", T),
    ("عزف على الكمان كمان جميل", "ar", T),
    ("سجل هاي جون هدفين", "ar", T),
    ("البيان على https://example.org/news/long/path/of/words", "ar", T),
    ("١٢ قتيلا", "ar", T),
    ("“الأرض المحروقة”", "ar", T),
    # Latin lines, addresses, numbers, signs, other scripts
    ("https://example.com/news/1", "zxx", P),
    ("www.bbc.com", "zxx", P),
    ("info@example.org", "zxx", P),
    ("2023-09-13", "zxx", P),
    ("١٢٣٤", "zxx", P),
    ("***", "zxx", P),
    ("—", "zxx", P),
    ("© 2023", "zxx", P),
    ("@reuters", "zxx", P),
    ("BBC News", "und-Latn", P),
    ("Reuters", "und-Latn", P),
    ("By John Smith", "und-Latn", P),
    ("“We will always support the decisions of the Russian leadership.”", "en", P),
    ("The committee said the word كتاب means book in the Arabic language.", "en", P),
    ("Le président a déclaré que la situation restait très difficile.", "fr", P),
    ("Der Präsident sagte, dass die Lage weiterhin sehr schwierig sei.", "de", P),
    ("Президент заявил, что ситуация остаётся очень сложной.", "ru", P),
    ("הנשיא אמר שהמצב נשאר קשה", "he", P),
    ("Москва", "und", P),
    ("北京", "und", P),
    # Persian, Urdu and others in Arabic script
    ("رئیس جمهور ایران گفت که این کشور برای گفتگو آماده است.", "fa", T),
    ("این کتاب را از کتابخانه گرفتم.", "fa", T),
    ("وزیر خارجه گفت مذاکرات ادامه می‌یابد و نتیجه آن اعلام خواهد شد.", "fa", T),
    ("او دیروز به تهران رفت که پدرش را ببیند.", "fa", T),
    ("قیمت نفت در بازارهای جهانی کاهش یافته است و این روند ادامه دارد.", "fa", T),
    ("وزیر اعظم نے کہا ہے کہ ملک میں حالات بہتر ہو رہے ہیں۔", "ur", T),
    ("یہ کتاب بہت اچھی ہے اور میں نے اسے پڑھا ہے۔", "ur", T),
    ("پاکستان کے صدر نے قوم سے خطاب کیا۔", "ur", T),
    ("ولسمشر وویل چې د هېواد وضعیت ښه دی او خلک به ډېر خوښ شي.", "ps", T),
    ("سەرۆکی هەرێم گوتی دۆخەکە باشە و هیوادارین بەردەوام بێت.", "ckb", T),
    # Dialects
    ("أنا عايز أروح دلوقتي", "arz", T),
    ("مش عارف إيه اللي حصل هناك", "arz", T),
    ("إحنا مش هنسكت على كده", "arz", T),
    ("هو ده اللي احنا عايزينه", "arz", T),
    ("شو بدك تعمل هلق", "apc", T),
    ("ليش هيك عم تحكي معي", "apc", T),
    ("بدنا نعيش بكرامة هون", "apc", T),
    ("الحين ابغى اروح البيت", "afb", T),
    ("شلونك اليوم", "afb", T),
    ("وايد زين هالمكان", "afb", T),
    ("واش كاين شي جديد", "ary", T),
    ("علاش ما جيتيش البارح", "ary", T),
    ("هاد الكتاب ديالي بزاف زوين", "ary", T),
]


@pytest.mark.parametrize(("text", "code", "action"), PARAGRAPHS)
def test_a_paragraph_is_judged(text, code, action):
    language = check_paragraph(text)
    assert (language.code, language.action) == (code, action)
    assert bool(language.warning) == (action is T and code != "ar")


def test_the_judgement_is_the_same_every_time():
    text = "Le ministre et the minister said la situation is difficult"
    assert len({check_paragraph(text) for _ in range(5)}) == 1


def test_warnings_name_the_language():
    assert "Persian" in check_paragraph("این کتاب را از کتابخانه گرفتم.").warning
    assert "Egyptian Arabic" in check_paragraph("أنا عايز أروح دلوقتي").warning


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("سلام", 1.0),
        ("abcd", 0.0),
        ("سلام abcd", 0.5),
        ("12 !", 0.0),
        ("سلام www.example.com", 1.0),
    ],
)
def test_arabic_share(text, share):
    assert arabic_share(text) == share


ENGLISH = "The president said that the talks would go on.\nNobody answered the questions.\n"
PERSIAN = "رئیس جمهور ایران گفت که این کشور برای گفتگو آماده است.\nاین کتاب را از او گرفتم.\n"


@pytest.mark.parametrize(
    ("text", "looks_like"),
    [
        (ENGLISH, "English"),
        (ENGLISH + "كتاب\n", "English"),
        (PERSIAN, "Persian"),
        ("1\n2\n3", "no words"),
        ("https://example.com/a", "no words"),
        ("Good news\nVery good news\nNo more news today\n", "English"),
    ],
)
def test_a_text_that_is_not_arabic_is_refused(text, looks_like):
    document = document_from_text("page.txt", text)
    with pytest.raises(LanguageError) as refused:
        require_arabic(document, force=False)
    assert str(refused.value).startswith("page.txt: ")
    assert looks_like in str(refused.value)
    assert "--force" in str(refused.value)
    assert looks_like in require_arabic(document, force=True)[0]


def test_an_arabic_text_with_english_quotations_is_taken():
    text = "وصل الوفد إلى العاصمة مساء الأحد للقاء الوزير.\nThe talks went on.\nBBC\n"
    assert require_arabic(document_from_text("a", text), force=False) == ()


def test_doubtful_paragraphs_are_counted_and_placed():
    text = "وصل الوفد إلى العاصمة.\n\nأنا عايز أروح دلوقتي\nمش عارف إيه اللي حصل\n"
    (warning,) = require_arabic(document_from_text("a", text), force=False)
    assert warning.startswith("2 paragraphs look like Egyptian Arabic, the first is paragraph 2")


def test_code_says_nothing_about_the_language():
    text = "خبر قصير عن الطقس\n```\nprint('a long line of English code and words')\n```\n"
    assert require_arabic(document_from_text("a.md", text, markdown=True), force=False) == ()
