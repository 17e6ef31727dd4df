"""The English texts of a workspace that can be set against each other; no widget, no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from translator.translation import Translation
from tui.workspace import Workspace

if TYPE_CHECKING:
    from translator.pipeline import Pipeline


def shown_texts(workspace: Workspace) -> dict[str, str]:
    """What the English pane shows, with the user's edits, by fingerprint."""
    return {
        segment.fingerprint: text
        for row, segment in enumerate(workspace.segments)
        if (text := workspace.english(row))
    }


def model_texts(workspace: Workspace, system: int, *, glossary: bool) -> dict[str, str]:
    """What a system translated, with or without the glossary, by fingerprint."""
    return {
        key: result.text if glossary else result.plain
        for key, result in workspace.systems[system].results.items()
    }


def model_translation(workspace: Workspace, pipelines: Sequence[Pipeline]) -> Translation | None:
    """The shown system's own translation, None while it is not complete."""
    translations = finished_translations(workspace, pipelines, only=workspace.shown_system)
    return translations[0] if translations else None


def finished_translations(
    workspace: Workspace, pipelines: Sequence[Pipeline], *, only: int | None = None
) -> tuple[Translation, ...]:
    """The translation of every system, the shown one first; empty if one is not complete.

    Of the shown system, a segment that the user wrote before the model did counts as there.

    Args:
        pipelines: those of tui.work.Work, in the order of the systems.
        only: one system in place of all.
    """
    from translator.corrected import edited_segment

    if workspace.document is None or not workspace.segments:
        return ()
    order = sorted(range(len(workspace.systems)), key=lambda n: n != workspace.shown_system)
    found = []
    for number in order if only is None else [only]:
        results = dict(workspace.systems[number].results)
        if number == workspace.shown_system:
            for segment in workspace.segments:
                edited = workspace.session.work_on(segment).edited
                if edited is not None and segment.fingerprint not in results:
                    results[segment.fingerprint] = edited_segment(segment, edited)
        if len(results) < len(workspace.segments):
            return ()
        ordered = tuple(results[segment.fingerprint] for segment in workspace.segments)
        found.append(Translation(workspace.document, pipelines[number].engine.package, ordered))
    return tuple(found)


def remember_place(workspace: Workspace) -> None:
    """Put where the reader is into the session."""
    if workspace.segments:
        here = workspace.fingerprint(workspace.current)
        workspace.session = replace(workspace.session, current=here)
