"""python -m benchmarks [NAME...]: run the benchmarks named, or all, and print their figures."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import time

import benchmarks

# Modules that others use and that measure nothing themselves.
_HELPERS = {"__main__", "measuring"}


def main(named: list[str]) -> int:
    """Run and print; 2 if a name is unknown."""
    known = sorted(
        module.name
        for module in pkgutil.iter_modules(benchmarks.__path__)
        if not module.ispkg and module.name not in _HELPERS
    )
    unknown = [name for name in named if name not in known]
    if unknown:
        print(f"unknown benchmark {', '.join(unknown)}; there are {', '.join(known)}")
        return 2
    for name in named or known:
        module = importlib.import_module(f"benchmarks.{name}")
        begun = time.monotonic()
        print(f"\n## {name}: {(module.__doc__ or '').splitlines()[0]}")
        for figure, value in module.run():
            print(f"{figure:<72} {value}", flush=True)
        print(f"({time.monotonic() - begun:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
