"""The systems of flores_dev and our bundled package, with and without names as glossary."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measuring import FLORES


def run() -> list[tuple[str, str]]:
    """One row for each system, best chrF last; needs ../shared. Names: those of names.tsv."""
    if not FLORES.is_dir():
        return [("systems", f"not measured: {FLORES} is not there")]
    from translator.assembly import GlossaryChoice
    from translator.config.load import load_config
    from translator.scoring.evaluate import Request, evaluate
    from translator.scoring.run import Settings

    files = sorted((FLORES / "systems").glob("*.en"))
    with tempfile.TemporaryDirectory() as folder:
        # Defaults only: no configuration or glossary of whoever runs this.
        settings = load_config(None, environment={}, folder=Path(folder)).settings
        glossary = _glossary(Path(folder))
        request = Request(
            systems=(*map(str, files), "bundled", f"bundled+{glossary}"),
            references=(FLORES / "ref.en",),
            choice=Settings(trials=0),
            glossary=GlossaryChoice(use=False),
            source=FLORES / "src.ar",
            names=FLORES / "names.tsv",
        )
        comparison = evaluate(request, settings).comparison
    rows = []
    for system, names in zip(comparison.systems, comparison.names, strict=True):
        figures = "  ".join(f"{score.metric} {score.value:.1f}" for score in system.scores)
        shown = Path(system.system).name.removesuffix(".en")
        label = "bundled + names.tsv as glossary" if "+" in system.system else shown
        rows.append((system.of("chrF").value, label, f"{figures}  names {names.success:.1f} %"))
    return [(label, figures) for _, label, figures in sorted(rows)]


def _glossary(folder: Path) -> Path:
    """names.tsv as a glossary file."""
    from translator.scoring.names_file import read_names

    lines = (FLORES / "src.ar").read_text(encoding="utf-8").splitlines()
    names = read_names(FLORES / "names.tsv", {n + 1: n for n in range(len(lines))})
    path = folder / "names.yaml"
    entries = {(name.surface, name.term.target) for name in names}
    text = ["name: names", "description: names of flores_dev", "terms:"]
    for source, target in sorted(entries):
        text += [f"  - source: {_quoted(source)}", f"    target: {_quoted(target)}"]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
