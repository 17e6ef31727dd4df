"""The program with an engine that answers by rule, holds when told to, and counts."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from translator.engine.protocol import Decoding, Hypothesis, Link, PackageInfo, Request
from translator.pipeline import Pipeline
from tui.app import MuqabalaApp
from tui.screens.workspace import WorkspaceScreen
from tui.work import Work
from tui.workspace import Launch

LINES = [
    "زار كيم قاعدة فوستوشني في روسيا.",
    "وقال بوتين إن المحادثات كانت مفيدة.",
    "وأطلقت كوريا الشمالية 12 صاروخا نحو البحر يوم الأربعاء.",
    "ثم عاد كيم إلى بيونغ يانغ في قطاره المدرع.",
]


class RuleEngine:
    """ "English 2 words: ..." for every source, word for word; waits while `held` is set."""

    def __init__(self, label: str = "rule") -> None:
        self.package = PackageInfo(
            label, Path(label), "1", "ar", "en", "none", Decoding(1, 1.0), False
        )
        self.asked: list[str] = []
        self.free = threading.Event()
        self.free.set()
        self.failure: Exception | None = None

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for place, request in enumerate(requests):
            self.free.wait(60)
            if self.failure:
                raise self.failure
            self.asked.append(request.source)
            yield place, (self.answer(request.source),)

    def answer(self, source: str) -> Hypothesis:
        text, links, at = "", [], 0
        for number, word in enumerate(source.split()):
            start = source.index(word, at)
            at = start + len(word)
            text += f"{' ' if text else ''}word{number}"
            links.append(Link(start, at, len(text) - len(f"word{number}"), len(text), 1.0))
        return Hypothesis(f"{text}.", -0.5, tuple(links))

    def fits(self, source: str) -> bool:
        return True


class Stage:
    """One test's files, engines and program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.engines = [RuleEngine()]
        self.article = folder / "article.ar.txt"
        self.write(LINES)
        self.opener_error: Exception | None = None

    def write(self, lines: list[str]) -> None:
        self.article.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def app(self, **launch: object) -> MuqabalaApp:
        def opener(*_: object) -> Work:
            if self.opener_error:
                raise self.opener_error
            pipelines = tuple(Pipeline(engine=e, n_best=1, alignment=True) for e in self.engines)
            return Work(pipelines, None)

        chosen = Launch(**{"article": self.article, "config": self.config(), **launch})
        return MuqabalaApp(chosen, opener=opener, environment={})

    def config(self, text: str | None = None) -> Path:
        path = self.folder / "settings.yaml"
        if text is not None or not path.exists():
            path.write_text(text or "tui:\n  theme: dark\n", encoding="utf-8")
        return path


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Files in a folder of the test's own, the user's folders too."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    return Stage(tmp_path)


async def until(condition: Callable[[], object], what: str) -> None:
    """Wait for something that threads bring about; a busy machine may take long over it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if condition():
            return
        await asyncio.sleep(0.005)
    raise AssertionError(f"never happened: {what}")


async def translated(app: MuqabalaApp) -> WorkspaceScreen:
    """Wait for the whole translation; returns the screen."""
    await until(lambda: isinstance(app.screen, WorkspaceScreen), "the article's screen")
    screen = app.screen
    assert isinstance(screen, WorkspaceScreen)
    await until(
        lambda: (
            screen.workspace.segments
            and all(screen.workspace.complete(n) for n in range(len(screen.workspace.systems)))
        ),
        "the translation",
    )
    return screen


def shown(app: MuqabalaApp) -> str:
    """The screen as text."""
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in lines)
