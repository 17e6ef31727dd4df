"""Writing the translation and its report to files."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.part import WorkspacePart
from tui.versions import finished_translations, model_texts, shown_texts

if TYPE_CHECKING:
    from tui.screens.export import Export


class ExportActions(WorkspacePart):
    """A part of the workspace screen."""

    def action_export(self) -> None:
        """Write the translation or a report to a file."""
        from translator.export import export_path
        from tui.screens.export import ExportScreen

        workspace = self.workspace
        if self.opened is None or not finished_translations(workspace, self.opened.pipelines):
            self.notify("Exporting is possible when the translation is complete.", timeout=5)
            return
        article = self.launch.article or Path("article.txt")
        edits = sum(work.edited is not None for work in workspace.session.segments.values())
        note = f"Your own English is in it ({edits} segments)." if edits else ""

        def done(export: Export | None) -> None:
            if export is not None:
                self._export(export)

        self.app.push_screen(
            ExportScreen(
                partial(export_path, article),
                with_report=bool(workspace.reference.texts),
                note=note,
            ),
            done,
        )

    def _export(self, export: Export) -> None:
        workspace = self.workspace
        assert self.opened is not None
        translations = finished_translations(workspace, self.opened.pipelines)
        write = partial(self._write_report, export)
        if export.format is not None:
            from translator.export import export_translation

            if not export.format.holds_several_packages:
                translations = translations[:1]
            write = partial(
                export_translation,
                export.path,
                export.format,
                translations,
                workspace.session,
                article=self.launch.article,
            )
        self.in_thread(
            write,
            lambda _: self.notify(f"Written: {export.path}", timeout=6, markup=False),
            group="export",
        )

    def _write_report(self, export: Export) -> None:
        from translator.article_scores import Version
        from translator.errors import ScoringError
        from translator.export import export_report

        workspace = self.workspace
        shown = workspace.shown_system
        versions = [
            Version("without glossary", model_texts(workspace, shown, glossary=False)),
            Version("with glossary", model_texts(workspace, shown, glossary=True)),
        ]
        if len(workspace.systems) > 1:
            second = workspace.second_system
            texts = model_texts(workspace, second, glossary=True)
            versions.append(Version(f"{workspace.systems[second].label} with glossary", texts))
        own = {f: text for f, text in shown_texts(workspace).items() if workspace.glossary_on}
        if any(work.edited is not None for work in workspace.session.segments.values()):
            versions.append(Version("with your edits", own))
        scores = self.scored(versions, trials=True)
        if scores is None:
            raise ScoringError("nothing can be scored", remedy="check the reference")
        now = datetime.now().astimezone()
        assert self.opened is not None
        matcher = self.opened.pipelines[shown].matcher
        export_report(
            export.path,
            scores,
            title=self.launch.article.name if self.launch.article else "Article",
            created=f"{now.day} {now:%B %Y, %H:%M}",
            matcher=matcher() if matcher else None,
            article=self.launch.article,
        )
