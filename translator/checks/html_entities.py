"""Check of HTML entities: "&apos;" where an apostrophe should be, also with spaces in it."""

from __future__ import annotations

import re
from html.entities import html5

from translator.translation import Flag

_ENTITY = re.compile(r"&\s?(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30})\s?;")


def check_html_entities(source: str, target: str) -> tuple[Flag, ...]:
    """Flags for HTML entities that the source does not have."""
    flags = []
    for match in _ENTITY.finditer(target):
        name = match[1]
        known = name.startswith("#") or f"{name};" in html5 or f"{name.lower()};" in html5
        if known and f"&{name};" not in source:
            message = f'computer code was left in the English: "{match.group()}"'
            flags.append(Flag("html-entity", message, -1, -1, match.start(), match.end()))
    return tuple(flags)
