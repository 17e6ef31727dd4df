"""What a name probably is, told by the common word before it: مدينة says that a place follows."""

from __future__ import annotations

from translator.glossary.clitics import PREFIXES
from translator.glossary.folding import fold
from translator.glossary.term import Kind

_WORDS = {
    Kind.PERSON: "الرئيس رئيس الزعيم زعيم الوزير وزير الجنرال اللواء العقيد السيد السيدة الملك "
    "الأمير الأميرة الشيخ الدكتور القائد الناطق المتحدث السفير النائب المستشار الأستاذ البابا",
    Kind.PLACE: "مدينة بلدة قرية محافظة ولاية إقليم منطقة نهر جبل جزيرة مطار ميناء قاعدة "
    "العاصمة عاصمة دولة جمهورية مملكة شارع حي مخيم معبر مضيق بحيرة خليج مقاطعة بحر",
    Kind.ORGANISATION: "شركة وكالة وزارة منظمة حزب بنك مصرف جامعة صحيفة قناة حركة هيئة مؤسسة "
    "جماعة تنظيم نادي فريق معهد مجلس لجنة جيش شبكة كتائب",
    Kind.WEAPON: "صاروخ صواريخ طائرة مقاتلة دبابة غواصة منظومة قنبلة مسيرة قذيفة",
    Kind.EVENT: "مهرجان قمة بطولة معركة عملية مؤتمر معرض حرب كأس دورة ثورة مناورات",
}
_KIND_OF = {fold(word).text: kind for kind, words in _WORDS.items() for word in words.split()}


def guess_kind(text: str, start: int, end: int) -> Kind:
    """The kind of the name in text[start:end] by its first word and the two words before it."""
    near = [
        *reversed(fold(text[:start]).text.split()[-2:]),
        *fold(text[start:end]).text.split()[:1],
    ]
    for word in near:
        for prefix in PREFIXES:
            kind = _KIND_OF.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
            if kind:
                return kind
    return Kind.OTHER
