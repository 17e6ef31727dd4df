"""Letters and words that tell other languages in Arabic script, and dialects, from Arabic."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Letters that Arabic does not have; گ چ پ ک ی occur in Arabic texts too, in foreign names.
PERSIAN_LETTERS = frozenset("پچژگکی")
URDU_LETTERS = frozenset("ٹڈڑںےہھۓۂ")
PASHTO_LETTERS = frozenset("ټډړښځڅږڼېۍګ")
KURDISH_LETTERS = frozenset("ڕڵۆێە")
UYGHUR_LETTERS = frozenset("ۇۈۋېىە")

PERSIAN_WORDS = _words(
    "است را از با برای که این آن می‌شود می شود شد شده بود کرد کرده هم های ها نیز یک خود باید"
    " نیست هستند دارد دارند خواهد کند کنند شما ما آنها چه اما پس اگر دیگر گفت داد تا بر به در"
    " ایران کشور سال روز"
) - _words("با ما تا بر در به خود پس هم ها می سال روز شما شد بود")
URDU_WORDS = _words(
    "ہے ہیں کے کی کا کو میں سے نے اور یہ وہ نہیں تھا تھی تھے گیا گئی کیا جو اس ان پر بھی ہو ہوا"
    " ایک لیے کہ تو رہا رہی رہے کر"
) - _words("ان اس تو پر کر")

# Words of one dialect group that written standard Arabic does not use.
DIALECT_WORDS = {
    "arz": _words(
        "مش ده دي دا دلوقتي دلوقت عايز عايزة عاوز عاوزة ازاي إزاي كده كدا ايه إيه فين احنا إحنا"
        " مفيش بتاع بتاعة بتاعت بتاعنا عشان علشان برضه برضو لسه كمان انهارده النهارده امبارح اوي"
        " أوي مين اللي معلش هنعمل هيعمل بيعمل بنعمل محدش يلا بقى جدا"
    )
    - _words("جدا دي دا"),
    "apc": _words(
        "شو هيك هلق هلأ هلا بدي بدك بدنا بدو بدها بدهم كتير ليش منيح منيحة لسا هون هونيك هاد هادا"
        " هدول هاي مبارح عنجد مشان منشان تبع إسا شوي اللي كمان رح عم لك ولك ياريت"
    )
    - _words("عم لك هلا"),
    "afb": _words(
        "وش ايش إيش الحين ابغى أبغى يبغى تبغى نبغى ابي أبي تبي يبي نبي وايد واجد شلون شلونك شلونكم"
        " زين كذا چذي جذي عشان ليش مره هالحين توه شنو اللي ذي حق ماكو اكو هسه شكو خوش"
    )
    - _words("أبي نبي مره حق زين كذا ذي"),
    "ary": _words(
        "بزاف واش كاين كاينة كاينين ديال ديالو ديالنا ديالي دابا علاش كيفاش برشا شنوة شنو شنية"
        " نتاع تاع توا هاد هادشي غادي خويا بغيت راه راهي ماشي فاش نحب زعما اللي واخا"
        " يزي مانيش ماكانش كيما وين"
    )
    - _words("ماشي هاد نحب"),
}
# Also standard words or parts of names: they count beside another, alone they prove nothing.
WEAK_DIALECT_WORDS = _words(
    "فين مين هاي تبع كمان بقى شوي رح وش شو ده شنو راه وين تبي ايش مره خوش واش كيما راهي ابي"
)
DIALECT_NAMES = {
    "arz": "Egyptian Arabic",
    "apc": "Levantine Arabic",
    "afb": "Gulf or Iraqi Arabic",
    "ary": "North African Arabic",
}

LANGUAGE_NAMES = {
    "ar": "Arabic",
    "fa": "Persian",
    "ur": "Urdu",
    "ps": "Pashto",
    "ckb": "Kurdish",
    "ug": "Uyghur",
    "he": "Hebrew",
    "zxx": "no language",
    "en": "English",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "tr": "Turkish",
    "id": "Indonesian",
    "pl": "Polish",
    "sv": "Swedish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "bg": "Bulgarian",
    "el": "Greek",
    "zh-cn": "Chinese",
    "zh-tw": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "hi": "Hindi",
    "und": "an unknown language",
    "und-Latn": "a language in Latin letters",
} | DIALECT_NAMES
