"""BLEU and chrF of the bundled model on flores_dev, translated by the command without glossary."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from benchmarks.measuring import FLORES, lines_of, muqabala


def run() -> list[tuple[str, str]]:
    """Scores by sacrebleu; needs ../shared."""
    if not FLORES.is_dir():
        return [("flores_dev", f"not measured: {FLORES} is not there")]
    from sacrebleu import corpus_bleu, corpus_chrf

    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "src.ar.txt", Path(folder) / "src.en.txt"
        source.write_bytes((FLORES / "src.ar").read_bytes())
        command = [muqabala(), "translate", str(source), "-q", "--no-glossary", "-o", str(output)]
        subprocess.run(command, check=True)
        hypotheses = lines_of(output)
    references = [lines_of(FLORES / "ref.en")]
    return [
        ("flores_dev BLEU (goal 26.9)", f"{corpus_bleu(hypotheses, references).score:.2f}"),
        ("flores_dev chrF (goal 54.5)", f"{corpus_chrf(hypotheses, references).score:.2f}"),
    ]
