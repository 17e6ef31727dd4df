"""All that is known of the article on the screen; no widget, no Textual.

Everything is kept by the segment's fingerprint, which stays when other parts of the article
change. Widgets read it; screens change it and tell the widgets.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator.document import Document, Segment
from translator.outcomes import judge_terms
from translator.reference import PairedReference
from translator.session import SegmentWork, Session
from translator.translation import Flag, SegmentTranslation, TermOutcome
from tui.pane import Arrangement, Pane, Third
from tui.spans import Span, source_spans, target_spans


@dataclass(frozen=True, slots=True)
class Launch:
    """What the user asked for on the command line or the start screen."""

    article: Path | None = None
    reference: Path | None = None
    packages: tuple[str, ...] = ()
    glossaries: tuple[str, ...] | None = None
    use_glossary: bool = True
    config: Path | None = None


@dataclass(slots=True)
class System:
    """A package and what it translated, by fingerprint."""

    label: str = ""
    results: dict[str, SegmentTranslation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The word or words chosen in the current segment, in offsets of the pane's stored text."""

    pane: Pane
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign beside a segment.

    Attributes:
        meaning: one sentence that explains it.
        severity: "error", "warning" or "note"; chooses the colour.
    """

    sign: str
    meaning: str
    severity: str = "note"


class Workspace:
    """The article, its translations, the reference, the user's work, and where the reader is.

    Attributes:
        bars: score of each segment from 0 to 1 by fingerprint, drawn in the margin; empty for none.
        extra_spans: more to colour, by (fingerprint, pane), such as word differences.
        glossary_on: False shows what the model gave without the glossary.
        shown_system: which system the English pane shows; the other one is the second system.
    """

    def __init__(self, launch: Launch) -> None:
        self.launch = launch
        self.document: Document | None = None
        self.segments: tuple[Segment, ...] = ()
        self.rows: dict[str, int] = {}
        self.systems: list[System] = [System()]
        self.reference_lines: tuple[str, ...] = ()
        self.reference = PairedReference()
        self.session = Session()
        self.arrangement = Arrangement()
        self.current = 0
        self.pane = Pane.TARGET
        self.cursor: Cursor | None = None
        self.glossary_on = True
        self.shown_system = 0
        self.bars: Mapping[str, float] = {}
        self.extra_spans: dict[tuple[str, Pane], tuple[Span, ...]] = {}
        self.numbers: tuple[str, ...] = ()
        self.words = 0
        self._outcomes: dict[tuple[str, str], tuple[TermOutcome, ...]] = {}
        self._judged: dict[str, tuple[SegmentTranslation | None, str, SegmentTranslation]] = {}

    def set_document(self, document: Document) -> None:
        """Take a new reading of the article; translations of segments that stayed are kept."""
        here = self.fingerprint(self.current) if self.segments else self.session.current
        self.document = document
        self.segments = tuple(document.segments())
        self.rows = {segment.fingerprint: row for row, segment in enumerate(self.segments)}
        self.numbers = _numbers(document)
        self.words = words_in(self.segments)
        for system in self.systems:
            system.results = {
                key: replace(result, segment=self.segments[self.rows[key]])
                for key, result in system.results.items()
                if key in self.rows
            }
        last = max(0, len(self.segments) - 1)
        self.current = self.rows.get(here, min(self.current, last))
        self.cursor = None
        self._outcomes.clear()

    def use_systems(self, labels: Sequence[str]) -> None:
        """Take the packages that translate; the results of those that stay are kept."""
        known = {system.label: system for system in self.systems}
        self.systems = [known.get(label) or System(label) for label in labels]

    def labels(self) -> dict[Pane, str]:
        """What each pane shows, for its heading."""
        plain = "" if self.glossary_on else ", no glossary"
        system = self.systems[self.shown_system].label
        labels = {
            Pane.SOURCE: "Arabic",
            Pane.TARGET: f"English ({system}{plain})" if system else "English",
        }
        if self.arrangement.third is Third.REFERENCE:
            waiting = self.reference_lines and not self.reference.texts
            labels[Pane.THIRD] = f"Reference{' (paired at the end)' if waiting else ''}"
        else:
            labels[Pane.THIRD] = f"English ({self.systems[self.second_system].label}{plain})"
        return labels

    def set_session(self, session: Session) -> None:
        """Take the saved work, and go to where it was left."""
        self.session = session
        if self.current == 0:
            self.current = self.rows.get(session.current, 0)

    def add_result(self, system: int, result: SegmentTranslation) -> int:
        """Keep a translation; returns its row, -1 if the segment is no more in the article."""
        row = self.rows.get(result.segment.fingerprint, -1)
        if row >= 0:
            self.systems[system].results[result.segment.fingerprint] = result
        return row

    def fingerprint(self, row: int) -> str:
        """The fingerprint of a row's segment."""
        return self.segments[row].fingerprint

    def row_of_number(self, text: str) -> int | None:
        """The row that the user names: "12" for a paragraph or row, "12.2" for a segment."""
        wanted = text.strip()
        if wanted in self.numbers:
            return self.numbers.index(wanted)
        by_id = {segment.id: row for row, segment in enumerate(self.segments)}
        return by_id.get(wanted, by_id.get(f"{wanted}.1"))

    def work(self, row: int) -> SegmentWork:
        """The user's work on a row."""
        return self.session.work_on(self.segments[row])

    def change_work(self, row: int, **changes: str | bool | None) -> None:
        """Change a row's edited, bookmarked or note; the screen saves the session."""
        self.session = self.session.with_work(self.segments[row], time.time(), **changes)

    def result(self, row: int, system: int | None = None) -> SegmentTranslation | None:
        """A row's translation by a system, by the shown one if none is named."""
        number = self.shown_system if system is None else system
        return self.systems[number].results.get(self.fingerprint(row))

    def english(self, row: int) -> str:
        """What the English pane shows: the user's own, else the model's; "" if not there yet."""
        edited = self.work(row).edited
        if edited is not None:
            return edited
        return self._model_text(self.result(row))

    def text(self, row: int, pane: Pane) -> str:
        """What a pane shows in a row, as it is stored."""
        if pane is Pane.SOURCE:
            return self.segments[row].text
        if pane is Pane.TARGET:
            return self.english(row)
        if self.arrangement.third is Third.REFERENCE:
            return self.reference.texts.get(self.fingerprint(row), "")
        return self._model_text(self.result(row, self.second_system))

    @property
    def second_system(self) -> int:
        """The system of the third pane; the shown one itself if there is only one."""
        return (self.shown_system + 1) % len(self.systems)

    def _model_text(self, result: SegmentTranslation | None) -> str:
        if result is None:
            return ""
        return result.text if self.glossary_on else result.plain

    def outcomes(self, row: int, pane: Pane = Pane.TARGET) -> tuple[TermOutcome, ...]:
        """What became of the row's terms in the text that a pane shows."""
        result = self.result(row)
        if pane is Pane.THIRD and self.arrangement.third is Third.SECOND_SYSTEM:
            result = self.result(row, self.second_system)
        if result is None or not result.terms:
            return ()
        text = self.text(row, pane)
        key = self.fingerprint(row), text
        if text == result.text:
            return result.terms
        if key not in self._outcomes:
            matches = [outcome.match for outcome in result.terms]
            self._outcomes[key] = judge_terms(text, matches)
        return self._outcomes[key]

    def forget_outcomes(self) -> None:
        """After terms changed."""
        self._outcomes.clear()

    def spans(self, row: int, pane: Pane) -> tuple[Span, ...]:
        """What is coloured in a pane's text, without search and cursor."""
        extra = self.extra_spans.get((self.fingerprint(row), pane), ())
        if pane is Pane.SOURCE:
            return (*source_spans(self.outcomes(row)), *extra)
        return (*target_spans(self.text(row, pane), self.outcomes(row, pane)), *extra)

    def judged(self, row: int) -> SegmentTranslation | None:
        """A row's translation with the text that is shown, judged anew if it is not the model's.

        The user's edit goes before what the model gives without the glossary; None if there is
        no text at all.
        """
        from translator.corrected import edited_segment, with_edit

        result, shown = self.result(row), self.work(row).edited
        if shown is None and result is not None and not self.glossary_on:
            shown = result.plain
        if shown is None or (result is not None and shown == result.text):
            return result
        key = self.fingerprint(row)
        known = self._judged.get(key)
        if known is None or known[0] is not result or known[1] != shown:
            segment = self.segments[row]
            judged = with_edit(result, shown) if result else edited_segment(segment, shown)
            known = self._judged[key] = (result, shown, judged)
        return known[2]

    def flags(self, row: int) -> tuple[Flag, ...]:
        """The doubts about what the English pane shows in a row."""
        result = self.judged(row)
        return result.flags if result else ()

    def marks(self, row: int) -> tuple[Mark, ...]:
        """The signs beside a row, the most important first."""
        result, work = self.result(row), self.work(row)
        marks = []
        if result is None and work.edited is None:
            marks.append(Mark("…", "not translated yet"))
        flags = self.flags(row)
        terms = [flag for flag in flags if flag.code in {"term-unmet", "term-avoided"}]
        if terms:
            marks.append(Mark("✗", terms[0].message, "error"))
        others = [flag for flag in flags if flag not in terms and flag.code != "untouched"]
        if others:
            marks.append(Mark("!", others[0].message, "warning"))
        if work.edited is not None:
            marks.append(Mark("✎", "your own English"))
        if work.bookmarked:
            marks.append(Mark("★", "bookmarked"))
        if work.note:
            marks.append(Mark("¶", f"note: {work.note}"))
        if any(flag.code == "untouched" for flag in flags):
            marks.append(Mark("·", "left as it is"))
        return tuple(marks)

    def translated(self, system: int | None = None) -> int:
        """How many segments a system has translated."""
        return len(self.systems[self.shown_system if system is None else system].results)

    def complete(self, system: int = 0) -> bool:
        """True if a system has translated everything."""
        return bool(self.segments) and len(self.systems[system].results) == len(self.segments)

    def untranslated(self, system: int) -> list[str]:
        """Fingerprints that a system has no translation of."""
        results = self.systems[system].results
        return [one.fingerprint for one in self.segments if one.fingerprint not in results]


def _numbers(document: Document) -> tuple[str, ...]:
    """What the margin calls each segment: the paragraph, with the sentence if there are more."""
    return tuple(
        segment.id if len(paragraph.segments) > 1 else str(paragraph.number)
        for paragraph in document.paragraphs
        for segment in paragraph.segments
    )


def words_in(segments: Sequence[Segment]) -> int:
    """Source words, counted between white space."""
    return sum(len(segment.text.split()) for segment in segments)
