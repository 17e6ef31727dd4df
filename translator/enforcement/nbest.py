"""N-best: another hypothesis of the plain translation may have all terms; it costs nothing more."""

from __future__ import annotations

from collections.abc import Iterable

from translator.enforcement.choose import Work
from translator.enforcement.variant import SourceVariant
from translator.translation import Method


def add_hypotheses(works: Iterable[Work]) -> None:
    """Offer the other plain hypotheses of each segment."""
    for work in works:
        base = work.candidates[0]
        for hypothesis in work.plain[1:]:
            work.offer(
                hypothesis.text,
                hypothesis.score,
                hypothesis.links,
                SourceVariant(work.source),
                base=base,
                method=Method.NBEST,
            )
