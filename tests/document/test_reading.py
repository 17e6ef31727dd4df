"""Files of every encoding and fault; documents with exact offsets; parts that add up."""

import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import decoding
from translator.document import ParagraphKind
from translator.errors import DecodingError, InputError
from translator.reading import document_from_text, read_document, read_parts

ARTICLE = "عنوان الخبر\n\nوصل الوفد إلى العاصمة. وكان في استقباله الوزير.\nانتهى الخبر؟ نعم.\n"


def write(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (ARTICLE.encode("utf-8"), ""),
        (ARTICLE.encode("utf-8-sig"), ""),
        (ARTICLE.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + ARTICLE.encode("utf-16-be"), "UTF-16"),
        (ARTICLE.encode("utf-16-le"), "guessed"),
        (ARTICLE.encode("utf-16-be"), "guessed"),
        (ARTICLE.encode("cp1256"), "Windows-1256"),
    ],
)
@pytest.mark.parametrize("block", [1 << 20, 7])
def test_encodings(tmp_path, monkeypatch, data, note, block):
    monkeypatch.setattr(decoding, "_BLOCK", block)
    document = read_document(write(tmp_path, data))
    assert document.text == ARTICLE
    assert bool(document.notes) == bool(note)
    assert note in "".join(document.notes)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("block", [1 << 20, 5])
def test_line_breaks_are_unified_and_remembered(tmp_path, monkeypatch, line_break, block):
    monkeypatch.setattr(decoding, "_BLOCK", block)
    data = ARTICLE.replace("\n", line_break).encode()
    document = read_document(write(tmp_path, data))
    assert (document.text, document.line_break) == (ARTICLE, line_break)
    assert document_from_text("a", data.decode()).line_break == line_break


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", InputError, ["empty"]),
        ("\n \t\n\u200f\n".encode(), InputError, ["only blank lines"]),
        (b"\xef\xbb\xbf", InputError, ["empty"]),
        ("سلام\0عليكم".encode(), DecodingError, ["NUL", "byte 8", "UTF-8"]),
        (b"abc\xff\x80\x02\x00\x01" * 20, DecodingError, ["NUL", "byte 6"]),
        ("سلام ".encode() * 50 + b"\xff" + "سلام ".encode(), DecodingError, ["byte 450", "UTF-8"]),
        ("وصل".encode()[:-1], DecodingError, ["byte 4"]),
        ("déjà vu à l'été".encode("latin-1"), DecodingError, ["byte 1", "UTF-8"]),
        ("سلام".encode("utf-16") + b"\x00\xd8", DecodingError, ["UTF-16"]),
        (b"%PDF-1.7 \n...", DecodingError, ["PDF", "plain text"]),
        (b"PK\x03\x04aaaa", DecodingError, ["Word"]),
        (b"\x1f\x8b\x08\x00", DecodingError, ["gzip"]),
        (("سلام\n" + "ا" * 1_000_001).encode(), InputError, ["line 2", "1,000,000"]),
    ],
)
def test_bad_files_are_refused_in_one_line(tmp_path, data, error, words):
    path = write(tmp_path, data)
    for read in (read_document, lambda path: list(read_parts(path))):
        with pytest.raises(error) as refused:
            read(path)
        message = str(refused.value)
        assert message.startswith(str(path))
        assert "\n" not in message
        assert refused.value.remedy
        for word in words:
            assert word in message


def test_the_bad_byte_is_counted_over_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr(decoding, "_BLOCK", 16)
    path = write(tmp_path, "سلام ".encode() * 50 + b"\xff" + "سلام ".encode())
    with pytest.raises(DecodingError, match="byte 450"):
        read_document(path)


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        next(read_parts(tmp_path))


def test_unreadable_file(tmp_path, monkeypatch):
    path = write(tmp_path, b"abc")

    def refuse(*arguments, **named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="Permission denied") as refused:
        read_document(path)
    assert str(path) in str(refused.value)


