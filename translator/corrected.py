"""A translation with the user's own English in the place of the model's."""

from __future__ import annotations

from dataclasses import replace

from translator.document import Segment
from translator.outcomes import judge_terms
from translator.session import Session
from translator.translation import Origin, SegmentTranslation, Translation


def with_edit(result: SegmentTranslation, edited: str) -> SegmentTranslation:
    """A segment with the user's English: terms and checks are those of the new text.

    What the model gave without the glossary stays in `plain`; links and alternatives belong to
    the model's text and go.
    """
    from translator.checks.run import run_checks
    from translator.pipeline import term_flags

    terms = judge_terms(edited, [outcome.match for outcome in result.terms])
    flags = (*term_flags(terms), *run_checks(result.segment.text, edited))
    return replace(
        result,
        text=edited,
        score=0.0,
        origin=Origin.EDITED,
        terms=terms,
        flags=flags,
        links=(),
        alternatives=(),
    )


def edited_segment(segment: Segment, edited: str) -> SegmentTranslation:
    """A segment that the user translated before the model did."""
    return with_edit(SegmentTranslation(segment, edited, "", 0.0), edited)


def with_session(translation: Translation, session: Session) -> Translation:
    """A translation with all edits of a session."""
    return replace(
        translation,
        segments=tuple(
            result if edited is None else with_edit(result, edited)
            for result in translation.segments
            for edited in [session.work_on(result.segment).edited]
        ),
    )
