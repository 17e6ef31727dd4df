"""Glossaries as CSV, TSV, TBX and TMX: round trips, other programs' files, bad files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.errors import GlossaryError, InputError
from translator.glossary.exchange.formats import FORMATS, find_format, read_termbase
from translator.glossary.exchange.termbase import TermBase
from translator.glossary.load import load_glossary
from translator.glossary.term import Case, Kind, Term
from translator.locations import bundled

FULL = Term(
    sources=("كيم جونغ أون", "كيم جونج أون"),
    target="Kim | Jong\\Un",
    kind=Kind.PERSON,
    aliases=('"Kim"', "Kim, Jong Un"),
    avoid=("Kim\tJong-un", "|"),
    exact=True,
    case=Case.ANY,
    context=("كوريا", "الشمالية"),
    note='first\nsecond, "third" <b> & \\ |',
)
KEPT = Term(("#غزة", "#غزه"), "#غزة", aliases=("#غزه",), keep=True)
NAMES = sorted(FORMATS)

# Everything that XML can hold; line breaks are tried in FULL.
LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
)
TEXT = st.text(LETTERS, max_size=12).map(lambda text: text.strip() or "X")
TEXTS = st.lists(TEXT, max_size=3, unique=True)


@st.composite
def any_terms(draw: st.DrawFn) -> Term:
    sources = tuple(draw(st.lists(TEXT, min_size=1, max_size=3, unique=True)))
    keep = draw(st.booleans())
    english = draw(st.lists(TEXT, min_size=1, max_size=3, unique=True))
    return Term(
        sources=sources,
        target=sources[0] if keep else english[0],
        kind=draw(st.sampled_from(Kind)),
        aliases=sources[1:] if keep else tuple(english[1:]),
        avoid=tuple(draw(TEXTS)),
        exact=draw(st.booleans()),
        case=draw(st.sampled_from(Case)),
        context=tuple(draw(TEXTS)),
        keep=keep,
        note=draw(TEXT.filter(lambda text: not text.startswith("muqabala:"))),
    )


def plain(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(replace(term, file="", line=0) for term in terms)


def through(name: str, base: TermBase) -> TermBase:
    text = FORMATS[name].write(base)
    return FORMATS[name].read(text.encode("utf-8"), "file")


def read(name: str, text: str | bytes) -> TermBase:
    content = text.encode("utf-8") if isinstance(text, str) else text
    return FORMATS[name].read(content, "file")


@pytest.mark.parametrize("name", NAMES)
def test_every_field_comes_back(name: str) -> None:
    base = through(name, TermBase("mine", "For tests.", (FULL, KEPT)))
    assert plain(base.terms) == (FULL, KEPT)
    assert base.skipped == ()
    expected = ("mine", "For tests.") if name in ("tbx", "tmx") else ("", "")
    assert (base.name, base.description) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_glossary_comes_back(name: str) -> None:
    terms = load_glossary(bundled("glossaries") / "news.yaml").terms
    assert plain(through(name, TermBase("", "", terms)).terms) == plain(terms)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(terms=st.lists(any_terms(), max_size=3))
def test_any_terms_come_back(name: str, terms: list[Term]) -> None:
    assert plain(through(name, TermBase("", "", tuple(terms))).terms) == tuple(terms)


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_table_from_a_spreadsheet(name: str) -> None:
    table = "\ufeffTarget, Source ,note\r\nKyiv,كييف | كيّيف,\r\n\r\nOdesa,أوديسا\r\n"
    base = read(name, table.replace(",", "\t") if name == "tsv" else table)
    assert [(term.sources, term.target, term.line) for term in base.terms] == [
        (("كييف", "كيّيف"), "Kyiv", 2),
        (("أوديسا",), "Odesa", 4),
    ]


@pytest.mark.parametrize(
    ("table", "where", "problem"),
    [
        ("", "file:1", "no column source"),
        ("كييف,Kyiv\n", "file:1", "unknown column"),
        ("source,target,targt\n", "file:1", 'unknown column "targt"'),
        ("source,target,target\n", "file:1", "stands twice"),
        ("source\n", "file:1", "no column target"),
        ("source,target\nكييف,\n", "file:2", "no target"),
        ("source,target\n,Kyiv\n", "file:2", "no source"),
        ('source,target,note\nكييف,Kyiv,"a\nb"\nx,y,z,1\n', "file:4", "4 cells"),
        ("source,target,kind\nكييف,Kyiv,town\n", "file:2", "kind cannot be town"),
        ("source,target,exact\nكييف,Kyiv,maybe\n", "file:2", "exact cannot be maybe"),
        ("source,target,case\nكييف,Kyiv,upper\n", "file:2", "case cannot be upper"),
        ('source,target\nكييف,"Kyiv\n', "file:2", "no valid table"),
        (b"source,target\n\xff\xfe,x\n", "file:2", "not UTF-8"),
    ],
)
def test_bad_tables(table: str | bytes, where: str, problem: str) -> None:
    with pytest.raises(GlossaryError, match=problem) as caught:
        read("csv", table)
    assert caught.value.where == where
    assert "\n" not in str(caught.value)


DCT = """<?xml version="1.0"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
    xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>Ours</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <min:subjectField>place</min:subjectField>
      <langSec xml:lang="en-GB">
        <termSec><term>Kiev</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>Kyiv City</term></termSec>
        <termSec><term>Kyiv</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
      </langSec>
      <langSec xml:lang="AR"><termSec><term>كييف</term></termSec></langSec>
      <langSec xml:lang="fr"><termSec><term>Kiev</term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>x</term></termSec></langSec></conceptEntry>
  </body></text>
