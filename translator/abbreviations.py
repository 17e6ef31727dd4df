"""Word lists that decide whether a full stop ends an Arabic sentence.

Arabic has no capital letters, so only the words around a full stop tell what it is.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Stand before a name or a number, so a sentence never ends with them.
NEVER_LAST = _words(
    "د أ ا م ب ص ج ط ت س هـ أ.د ا.د أ.م أ.م.د أ.ح د.م ص.ب صص مج تح رض تلفون"
    " Mr Mrs Ms Dr Prof St vs No Gen Col Lt Sgt Capt Sen Rep Gov Rev Hon Mt Fig fig al e.g i.e cf"
    " p pp vol ed approx"
)

# Can be the last word; then the next word must look like the beginning of a sentence.
MAY_BE_LAST = _words(
    "ق.م ب.م ق.هـ إلخ الخ ش.م.ع ش.م.ل ش.م.م ذ.م.م م.م ر.س د.إ ج.م د.ك ل.ل ل.س د.ع د.أ ر.ق ر.ع"
    " U.S U.K U.N E.U D.C U.S.A a.m p.m A.M P.M Inc Ltd Co Corp etc Jr Sr"
)

# A number before these makes them a year (Hijri, Gregorian) or metres: "1445 هـ.", "20 م.".
YEAR_OR_METRE = frozenset({"م", "هـ", "ه"})

# A letter after one of these is a name ("vitamin D"), not an abbreviation.
NAMED_BY_LETTER = _words(
    "فيتامين المجموعة مجموعة القائمة قائمة الفئة فئة المنطقة منطقة فصيلة الدم الكبد الملحق ملحق"
    " القسم الصنف الحرف حرف النقطة المستوى الدرجة الجزء الطراز النوع الخيار البند الفصل الشعبة"
    " المبنى البوابة الصالة القاعة المدرج النموذج"
)

# Names that carry their own exclamation mark.
NAMES_WITH_MARK = frozenset({"ياهو", "Yahoo", "YAHOO"})

# After a full stop with no space these are the end of a web address or file name.
ADDRESS_ENDS = _words("كوم نت أورغ اورغ مصر امارات السعودية عمان قطر شبكة موقع")

ORDINAL_WORDS = _words(
    "أولا أولاً ثانيا ثانياً ثالثا ثالثاً رابعا رابعاً خامسا خامساً سادسا سادساً سابعا ثامنا تاسعا عاشرا"
)

MONTHS = _words(
    "يناير فبراير مارس أبريل ابريل إبريل مايو أيار يونيو يوليو أغسطس سبتمبر أكتوبر اكتوبر نوفمبر"
    " ديسمبر كانون شباط آذار نيسان حزيران تموز آب أيلول تشرين جانفي فيفري أفريل ماي جوان جويلية أوت"
    " محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو"
)

# Verbs of saying: after a closing quotation mark they go on with the sentence; with "and" before
# them they begin a new one.
VERBS_OF_SAYING = _words(
    "قال قالت قالوا أضاف أضافت أوضح أوضحت أكد أكدت تابع تابعت أشار أشارت ذكر ذكرت صرح صرحت أعلن"
    " أعلنت يقول تقول يضيف تضيف رد ردت علق علقت كتب كتبت سأل سألت تساءل تساءلت يتساءل تتساءل صرخ"
    " صرخت هتف هتفت لفت لفتت نقل نقلت شدد شددت اعتبر اعتبرت رأى رأت استطرد استطردت زاد زادت بحسب"
    " وفق"
)

# After a closing quotation mark these point back to it: "so said", "with these words".
POINTS_BACK = frozenset({"هكذا", "بهذه", "بهذا", "عبارة", "كلمات", "جملة"})

# First words of sentences that do not begin with "and": after an abbreviation they end the doubt.
STARTERS = _words(
    "لكن ولكن أما ثم كما كذلك هذا هذه هؤلاء إن إنه إنها لم لن ليس ليست قال قالت أعلن أعلنت أضاف"
    " أكد أكدت يذكر يشار هل ماذا لماذا متى كيف نعم لا وفي ومن وعن وقد وكل ولم ولن ولا وهو وهي وهم"
    " وأن وإن وعلى ولما"
)

# Begin with "and" or "so" but go on with the sentence: "and until", "according to".
GOES_ON = _words(
    "وحتى والموافق وفق وفقا وفقاً فقط فأكثر فأقل فما وما فصاعدا فصاعداً وكذلك وغيرها وغيره وغيرهم"
    " وسط وقت وزن وزنا وصولا وصولاً"
)
