"""The metadata.json of an Argos package."""

from __future__ import annotations

import json
from dataclasses import dataclass

from translator.engine.protocol import Decoding
from translator.errors import PackageError

# What argostranslate.translate passes to CTranslate2 for every package.
ARGOS_DECODING = Decoding(beam=4, length_penalty=0.2)
_REMEDY = "get the package again or mend this file"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What metadata.json says.

    Attributes:
        version: package_version, "" if the file names none.
        type: "translate" for everything that Muqabala can use.
        decoding: the package's own `"decoding": {"beam_size": ..., "length_penalty": ...}`, where
            it gives none Argos's values.
        inline_terms: `"inline_terms": true`, the model copies names in Latin letters.
    """

    version: str
    from_code: str
    to_code: str
    from_name: str
    to_name: str
    type: str
    decoding: Decoding
    inline_terms: bool

    def pair(self) -> str:
        """The language pair for messages, as in "ar -> en"."""
        return f"{self.from_code or '?'} -> {self.to_code or '?'}"


def parse_metadata(content: bytes, where: str) -> Metadata:
    """Read the bytes of a metadata.json.

    Args:
        where: the file's name for messages.

    Raises:
        PackageError: it is no JSON object or a value is of the wrong kind.
    """
    try:
        data = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PackageError("is not UTF-8 text", where=where, remedy=_REMEDY) from error
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}"
        raise PackageError(f"is not JSON ({error.msg})", where=place, remedy=_REMEDY) from error
    except RecursionError as error:
        raise PackageError("is nested too deeply", where=where, remedy=_REMEDY) from error
    if not isinstance(data, dict):
        raise PackageError("is not a JSON object", where=where, remedy=_REMEDY)
    return Metadata(
        version=_text(data, "package_version", where),
        from_code=_text(data, "from_code", where),
        to_code=_text(data, "to_code", where),
        from_name=_text(data, "from_name", where),
        to_name=_text(data, "to_name", where),
        type=_text(data, "type", where) or "translate",
        decoding=_decoding(data.get("decoding"), where),
        inline_terms=_flag(data, "inline_terms", where),
    )


def check_pair(metadata: Metadata, pair: tuple[str, str], where: str) -> None:
    """Raise PackageError unless the package translates between these language codes."""
    if metadata.type != "translate":
        raise PackageError(
            f'is a package of type "{metadata.type}", which translates nothing',
            where=where,
            remedy='choose one of type "translate"',
        )
    if (metadata.from_code, metadata.to_code) != pair:
        raise PackageError(
            f"translates {metadata.pair()}, not {pair[0]} -> {pair[1]}",
            where=where,
            remedy="choose a package of the right language pair",
        )


def _text(data: dict[str, object], key: str, where: str) -> str:
    value = data.get(key)
    if value is None:
        return ""
    # Shown in lists and messages: no line breaks and no escape sequences for the terminal.
    if not isinstance(value, str) or not value.isprintable():
        raise PackageError(f'"{key}" must be text, not {value!r}', where=where, remedy=_REMEDY)
    return value


def _flag(data: dict[str, object], key: str, where: str) -> bool:
    value = data.get(key, False)
    if not isinstance(value, bool):
        raise PackageError(
            f'"{key}" must be true or false, not {value!r}', where=where, remedy=_REMEDY
        )
    return value


def _decoding(value: object, where: str) -> Decoding:
    if value is None:
        return ARGOS_DECODING
    if not isinstance(value, dict):
        raise PackageError(
            f'"decoding" must be an object with beam_size and length_penalty, not {value!r}',
            where=where,
            remedy=_REMEDY,
        )
    beam = value.get("beam_size", ARGOS_DECODING.beam)
    penalty = value.get("length_penalty", ARGOS_DECODING.length_penalty)
    if not isinstance(beam, int) or isinstance(beam, bool) or beam < 1:
        raise PackageError(
            f'"decoding.beam_size" must be a whole number of at least 1, not {beam!r}',
            where=where,
            remedy=_REMEDY,
        )
    if not isinstance(penalty, int | float) or isinstance(penalty, bool) or penalty < 0:
        raise PackageError(
            f'"decoding.length_penalty" must be a number of at least 0, not {penalty!r}',
            where=where,
            remedy=_REMEDY,
        )
    return Decoding(beam=beam, length_penalty=float(penalty))
