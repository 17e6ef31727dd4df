"""Check of empty output: an Arabic sentence for which there is no English."""

from __future__ import annotations

from translator.translation import Flag


def check_empty(source: str, target: str) -> tuple[Flag, ...]:
    """A flag if the source has letters or digits and the English has none."""
    if any(map(str.isalnum, source)) and not any(map(str.isalnum, target)):
        what = "only signs" if target.strip() else "empty"
        message = f"the Arabic has text, the English is {what}"
        return (Flag("empty", message, 0, len(source), 0, len(target)),)
    return ()
