"""The program with an engine that says what a script tells it to, on a small article."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from translator.assembly import _fresh_matcher
from translator.engine.protocol import Decoding, Hypothesis, Link, PackageInfo, Request
from translator.glossary.watch import GlossaryWatcher
from translator.pipeline import Pipeline
from tui.app import MuqabalaApp
from tui.screens.workspace import WorkspaceScreen
from tui.work import Work
from tui.workspace import Launch

# Arabic words with their English, in the Arabic order, for one sentence a line.
SCRIPT = [
    [
        ("وصل", "Kim"),
        ("كيم", "arrived"),
        ("إلى", "at"),
        ("مطار", "the airport of"),
        ("فوستوشني", "Voscini"),
        ("اليوم.", "today."),
    ],
    [
        ("وقال", "And"),
        ("بوتين", "Putin"),
        ("إن", "said"),
        ("المحادثات", "the talks"),
        ("كانت", "were"),
        ("مفيدة.", "useful."),
    ],
    [
        ("وأطلقت", "It"),
        ("كوريا", "fired"),
        ("12", "15"),
        ("صاروخا", "rockets"),
        ("نحو", "into"),
        ("البحر.", "the sea."),
    ],
    [
        ("ثم", "Then"),
        ("غادر", "he left"),
        ("مطار", "the airport of"),
        ("فوستوشني", "Voscini"),
        ("ليلا.", "at night."),
    ],
]
REFERENCE = [
    "Kim arrived at Vostochny airport today.",
    "Putin said the talks had been useful.",
    "Korea fired 12 rockets towards the sea.",
    "Later he left Vostochny by night.",
]
GLOSSARY = """name: base
terms:
  - source: بوتين  # the president
    target: Putin
    kind: person
"""
ARTICLE = "\n".join(" ".join(arabic for arabic, _ in line) for line in SCRIPT)


@dataclass(eq=False)
class ScriptedEngine:
    """Translates by SCRIPT; `asked` has every source in the order of asking."""

    label: str = "scripted"
    other_words: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def package(self) -> PackageInfo:
        return PackageInfo(
            self.label, Path(self.label), "1.0", "ar", "en", "bpe", Decoding(4, 1.0), False
        )

    def fits(self, source: str) -> bool:
        return True

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for place, request in enumerate(requests):
            self.asked.append(request.source)
            first = self.hypothesis(request.source)
            others = (Hypothesis(first.text.replace("the ", ""), -0.9),)
            yield place, (first, *others)[: max(1, request.n_best)]

    def hypothesis(self, source: str) -> Hypothesis:
        lines = [line for line in SCRIPT if source == " ".join(word for word, _ in line)]
        if not lines:
            # A term put into the source, or a probe: this engine copies nothing.
            return Hypothesis("Unknown.", -5.0)
        text, links, at = "", [], 0
        for arabic, usual in lines[0]:
            english = self.other_words.get(usual, usual)
            start = source.index(arabic, at)
            at = start + len(arabic)
            text += (" " if text else "") + english
            links.append(Link(start, at, len(text) - len(english), len(text), 0.9))
        return Hypothesis(text, -0.4, tuple(links))


@dataclass
class Stage:
    """Files and engines of one test."""

    folder: Path
    packages: int = 1
    with_reference: bool = False
    engines: list[ScriptedEngine] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.article.write_text(ARTICLE, encoding="utf-8")
        self.base.write_text(GLOSSARY, encoding="utf-8")
        self.reference.write_text("\n".join(REFERENCE), encoding="utf-8")
        self.engines = [ScriptedEngine()]
        if self.packages == 2:
            other = ScriptedEngine("other", {"rockets": "missiles"})
            self.engines.append(other)

    @property
    def article(self) -> Path:
        return self.folder / "article.ar.txt"

    @property
    def reference(self) -> Path:
        return self.folder / "reference.en.txt"

    @property
    def base(self) -> Path:
        return self.folder / "base.yaml"

    @property
    def own(self) -> Path:
        return self.folder / "own.yaml"

    @property
    def session(self) -> Path:
        return self.folder / "article.ar.txt.muqabala-session.json"

    def open(self, settings: Any, launch: Launch) -> Work:
        watcher = GlossaryWatcher([str(self.base)], self.own, base=self.folder)
        matcher = _fresh_matcher(watcher, None)
        return Work(
            tuple(Pipeline(engine, matcher, alignment=True) for engine in self.engines), watcher
        )

    def app(self) -> MuqabalaApp:
        return MuqabalaApp(
            Launch(article=self.article, reference=self.reference if self.with_reference else None),
            opener=self.open,
            environment={"MUQABALA_GLOSSARY__USER_FILE": str(self.own), "TERM": "xterm"},
        )


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Let the program run until something is so; a busy machine may take long over it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if condition():
            return
        await pilot.pause()
        await asyncio.sleep(0.01)
    raise AssertionError("it never became so")


async def translated(pilot: Pilot[None]) -> WorkspaceScreen:
    """The workspace screen when everything is translated, and scored if there is a reference."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, WorkspaceScreen))
    screen = app.screen
    assert isinstance(screen, WorkspaceScreen)
    await until(
        pilot,
        lambda: (
            screen.opened
            and all(screen.workspace.complete(n) for n in range(len(screen.workspace.systems)))
            and not screen.queue.pending()
        ),
    )
    if screen.launch.reference:
        await until(pilot, lambda: screen.scores)
    return screen


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recent files and logs of a test stay in its folder."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An article without reference, one package."""
    return Stage(tmp_path)


@pytest.fixture
def scored_stage(tmp_path: Path) -> Stage:
    """An article with reference, one package."""
    return Stage(tmp_path, with_reference=True)


@pytest.fixture
def two_packages(tmp_path: Path) -> Stage:
    """An article with reference, two packages."""
    return Stage(tmp_path, packages=2, with_reference=True)


@pytest.fixture
def wait() -> Callable[..., Any]:
    """`until`, for tests."""
    return until


@pytest.fixture
def ready() -> Callable[..., Any]:
    """`translated`, for tests."""
    return translated
