"""Names that come out right: without glossary, with it, by method, and at what cost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from benchmarks.measuring import (
    FLORES,
    ROOT,
    ListedName,
    alternating,
    lines_of,
    listed_names,
)
from translator.enforcement.enforce import Enforced, translate_with_terms
from translator.engine.argos import ArgosEngine
from translator.engine.protocol import Engine, Request
from translator.glossary.load import load_glossary
from translator.glossary.matcher import Matcher
from translator.glossary.term import Term
from translator.packages.resolve import resolve_package
from translator.translation import ALL_METHODS, Method

# A stock package does not copy Latin names, so that inline replacement is of no use to it.
STOCK_METHODS = tuple(method for method in ALL_METHODS if method is not Method.INLINE)
ARTICLE_NAMES = (
    "Vostochny",
    "Kim Yo Jong",
    "Pak Thae Song",
    "Kim Myong Sik",
    "Peter the Great",
    "Pyongyang",
    "DPRK",
    "Kim Jong Un",
    "Putin",
)
_COST_ROUNDS = 3


def run() -> list[tuple[str, str]]:
    """Figures of issue 3; those on flores_dev need ../shared."""
    engine = ArgosEngine(resolve_package("bundled"))
    figures = _article_figures(engine)
    if not FLORES.is_dir():
        return [*figures, ("flores_dev", f"not measured: {FLORES} is not there")]
    return [*figures, *_flores_figures(engine)]


def _flores_figures(engine: ArgosEngine) -> list[tuple[str, str]]:
    rows = listed_names()
    sources, references = lines_of(FLORES / "src.ar"), lines_of(FLORES / "ref.en")
    matcher = Matcher(_terms(rows))
    bundled = _translate(engine, sources, matcher, ALL_METHODS)
    stock = _translate(engine, sources, matcher, STOCK_METHODS)
    named = sorted({row.line - 1 for row in rows})
    plain = [result.plain for result in bundled]
    figures = [
        _success("without glossary", rows, plain),
        _success("with glossary (goal 99 %)", rows, _texts(bundled)),
        _success("inline off (goal 97 %)", rows, _texts(stock)),
        _by_method("by method", bundled, named),
        _by_method("by method, inline off", stock, named),
    ]
    everywhere = range(len(sources))
    for label, positions in ((f"{len(named)} segments with names", named), ("all", everywhere)):
        figures += [
            _quality(f"{label}, without glossary", plain, references, positions),
            _quality(f"{label}, with", _texts(bundled), references, positions),
            _quality(f"{label}, inline off", _texts(stock), references, positions),
        ]
    figures += _shipped_figures(engine, sources, references, plain)
    return [*figures, _cost("segments with names", engine, [sources[n] for n in named], matcher)]


def _shipped_figures(
    engine: ArgosEngine, sources: Sequence[str], references: Sequence[str], plain: Sequence[str]
) -> list[tuple[str, str]]:
    """What the shipped glossary, made without a look at flores_dev, does to BLEU and chrF."""
    matcher = Matcher(load_glossary(ROOT / "glossaries" / "news.yaml").terms)
    touched = [number for number, source in enumerate(sources) if matcher.find(source).matches]
    results = _translate(engine, [sources[number] for number in touched], matcher, ALL_METHODS)
    texts = list(plain)
    for number, result in zip(touched, results, strict=True):
        texts[number] = result.text
    label = f"{len(touched)} segments with terms of news.yaml"
    return [
        _quality(f"{label}, without glossary", plain, references, touched),
        _quality(f"{label}, with", texts, references, touched),
        _quality("all, with news.yaml", texts, references, range(len(sources))),
    ]


def _terms(rows: Sequence[ListedName]) -> list[Term]:
    """The rows as a glossary.

    Three Arabic names stand there with two English ones each, one of them wrong (زامبيا as
    Zimbabwe); the one that sounds more like the Arabic is taken.
    """
    spellings: dict[str, list[ListedName]] = defaultdict(list)
    for row in rows:
        spellings[row.source].append(row)
    best = {source: max(own, key=lambda row: row.similarity) for source, own in spellings.items()}
    return [Term((source,), row.target) for source, row in best.items()]


def _translate(
    engine: Engine, sources: Sequence[str], matcher: Matcher, methods: Sequence[Method]
) -> list[Enforced]:
    matched = [(source, matcher.find(source).matches) for source in sources]
    results = dict(translate_with_terms(engine, matched, methods=methods))
    return [results[position] for position in range(len(sources))]


def _texts(results: Sequence[Enforced]) -> list[str]:
    return [result.text for result in results]


def _success(label: str, rows: Sequence[ListedName], texts: Sequence[str]) -> tuple[str, str]:
    """Rows whose English name stands, with its capitals, in the English of their own line."""
    met = sum(row.target in texts[row.line - 1] for row in rows)
    return f"names right, {label}", f"{met / len(rows):.1%} ({met} of {len(rows)})"


def _by_method(
    label: str, results: Sequence[Enforced], positions: Sequence[int]
) -> tuple[str, str]:
    counts = Counter(term.method for position in positions for term in results[position].terms)
    shown = ", ".join(f"{method} {counts[method]}" for method in Method if counts[method])
    return f"terms matched there, {label}", shown


def _quality(
    label: str, texts: Sequence[str], references: Sequence[str], positions: Sequence[int]
) -> tuple[str, str]:
    from sacrebleu import corpus_bleu, corpus_chrf

    hypotheses = [texts[position] for position in positions]
    wanted = [[references[position] for position in positions]]
    bleu, chrf = corpus_bleu(hypotheses, wanted), corpus_chrf(hypotheses, wanted)
    return f"BLEU / chrF, {label}", f"{bleu.score:.2f} / {chrf.score:.2f}"


def _cost(label: str, engine: Engine, sources: Sequence[str], matcher: Matcher) -> tuple[str, str]:
    """Time of matching and enforcement on top of plain translation."""
    plain, enforced = alternating(
        lambda: list(engine.translate(map(Request, sources))),
        lambda: _translate(engine, sources, matcher, ALL_METHODS),
        rounds=_COST_ROUNDS,
    )
    clock, cpu = enforced.wall / plain.wall - 1, enforced.cpu / plain.cpu - 1
    return f"{label}: enforcement adds (goal 35 %)", f"{clock:+.0%} on the clock, {cpu:+.0%} CPU"


def _article_figures(engine: ArgosEngine) -> list[tuple[str, str]]:
    sources = [line for line in lines_of(ROOT / "demo" / "article.ar.txt") if line.strip()]
    matcher = Matcher(load_glossary(ROOT / "glossaries" / "news.yaml").terms)
    figures = []
    for label, methods in (("", ALL_METHODS), (", inline off", STOCK_METHODS)):
        text = "\n".join(_texts(_translate(engine, sources, matcher, methods)))
        missing = [name for name in ARTICLE_NAMES if name not in text]
        met = len(ARTICLE_NAMES) - len(missing)
        value = f"{met} of {len(ARTICLE_NAMES)}" + (f", missing {missing}" if missing else "")
        figures.append((f"article: names right with news.yaml{label}", value))
    return [*figures, _cost("article", engine, sources, matcher)]
