"""Articles, possessives and capitals around a name that is put in."""

from __future__ import annotations

import pytest

from translator.enforcement.english import capitalise_starts, fit, indefinite_article
from translator.glossary.term import Kind, Term


@pytest.mark.parametrize(
    ("text", "replaced", "target", "kind", "result"),
    [
        ("in Voscini today", "Voscini", "Vostochny", Kind.PLACE, "in Vostochny today"),
        ("so the Krimlin said", "Krimlin", "the Kremlin", Kind.PLACE, "so the Kremlin said"),
        ("The Krimlin said", "Krimlin", "the Kremlin", Kind.PLACE, "The Kremlin said"),
        ("a Huthi man", "Huthi", "Emirati", Kind.OTHER, "an Emirati man"),
        ("an Emirate man", "Emirate", "Houthi", Kind.OTHER, "a Houthi man"),
        ("An Emirate man", "Emirate", "Houthi", Kind.OTHER, "A Houthi man"),
        ("the lamp said", "lamp", "Lavrov", Kind.PERSON, "Lavrov said"),
        ("The lamp said", "lamp", "Lavrov", Kind.PERSON, "Lavrov said"),
        ("the Lamb plan", "Lamb", "Lavrov", Kind.PERSON, "the Lavrov plan"),
        ("in a paper.", "paper", "Tobruk", Kind.PLACE, "in Tobruk."),
        ("in the luggage.", "luggage", "Fallujah", Kind.PLACE, "in Fallujah."),
        ("in the Ganges.", "Ganges", "Donbas", Kind.PLACE, "in the Donbas."),
        ("Boutros' plan", "Boutros", "Peter the Great", Kind.PERSON, "Peter the Great's plan"),
        ("Peter's plan", "Peter", "James", Kind.PERSON, "James's plan"),
        ("Boutros' plan", "Boutros", "James", Kind.PERSON, "James' plan"),
        ("Alshabab fought.", "Alshabab", "al-Shabaab", Kind.ORGANISATION, "Al-Shabaab fought."),
        ("He ran. Alshabab won", "Alshabab", "al-Shabaab", Kind.OTHER, "He ran. Al-Shabaab won"),
        ("with Alshabab", "Alshabab", "al-Shabaab", Kind.ORGANISATION, "with al-Shabaab"),
        ("Ifone sold", "Ifone", "iPhone", Kind.OTHER, "iPhone sold"),
        ("said 'Voscini'", "Voscini", "Vostochny", Kind.PLACE, "said 'Vostochny'"),
    ],
)
def test_fit(text: str, replaced: str, target: str, kind: Kind, result: str) -> None:
    start = text.index(replaced)
    edit = fit(text, start, start + len(replaced), Term(("س",), target, kind=kind), target)
    assert edit.apply(text) == result
    name = edit.replacement[edit.name_start : edit.name_end]
    assert name.casefold() == target.casefold()


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("Emirati", "an"),
        ("Houthi", "a"),
        ("European", "a"),
        ("Ukrainian", "a"),
        ("Uzbek", "an"),
        ("UN envoy", "a"),
        ("US envoy", "a"),
        ("FBI agent", "an"),
        ("MP", "an"),
        ("NATO base", "a"),
        ("IAEA team", "an"),
        ("hour", "an"),
        ("union", "a"),
        ("8", "a"),
    ],
)
def test_indefinite_article(words: str, article: str) -> None:
    assert indefinite_article(words) == article


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("al-Shabaab said", "Al-Shabaab said"),
        ("He left. al-Shabaab said", "He left. Al-Shabaab said"),
        ('"al-Shabaab won," he said', '"Al-Shabaab won," he said'),
        ("Then al-Shabaab said", "Then al-Shabaab said"),
        ("Then Gen. al-Shabaab said", "Then Gen. al-Shabaab said"),
        ("the U.S. al-Shabaab said", "the U.S. al-Shabaab said"),
        ("They said: al-Shabaab won", "They said: al-Shabaab won"),
    ],
)
def test_capitalise_starts(text: str, result: str) -> None:
    start = text.index("al-Shabaab")
    assert capitalise_starts(text, [(start, start + 10)]) == result
