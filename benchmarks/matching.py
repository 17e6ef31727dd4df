"""How fast 10,000 terms are found in an article, and how many names of flores_dev are found.

Compared in the same run with what one would write first: a regular expression of all names with
the common prefixes before them, on the text as it stands.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from benchmarks.measuring import FLORES, ROOT, alternating, cost_of, lines_of, listed_names
from translator.glossary.load import load_glossary
from translator.glossary.matcher import Matcher
from translator.glossary.term import Term

TERMS = 10_000
ARTICLE_WORDS = 1_000
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PREFIX = "(?:[وف]?[بك]?ال|[وف]?لل|[وف]?[بلك]?)"


def run() -> list[tuple[str, str]]:
    """Rows of figure and value; recall is left out where ../shared is absent."""
    rows = speed()
    if FLORES.is_dir():
        rows += recall()
    return rows


def speed() -> list[tuple[str, str]]:
    """Seconds to load, to build and to find, medians of 5."""
    news = ROOT / "glossaries" / "news.yaml"
    terms = many_terms(news)
    words = (ROOT / "demo" / "article.ar.txt").read_text(encoding="utf-8").split()
    article = " ".join((words * (ARTICLE_WORDS // len(words) + 1))[:ARTICLE_WORDS])
    matcher = Matcher(terms)
    pattern = naive_pattern([source for term in terms for source in term.sources])
    load, build, find, naive = alternating(
        lambda: load_glossary(news),
        lambda: Matcher(terms),
        lambda: matcher.find(article),
        lambda: pattern.findall(article),
    )
    sources = sum(len(term.sources) for term in terms)
    return [
        ("news.yaml read and checked", f"{load.wall * 1000:.0f} ms"),
        (f"matcher of {len(terms):,} terms, {sources:,} sources built", f"{build.wall:.2f} s"),
        (f"found in an article of {ARTICLE_WORDS:,} words", f"{find.wall * 1000:.1f} ms"),
        ("the same with a regular expression of all names", f"{naive.wall * 1000:.0f} ms"),
        ("its compilation", f"{cost_of(lambda: recompiled(pattern)).wall:.2f} s"),
        ("matches", f"{len(matcher.find(article).matches)}"),
        ("matches of the regular expression", f"{len(pattern.findall(article))}"),
    ]


def many_terms(news: Path) -> list[Term]:
    """The news glossary, filled up with made-up names of one to three words."""
    generator = random.Random(12345)
    terms = list(load_glossary(news).terms)
    while len(terms) < TERMS:
        words = ["".join(generator.choices(_LETTERS, k=generator.randint(3, 8))) for _ in range(3)]
        terms.append(Term((" ".join(words[: generator.randint(1, 3)]),), "X"))
    return terms


def naive_pattern(sources: list[str]) -> re.Pattern[str]:
    """All names with prefixes, the longest first."""
    names = "|".join(map(re.escape, sorted(sources, key=len, reverse=True)))
    return re.compile(rf"\b{_PREFIX}(?:{names})\b")


def recompiled(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The same pattern compiled without Python's cache."""
    re.purge()
    return re.compile(pattern.pattern)


def recall() -> list[tuple[str, str]]:
    """Names of flores_dev found in their lines, and matches in lines where none is listed."""
    texts = lines_of(FLORES / "src.ar")
    pairs = [(name.line - 1, name.source) for name in listed_names()]
    found = sum(
        bool(Matcher([Term((name,), "X")]).find(texts[line]).matches) for line, name in pairs
    )
    naive = sum(bool(naive_pattern([name]).search(texts[line])) for line, name in pairs)
    matcher = Matcher([Term((name,), "X") for name in dict.fromkeys(name for _, name in pairs)])
    elsewhere = sum(
        (line, match.term.sources[0]) not in pairs
        for line, text in enumerate(texts)
        for match in matcher.find(text).matches
    )
    return [
        (f"of {len(pairs)} names of flores_dev found in their lines", f"{found}"),
        ("with a regular expression each", f"{naive}"),
        ("matches of these names at places that names.tsv does not list", f"{elsewhere}"),
    ]
