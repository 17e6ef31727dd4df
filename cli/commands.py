"""The table of commands: a command's module is loaded when it is called, not for --help."""

from __future__ import annotations

# Name: (module, its function or Typer, the first sentence of its help); a test compares them.
COMMANDS = {
    "tui": (
        "cli.tui",
        "tui",
        "Read an article and its translation side by side; also `muqabala ARTICLE`.",
    ),
    "demo": (
        "cli.demo",
        "demo",
        "Open the example article; without a terminal, print its translation and scores.",
    ),
    "serve": (
        "cli.serve",
        "serve",
        "Show the side-by-side view in this computer's browser, for this computer alone.",
    ),
    "translate": ("cli.translate", "translate", "Translate Arabic files to English."),
    "score": (
        "cli.score",
        "score",
        "Score a translation against one or more references, with sacrebleu's figures.",
    ),
    "compare": (
        "cli.compare",
        "compare",
        "Compare translations of the same text: which is better, and is it more than chance?",
    ),
    "history": (
        "cli.history",
        "history",
        "Show the runs of a log as a table, and the trend of one metric as a plot.",
    ),
    "check": (
        "cli.check",
        "check",
        "Find missing numbers, left-over Arabic and other faults without a reference.",
    ),
    "align": (
        "cli.align",
        "align",
        "Pair an Arabic article with an English one that has other lines.",
    ),
    "glossary": ("cli.glossary", "app", "Check, change, search and exchange glossaries."),
    "package": ("cli.package", "app", "List, describe, install and remove translation packages."),
    "config": ("cli.config", "app", "Show the settings and where they come from."),
    "doctor": (
        "cli.doctor",
        "doctor",
        "Check versions, package, settings, glossaries and folders, and prove to be offline.",
    ),
}
