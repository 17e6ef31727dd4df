"""Recent articles, the example's copy, and pasted texts, all in the user's data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.demo import bundled_demo, working_demo
from translator.errors import InputError
from translator.pasted import keep_pasted
from translator.recent import recent_articles, remember_article


def test_newest_comes_first_and_each_once(tmp_path: Path) -> None:
    articles = [tmp_path / f"{number}.txt" for number in range(15)]
    for article in articles:
        article.write_text("نص", encoding="utf-8")
        remember_article(article, tmp_path / "data")
    remember_article(articles[5], tmp_path / "data")
    found = recent_articles(tmp_path / "data")
    assert found[:3] == (articles[5], articles[14], articles[13])
    assert len(found) == 12


def test_deleted_articles_are_not_offered(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("نص", encoding="utf-8")
    remember_article(article, tmp_path)
    article.unlink()
    assert recent_articles(tmp_path) == ()


@pytest.mark.parametrize("content", ["", "{", "3", '[1, {"a": 2}]'])
def test_damaged_list_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / "recent.json").write_text(content, encoding="utf-8")
    assert recent_articles(tmp_path) == ()


def test_example_is_copied_once(tmp_path: Path) -> None:
    demo = working_demo(tmp_path)
    assert demo.article.read_bytes() == bundled_demo().article.read_bytes()
    demo.article.write_text("mine", encoding="utf-8")
    assert working_demo(tmp_path).article.read_text(encoding="utf-8") == "mine"


def test_same_text_has_the_same_file(tmp_path: Path) -> None:
    path = keep_pasted("زار كيم روسيا.", tmp_path)
    assert path.read_text(encoding="utf-8") == "زار كيم روسيا.\n"
    assert keep_pasted("زار كيم روسيا.", tmp_path) == path
    with pytest.raises(InputError, match="no text in the clipboard"):
        keep_pasted("  \n", tmp_path)
