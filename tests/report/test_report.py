"""Reports: everything from files is escaped, nothing is loaded from outside, all figures agree."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from translator.differences import word_differences
from translator.errors import OutputError
from translator.glossary.term import Term
from translator.report.content import Report, make_report
from translator.report.html import isolated, render_html
from translator.report.json import render_json
from translator.report.markdown import render_markdown
from translator.report.marks import Mark, cut, rows_of
from translator.report.tables import all_tables, scores_table
from translator.report.write import write_report
from translator.scoring.compare import compare
from translator.scoring.corpus import Lines, build_corpus
from translator.scoring.names import ExpectedName
from translator.scoring.run import Settings

VOSTOCHNY = Term(("فوستوشني",), "Vostochny")


@pytest.fixture(scope="module")
def report() -> Report:
    corpus = build_corpus(
        [
            Lines(
                "a<b>.en", ("Putin went to Voscini on Monday.", "It cost <b>5</b> & more", "Kim")
            ),
            Lines(
                "b|c.en", ("Putin went to Vostochny on Monday.", "It cost 5 & more", "Kim left.")
            ),
        ],
        [Lines("r.en", ("On Monday Putin went to Vostochny.", "It cost 5 & more", "Kim left."))],
        Lines("s.ar", ("ذهب بوتين إلى فوستوشني يوم الاثنين.", "كلف 5 وأكثر", "غادر كيم.")),
    )
    expected = (ExpectedName(0, "فوستوشني", VOSTOCHNY),)
    return make_report(
        compare(corpus, Settings(trials=50), expected),
        expected,
        title="<script>alert(1)</script> تقرير",
        created="3 November 2026",
    )


@pytest.fixture(scope="module")
def page(report: Report) -> html.HtmlElement:
    return html.document_fromstring(render_html(report))


def test_nothing_comes_from_outside(report: Report, page: html.HtmlElement) -> None:
    text = render_html(report)
    assert not re.search(r"https?:|//[a-z]|url\(|@import", text)
    assert not page.xpath("//link | //img | //script[@src] | //iframe")
    assert all(link.startswith("#") for link in page.xpath("//@href"))


def test_text_of_files_is_escaped(report: Report, page: html.HtmlElement) -> None:
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//b")
    assert page.xpath("//h1")[0].text_content() == report.title
    assert any(p.text_content() == "It cost <b>5</b> & more" for p in page.xpath("//p[@lang='en']"))


def test_directions_and_languages(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert page.get("dir") == "ltr"
    arabic = page.xpath("//p[@lang='ar']")
    assert arabic[0].text_content() == "ذهب بوتين إلى فوستوشني يوم الاثنين."
    assert {p.get("dir") for p in arabic} == {"rtl"}
    assert {p.get("dir") for p in page.xpath("//p[@lang='en']")} == {"ltr"}
    assert page.xpath("//h1/bdi[@lang='ar'][@dir='rtl']")[0].text == "تقرير"


def test_names_and_differences_are_marked(page: html.HtmlElement) -> None:
    def marked(kind: str) -> list[str]:
        path = f"//article//span[contains(concat(' ', @class, ' '), ' {kind} ')]"
        return [span.text_content() for span in page.xpath(path)]

    assert marked("name") == ["فوستوشني"]
    assert marked("name-right") == ["Vostochny"]
    assert marked("name-wrong") == ["Voscini"]
    assert "Voscini" in marked("substitution")
    assert "On Monday" in "".join(marked("deletion") + marked("move")) or marked("move")


def test_every_mark_has_a_shape_besides_its_colour() -> None:
    folder = Path(render_html.__code__.co_filename).parent / "templates"
    style = (folder / "report.css").read_text(encoding="utf-8")
    for kind in ("substitution", "insertion", "deletion", "move", "flag"):
        (rule,) = re.findall(rf"^\.{kind} \{{(.*)\}}", style, re.MULTILINE)
        assert "text-decoration" in rule or "outline" in rule
    for kind in ("move", "name-right", "name-wrong", "flag"):
        assert re.search(rf"^\.{kind}-end::after \{{ content:", style, re.MULTILINE)
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_chart_has_a_bar_for_every_segment_that_leads_to_it(page: html.HtmlElement) -> None:
    charts = page.xpath("//*[local-name()='svg']")
    assert len(charts) == 2
    for chart in charts:
        targets = [link.get("href") for link in chart.xpath(".//*[local-name()='a']")]
        assert targets == ["#s0", "#s1", "#s2"]
    assert [article.get("id") for article in page.xpath("//article")] == ["s0", "s1", "s2"]


def test_html_has_all_figures_of_the_tables(report: Report, page: html.HtmlElement) -> None:
    cells = [cell.text_content().strip() for cell in page.xpath("//tbody//td | //tbody//th")]
    for table in all_tables(report.comparison):
        for row in table.rows:
            assert all(cell in cells for cell in row)
    signatures = [code.text for code in page.xpath("//dd/code")]
    assert report.comparison.systems[0].scores[0].signature in signatures


def test_markdown_keeps_cells_whole(report: Report) -> None:
    text = render_markdown(report)
    assert "b\\|c.en" in text
    assert "\\<script\\>" in text
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        bars = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(bars) == 1


def test_json_has_full_figures(report: Report) -> None:
    data = json.loads(render_json(report))
    score = report.comparison.systems[1].scores[0]
    assert data["systems"][1]["scores"][0]["score"] == score.value
    assert (
        data["segments"][2]["systems"][0]["scores"]["BLEU"]
        == (report.comparison.systems[0].scores[0].segments[2])
    )
    assert data["systems"][0]["names"]["outcomes"][0] == {
        "segment": 1,
        "source": "فوستوشني",
        "target": "Vostochny",
        "form": "",
        "instead": "Voscini",
    }
    assert {test["metric"] for test in data["tests"]} == {"BLEU", "chrF", "chrF++", "TER"}


def test_only_a_significant_best_is_starred(report: Report) -> None:
    # Three segments are too few for any difference to be significant.
    table = scores_table(report.comparison)
    assert not any(cell.endswith("*") for row in table.rows for cell in row)
    assert "None is marked best" in table.explanation


def test_long_reports_say_what_is_left_out(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator.report.html.MOST_ROWS", 2)
    page = html.document_fromstring(render_html(report))
    assert len(page.xpath("//article")) == 2
    assert "The first 2 of 3 segments are shown." in page.text_content()


@pytest.mark.parametrize("name", ["r.html", "r.md", "r.json", "R.HTML"])
def test_the_ending_chooses_the_format(report: Report, tmp_path: Path, name: str) -> None:
    write_report(report, tmp_path / name)
    begins = {"html": "<!DOCTYPE html>", "md": "# ", "json": "{"}[name.lower().split(".")[1]]
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_unknown_ending(report: Report, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no report has the ending '.pdf'; choose from .html"):
        write_report(report, tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()


def test_isolated_leaves_the_text_as_it_is() -> None:
    text = "“كيم جونغ أون” should be <Kim> & كيم"
    assert html.fromstring(f"<p>{isolated(text)}</p>").text_content() == text
    assert str(isolated("كيم جونغ أون")).count("<bdi") == 1


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_pieces_put_together_are_the_text(first: str, second: str) -> None:
    differences = word_differences(first, second)
    marks = [Mark(d.second_start, d.second_end, d.change) for d in differences]
    marks += [Mark(-1, -1, "flag"), Mark(0, 2, "name"), Mark(1, 3, "flag", "x")]
    assert "".join(piece.text for piece in cut(second, marks)) == second


def test_rows_follow_the_corpus(report: Report) -> None:
    rows = list(rows_of(report, 10))
    assert [row.number for row in rows] == [1, 2, 3]
    assert "".join(piece.text for piece in rows[0].reference) == (
        "On Monday Putin went to Vostochny."
    )
    assert [cell.system for cell in rows[0].cells] == ["a<b>.en", "b|c.en"]
