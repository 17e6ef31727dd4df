"""TSV and TMX files of an alignment."""

from __future__ import annotations

import csv
import io

import pytest
from lxml import etree

from translator.align import align
from translator.alignment import rows, tmx, tsv
from translator.alignment.pivot import from_file
from translator.errors import InputError
from translator.reading import document_from_text

XML = "{http://www.w3.org/XML/1998/namespace}lang"
SOURCES = ("فاز الفريق.", "خسر <الآخر> & غادر\f", "جملة بلا مقابل")
PIVOT = ("The team won the match.", "The other lost and left.", "A strange sentence without mate")
REFERENCE = ('The "team" won the match.', "The other lost & left.")


@pytest.fixture
def aligned() -> tuple[rows.Row, ...]:
    return rows.rows(align(PIVOT, REFERENCE), SOURCES)


def test_tsv_reads_back(aligned: tuple[rows.Row, ...]) -> None:
    stream = io.StringIO()
    tsv.write(aligned, stream)
    table = list(csv.reader(io.StringIO(stream.getvalue()), dialect="excel-tab"))
    assert table[0] == list(tsv.HEADER)
    assert table[1][:2] == ["1", "1"]
    assert table[1][4:] == [SOURCES[0], REFERENCE[0]]
    assert table[3][:2] == ["3", ""]
    assert 0.0 < float(table[1][2]) <= 1.0


def test_tmx_is_well_formed_and_holds_pairs_only(aligned: tuple[rows.Row, ...]) -> None:
    stream = io.StringIO()
    tmx.write(aligned, stream)
    root = etree.fromstring(stream.getvalue().encode())
    assert root.tag == "tmx" and root.get("version") == "1.4"
    variants = [
        {tuv.get(XML): tuv.findtext("seg") for tuv in unit.iter("tuv")} for unit in root.iter("tu")
    ]
    assert variants == [
        {"ar": SOURCES[0], "en": REFERENCE[0]},
        {"ar": SOURCES[1].replace("\f", " "), "en": REFERENCE[1]},
    ]
    assert [prop.get("type") for prop in root.iter("prop")] == ["x-confidence"] * 2


def test_pivot_file_fits_paragraphs_or_segments(tmp_path) -> None:  # type: ignore[no-untyped-def]
    document = document_from_text("a.txt", "فاز الفريق. خسر الآخر.\n\nغادر الجميع.\n")
    file = tmp_path / "mt.txt"
    file.write_text("It won. The other lost.\nAll left.\n", encoding="utf-8")
    assert len(from_file(document, file).sources) == 2
    file.write_text("It won.\nThe other lost.\nAll left.\n", encoding="utf-8")
    assert from_file(document, file).sources[1] == "خسر الآخر."
    file.write_text("It won.\n" * 5, encoding="utf-8")
    with pytest.raises(InputError, match=r"5 lines, a\.txt has 2 paragraphs and 3 segments"):
        from_file(document, file)
