"""The one path from a document to its translation, step by step.

Document -> language check -> glossary matching -> engine with enforcement -> checks -> segments.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from translator.document import Document, Paragraph, ParagraphKind, Segment
from translator.engine.protocol import Engine
from translator.glossary.matcher import Matcher
from translator.glossary.term import TermMatch
from translator.glossary.verbatim import find_addresses, kept_span, with_kept
from translator.inline_markup import Stripped, strip_markup
from translator.translation import (
    ALL_METHODS,
    Flag,
    Method,
    Origin,
    SegmentTranslation,
    TermOutcome,
    Translation,
)


@dataclass(frozen=True)
class Pipeline:
    """An engine with a glossary and the ways to enforce it.

    Attributes:
        matcher: gives the terms in force now; called for every part of a document, so that a
            glossary edited during a long run takes effect. None: no glossary.
        methods: ways to make a term appear that may be used.
        n_best: alternatives kept for each segment; 1 keeps none.
        alignment: fill in SegmentTranslation.links for every segment.
    """

    engine: Engine
    matcher: Callable[[], Matcher] | None = None
    methods: tuple[Method, ...] = ALL_METHODS
    n_best: int = 4
    alignment: bool = False

    def translate(self, document: Document) -> Translation:
        """The whole translation of a document (or part), segments in reading order.

        Raises:
            EngineError: the model failed.
        """
        done = {result.segment.id: result for result in self.stream(document)}
        ordered = tuple(done[segment.id] for segment in document.segments())
        return Translation(document, self.engine.package, ordered)

    def stream(
        self, document: Document, wanted: Iterable[Segment] | None = None
    ) -> Iterator[SegmentTranslation]:
        """Segments as they finish, those asked for first early.

        Args:
            wanted: segments of the document in the order of their urgency; all if None.

        Raises:
            EngineError: the model failed.
        """
        segments = list(document.segments() if wanted is None else wanted)
        judged = judge_segments(document, {segment.id for segment in segments})
        for segment in segments:
            if not judged[segment.id].translate:
                yield _passed_through(segment, judged[segment.id].remark)
        arabic = [segment for segment in segments if judged[segment.id].translate]
        strip = strip_markup if document.markdown else Stripped
        texts = [strip(segment.text) for segment in arabic]
        yield from self._translated(arabic, texts, judged)

    def _translated(
        self,
        segments: Sequence[Segment],
        texts: Sequence[Stripped],
        judged: Mapping[str, Judgement],
    ) -> Iterator[SegmentTranslation]:
        from translator.checks.run import run_checks
        from translator.enforcement.enforce import translate_with_terms
        from translator.marked_english import with_marks

        find = self.matcher().find if self.matcher else None
        marked = any(one.marks for one in texts)
        sources = (
            (one.text, _matches(one, find(one.text).matches if find else ())) for one in texts
        )
        results = translate_with_terms(
            self.engine,
            sources,
            methods=self.methods,
            n_best=self.n_best,
            alignment=self.alignment or marked,
        )
        for position, enforced in results:
            segment, stripped = segments[position], texts[position]
            result = SegmentTranslation(
                segment=segment,
                text=enforced.text,
                plain=enforced.plain,
                score=enforced.score,
                terms=enforced.terms,
                flags=(
                    *_language_flags(judged[segment.id]),
                    *self._length_flags(segment),
                    *term_flags(enforced.terms),
                    *run_checks(stripped.text, enforced.text, kept=_kept(enforced.terms)),
                ),
                links=enforced.links,
                alternatives=enforced.alternatives,
            )
            if stripped.marks:
                result = with_marks(stripped, result, enforced.plain_links)
            yield _without_links(result) if marked and not self.alignment else result

    def _length_flags(self, segment: Segment) -> tuple[Flag, ...]:
        if self.engine.fits(segment.text):
            return ()
        return (Flag("too-long", "longer than the model can take: the end may be missing"),)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a segment is translated, and what its reader should know of its language."""

    translate: bool
    remark: str = ""


def judge_segments(document: Document, wanted: Collection[str]) -> dict[str, Judgement]:
    """Which segments are translated: not code, Latin lines, numbers and links.

    Args:
        wanted: ids of the segments that matter; only their paragraphs are judged.
    """
    judged: dict[str, Judgement] = {}
    for paragraph in document.paragraphs:
        own = [segment.id for segment in paragraph.segments if segment.id in wanted]
        if own:
            judged |= dict.fromkeys(own, _judge(document, paragraph))
    return judged


def _judge(document: Document, paragraph: Paragraph) -> Judgement:
    from translator.language import Action, check_paragraph

    if paragraph.kind is ParagraphKind.CODE:
        return Judgement(translate=False, remark="code")
    language = check_paragraph(document.slice(paragraph.start, paragraph.end))
    if language.action is Action.TRANSLATE:
        return Judgement(translate=True, remark=language.warning)
    return Judgement(translate=False, remark=language.warning or "not Arabic")


def _language_flags(judgement: Judgement) -> tuple[Flag, ...]:
    return (Flag("language", judgement.remark),) if judgement.remark else ()


def term_flags(outcomes: Sequence[TermOutcome]) -> tuple[Flag, ...]:
    """A flag for every term that is missing and every form to avoid that stands in the English."""
    flags = []
    for outcome in outcomes:
        match = outcome.match
        place = {"source_start": match.start, "source_end": match.end}
        if outcome.method is Method.UNMET:
            wanted = "come through" if match.term.keep else f"be “{match.term.target}”"
            message = f"“{match.surface}” should {wanted}, but does not stand in the English"
            flags.append(Flag("term-unmet", message, **place))
        if outcome.avoided:
            message = f"“{outcome.avoided}” must not stand for “{match.surface}”: {_should(match)}"
            flags.append(Flag("term-avoided", message, **place))
    return tuple(flags)


def _matches(stripped: Stripped, matches: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
    """A glossary's matches with the addresses and the code that the text holds."""
    code = [
        kept_span(stripped.text, mark.start, mark.end, "code")
        for mark in stripped.marks
        if mark.code and _is_foreign(stripped.text[mark.start : mark.end])
    ]
    return with_kept(matches, with_kept(find_addresses(stripped.text), code))


def _is_foreign(code: str) -> bool:
    """True for code that is no Arabic, such as a command; not for blanks."""
    from translator.language import arabic_share

    return bool(code.strip()) and not arabic_share(code)


def _without_links(result: SegmentTranslation) -> SegmentTranslation:
    """The result without what only its marks needed."""
    bare = tuple(replace(one, links=()) for one in result.alternatives)
    return replace(result, links=(), alternatives=bare)


def _kept(outcomes: Sequence[TermOutcome]) -> frozenset[str]:
    """Arabic that stays in the English because the glossary says so."""
    return frozenset(outcome.form for outcome in outcomes if outcome.match.term.keep)


def _should(match: TermMatch) -> str:
    return f"the glossary has “{match.term.target}”"


def _passed_through(segment: Segment, reason: str) -> SegmentTranslation:
    return SegmentTranslation(
        segment=segment,
        text=segment.text,
        plain=segment.text,
        score=0.0,
        origin=Origin.PASSED_THROUGH,
        flags=(Flag("untouched", f"left as it is: {reason}"),),
    )
