"""Text to model tokens and back, each token with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Span = tuple[int, int]

_BPE_JOINER = "@@"


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """A text and its tokens; spans[i] is where tokens[i] stands in it, without white space."""

    text: str
    tokens: tuple[str, ...]
    spans: tuple[Span, ...]


class Tokenization(Protocol):
    """A package's own way to cut text into tokens."""

    @property
    def covers_all_bytes(self) -> bool:
        """True if unknown letters are spelled in bytes, so that <unk> never comes up."""

    def encode(self, text: str) -> TokenizedText:
        """Cut a source text into tokens."""

    def encode_prefix(self, text: str) -> list[str]:
        """Cut an English text that a hypothesis must begin with into tokens."""

    def decode(self, tokens: list[str]) -> TokenizedText:
        """Join a hypothesis's tokens to text."""


class SentencePieceTokenization:
    """Tokens of a sentencepiece.model.

    Unlike argostranslate's tokenizer this keeps "_" as it is (argos-translate tokenizer.py turns
    it into a space).
    """

    def __init__(self, model: Path):
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(model))

    @property
    def covers_all_bytes(self) -> bool:
        return not self._processor.is_unknown(self._processor.piece_to_id("<0x0A>"))

    def encode(self, text: str) -> TokenizedText:
        mapping = self._processor.encode(text, return_type="offset_mapping")
        return _tokenized(text, mapping["pieces"], mapping["offsets"])

    def encode_prefix(self, text: str) -> list[str]:
        pieces: list[str] = self._processor.encode(text, return_type=str)
        return pieces

    def decode(self, tokens: list[str]) -> TokenizedText:
        mapping = self._processor.decode(tokens, return_type="offset_mapping")
        text: str = mapping["text"].replace("▁", " ")
        return _tokenized(text, tokens, mapping["offsets"])


class BpeTokenization:
    """Tokens of a bpe.model with Moses rules around it, as older Argos packages have."""

    def __init__(self, model: Path, from_code: str, to_code: str):
        from argostranslate.tokenizer import BPETokenizer

        self._source = BPETokenizer(model, from_code, to_code)
        self._target = BPETokenizer(model, to_code, to_code)

    @property
    def covers_all_bytes(self) -> bool:
        return False

    def encode(self, text: str) -> TokenizedText:
        tokens: list[str] = self._source.encode(text)
        return _tokenized(text, tokens, _find_tokens(text, tokens))

    def encode_prefix(self, text: str) -> list[str]:
        tokens: list[str] = self._target.encode(text)
        return tokens

    def decode(self, tokens: list[str]) -> TokenizedText:
        text: str = self._target.decode(tokens)
        return _tokenized(text, tokens, _find_tokens(text, tokens))


def _tokenized(text: str, tokens: list[str], offsets: list[Span]) -> TokenizedText:
    return TokenizedText(text, tuple(tokens), tuple(_trimmed(text, span) for span in offsets))


def _trimmed(text: str, span: Span) -> Span:
    """The span without the white space that pieces carry in front."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _find_tokens(text: str, tokens: list[str]) -> list[Span]:
    """Where each token stands: the next place with its letters, or an empty span if changed."""
    spans = []
    position = 0
    for token in tokens:
        letters = token.removesuffix(_BPE_JOINER)
        found = re.compile(re.escape(letters)).search(text, position)
        if found and found.start() - position <= 2 + len(letters):
            spans.append(found.span())
            position = found.end()
        else:
            spans.append((position, position))
    return spans
