"""Texts with different lines brought to common units, so that they can be scored together."""

from __future__ import annotations

from collections.abc import Sequence

from translator.errors import ScoringError
from translator.scoring.corpus import Lines


def align_texts(
    systems: Sequence[Lines], references: Sequence[Lines], source: Lines | None
) -> tuple[tuple[Lines, ...], tuple[Lines, ...], Lines | None, tuple[str, ...]]:
    """Join lines until every text has the same units; the first system is the pivot.

    Args:
        source: the Arabic; it and all systems must have the same lines.

    Returns:
        (systems, references, source, notes); segments without counterpart are left out, which a
        note says.

    Raises:
        ScoringError: the systems' lines differ, or nothing in a reference matches.
    """
    from translator.align import align

    own = [*systems, *([source] if source else [])]
    for text in own:
        if len(text.lines) != len(own[0].lines):
            raise ScoringError(
                f"has {len(text.lines)} lines, but {own[0].name} has {len(own[0].lines)}",
                where=text.name,
                remedy="--align can only bring references to the lines of the systems; "
                "give systems and source with the same lines",
            )
    pivot = systems[0].lines
    links: list[list[tuple[tuple[int, ...], tuple[int, ...]]]] = []
    notes = []
    for reference in references:
        alignment = align(pivot, reference.lines)
        linked = [(unit.pivot, unit.reference) for unit in alignment.linked()]
        if not linked:
            raise ScoringError(
                f"nothing in it matches {systems[0].name}",
                where=reference.name,
                remedy="check that it is the translation of the same text",
            )
        links.append(linked)
        notes.append(_note(alignment.confidence, linked, pivot, reference))
    units = _common_units(links)
    joined_references = tuple(
        Lines(
            reference.name,
            tuple(_join(reference.lines, _gather(unit, linked)) for unit in units),
        )
        for reference, linked in zip(references, links, strict=True)
    )
    joined = [Lines(text.name, tuple(_join(text.lines, unit) for unit in units)) for text in own]
    return (
        tuple(joined[: len(systems)]),
        joined_references,
        joined[-1] if source else None,
        tuple(notes),
    )


def _note(
    confidence: float,
    linked: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    pivot: Sequence[str],
    reference: Lines,
) -> str:
    used_pivot = {place for unit, _ in linked for place in unit}
    used_reference = {place for _, unit in linked for place in unit}
    left = sum(bool(line) and n not in used_pivot for n, line in enumerate(pivot))
    alone = sum(bool(line) and n not in used_reference for n, line in enumerate(reference.lines))
    note = f"{reference.name}: aligned to {len(linked)} units, confidence {confidence:.0%}"
    if left or alone:
        note += (
            f"; not scored, because nothing matches them: {left} lines of the translation "
            f"and {alone} of the reference"
        )
    return note


def _common_units(
    links: Sequence[Sequence[tuple[tuple[int, ...], tuple[int, ...]]]],
) -> list[tuple[int, ...]]:
    """Groups of pivot lines that no reference cuts through and that all references have."""
    group: dict[int, set[int]] = {}
    for linked in links:
        for pivot, _ in linked:
            merged = {place for member in pivot for place in group.get(member, {member})}
            for place in merged:
                group[place] = merged
    covered = [{place for pivot, _ in linked for place in pivot} for linked in links]
    units = {tuple(sorted(members)) for members in group.values()}
    return sorted(
        unit for unit in units if all(any(place in have for place in unit) for have in covered)
    )


def _gather(
    unit: tuple[int, ...], linked: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]
) -> tuple[int, ...]:
    """The reference's lines that belong to a unit."""
    return tuple(
        sorted({place for pivot, lines in linked if set(pivot) & set(unit) for place in lines})
    )


def _join(lines: Sequence[str], places: Sequence[int]) -> str:
    return " ".join(lines[place] for place in places if lines[place])