def test_standard_input(monkeypatch):
    with io.TextIOWrapper(io.BytesIO(ARTICLE.encode("cp1256"))) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        document = read_document(None)
    assert (document.name, document.text) == ("-", ARTICLE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with paths")
def test_a_pipe_with_a_path(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(pipe.write_bytes, ARTICLE.encode())
        document = read_document(pipe)
        assert writing.result() == len(ARTICLE.encode())
    assert document.text == ARTICLE


def test_paragraphs_count_without_blank_lines():
    document = document_from_text("a", ARTICLE)
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2, 3]
    assert [segment.id for segment in document.segments()] == ["1.1", "2.1", "2.2", "3.1", "3.2"]
    assert [segment.text for segment in document.segments()][1:3] == [
        "وصل الوفد إلى العاصمة.",
        "وكان في استقباله الوزير.",
    ]


def test_fingerprints_outlive_changes_elsewhere_and_count_equal_texts():
    before = [s.fingerprint for s in document_from_text("a", "نعم\nلا\nنعم\n").segments()]
    after = [s.fingerprint for s in document_from_text("a", "جديد\nنعم\nلا\nنعم\n").segments()]
    assert after[1:] == before
    assert len(set(before)) == 3
    assert before[2] == f"{before[0]}-2"


MARKDOWN = """# عنوان

> اقتباس قصير
- بند أول
  1. بند ثان
- [x] بند ثالث
> ## عنوان في اقتباس
```python
x = "نص. نص"
# ليس عنوانا
```
نص عادي
"""


def test_markdown_lines_have_kinds_and_prefixes():
    document = document_from_text("a.md", MARKDOWN, markdown=True)
    assert [(p.kind.value, p.prefix) for p in document.paragraphs] == [
        ("heading", "# "),
        ("quote", "> "),
        ("list-item", "- "),
        ("list-item", "  1. "),
        ("list-item", "- [x] "),
        ("heading", "> ## "),
        ("code", ""),
        ("code", ""),
        ("code", ""),
        ("code", ""),
        ("text", ""),
    ]
    assert [segment.text for segment in document.paragraphs[7].segments] == ['x = "نص. نص"']


def test_an_ending_makes_it_markdown(tmp_path):
    assert read_document(write(tmp_path, MARKDOWN.encode(), "a.md")).paragraphs[0].prefix == "# "
    plain = read_document(write(tmp_path, MARKDOWN.encode(), "a.txt")).paragraphs[0]
    assert (plain.kind, plain.prefix) == (ParagraphKind.TEXT, "")


def test_long_sentences_become_clauses_that_join():
    sentence = "، ".join(["أكد الوزير أن الحكومة ستواصل العمل"] * 20) + "."
    segments = document_from_text("a", f"{sentence} نعم.").paragraphs[0].segments
    *clauses, last = segments
    assert [clause.joins_next for clause in clauses] == [True] * (len(clauses) - 1) + [False]
    assert " ".join(clause.text for clause in clauses) == sentence
    assert last.text == "نعم."


TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\n\r  .؟وا#>-`1\u2028\x85")),
    min_size=1,
    max_size=200,
)


def check_offsets(document):
    position = document.offset
    for paragraph in document.paragraphs:
        assert position <= paragraph.start - len(paragraph.prefix)
        assert not document.slice(position, paragraph.start - len(paragraph.prefix)).strip()
        assert document.slice(paragraph.start - len(paragraph.prefix), paragraph.start) == (
            paragraph.prefix
        )
        position = paragraph.start
        for segment in paragraph.segments:
            assert document.slice(segment.start, segment.end) == segment.text
            assert segment.text and segment.text == segment.text.strip()
            assert not document.slice(position, segment.start).strip()
            position = segment.end
        assert position == paragraph.end
    assert not document.slice(position, document.offset + len(document.text)).strip()


@settings(max_examples=200, deadline=None)
@given(TEXTS.filter(decoding._VISIBLE.search), st.booleans())
def test_offsets_are_exact_in_any_text(text, markdown):
    check_offsets(document_from_text("a", text, markdown=markdown))


@settings(max_examples=60, deadline=None)
@given(
    TEXTS.filter(lambda text: "\0" not in text and decoding._VISIBLE.search(text)),
    st.integers(1, 60),
)
def test_parts_add_up_to_the_document(tmp_path_factory, text, size):
    path = tmp_path_factory.mktemp("parts") / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    whole = read_document(path)
    parts = list(read_parts(path, size))
    assert "".join(part.text for part in parts) == whole.text
    assert [p for part in parts for p in part.paragraphs] == list(whole.paragraphs)
    for part in parts:
        check_offsets(part)


def test_a_long_file_is_never_whole_in_memory(tmp_path):
    line = "وصل الوفد إلى العاصمة مساء الأحد. وكان في استقباله الوزير.\n"
    path = write(tmp_path, line.encode() * 20_000)
    sizes = [len(part.text) for part in read_parts(path, 50_000)]
    assert sum(sizes) == 20_000 * len(line)
    assert max(sizes) <= 50_000 + len(line)


TABLE = """\
| الاسم | العمر |
|:---|---:|
| أحمد | قال إنه سعيد. يعيش هنا. |
| a \\| b | |
"""


def test_cells_of_a_markdown_table_are_segments(tmp_path):
    document = read_document(write(tmp_path, TABLE.encode(), "a.md"))
    assert [[segment.text for segment in p.segments] for p in document.paragraphs] == [
        ["الاسم", "العمر"],
        [":---", "---:"],
        ["أحمد", "قال إنه سعيد.", "يعيش هنا."],
        ["a \\| b"],
    ]
    for segment in document.segments():
        assert document.slice(segment.start, segment.end) == segment.text
    plain = read_document(write(tmp_path, TABLE.encode(), "a.txt"))
    assert len(plain.paragraphs[0].segments) == 1
