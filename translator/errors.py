"""Every error that Muqabala raises on purpose.

MuqabalaError                  one line for the user: what, where, and what to do
├── InputError                 a file or text that cannot be read or is not what it should be
│   ├── DecodingError          bytes that are no text, or no known encoding
│   └── LanguageError          a text that is not Arabic
├── OutputError                a file that cannot be written (full disk, same as the input, ...)
├── ConfigError                config.yaml or a MUQABALA_ variable
├── GlossaryError              a glossary file or a change to one
├── PackageError               an Argos package that is missing, broken or cannot be installed
├── EngineError                the model failed while translating
├── ScoringError               hypotheses and references that cannot be scored together
└── SessionError               the saved work beside an article

Every one ends a command with exit code 2 and its message, never with a traceback.
"""

from __future__ import annotations


class MuqabalaError(Exception):
    """Base of all errors shown to users.

    Args:
        problem: what is wrong, one sentence without a final full stop.
        where: the file, "file:line" or segment that it is about, if any.
        remedy: what the user can do, as an imperative clause, if anything.
    """

    def __init__(self, problem: str, *, where: str | None = None, remedy: str | None = None):
        self.problem = problem
        self.where = where
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        text = f"{self.where}: {self.problem}" if self.where else self.problem
        return f"{text}; {self.remedy}" if self.remedy else text


class InputError(MuqabalaError):
    """A file or text that cannot be read or is not what it should be."""


class DecodingError(InputError):
    """Bytes that are no text, or in no known encoding."""


class LanguageError(InputError):
    """A text that is not in Arabic."""


class OutputError(MuqabalaError):
    """A file that cannot be written."""


class ConfigError(MuqabalaError):
    """A fault in config.yaml or in a MUQABALA_ environment variable."""


class GlossaryError(MuqabalaError):
    """A fault in a glossary file, or a change to one that cannot be made."""


class PackageError(MuqabalaError):
    """An Argos package that is missing, broken or cannot be installed."""


class EngineError(MuqabalaError):
    """The model failed while translating."""


class ScoringError(MuqabalaError):
    """Hypotheses and references that cannot be scored together."""


class SessionError(MuqabalaError):
    """The saved work beside an article cannot be read or written."""
