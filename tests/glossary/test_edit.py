"""Changes to glossary files: what stays, what is refused, and two programs at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator import locations
from translator.errors import GlossaryError, OutputError
from translator.glossary import edit
from translator.glossary.edit import add_term, add_terms, find_term, remove_term, set_term, undo
from translator.glossary.load import load_glossary
from translator.glossary.term import Case, Kind, Term
from translator.locking import locked

MESSY = """\
# head
name:   mine   # odd   spaces

terms:
    # first group
    -   source: فوستوشني   # the base
        target: 'Vostochny'
        # inner
        aliases:   [Vostochniy,   "East"]
        note: |
          many
          lines

    # second group
    - {source: كييف, target: Kyiv}   # flow
    - source:
      - رفح
      - الرفح   # rare
      target: Rafah

# end
description: last
"""


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "messy.yaml"
    path.write_text(MESSY, encoding="utf-8")
    return path


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def term(source: str = "خاركيف", target: str = "Kharkiv", **others: object) -> Term:
    return Term((source,), target, **others)  # type: ignore[arg-type]


def same(one: Term, other: Term) -> bool:
    return replace(one, file="", line=0) == replace(other, file="", line=0)


def test_a_new_file_gets_a_header(tmp_path: Path) -> None:
    path = tmp_path / "new" / "mine.yaml"
    full = Term(
        sources=("فوستوشني", "فوستوتشني"),
        target="Vostochny",
        kind=Kind.PLACE,
        aliases=("No",),
        avoid=("Voscini", "a, b"),
        exact=True,
        case=Case.ANY,
        context=("قاعدة",),
        note="a: b # c",
    )
    change = add_term(path, full)
    schema = (locations.bundled("glossaries") / "schema.json").as_uri()
    assert read(path) == textwrap.dedent(
        f"""\
        # yaml-language-server: $schema={schema}
        name: mine

        terms:
          - source:
              - فوستوشني
              - فوستوتشني
            target: Vostochny
            kind: place
            aliases: ['No']
            avoid: [Voscini, 'a, b']
            exact: true
            case: any
            context:
              - قاعدة
            note: 'a: b # c'
        """
    )
    assert change.before is None
    assert change.added[0].line == 5
    assert same(change.added[0], full)
    undo(change)
    assert not path.exists()


def test_adding_leaves_everything_else_byte_for_byte(messy: Path) -> None:
    add_term(messy, term())
    added = "    - source: خاركيف\n      target: Kharkiv\n"
    assert read(messy) == MESSY.replace("target: Rafah\n", f"target: Rafah\n{added}")
    assert read(messy.with_name("messy.yaml.bak")) == MESSY


def test_setting_keeps_comments_quotes_and_columns(messy: Path) -> None:
    first = load_glossary(messy).terms[0]
    set_term(messy, first, replace(first, target="New", avoid=("Voscini",)))
    expected = MESSY.replace("'Vostochny'", "'New'").replace("   [Vostochniy,   ", " [Vostochniy, ")
    expected = expected.replace("          lines\n", "          lines\n        avoid: [Voscini]\n")
    # A quoted value that changes may lose its quotes, so compare without them.
    assert read(messy).replace("target: New", "target: 'New'") == expected


def test_setting_a_list_keeps_comments_on_what_stays(messy: Path) -> None:
    third = load_glossary(messy).terms[2]
    set_term(messy, third, replace(third, sources=("الرفح", "رفح فلسطين"), exact=True))
    expected = MESSY.replace("      - رفح\n", "").replace(
        "# rare\n      target: Rafah\n",
        "# rare\n      - رفح فلسطين\n      target: Rafah\n      exact: true\n",
    )
    assert read(messy) == expected


def test_removing_keeps_comments_around(messy: Path) -> None:
    change = remove_term(messy, load_glossary(messy).terms[1])
    flow = "    - {source: كييف, target: Kyiv}   # flow\n"
    assert read(messy) == MESSY.replace(flow, "")
    assert change.removed[0].target == "Kyiv"
    undo(change)
    assert read(messy) == MESSY


def test_all_terms_can_go_and_come(messy: Path) -> None:
    for _ in range(3):
        remove_term(messy, load_glossary(messy).terms[0])
    assert load_glossary(messy).terms == ()
    for comment in ("# head", "# odd   spaces", "# first group", "# second group", "# end"):
        assert comment in read(messy)
    add_term(messy, term())
    assert load_glossary(messy).terms[0].target == "Kharkiv"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n",
        "# only a comment\n",
        "name: x",
        "terms:\n",
        "terms: []\n",
        "terms: [] # none\n",
        "terms: ~\n",
        "terms:\n  []\n",
        "{name: x, terms: []}\n",
        "terms: [{source: ب, target: B}]\n",
        "terms:\n- source: ب\n  target: B",
        "terms:\n  -\n    source: ب\n    target: B\nname: x\n",
        "terms:\n  - &b {source: ب, target: B}\n",
        "terms:\n  - source: ب\n    target: B\n    note: >\n      long\n\n# end\n",
        "\ufeffterms: []\n",
        "---\nterms: []\n...\n",
    ],
)
def test_layouts_of_a_file_that_gets_a_term(tmp_path: Path, before: str) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes(before.encode("utf-8"))
    add_term(path, term())
    assert [found.target for found in load_glossary(path).terms][-1] == "Kharkiv"
    assert read(path).startswith("\ufeff") == before.startswith("\ufeff")
    for comment in ("# only a comment", "# none", "# end"):
        assert (comment in read(path)) == (comment in before)


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes("terms:\r\n  - source: ب\r\n    target: B # b\r\n# end\r\n".encode())
    first = load_glossary(path).terms[0]
    set_term(path, first, replace(first, target="Be", note="x"))
    add_term(path, term())
    assert read(path).replace("\r\n", "") == read(path).replace("\r\n", "\n").replace("\n", "")
    assert read(path).startswith("terms:\r\n  - source: ب\r\n    target: Be # b\r\n    note: x\r\n")
    assert read(path).endswith("    target: Kharkiv\r\n# end\r\n")


def test_anchors_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(
        "terms:\n  - source: ب\n    target: B\n    context: &words [س]\n"
        "  - source: ت\n    target: T\n    context: *words\n",
        encoding="utf-8",
    )
    second = load_glossary(path).terms[1]
    set_term(path, second, replace(second, target="Te"))
    assert "context: *words" in read(path)
    assert [found.context for found in load_glossary(path).terms] == [("س",), ("س",)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda path: add_term(path, term("رَفَح", "X")), "is there already, as Rafah"),
        (lambda path: add_term(path, term("خاركيف", " ")), "target is empty"),
        (lambda path: remove_term(path, term("غير", "None")), "is not there any more"),
        (lambda path: set_term(path, term("غير", "N"), term("غير", "M")), "not there any more"),
    ],
)
def test_refused_changes_leave_the_file(messy: Path, change: object, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        change(messy)  # type: ignore[operator]
    assert read(messy) == MESSY
    assert not messy.with_name("messy.yaml.bak").exists()


def test_a_faulty_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    for content, line in ((b"terms:\n  - sorce: x\n", 2), (b"terms: [\n", 2), (b"\xff\xfe", 0)):
        path.write_bytes(content)
        with pytest.raises(GlossaryError) as caught:
            add_term(path, term())
        assert path.read_bytes() == content
        assert f"{path}:{line}" in str(caught.value) or line == 0


def test_the_same_source_in_another_context_may_be_added(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    add_term(path, term("عمان", "Amman", context=("الأردن",)))
    add_term(path, term("عمان", "Muscat", context=("مسقط",)))
    glossary = load_glossary(path)
    with pytest.raises(GlossaryError, match="--line"):
        find_term(glossary, "عمان")
    second = find_term(glossary, "عُمان", line=glossary.terms[1].line)
    set_term(path, second, replace(second, target="Oman"))
    assert [found.target for found in load_glossary(path).terms] == ["Amman", "Oman"]


def test_kept_terms(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    add_term(path, Term(("#غزة", "#غزه"), "#غزة", aliases=("#غزه",), keep=True))
    assert "target" not in read(path)
    first = load_glossary(path).terms[0]
    assert (first.keep, first.target, first.aliases) == (True, "#غزة", ("#غزه",))


def test_many_terms_at_once(messy: Path) -> None:
    terms = [term(), term("كييف", "Kiev"), term("خَاركيف", "Double")]
    change = add_terms(messy, terms)
    assert [len(part) for part in (change.added, change.replaced, change.skipped)] == [1, 0, 2]
    change = add_terms(messy, terms, replace_existing=True)
    assert [found.target for found in change.replaced] == ["Kiev", "Kharkiv"]
    assert [found.target for found in load_glossary(messy).terms[:2]] == ["Vostochny", "Kiev"]
    assert "}   # flow" in read(messy) or "}  # flow" in read(messy)


def test_undo_is_refused_after_another_change(messy: Path) -> None:
    change = add_term(messy, term())
    add_term(messy, term("سومي", "Sumy"))
    with pytest.raises(GlossaryError, match="changed since"):
        undo(change)
    assert "Sumy" in read(messy)


def test_glossaries_of_an_installed_program_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bundled" / "glossaries"
    folder.mkdir(parents=True)
    path = folder / "news.yaml"
    path.write_text("terms: []\n", encoding="utf-8")
    monkeypatch.setattr(edit, "bundled", lambda name: tmp_path / "bundled" / name)
    with pytest.raises(GlossaryError, match="your own glossary"):
        add_term(path, term())
    assert path.read_text(encoding="utf-8") == "terms: []\n"
    assert list(folder.iterdir()) == [path]


def test_a_second_writer_waits_its_turn(messy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit, "locked", lambda path: locked(path, wait_seconds=0.05))
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD.format(path=str(messy))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(OutputError, match="another program"):
            add_term(messy, term())
        holder.communicate("\n")
    add_term(messy, term())
    assert "Kharkiv" in read(messy)


HOLD = """
from pathlib import Path
from translator.locking import locked
with locked(Path({path!r})):
    print("held", flush=True)
    input()
