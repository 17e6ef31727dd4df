"""Words that stand before names in Arabic news, and what kind of name follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.glossary.clitics import ARTICLE
from translator.glossary.common_words import COMMON_WORDS
from translator.glossary.folding import folded_letters, without_marks
from translator.glossary.frequent_words import FREQUENT_WORDS
from translator.glossary.term import Kind
from translator.suggest.stems import stems
from translator.suggest.words import ArabicWord

_TITLES = {
    Kind.PERSON: {
        "الرئيس": "president", "الوزير": "minister", "الزعيم": "leader",
        "الجنرال": "general", "الأدميرال": "admiral", "العقيد": "colonel",
        "اللواء": "major general", "العميد": "brigadier", "الملك": "king",
        "الملكة": "queen", "الأمير": "prince",
        "السيد": "Mr", "السيدة": "Mrs", "الدكتور": "doctor", "الشيخ": "sheikh",
        "السفير": "ambassador", "النائب": "member of parliament", "القائد": "commander",
        "المتحدث": "spokesman", "الصحفي": "journalist", "المدرب": "coach", "اللاعب": "player",
        "البابا": "pope", "الإمبراطور": "emperor", "السناتور": "senator", "شقيقته": "his sister",
        "شقيقه": "his brother", "زوجته": "his wife", "المدعو": "the man called",
    },
    Kind.PLACE: {
        "قاعدة": "base", "مدينة": "city", "بلدة": "town", "قرية": "village", "محافظة": "province",
        "مقاطعة": "district", "ولاية": "state", "إقليم": "region", "منطقة": "area",
        "جزيرة": "island", "جزر": "islands", "نهر": "river", "بحيرة": "lake", "جبل": "mountain",
        "جبال": "mountains", "مطار": "airport", "ميناء": "port", "معبر": "crossing",
        "مخيم": "camp", "حي": "quarter", "شارع": "street", "مضيق": "strait", "خليج": "gulf",
        "صحراء": "desert", "العاصمة": "capital", "بلدية": "municipality", "ملعب": "stadium",
    },
    Kind.ORGANISATION: {
        "حزب": "party", "حركة": "movement", "منظمة": "organisation", "شركة": "company",
        "وكالة": "agency", "صحيفة": "newspaper", "قناة": "channel", "جماعة": "group",
        "تنظيم": "organisation", "كتائب": "brigades", "نادي": "club",
        "مجموعة": "group", "مؤسسة": "foundation", "مجلة": "magazine", "بنك": "bank",
    },
    # Of a country, a party or nothing at all: زعيم كوريا.
    Kind.OTHER: {
        "زعيم": "leader", "رئيس": "president", "وزير": "minister", "قائد": "commander",
        "جامعة": "university",
    },
    Kind.WEAPON: {"صاروخ": "missile", "مسيرة": "drone", "دبابة": "tank", "مقاتلة": "fighter jet"},
}  # fmt: skip
_BY_WORD = {
    folded_letters(title): (kind, title, meaning)
    for kind, titles in _TITLES.items()
    for title, meaning in titles.items()
}
# Behind these a name is likely even if nothing else speaks for it.
_TELLING = frozenset({Kind.PERSON, Kind.PLACE})
_NO_NAME_ENDINGS = ("يه", "ي", "ون", "ين", "ات")
_MOST_WORDS = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class TitleBefore:
    """A title before a word.

    Attributes:
        kind: of the name that follows it.
        title: as a dictionary has it.
        meaning: the title in English.
    """

    kind: Kind
    title: str
    meaning: str


def title_before(words: Sequence[ArabicWord], place: int) -> TitleBefore | None:
    """The title directly before a word, or with one adjective between: الرئيس الروسي بوتين."""
    for back in (1, 2):
        before = place - back
        if before < 0 or not words[before + 1].joined:
            return None
        if words[before].segment != words[place].segment:
            return None
        found = _title(words[before])
        if found and (back == 1 or found[0] is Kind.PERSON):
            return TitleBefore(*found)
        if not words[before].folded.startswith(ARTICLE):
            return None
    return None


def titled_spans(words: Sequence[ArabicWord]) -> Iterator[tuple[range, TitleBefore]]:
    """Words directly behind a telling title that are no everyday words."""
    for place, word in enumerate(words[:-1]):
        found = _title(word)
        if not found or found[0] not in _TELLING:
            continue
        end = place + 1
        while (
            end < len(words)
            and end <= place + _MOST_WORDS
            and words[end].joined
            and words[end].segment == word.segment
            and _may_be_name(words[end])
        ):
            end += 1
        if end > place + 1:
            yield range(place + 1, end), TitleBefore(*found)


def is_title(word: ArabicWord) -> bool:
    """True for a word that stands before names."""
    return _title(word) is not None


def is_everyday(word: str) -> bool:
    """True for a word that news uses in its own meaning."""
    bare = without_marks(word)
    return bare in COMMON_WORDS or bare in FREQUENT_WORDS


def _title(word: ArabicWord) -> tuple[Kind, str, str] | None:
    for stem in stems(word):
        found = _BY_WORD.get(folded_letters(stem.text))
        if found:
            return found
    return None


def _may_be_name(word: ArabicWord) -> bool:
    if len(word.folded) < _SHORTEST or word.folded.startswith(ARTICLE):
        return False
    if word.folded.endswith(_NO_NAME_ENDINGS):
        return False
    # وزير with a clitic is everyday too.
    return not any(is_everyday(stem.text) or is_everyday(stem.core) for stem in stems(word)) and (
        _title(word) is None
    )
