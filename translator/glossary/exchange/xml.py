"""XML read without ever opening another file, the network or an entity; shared by TBX and TMX."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from translator.errors import GlossaryError

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parse(content: bytes, file: str) -> Any:
    """The root element.

    Raises:
        GlossaryError: the file is no XML, or declares entities of its own; with file:line.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise GlossaryError(
            f"this is no valid XML ({(error.msg or 'no element found').split(', line')[0]})",
            where=f"{file}:{error.lineno or 1}",
            remedy="export it again from the program it comes from",
        ) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise GlossaryError(
            "the file declares XML entities, which could read other files",
            where=f"{file}:1",
            remedy="remove the declarations that begin with <!ENTITY",
        )
    return root


def local(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children with one of these names, whatever their namespace."""
    return (child for child in element if local(child) in names)


def inside(element: Any, *names: str) -> Iterator[Any]:
    """All descendants with one of these names, in the order of the file."""
    return (child for child in element.iter() if local(child) in names)


def text_of(element: Any) -> str:
    """The text of an element with that of its inline elements."""
    return "".join(element.itertext())


def language_of(element: Any) -> str:
    """The language without its region, as in "ar" for ar-EG; "" if there is none."""
    tag = element.get(LANGUAGE) or element.get("lang") or ""
    return tag.replace("_", "-").partition("-")[0].casefold()
