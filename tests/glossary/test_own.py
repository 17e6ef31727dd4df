"""The user's own glossary: where terms go, on top of others, undone in order."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from translator.errors import GlossaryError
from translator.glossary.load import load_glossary
from translator.glossary.own import OwnGlossary, own_glossary
from translator.glossary.stack import load_stack
from translator.glossary.term import Kind, Term

BEGIN = "# mine\nterms:\n  - source: موسكو  # the capital\n    target: Moscow\n    kind: place\n"
VOSTOCHNY = Term(("فوستوشني",), "Vostochny", Kind.PLACE)


@pytest.fixture
def own(tmp_path: Path) -> OwnGlossary:
    path = tmp_path / "mine.yaml"
    path.write_text(BEGIN, encoding="utf-8")
    return OwnGlossary(path)


def targets(own: OwnGlossary) -> list[str]:
    return [term.target for term in load_glossary(own.path).terms]


def test_saved_changed_removed_and_all_undone(own: OwnGlossary) -> None:
    own.save(None, VOSTOCHNY)
    (moscow, vostochny) = load_glossary(own.path).terms
    own.save(moscow, Term(("موسكو",), "Moskva", Kind.PLACE))
    own.remove(vostochny)
    assert targets(own) == ["Moskva"]
    assert "# the capital" in own.path.read_text(encoding="utf-8")
    for expected in (["Moskva", "Vostochny"], ["Moscow", "Vostochny"], ["Moscow"]):
        own.undo()
        assert targets(own) == expected
    assert own.path.read_text(encoding="utf-8") == BEGIN
    with pytest.raises(GlossaryError, match="no change to undo"):
        own.undo()


def test_a_term_of_another_glossary_is_overlaid_and_cannot_be_removed(own: OwnGlossary) -> None:
    stack = load_stack(["news"], own.path, base=own.path.parent)
    kim = next(term for term in stack.terms if term.target == "Kim Jong Un")
    with pytest.raises(GlossaryError, match="not in your own glossary"):
        own.remove(kim)
    own.save(kim, Term(kim.sources, "Kim Jong-un", Kind.PERSON))
    stack = load_stack(["news"], own.path, base=own.path.parent)
    assert [t.target for t in stack.terms if kim.sources[0] in t.sources] == ["Kim Jong-un"]


def test_an_edit_by_another_program_stops_the_undo_and_stays_undoable(own: OwnGlossary) -> None:
    own.save(None, VOSTOCHNY)
    after = own.path.read_text(encoding="utf-8")
    own.path.write_text(after + "# later\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="changed since"):
        own.undo()
    own.path.write_text(after, encoding="utf-8")
    own.undo()
    assert targets(own) == ["Moscow"]


def test_where_new_terms_go(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(BEGIN, encoding="utf-8")
    assert own_glossary(str(mine), None, base=tmp_path) == mine
    assert own_glossary("auto", None, base=tmp_path).name == "my-glossary.yaml"
    assert own_glossary("auto", ["mine.yaml", "news"], base=tmp_path) == mine
    with pytest.raises(GlossaryError, match="your own"):
        own_glossary("auto", ["news"], base=tmp_path)


def test_changes_from_several_threads_are_undone_in_order(own: OwnGlossary) -> None:
    terms = [Term((f"مدينة{letter}",), f"City {letter}") for letter in "ابتث"]
    threads = [threading.Thread(target=own.save, args=(None, term)) for term in terms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(targets(own)) == 5
    for _ in terms:
        own.undo()
    assert own.path.read_text(encoding="utf-8") == BEGIN
