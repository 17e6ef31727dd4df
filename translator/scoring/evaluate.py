"""From what the user names (files, packages, references) to a finished comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import ScoringError
from translator.history import Run
from translator.scoring.compare import Comparison, compare
from translator.scoring.corpus import Corpus, Lines, build_corpus, looks_arabic
from translator.scoring.lines import read_lines
from translator.scoring.names import ExpectedName, expected_by_glossary
from translator.scoring.run import Settings as ScoringChoice
from translator.scoring.systems import (
    CONFIGURED_GLOSSARY,
    Setting,
    System,
    open_system,
    translate_system,
)

if TYPE_CHECKING:
    from translator.assembly import GlossaryChoice
    from translator.config.schema import Settings


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be scored.

    Attributes:
        systems: files of English or package settings; for a single one also a file of Arabic.
        source: the Arabic, if it is not the single system itself.
        package: what translates Arabic that is given as the single system; "" = as configured.
        names: a TSV of names that must be right; without it the glossary says which.
        align: bring references with other lines to common units.
    """

    systems: tuple[str, ...]
    references: tuple[Path, ...]
    choice: ScoringChoice
    glossary: GlossaryChoice
    source: Path | None = None
    package: str = ""
    names: Path | None = None
    align: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A comparison with what is needed to report and log it.

    Attributes:
        systems: what was scored, in the comparison's order.
    """

    comparison: Comparison
    expected: tuple[ExpectedName, ...]
    systems: tuple[System, ...]


def evaluate(request: Request, settings: Settings) -> Evaluation:
    """Read, translate what is Arabic, align if asked, and score.

    Raises:
        MuqabalaError: a file, package, glossary or setting is wrong; see each step.
    """
    _require_different_files(request)
    references = []
    notes: list[str] = []
    for path in request.references:
        lines, read_notes = read_lines(path)
        references.append(lines)
        notes += _named(lines, read_notes)
    source, systems = _open_systems(request, settings, notes)
    texts = [system.lines for system in systems]
    if request.align:
        from translator.scoring.aligned import align_texts

        aligned, bound, source, align_notes = align_texts(texts, references, source)
        notes += align_notes
        corpus = build_corpus(aligned, bound, source)
    else:
        corpus = build_corpus(texts, references, source)
    expected = _expected(request, settings, corpus)
    comparison = compare(corpus, request.choice, expected, notes=notes)
    return Evaluation(comparison, expected, tuple(systems))


def _open_systems(
    request: Request, settings: Settings, notes: list[str]
) -> tuple[Lines | None, list[System]]:
    """The Arabic, if it is known, and every system's English."""
    source = None
    if request.source:
        source, read_notes = read_lines(request.source)
        notes += _named(source, read_notes)
        if not looks_arabic(source):
            raise ScoringError(
                "is not Arabic", where=source.name, remedy="name the Arabic text with --source"
            )
    systems = [open_system(name, source, settings) for name in request.systems]
    for system in systems:
        notes += _named(system.lines, system.notes)
    if len(systems) == 1 and source is None and looks_arabic(systems[0].lines):
        source = systems[0].lines
        systems = [_translated(source, request, settings)]
    return source, systems


def _translated(source: Lines, request: Request, settings: Settings) -> System:
    use = request.glossary.use
    setting = Setting(request.package, (request.glossary.named or ()) if use else None)
    added = "+".join(setting.glossaries or (CONFIGURED_GLOSSARY,)) if use else ""
    package = request.package or settings.engine.package
    label = "bundled" if package == "auto" else package
    return translate_system(f"{label}+{added}" if added else label, setting, source, settings)


def _named(lines: Lines, notes: Sequence[str]) -> list[str]:
    return [f"{lines.name}: {note}" for note in notes]


def _require_different_files(request: Request) -> None:
    """Refuse a file that is both hypothesis and reference, or the same reference twice."""
    seen: dict[Path, str] = {}
    given = [
        *((Path(name), "a system") for name in request.systems),
        *((path, "a reference") for path in request.references),
        *([(request.source, "the source")] if request.source else []),
    ]
    for path, role in given:
        if not path.is_file():
            continue
        real = path.resolve()
        if real in seen:
            twice = "given twice" if seen[real] == role else f"given as {seen[real]} and as {role}"
            raise ScoringError(f"is {twice}", where=str(path), remedy="name each file once")
        seen[real] = role


def _expected(request: Request, settings: Settings, corpus: Corpus) -> tuple[ExpectedName, ...]:
    """The names that must be right, out of the names file or the glossaries."""
    from translator.assembly import open_glossary

    if request.names:
        from translator.scoring.names_file import read_names

        if request.align:
            raise ScoringError(
                "a names file counts lines, which --align changes",
                where=str(request.names),
                remedy="leave out --names or --align",
            )
        places = {number: place for place, number in enumerate(corpus.numbers)}
        return read_names(request.names, places)
    if corpus.source is None:
        return ()
    watcher = open_glossary(settings, request.glossary)
    if watcher is None:
        return ()
    from translator.glossary.matcher import Matcher

    matcher = Matcher(watcher.stack.terms)
    return expected_by_glossary(matcher, corpus.source.lines)


def runs_of(evaluation: Evaluation, settings: Settings, *, date: str) -> tuple[Run, ...]:
    """One log entry for each system.

    Args:
        date: local time with its offset, ISO 8601.
    """
    comparison = evaluation.comparison
    references = tuple(reference.name for reference in comparison.corpus.references)
    config = {
        "engine.beam": str(settings.engine.beam),
        "engine.length_penalty": str(settings.engine.length_penalty),
        "glossary.methods": ",".join(settings.glossary.methods),
        "scoring.trials": str(comparison.settings.trials),
        "scoring.seed": str(comparison.settings.seed),
    }
    return tuple(
        Run(
            date=date,
            system=system.system,
            package=scored.package,
            glossary=scored.glossary,
            config=config,
            references=references,
            segments=len(comparison.corpus),
            scores={score.metric: score.value for score in system.scores},
            signatures={score.metric: score.signature for score in system.scores},
        )
        for system, scored in zip(comparison.systems, evaluation.systems, strict=True)
    )
