"""One package folder: checked file by file, described and opened in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from translator.engine.protocol import PackageInfo
from translator.errors import PackageError
from translator.packages.metadata import Metadata, check_pair, parse_metadata
from translator.packages.model_file import check_model_file

if TYPE_CHECKING:
    from argostranslate.package import Package

ARABIC_TO_ENGLISH = ("ar", "en")
# In the order in which argostranslate.package.Package looks for them.
TOKENIZERS = {"sentencepiece.model": "sentencepiece", "bpe.model": "bpe"}
_REMEDY = "get the package again, or name another one with --package"


def read_folder(
    folder: Path, label: str, *, pair: tuple[str, str] = ARABIC_TO_ENGLISH
) -> PackageInfo:
    """Check a package folder and describe it; nothing is unpacked, copied or loaded.

    Raises:
        PackageError: a file is missing, broken or cut short, or the language pair is another.
    """
    metadata = read_folder_metadata(folder)
    check_pair(metadata, pair, str(folder))
    tokenizer = _tokenizer(folder)
    check_model_file(folder / "model" / "model.bin")
    _check_vocabulary(folder / "model")
    return PackageInfo(
        label=label,
        path=folder,
        version=metadata.version,
        from_code=metadata.from_code,
        to_code=metadata.to_code,
        tokenizer=tokenizer,
        decoding=metadata.decoding,
        inline_terms=metadata.inline_terms,
    )


def read_folder_metadata(folder: Path) -> Metadata:
    """The metadata of a package folder.

    Raises:
        PackageError: there is no such folder, or its metadata.json is missing or broken.
    """
    path = folder / "metadata.json"
    if not folder.is_dir():
        raise PackageError("is no folder", where=str(folder), remedy=_REMEDY)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        problem = "is no Argos package: metadata.json is missing"
        raise PackageError(problem, where=str(folder), remedy=_REMEDY) from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise PackageError(problem, where=str(path), remedy="check its permissions") from error
    return parse_metadata(content, str(path))


def open_package(info: PackageInfo) -> Package:
    """Argos's own object for a package, opened in place; it holds the tokenizer.

    Raises:
        PackageError: Argos cannot open it.
    """
    from translator.packages.argos import import_argos_package

    try:
        return import_argos_package().Package(info.path)
    except (OSError, ValueError, TypeError) as error:
        problem = f"Argos cannot open it ({error})"
        raise PackageError(problem, where=str(info.path), remedy=_REMEDY) from error


def _tokenizer(folder: Path) -> str:
    for name, tokenizer in TOKENIZERS.items():
        path = folder / name
        if path.is_file():
            if path.stat().st_size == 0:
                raise PackageError("is empty", where=str(path), remedy=_REMEDY)
            return tokenizer
    problem = "the tokenizer is missing: neither sentencepiece.model nor bpe.model is there"
    raise PackageError(problem, where=str(folder), remedy=_REMEDY)


def _check_vocabulary(model: Path) -> None:
    """CTranslate2 needs one shared vocabulary or one for each side."""

    def there(side: str) -> bool:
        return any((model / f"{side}_vocabulary.{end}").is_file() for end in ("json", "txt"))

    if not there("shared") and not (there("source") and there("target")):
        problem = "the vocabulary is missing (shared_vocabulary.json)"
        raise PackageError(problem, where=str(model), remedy=_REMEDY)
