"""A translated segment as the flat record that jsonl holds; the names of its fields are stable."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from translator.translation import SegmentTranslation, TermOutcome, Translation


def record(translation: Translation, result: SegmentTranslation) -> dict[str, Any]:
    """All that is known of a segment; offsets count characters of the whole source text."""
    segment = result.segment
    paragraph, number = segment.id.split(".")
    return {
        "file": translation.document.name,
        "paragraph": int(paragraph),
        "segment": int(number),
        "start": segment.start,
        "end": segment.end,
        "source": segment.text,
        "target": result.text,
        "plain": result.plain,
        "score": round(result.score, 4),
        "origin": result.origin.value,
        "terms": [_term(outcome) for outcome in result.terms],
        "flags": [asdict(flag) for flag in result.flags],
        "package": translation.package.label,
    }


def _term(outcome: TermOutcome) -> dict[str, Any]:
    """Offsets count characters of the segment's source and target."""
    match = outcome.match
    return {
        "source": match.surface,
        "target": match.term.target,
        "kind": match.term.kind.value,
        "clitics": list(match.clitics),
        "method": outcome.method.value,
        "form": outcome.form,
        "avoided": outcome.avoided,
        "source_start": match.start,
        "source_end": match.end,
        "target_start": outcome.target_start,
        "target_end": outcome.target_end,
    }
