"""The HTML report in a real browser: drawn right, no script errors, nothing from the network."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from translator.report.content import make_report
from translator.report.html import render_html
from translator.scoring.compare import compare
from translator.scoring.corpus import Lines, build_corpus
from translator.scoring.run import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Run in the page: measures what no look at the text can tell.
PROBE = """
<script>
addEventListener("load", () => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const ground = () => getComputedStyle(document.body).backgroundColor;
  const found = {};
  found.arabicRightOfEnglish = box("p[lang=ar]").left > box("p[lang=en]").right;
  const arabic = document.querySelector("p[lang=ar]");
  found.arabicAlign = getComputedStyle(arabic).textAlign;
  const range = document.createRange();
  const first = arabic.firstChild;
  range.setStart(first, 0); range.setEnd(first, 1);
  const start = range.getBoundingClientRect().right;
  range.setStart(first, first.length - 2); range.setEnd(first, first.length - 1);
  found.arabicRunsLeft = range.getBoundingClientRect().right < start;
  found.bars = document.querySelectorAll("svg rect").length;
  found.barHeight = box("svg rect").height;
  found.before = ground();
  document.getElementById("theme").click();
  found.after = ground();
  const order = () => [...document.querySelectorAll("article")].map((a) => a.dataset.place);
  found.order = order();
  document.getElementById("order").click();
  found.worstFirst = order();
  document.getElementById("order").click();
  found.orderAgain = order();
  found.loaded = performance.getEntriesByType("resource").length;
  found.overflow = document.documentElement.scrollWidth > innerWidth;
  const out = document.createElement("pre");
  out.id = "probe";
  out.textContent = JSON.stringify(found);
  document.body.append(out);
});
</script>
"""

Browse = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    corpus = build_corpus(
        [Lines("a.en", ("Putin went to Voscini today.", "Nothing right", "Kim left."))],
        [Lines("r.en", ("Putin went to Vostochny today.", "It cost 5 dollars.", "Kim left."))],
        Lines("s.ar", ("ذهب بوتين إلى فوستوشني اليوم.", "كلف 5 دولارات.", "غادر كيم.")),
    )
    report = make_report(
        compare(corpus, Settings(trials=20)), (), title="Report", created="3 November 2026"
    )
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_html(report), encoding="utf-8")
    return path


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    def run(page: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        assert CHROMIUM
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        return subprocess.run(
            [CHROMIUM, *FLAGS, profile, *arguments, page.as_uri()],
            capture_output=True,
            check=True,
            encoding="utf-8",
            timeout=60,
        )

    return run


@pytest.mark.parametrize(
    ("scheme", "width", "before", "after"),
    [
        (1, 1200, "rgb(255, 255, 255)", "rgb(22, 23, 26)"),
        (0, 600, "rgb(22, 23, 26)", "rgb(255, 255, 255)"),
    ],
    ids=["light and wide", "dark and narrow"],
)
def test_layout_theme_and_order(
    page: Path, browse: Browse, scheme: int, width: int, before: str, after: str
) -> None:
    probed = page.with_name(f"probe-{scheme}.html")
    text = page.read_text(encoding="utf-8").replace("</body>", PROBE + "</body>")
    probed.write_text(text, encoding="utf-8")
    done = browse(
        probed,
        "--dump-dom",
        f"--window-size={width},900",
        f"--blink-settings=preferredColorScheme={scheme}",
    )
    found = json.loads(done.stdout.split('<pre id="probe">')[1].split("</pre>")[0])
    assert found == {
        # On a narrow screen the Arabic stands above the English.
        "arabicRightOfEnglish": width > 1000,
        "arabicAlign": "right",
        "arabicRunsLeft": True,
        "bars": 3,
        "barHeight": found["barHeight"],
        "before": before,
        "after": after,
        "order": ["0", "1", "2"],
        "worstFirst": ["1", "0", "2"],
        "orderAgain": ["0", "1", "2"],
        "loaded": 0,
        "overflow": False,
    }
    assert found["barHeight"] > 10
    assert "CONSOLE" not in done.stderr


def test_screenshot_and_print(page: Path, browse: Browse) -> None:
    picture = page.with_name("report.png")
    browse(page, "--window-size=1200,1600", f"--screenshot={picture}")
    data = picture.read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1200, 1600)
    # A blank page of this size is under 15 KB.
    assert len(data) > 40_000
    paper = page.with_name("report.pdf")
    browse(page, "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    assert paper.read_bytes().startswith(b"%PDF-")
