"""Whatever stands in a line of Markdown, it is translated, and all offsets lie in its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from translator.engine.protocol import Decoding, Hypothesis, Link, PackageInfo, Request
from translator.glossary.matcher import Matcher
from translator.glossary.term import Term
from translator.pipeline import Pipeline
from translator.reading import document_from_text

PACKAGE = PackageInfo("fake", Path("fake"), "1", "ar", "en", "sentencepiece", Decoding(4, 1), True)
MATCHER = Matcher((Term(("كيم",), "Kim"), Term(("بوتين",), "Putin")))
PIECES = [
    *("كيم", "بوتين", "قال", "في", "و", "a", "12", " ", " ", " ", ". ", "!", "\\", "|", "(", ")"),
    *("**", "*", "***", "_", "__", "~~", "`", "``", "[", "](http://a.b/c)", "![", "](x.png)"),
    *("http://x.y/z", "# ", "- ", "\n"),
]


class WordEngine:
    """Gives each Arabic word a word of its own, and links the two."""

    package = PACKAGE

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for position, request in enumerate(requests):
            text, links, at = "", [], 0
            for number, word in enumerate(request.source.split()):
                start = request.source.index(word, at)
                at = start + len(word)
                text += " " if text else ""
                begin = len(text)
                text += word if word.isascii() else f"w{number}"
                links.append(Link(start, at, begin, len(text), 0.9))
            text = request.target_prefix + text
            yield position, (Hypothesis(text, -0.5, tuple(links)),) * request.n_best

    def fits(self, source: str) -> bool:
        return True


@given(st.lists(st.sampled_from(PIECES), max_size=24), st.booleans())
@settings(max_examples=300, deadline=None)
def test_all_offsets_lie_in_the_texts(pieces: list[str], alignment: bool) -> None:
    document = document_from_text("a.md", f"كيم {''.join(pieces)}", markdown=True)
    pipeline = Pipeline(WordEngine(), lambda: MATCHER, alignment=alignment)
    for result in pipeline.translate(document).segments:
        source, english = len(result.segment.text), len(result.text)
        for outcome in result.terms:
            match = outcome.match
            assert 0 <= match.word_start <= match.start < match.end <= source
            assert -1 <= outcome.target_start <= outcome.target_end <= english
        for flag in result.flags:
            assert -1 <= flag.source_start <= flag.source_end <= source
            assert -1 <= flag.target_start <= flag.target_end <= english
        for link in result.links:
            assert 0 <= link.source_start <= link.source_end <= source
            assert 0 <= link.target_start <= link.target_end <= english
        assert alignment or not result.links
