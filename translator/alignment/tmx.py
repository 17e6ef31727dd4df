"""An alignment as a translation memory: TMX 1.4b (LISA/GALA), which CAT tools read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import version
from typing import IO

from translator.alignment.rows import Row

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold, such as a form feed from a PDF.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(rows: Iterable[Row], stream: IO[str]) -> None:
    """Write every unit that has both sides, with its confidence as a property."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "muqabala",
            "creationtoolversion": version("muqabala"),
            "segtype": "block",
            "o-tmf": "muqabala",
            "adminlang": "en",
            "srclang": "ar",
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for row in rows:
        if row.source and row.reference:
            unit = etree.SubElement(body, "tu")
            etree.SubElement(unit, "prop", type="x-confidence").text = f"{row.confidence:.3f}"
            for language, text in (("ar", row.source), ("en", row.reference)):
                variant = etree.SubElement(unit, "tuv", {_LANGUAGE: language})
                etree.SubElement(variant, "seg").text = _FORBIDDEN.sub(" ", text)
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')