"""

ADD_MANY = """
from pathlib import Path
from translator.glossary.edit import add_term
from translator.glossary.term import Term
for number in range(8):
    add_term(Path({path!r}), Term((f"اسم {name} {{number}}",), f"Name {name} {{number}}"))
"""

KILLED = """
import os, signal
from pathlib import Path
from translator.glossary.edit import add_term
from translator.glossary.term import Term
def die(self, target):
    if not str(target).endswith(".bak"):
        os.kill(os.getpid(), signal.SIGKILL)
    return os.replace(self, target)
Path.replace = die
add_term(Path({path!r}), Term(("خاركيف",), "Kharkiv"))
"""


def test_two_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    programs = [
        subprocess.Popen([sys.executable, "-c", ADD_MANY.format(path=str(path), name=name)])
        for name in ("ب", "ت")
    ]
    assert [program.wait(timeout=60) for program in programs] == [0, 0]
    assert len(load_glossary(path).terms) == 16


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_program_that_is_killed_leaves_the_old_file(messy: Path) -> None:
    program = subprocess.run(
        [sys.executable, "-c", KILLED.format(path=str(messy))], check=False, timeout=60
    )
    assert program.returncode == -signal.SIGKILL
    assert read(messy) == MESSY
    add_term(messy, term())
    assert len(load_glossary(messy).terms) == 4


# --- Properties ---

LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff"
)
TEXT = st.text(LETTERS, max_size=12).map(lambda text: text.strip() or "X")
ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةى", min_size=1, max_size=8)
TEXTS = st.lists(TEXT, max_size=3, unique=True).map(tuple)
TERMS = st.builds(
    Term,
    sources=st.lists(ARABIC, min_size=1, max_size=3, unique=True).map(tuple),
    target=TEXT,
    kind=st.sampled_from(Kind),
    aliases=TEXTS,
    avoid=TEXTS,
    exact=st.booleans(),
    case=st.sampled_from(Case),
    context=st.lists(ARABIC, max_size=2, unique=True).map(tuple),
    note=st.text(LETTERS, max_size=20) | st.sampled_from(["a\nb", "yes", "012", "- x", "#"]),
)
ONCE = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ONCE
@given(new=TERMS, other=TERMS)
def test_any_term_comes_back_as_it_was_written(tmp_path: Path, new: Term, other: Term) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(MESSY, encoding="utf-8")
    change = add_terms(path, [new])
    if change.skipped:
        return
    assert same(load_glossary(path).terms[-1], new)
    changed = set_term(path, load_glossary(path).terms[-1], other)
    assert same(load_glossary(path).terms[-1], other)
    undo(changed)
    undo(change)
    assert read(path) == MESSY