</tbx>"""  # noqa: E501

MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
  <termEntry><descrip type="subjectField">geography</descrip>
    <langSet xml:lang="ar"><tig><term>كييف</term></tig></langSet>
    <langSet xml:lang="en"><ntig><termGrp><term>Kyiv</term></termGrp></ntig></langSet>
  </termEntry>
</body></text></martif>"""

TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
  <tu><tuv xml:lang="EN-US"><seg><bpt i="1">&lt;b&gt;</bpt>Ky<hi>iv</hi></seg></tuv>
      <tuv lang="ar_EG"><seg>كييف</seg></tuv></tu>
  <tu><tuv xml:lang="en"><seg>x</seg></tuv></tu>
</body></tmx>"""


def test_tbx_of_other_programs() -> None:
    base = read("tbx", DCT)
    (term,) = base.terms
    assert (term.sources, term.target, term.aliases) == (("كييف",), "Kyiv", ("Kyiv City",))
    assert (term.avoid, term.kind, term.line) == (("Kiev",), Kind.PLACE, 6)
    assert base.skipped == ("file:16: the concept has no Arabic term",)
    (term,) = read("tbx", MARTIF).terms
    assert (term.sources, term.target, term.kind) == (("كييف",), "Kyiv", Kind.OTHER)


def test_tmx_of_other_programs() -> None:
    base = read("tmx", TMX)
    (term,) = base.terms
    assert (term.sources, term.target) == (("كييف",), "Kyiv")
    assert base.skipped == ("file:6: the unit has no Arabic text",)


@pytest.mark.parametrize("name", ["tbx", "tmx"])
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no valid XML"),
        ("not xml", "no valid XML"),
        ("<a><b></a>", "no valid XML"),
        ("<other/>", "begins with <other>"),
        (b"\x00\xff", "no valid XML"),
    ],
)
def test_bad_xml(name: str, text: str | bytes, problem: str) -> None:
    with pytest.raises(GlossaryError, match=problem) as caught:
        read(name, text)
    assert str(caught.value.where) == "file:1"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["tbx", "tmx"])
def test_xml_never_opens_other_files(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    body = '<tmx><body><tu><tuv xml:lang="ar"><seg>&x;</seg></tuv></tu></body></tmx>'
    for declaration in (
        f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        '<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;&x;">',
    ):
        with pytest.raises(GlossaryError, match="declares XML entities"):
            read(name, f"<!DOCTYPE tmx [{declaration}]>{body}")


def test_spoilt_properties_are_named() -> None:
    text = FORMATS["tmx"].write(TermBase("", "", (FULL,)))
    with pytest.raises(GlossaryError, match="kind cannot be town") as caught:
        read("tmx", text.replace(">person<", ">town<"))
    assert caught.value.where == "file:5"
    text = FORMATS["tbx"].write(TermBase("", "", (FULL,)))
    with pytest.raises(GlossaryError, match="is spoilt"):
        read("tbx", text.replace("muqabala:{", "muqabala:["))


@pytest.mark.parametrize("name", ["tbx", "tmx"])
def test_control_characters_cannot_be_exported(name: str) -> None:
    term = Term(("كييف",), "Ky\x01iv", file="mine.yaml", line=3)
    with pytest.raises(GlossaryError, match="control character") as caught:
        FORMATS[name].write(TermBase("", "", (term,)))
    assert caught.value.where == "mine.yaml:3"


def test_formats_by_ending_and_name(tmp_path: Path) -> None:
    assert find_format(Path("a.CSV")) is FORMATS["csv"]
    assert find_format(Path("-"), "tmx") is FORMATS["tmx"]
    for path in (Path("a.docx"), Path("a")):
        with pytest.raises(GlossaryError, match="use one of csv, tsv, tbx, tmx"):
            find_format(path)
    with pytest.raises(InputError, match="cannot read"):
        read_termbase(tmp_path / "none.csv")
