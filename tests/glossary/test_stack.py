"""Glossaries on top of each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import GlossaryError
from translator.glossary.stack import load_stack


def glossary(folder: Path, name: str, *entries: tuple[str, str]) -> Path:
    path = folder / name
    lines = [f"  - source: {source}\n    target: {target}\n" for source, target in entries]
    path.write_text("terms:\n" + "".join(lines), encoding="utf-8")
    return path


def test_later_glossaries_win_and_the_loser_is_reported(tmp_path: Path) -> None:
    glossary(tmp_path, "a.yaml", ("غزة", "Ghaza"), ("كيم", "Kim"))
    glossary(tmp_path, "b.yaml", ("غزه", "Gaza"))
    stack = load_stack(["a.yaml", "b.yaml"], None, base=tmp_path)
    assert [term.target for term in stack.terms] == ["Kim", "Gaza"]
    assert [(lost.target, won.target) for lost, won in stack.shadowed] == [("Ghaza", "Gaza")]
    assert [one.name for one in stack.glossaries] == ["a", "b"]


def test_a_term_keeps_the_spellings_that_nobody_took(tmp_path: Path) -> None:
    glossary(tmp_path, "a.yaml", ("[بوتين, پوتن]", "Putin"))
    glossary(tmp_path, "b.yaml", ("بوتن", "Pootin"))
    stack = load_stack(["a.yaml", "b.yaml"], None, base=tmp_path)
    assert [term.sources for term in stack.terms] == [("بوتين",), ("بوتن",)]
    (pair,) = stack.shadowed
    assert pair[0].sources == ("بوتين", "پوتن")


def test_the_later_of_two_in_one_file_wins(tmp_path: Path) -> None:
    glossary(tmp_path, "a.yaml", ("كيم", "Kym"), ("كيم", "Kim"))
    stack = load_stack(["a.yaml"], None, base=tmp_path)
    assert [term.target for term in stack.terms] == ["Kim"]
    assert len(stack.shadowed) == 1


def test_the_same_word_in_other_contexts_is_another_term(tmp_path: Path) -> None:
    text = (
        "terms:\n"
        "  - {source: أمل, target: Amal, context: [حركة]}\n"
        "  - {source: أمل, target: Amal Clooney, context: [كلوني]}\n"
        "  - {source: أمل, target: AMAL, exact: true}\n"
    )
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    stack = load_stack(["a.yaml"], None, base=tmp_path)
    assert (len(stack.terms), stack.shadowed) == (3, ())


def test_the_users_own_glossary_is_on_top_if_it_exists(tmp_path: Path) -> None:
    glossary(tmp_path, "a.yaml", ("كيم", "Kym"))
    own = tmp_path / "own" / "my-glossary.yaml"
    assert len(load_stack(["a.yaml"], own, base=tmp_path).glossaries) == 1
    own.parent.mkdir()
    glossary(own.parent, own.name, ("كيم", "Kim"))
    assert load_stack(["a.yaml"], own, base=tmp_path).terms[0].target == "Kim"


def test_bundled_names_and_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    glossary(bundle, "news.yaml", ("كيم", "Kim"))
    monkeypatch.setattr("translator.glossary.stack.bundled", lambda name: bundle)
    other = glossary(tmp_path, "news.yaml", ("غزة", "Gaza"))
    assert load_stack(["news"], None, base=tmp_path).terms[0].target == "Kim"
    assert load_stack(["news.yaml"], None, base=tmp_path).terms[0].target == "Gaza"
    assert load_stack([str(other)], None, base=bundle).terms[0].target == "Gaza"
    with pytest.raises(GlossaryError, match=r"no glossary sport; .*\(news\)"):
        load_stack(["sport"], None, base=tmp_path)


def test_a_file_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    glossary(tmp_path, "a.yaml", ("كيم", "Kym"))
    glossary(tmp_path, "b.yaml", ("كيم", "Kim"))
    stack = load_stack(["a.yaml", "b.yaml", "a.yaml"], None, base=tmp_path)
    assert [one.name for one in stack.glossaries] == ["b", "a"]
    assert stack.terms[0].target == "Kym"


def test_the_signature_follows_contents_and_order(tmp_path: Path) -> None:
    glossary(tmp_path, "a.yaml", ("كيم", "Kim"))
    glossary(tmp_path, "b.yaml", ("غزة", "Gaza"))
    both = load_stack(["a.yaml", "b.yaml"], None, base=tmp_path).signature
    assert len(both) == 16
    assert both == load_stack(["a.yaml", "b.yaml"], None, base=tmp_path).signature
    assert both != load_stack(["b.yaml", "a.yaml"], None, base=tmp_path).signature
    glossary(tmp_path, "b.yaml", ("غزة", "Gaza Strip"))
    assert both != load_stack(["a.yaml", "b.yaml"], None, base=tmp_path).signature


def test_no_glossaries_make_an_empty_stack(tmp_path: Path) -> None:
    stack = load_stack([], None, base=tmp_path)
    assert (stack.terms, stack.glossaries) == ((), ())
