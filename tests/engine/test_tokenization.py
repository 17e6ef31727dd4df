"""Tokens know where they stand in the text."""

from __future__ import annotations

import pytest

from translator.engine.protocol import PackageInfo
from translator.engine.tokenization import BpeTokenization, SentencePieceTokenization
from translator.locations import bundled_package


@pytest.fixture(scope="module")
def sentence_piece() -> SentencePieceTokenization:
    return SentencePieceTokenization(bundled_package() / "sentencepiece.model")


@pytest.mark.parametrize(
    "text",
    [
        "في قاعدة فوستوشني الفضائية",
        "قال “بوتين” إنّه سعيد",
        "مـمـتدّ نصٌّ ١٢٣",
        "ل Krasnopil 😀",
        "  فراغات   كثيرة  ",
        "ﻻ ﷲ",
    ],
)
def test_pieces_cover_all_letters_in_order(
    sentence_piece: SentencePieceTokenization, text: str
) -> None:
    tokenized = sentence_piece.encode(text)
    covered = {i for start, end in tokenized.spans for i in range(start, end)}
    assert [text[i] for i in range(len(text)) if i not in covered and not text[i].isspace()] == []
    assert list(tokenized.spans) == sorted(tokenized.spans)


def test_decoding_keeps_underscores(sentence_piece: SentencePieceTokenization) -> None:
    tokens = sentence_piece.encode_prefix("file_name of Kim_Jong")
    assert sentence_piece.decode(tokens).text == "file_name of Kim_Jong"


def test_decoded_pieces_know_their_place(sentence_piece: SentencePieceTokenization) -> None:
    decoded = sentence_piece.decode(["▁Kim", "▁J", "ong", "-", "un"])
    assert [decoded.text[start:end] for start, end in decoded.spans] == [
        "Kim",
        "J",
        "ong",
        "-",
        "un",
    ]


def test_bytes_are_covered(sentence_piece: SentencePieceTokenization) -> None:
    assert sentence_piece.covers_all_bytes


def test_bpe_tokens_know_their_place(bpe_package: PackageInfo) -> None:
    tokenization = BpeTokenization(bpe_package.path / "bpe.model", "ar", "en")
    text = "قال بوتين في Rus"
    tokenized = tokenization.encode(text)
    joined = "".join(text[start:end] for start, end in tokenized.spans)
    assert joined == text.replace(" ", "")
    decoded = tokenization.decode(["Rus@@", "sia", "said", "."])
    assert decoded.text == "Russia said."
    assert [decoded.text[start:end] for start, end in decoded.spans] == ["Rus", "sia", "said", "."]
