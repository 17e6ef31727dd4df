"""How the panels and dialogs look, each alone in front of an empty screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.widget import Widget
from textual.widgets import Input, TextArea

from translator.article_scores import Version, score_article
from translator.document import Segment
from translator.engine.protocol import Hypothesis
from translator.glossary.term import Kind, Term, TermMatch
from translator.outcomes import term_uses
from translator.reading import document_from_text
from translator.reference import pair_by_lines
from translator.scoring.run import Settings
from translator.suggest.suggestion import EnglishForm, Suggestion
from translator.translation import Flag, Method, SegmentTranslation, TermOutcome
from translator.version_changes import changed_segments
from tui.screens.alternatives import Alternatives, choices
from tui.screens.changes import ChangesScreen
from tui.screens.draft import Draft
from tui.screens.edit_segment import EditSegment
from tui.screens.export import ExportScreen
from tui.screens.glossary import GlossaryScreen, Listing
from tui.screens.note import NoteScreen
from tui.screens.suggestions import SuggestionsScreen
from tui.screens.term_form import TermForm
from tui.themes import THEMES
from tui.widgets.flags_panel import Doubt, FlagsPanel
from tui.widgets.names_panel import NamesPanel
from tui.widgets.scores_panel import ScoresPanel
from tui.widgets.side_panel import SidePanel

ARABIC = ["وصل كيم إلى مطار فوستوشني في 13 سبتمبر.", "وقال بوتين إن المحادثات كانت مفيدة."]
BEFORE = ["Kim arrived at Voscini airport on 14 September.", "Putin said the talks were useful."]
AFTER = ["Kim arrived at Vostochny airport on 13 September.", "Putin said talks were useful."]
REFERENCE = ["Kim reached Vostochny airport on 13 September.", "The talks were useful, Putin said."]
DOCUMENT = document_from_text("article.ar.txt", "\n".join(ARABIC))
SEGMENTS: tuple[Segment, ...] = tuple(DOCUMENT.segments())
VOSTOCHNY = Term(
    ("فوستوشني", "فوستوتشني"), "Vostochny", Kind.PLACE, avoid=("Voscini",), file="/g/own.yaml"
)
PUTIN = Term(("بوتين",), "Putin", Kind.PERSON, file="/g/news.yaml")


def by_fingerprint(lines: list[str]) -> dict[str, str]:
    return {segment.fingerprint: line for segment, line in zip(SEGMENTS, lines, strict=True)}


def outcome(row: int, term: Term, method: Method, avoided: str = "") -> tuple[Segment, Any]:
    text = SEGMENTS[row].text
    start = text.index(term.sources[0])
    match = TermMatch(term, start, start + len(term.sources[0]), start, term.sources[0])
    form = "" if method is Method.UNMET else term.target
    return SEGMENTS[row], [TermOutcome(match, method, form=form, avoided=avoided)]


def scores(versions: int) -> Any:
    reference = pair_by_lines(DOCUMENT, REFERENCE)
    named = [Version("before", by_fingerprint(BEFORE)), Version("after", by_fingerprint(AFTER))]
    settings = Settings(("bleu", "chrf", "ter"), trials=20)
    return score_article(SEGMENTS, reference, named[-versions:], settings)


def names_panel() -> NamesPanel:
    uses = term_uses(
        [
            outcome(0, VOSTOCHNY, Method.UNMET, avoided="Voscini"),
            outcome(1, PUTIN, Method.SPLICE),
        ]
    )
    return NamesPanel(uses, "visual")


def flags_panel() -> FlagsPanel:
    key = SEGMENTS[0].fingerprint
    flags = [
        Flag("term-unmet", "“فوستوشني” should be “Vostochny”, which is not there"),
        Flag("number", "13 of the Arabic is not in the English [brackets]"),
    ]
    return FlagsPanel([Doubt(key, "1", flag) for flag in flags], "visual")


def suggestions() -> SuggestionsScreen:
    screen = SuggestionsScreen(lambda _: None, lambda _: None, "visual")
    one = Suggestion(
        "فوستوشني",
        "Vostochny",
        Kind.PLACE,
        ("1.1",),
        (EnglishForm("Voscini", 1),),
        ("The reference has “Vostochny” at this place.",),
        0.9,
        needed=True,
    )
    screen.call_later(screen.show, [one])
    return screen


def alternatives() -> Alternatives:
    result = SegmentTranslation(
        SEGMENTS[0],
        AFTER[0],
        BEFORE[0],
        -0.3,
        alternatives=(Hypothesis("Kim came to Voscini on 13 September.", -0.52),),
    )
    return Alternatives("1", AFTER[0], choices(result))


def changes() -> ChangesScreen:
    found = changed_segments(SEGMENTS, by_fingerprint(BEFORE), by_fingerprint(AFTER))
    numbers = {segment.fingerprint: segment.id for segment in SEGMENTS}
    return ChangesScreen("before", "after", found, numbers, scores(2))


def glossary() -> GlossaryScreen:
    listing = Listing((PUTIN, VOSTOCHNY), Path("/g/own.yaml"), "own.yaml:3: a fault; mend it")
    return GlossaryScreen(lambda: listing, lambda _: None, "visual")


MADE: dict[str, Callable[[], Widget]] = {
    "names": names_panel,
    "flags": flags_panel,
    "scores": lambda: ScoresPanel(scores(2), ("1", "2")),
    "no_scores": lambda: ScoresPanel(None, ("1", "2"), "No scores: start with --ref FILE."),
    "term_form": lambda: TermForm(
        Draft(VOSTOCHNY, None, ("فوستوشني", "وستوشني"), "Voscini", "Saved in own.yaml."), "visual"
    ),
    "edit": lambda: EditSegment("1", ARABIC[0], AFTER[0], BEFORE[0], "visual"),
    "note": lambda: NoteScreen("1", "Ask the desk [today]."),
    "alternatives": alternatives,
    "changes": changes,
    "export": lambda: ExportScreen(
        lambda ending: Path(f"article.en.{ending}"), with_report=True, note="1 edit is in it."
    ),
    "glossary": glossary,
    "suggestions": suggestions,
}


class Host(App[None]):
    """Shows one dialog or panel."""

    def __init__(self, make: Callable[[], Widget], theme: str) -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self.make = make

    async def on_mount(self) -> None:
        shown = self.make()
        if hasattr(shown, "dismiss"):
            await self.push_screen(shown)  # type: ignore[arg-type]
        else:
            side = SidePanel()
            await self.mount(side)
            side.set_class(self.size.width < 100, "-bottom")
            await side.show(shown)
            shown.focus_list()  # type: ignore[attr-defined]


async def _still(pilot: Any) -> None:
    for field in pilot.app.screen.query("Input, TextArea"):
        assert isinstance(field, Input | TextArea)
        field.cursor_blink = False
    await pilot.pause()


LARGE, SMALL = (200, 60), (80, 24)
DARK, LIGHT, CONTRAST = "muqabala-dark", "muqabala-light", "muqabala-high-contrast"


@pytest.mark.parametrize(
    ("name", "size", "theme"),
    [
        *(pytest.param(name, LARGE, DARK, id=f"{name}-large-dark") for name in MADE),
        *(pytest.param(name, SMALL, LIGHT, id=f"{name}-small-light") for name in MADE),
        pytest.param("names", SMALL, CONTRAST, id="names-small-contrast"),
        pytest.param("changes", SMALL, CONTRAST, id="changes-small-contrast"),
    ],
)
def test_look(snap_compare: Any, name: str, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(Host(MADE[name], theme), terminal_size=size, run_before=_still)
