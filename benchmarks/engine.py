"""Translation speed against argostranslate's own path: same package, beam and sentences."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable

from benchmarks.measuring import FLORES, ROOT, ROUNDS, Cost, alternating, cost_of, lines_of
from translator.engine.argos import ArgosEngine
from translator.engine.protocol import Decoding, PackageInfo, Request
from translator.packages.resolve import resolve_package

# The whole of flores_dev takes argostranslate minutes a round; a fifth of it tells the same.
FLORES_SENTENCES = 200


class _GivenSentences:
    def split_sentences(self, text: str) -> list[str]:
        return [text]


def run() -> list[tuple[str, str]]:
    """Words per CPU second on the article and flores_dev, and what batching does to BLEU."""
    logging.disable(logging.INFO)
    package = dataclasses.replace(resolve_package("bundled"), decoding=Decoding(4, 0.2))
    texts = [("article", lines_of(ROOT / "demo" / "article.ar.txt"), ROUNDS)]
    if FLORES.is_dir():
        texts.append(("flores_dev (200)", lines_of(FLORES / "src.ar")[:FLORES_SENTENCES], 1))
    figures: list[tuple[str, str]] = []
    for name, sources, rounds in texts:
        figures += _compare(name, sources, package, rounds)
    return figures


def _compare(
    name: str, sources: list[str], package: PackageInfo, rounds: int
) -> list[tuple[str, str]]:
    words = sum(len(source.split()) for source in sources)
    ours_text: list[str] = []
    argos_text: list[str] = []
    engine = ArgosEngine(package)
    argos = _argos(package)

    def ours() -> None:
        results = dict(engine.translate(map(Request, sources)))
        ours_text[:] = [results[position][0].text for position in range(len(sources))]

    def theirs() -> None:
        argos_text[:] = [argos(source) for source in sources]

    if rounds > 1:
        our_cost, their_cost = alternating(ours, theirs, rounds=rounds)
    else:
        our_cost, their_cost = cost_of(ours), cost_of(theirs)
    figures = [
        (f"{name}: words per CPU second, Muqabala", _speed(words, our_cost)),
        (f"{name}: words per CPU second, argostranslate", _speed(words, their_cost)),
        (f"{name}: ratio (goal 3)", f"{their_cost.cpu / our_cost.cpu:.1f} x"),
        (f"{name}: words per second on the clock, Muqabala", f"{words / our_cost.wall:.0f}"),
    ]
    if name.startswith("flores"):
        figures.append((f"{name}: BLEU minus argostranslate's", _bleu(ours_text, argos_text)))
    return figures


def _argos(package: PackageInfo) -> Callable[[str], str]:
    import ctranslate2
    from argostranslate import settings
    from argostranslate.package import Package
    from argostranslate.translate import apply_packaged_translation

    opened = Package(package.path)
    model = ctranslate2.Translator(
        str(package.path / "model"),
        inter_threads=settings.inter_threads,
        intra_threads=settings.intra_threads,
    )

    def translate(source: str) -> str:
        value: str = apply_packaged_translation(opened, source, model, _GivenSentences(), 1)[
            0
        ].value
        return value

    return translate


def _speed(words: int, cost: Cost) -> str:
    return f"{words / cost.cpu:.0f}"


def _bleu(ours: list[str], theirs: list[str]) -> str:
    from sacrebleu import corpus_bleu

    references = [lines_of(FLORES / "ref.en")[: len(ours)]]
    mine, other = corpus_bleu(ours, references).score, corpus_bleu(theirs, references).score
    return f"{mine - other:+.2f} ({mine:.2f} and {other:.2f})"
