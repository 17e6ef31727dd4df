"""Makes the screenshots in this folder from the real program, model and article.

Needs Debian's chromium and the fonts fonts-dejavu and fonts-noto-core. Run it with
`make screenshots`.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from translator.locations import bundled
from tui.app import MuqabalaApp
from tui.screens.workspace import WorkspaceScreen
from tui.workspace import Launch

HERE = Path(__file__).resolve().parent
SIZE = (150, 42)
# The screen holds Arabic in the order in which it is drawn; the browser must not order it again.
_AS_DRAWN = "text { direction: ltr; unicode-bidi: bidi-override; }"
_PICTURES = {"workspace": ("r",), "names": ("w",)}


async def _translated(pilot: Pilot[None]) -> None:
    """Wait until the last segment is translated and scored."""
    app = pilot.app
    while True:
        await pilot.pause(0.2)
        screen = app.screen
        if isinstance(screen, WorkspaceScreen) and screen.workspace.segments:
            system = screen.workspace.systems[0]
            if len(system.results) == len(screen.workspace.segments):
                break
    await pilot.pause(3)


async def _picture(keys: tuple[str, ...], article: Path, reference: Path) -> str:
    app = MuqabalaApp(Launch(article=article, reference=reference))
    async with app.run_test(size=SIZE) as pilot:
        await _translated(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.5)
        return app.export_screenshot(title="Muqabala")


def _to_png(svg: str, png: Path) -> None:
    """Draw the picture with Chromium at twice its size, for sharp letters."""
    ((width, height),) = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[:1]
    width, height = float(width), float(height)
    svg = svg.replace("<style>", f"<style>{_AS_DRAWN}", 1)
    svg = svg.replace("Fira Code, monospace", "DejaVu Sans Mono, monospace")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<body style='margin:0'>{svg}</body>", encoding="utf-8")
        subprocess.run(
            [
                shutil.which("chromium") or "chromium",
                *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                *("--no-first-run", "--disable-background-networking", "--disable-sync"),
                *("--disable-component-update", "--force-device-scale-factor=1"),
                f"--user-data-dir={folder}/profile",
                f"--window-size={int(width) + 1},{int(height) + 1}",
                f"--screenshot={png}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def main() -> int:
    """Make every picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(shutil.copy(bundled("demo") / "article.ar.txt", folder))
        reference = Path(shutil.copy(bundled("demo") / "reference.en.txt", folder))
        for name, keys in _PICTURES.items():
            _to_png(asyncio.run(_picture(keys, article, reference)), HERE / f"{name}.png")
            print(f"wrote docs/{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
