"""Which other spellings a name has, and which it has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.glossary.matcher import Matcher
from translator.glossary.scan import form_of
from translator.glossary.spelling import spellings
from translator.glossary.term import Kind, Term


@pytest.mark.parametrize(
    ("source", "kind", "others"),
    [
        ("بوتين", Kind.PERSON, set()),
        ("الصين", Kind.PLACE, set()),
        ("ماكرون", Kind.PERSON, set()),
        ("فلسطين", Kind.PLACE, set()),
        ("نيو يورك", Kind.PERSON, {"نيويورك"}),
        ("نيو يورك", Kind.PLACE, {"نيويورك", "نيو اليورك"}),
        ("مجلس الأمن", Kind.ORGANISATION, set()),
        ("وزير الدفاع", Kind.TITLE, {"وزير دفاع", "وزيردفاع"}),
        ("حزب الله", Kind.TITLE, set()),
        ("الحوثيون", Kind.ORGANISATION, {"الحوثيين"}),
        ("كوبيين", Kind.OTHER, {"كوبيون"}),
        ("أميركا", Kind.PLACE, {"امريكا"}),
        ("عبدالله", Kind.PERSON, {"عبد الله"}),
        ("أبو حمزة", Kind.PERSON, {"ابي حمزه", "ابا حمزه", "ابوحمزه", "ابيحمزه", "اباحمزه"}),
        ("إف 16", Kind.WEAPON, {"اف16"}),
        ("سو30", Kind.WEAPON, {"سو 30"}),
    ],
)
def test_other_spellings(source: str, kind: Kind, others: set[str]) -> None:
    form = form_of(source)
    found = spellings(form, kind)
    assert found[0] == form
    assert set(found) - {form} == others


def test_a_name_of_many_words_stays_small() -> None:
    name = form_of("أبو بكر ابن عبد الرحمن ابن أبي سفيان ابن حرب ابن أبو أمريكا")
    assert len(spellings(name, Kind.PERSON)) < 1000


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("  كيم   جونغ-أون ", "كيم جونغ اون"),
        ("«حزب الله»", "حزب الله"),
        ("ج. ك. رولينغ", "ج.ك.رولينغ"),
        ("مايو/أيار", "مايو/ايار"),
        ("…", ""),
    ],
)
def test_a_source_as_it_stands_in_a_scanned_text(source: str, form: str) -> None:
    assert form_of(source) == form


@pytest.mark.shared
def test_every_name_of_flores_dev_is_found_in_its_line(flores: Path) -> None:
    texts = (flores / "src.ar").read_text(encoding="utf-8").splitlines()
    rows = (flores / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    missed = []
    for row in rows:
        _, line, name, target, *_ = row.split("\t")
        if not Matcher([Term((name,), target)]).find(texts[int(line) - 1]).matches:
            missed.append((line, name))
    assert missed == []
