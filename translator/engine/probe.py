"""Does a model copy Latin names that stand in an Arabic source? Asked by translating a few."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from translator.engine.protocol import Engine, Request

# Names that no training text holds, each once at the start, in the middle, at the end and after a
# clitic: only a model that copies gets them right.
_PROBES = (
    ("وصل Varendil إلى العاصمة يوم الاثنين.", "Varendil"),
    ("قال الرئيس Toskamir Belun إن المحادثات كانت مفيدة.", "Toskamir Belun"),
    ("وقع انفجار في مدينة Krasnopil صباح اليوم.", "Krasnopil"),
    ("سافر الوزير إلى Ostravenka للقاء نظيره.", "Ostravenka"),
    ("أعلنت شركة Melvorin عن أرباح كبيرة هذا العام.", "Melvorin"),
    ("زار الوفد مصنعا تابعا ل Dargovia في الشمال.", "Dargovia"),
    ("التقى Hanbok Sirel و Pelmadin في قاعدة عسكرية.", "Pelmadin"),
    ("وقال المتحدث باسم Zuvinta إن الاتفاق قريب.", "Zuvinta"),
)
_MOST_FAILURES = 1

_proved: WeakKeyDictionary[Engine, bool] = WeakKeyDictionary()


def copies_inline(engine: Engine) -> bool:
    """True if the engine's package declares inline terms, or copies nearly all names of a probe.

    The probe runs once for each engine object; what it found is kept as long as the object lives.

    Raises:
        EngineError: the model failed.
    """
    if engine.package.inline_terms:
        return True
    if engine not in _proved:
        _proved[engine] = _probe(engine)
    return _proved[engine]


def _probe(engine: Engine) -> bool:
    requests = [Request(source) for source, _ in _PROBES]
    copied = sum(
        bool(re.search(rf"(?<!\w){_PROBES[number][1]}(?!\w)", hypotheses[0].text))
        for number, hypotheses in engine.translate(requests)
    )
    return copied >= len(_PROBES) - _MOST_FAILURES
