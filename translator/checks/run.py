"""All checks of a segment, in the order in which a reader should see what they found."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from translator.checks.brackets import check_brackets
from translator.checks.currencies import check_currencies
from translator.checks.empty import check_empty
from translator.checks.html_entities import check_html_entities
from translator.checks.length_ratio import check_length_ratio
from translator.checks.magnitudes import check_magnitudes
from translator.checks.months import check_months
from translator.checks.numbers import check_numbers
from translator.checks.percentages import check_percentages
from translator.checks.quotes import check_quotes
from translator.checks.repetition import check_repetition
from translator.checks.untranslated import check_untranslated
from translator.checks.weekdays import check_weekdays
from translator.translation import Flag


@dataclass(frozen=True, slots=True)
class Check:
    """A check that needs no reference.

    Attributes:
        code: Flag.code of what it finds.
        explanation: what it looks at, in one line.
        run: (source, target) to flags.
    """

    code: str
    explanation: str
    run: Callable[[str, str], tuple[Flag, ...]]


CHECKS = (
    Check("empty", "The Arabic has text, the English has none.", check_empty),
    Check("untranslated", "Arabic letters were left in the English.", check_untranslated),
    Check("number", "A number is missing, changed or new in the English.", check_numbers),
    Check("magnitude", "Thousands, millions or billions got lost.", check_magnitudes),
    Check("percentage", "A percentage is none in the English, or only there.", check_percentages),
    Check("currency", "A currency is missing or new in the English.", check_currencies),
    Check("month", "A month is missing or new in the English.", check_months),
    Check("weekday", "A weekday is missing or new in the English.", check_weekdays),
    Check("repetition", "The English says the same words again and again.", check_repetition),
    Check("html-entity", "Codes such as &apos; stand in the English.", check_html_entities),
    Check("length", "The English is far longer or shorter than usual.", check_length_ratio),
    Check("quote", "A quotation mark in the English has no partner.", check_quotes),
    Check("bracket", "A bracket in the English has no partner.", check_brackets),
)


def run_checks(source: str, target: str, kept: Collection[str] = frozenset()) -> tuple[Flag, ...]:
    """Everything that the checks doubt in a segment.

    Args:
        kept: Arabic that is meant to stay in the English (a glossary's terms with keep: true).

    Returns:
        Flags in the order of CHECKS. An empty English has one flag and no others.
    """
    if empty := check_empty(source, target):
        return empty
    flags: list[Flag] = []
    for check in CHECKS:
        if check.run is check_untranslated:
            flags += check_untranslated(source, target, kept)
        else:
            flags += check.run(source, target)
    return tuple(flags)
