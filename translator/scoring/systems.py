"""Systems to score: a file of English, or the Arabic source translated on the spot.

A setting names a package and what is added to it: "bundled", "bundled+glossary" (the configured
glossaries), "bundled+names.yaml" (that glossary), "path/to/other.argosmodel+glossary".
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import ScoringError
from translator.scoring.corpus import Lines
from translator.scoring.lines import read_lines

if TYPE_CHECKING:
    from translator.config.schema import Settings
    from translator.pipeline import Pipeline

CONFIGURED_GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Setting:
    """A package with or without glossaries.

    Attributes:
        package: "" for the configured one.
        glossaries: None for none; empty for those of the configuration.
    """

    package: str
    glossaries: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class System:
    """A system's English.

    Attributes:
        package: label and version of the package, "" for a file.
        glossary: hash of the glossaries it was translated with, "" for none.
        notes: of reading or translating it.
    """

    lines: Lines
    package: str = ""
    glossary: str = ""
    notes: tuple[str, ...] = ()


def parse_setting(name: str) -> Setting:
    """Take apart a system's name that is no file.

    Raises:
        ScoringError: "glossary" is mixed with files, or a part is empty.
    """
    package, *added = name.split("+")
    if not package or not all(added):
        raise ScoringError(
            "is neither a file nor a package setting",
            where=name,
            remedy="write a file, bundled, bundled+glossary, or bundled+FILE.yaml",
        )
    if not added:
        return Setting(package, None)
    return Setting(package, () if added == [CONFIGURED_GLOSSARY] else tuple(added))


def open_system(name: str, source: Lines | None, settings: Settings) -> System:
    """Read a system's English from a file, or translate the source as its name says.

    Args:
        source: the Arabic, one segment a line; needed for a package setting.

    Raises:
        InputError, ScoringError: the file cannot be read, or is Arabic while there is a source.
        PackageError, GlossaryError, EngineError: the setting cannot be run.
    """
    path = Path(name)
    if path.is_file():
        lines, notes = read_lines(path)
        return System(lines, notes=notes)
    setting = parse_setting(name)
    if _meant_as_file(setting):
        raise ScoringError(
            "no such file, and no package setting",
            where=name,
            remedy="check the name, or write bundled, bundled+glossary, or bundled+FILE.yaml",
        )
    if source is None:
        raise ScoringError(
            "a package needs the Arabic text", where=name, remedy="name it with --source"
        )
    return translate_system(name, setting, source, settings)


def _meant_as_file(setting: Setting) -> bool:
    """True if the package is neither a known word nor a path that exists."""
    return setting.package not in ("bundled", "installed") and not Path(setting.package).exists()


def translate_system(name: str, setting: Setting, source: Lines, settings: Settings) -> System:
    """Translate the source with a package and glossaries, line by line.

    Raises:
        PackageError, GlossaryError, EngineError: the setting cannot be run.
    """
    from translator.assembly import GlossaryChoice, open_glossary, open_pipeline
    from translator.packages.resolve import resolve_packages

    use = setting.glossaries is not None
    watcher = open_glossary(settings, GlossaryChoice(setting.glossaries or None, use=use))
    named = (setting.package,) if setting.package else ()
    (package,) = resolve_packages(named, settings.engine.package)
    lines = translate_lines(source, open_pipeline(settings, package, watcher))
    return System(
        Lines(name, lines),
        package=f"{package.label} {package.version}".strip(),
        glossary=watcher.stack.signature if watcher else "",
    )


def translate_lines(source: Lines, pipeline: Pipeline) -> tuple[str, ...]:
    """The English of every line of the source; blank lines stay blank.

    Raises:
        EngineError: the model failed.
    """
    from translator.reading import document_from_text

    document = document_from_text(source.name, "\n".join(source.lines))
    translated = {part.segment.id: part.text for part in pipeline.translate(document).segments}
    lines: list[list[str]] = [[] for _ in source.lines]
    line, seen = 0, 0
    for paragraph in document.paragraphs:
        line += document.text.count("\n", seen, paragraph.start)
        seen = paragraph.start
        lines[line] += (translated[segment.id] for segment in paragraph.segments)
    return tuple(" ".join(part for part in parts if part) for parts in lines)
