"""What benchmarks share: medians, processes with their memory, and where the texts are."""

from __future__ import annotations

import csv
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLORES = ROOT.parent / "shared" / "eval" / "flores_dev"
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of work took, in seconds."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class ProcessCost:
    """What a whole process took: seconds, and its largest resident memory in MB."""

    wall: float
    cpu: float
    memory: float


def cost_of(work: Callable[[], object]) -> Cost:
    """Wall and CPU seconds of one call, all threads together."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def alternating(*works: Callable[[], object], rounds: int = ROUNDS) -> list[Cost]:
    """Median cost of each piece of work; they take turns, so that a busy spell hits all."""
    costs: list[list[Cost]] = [[] for _ in works]
    for _ in range(rounds):
        for taken, work in zip(costs, works, strict=True):
            taken.append(cost_of(work))
    return [
        Cost(
            statistics.median(cost.wall for cost in taken),
            statistics.median(cost.cpu for cost in taken),
        )
        for taken in costs
    ]


def process_cost(command: Sequence[str]) -> ProcessCost:
    """Run a command once; its output is dropped.

    Raises:
        CalledProcessError: the command failed.
    """
    code = (
        "import resource,subprocess,sys,time\n"
        "begun=time.perf_counter()\n"
        "subprocess.run(sys.argv[1:],check=True,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)\n"
        "u=resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(time.perf_counter()-begun,u.ru_utime+u.ru_stime,u.ru_maxrss)\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True
    )
    wall, cpu, memory = map(float, shown.stdout.split())
    # ru_maxrss is in KB on Linux and in bytes on macOS.
    return ProcessCost(wall, cpu, memory / (1024 if sys.platform != "darwin" else 1024**2))


def median_process(command: Sequence[str], rounds: int = ROUNDS) -> ProcessCost:
    """The median of each cost over several runs of a command."""
    runs = [process_cost(command) for _ in range(rounds)]
    return ProcessCost(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        statistics.median(run.memory for run in runs),
    )


def muqabala() -> str:
    """The command beside the running Python."""
    return str(Path(sys.executable).parent / "muqabala")


@dataclass(frozen=True, slots=True)
class ListedName:
    """A line of names.tsv: a name in the Arabic of a flores_dev sentence and in its reference."""

    line: int
    source: str
    target: str
    similarity: float


def listed_names() -> list[ListedName]:
    """The names of flores_dev; lines count from 1."""
    with (FLORES / "names.tsv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            ListedName(int(row["line"]), row["ar_span"], row["en_name"], float(row["sim"]))
            for row in reader
        ]


def lines_of(path: Path) -> list[str]:
    """A text's lines."""
    return path.read_text(encoding="utf-8").splitlines()
