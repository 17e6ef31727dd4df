"""The engine for Argos packages: drives a package's CTranslate2 model directly.

argostranslate itself translates about one sentence per batch; whole batches of like length cost
less than a third of the CPU time at the same beam (field notes 1).
"""

from __future__ import annotations

import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translator.engine.protocol import Hypothesis, Link, PackageInfo, Request
from translator.engine.repair import repair_entities
from translator.engine.tokenization import (
    BpeTokenization,
    SentencePieceTokenization,
    Tokenization,
    TokenizedText,
)
from translator.errors import EngineError

# A hypothesis ends at 256 tokens, so sources stay well below.
LONGEST_SOURCE = 220
# The bundled model has 512 places; CTranslate2 fails beyond them, so the rest is cut off.
_MOST_TOKENS = 500
# Source tokens of a batch with its padding: full batches of long sentences would take twice the
# memory of an article for 2 % less time.
_BATCH_TOKENS = 200
# Windows grow so that the first segments come soon and later ones are sorted over more text.
_FIRST_WINDOW = 8
_LARGEST_WINDOW = 512
_MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class _Job:
    """A request with its tokens."""

    position: int
    request: Request
    source: TokenizedText
    prefix: tuple[str, ...]


class ArgosEngine:
    """Runs one Argos package; see translator.engine.protocol.Engine.

    Args:
        package: an opened package (translator.packages.resolve).
        threads: CPU threads, 0 for all cores that this process may use.
        batch: the most segments in one batch.

    Raises:
        PackageError: the package cannot be opened.
        EngineError: its model cannot be loaded.
    """

    def __init__(self, package: PackageInfo, *, threads: int = 0, batch: int = 8):
        import ctranslate2

        from translator.packages.folder import open_package

        self.package = package
        self._argos = open_package(package)
        self._batch = batch
        threads = threads or _available_cores()
        self._workers = min(threads, _MOST_WORKERS)
        try:
            self._model = ctranslate2.Translator(
                str(package.path / "model"),
                device="cpu",
                inter_threads=self._workers,
                intra_threads=threads // self._workers,
            )
            self._tokenization = self._open_tokenization()
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineError(
                f"the package's model cannot be loaded ({error})",
                where=str(package.path),
                remedy="remove the package and install it again",
            ) from error

    def translate(
        self, requests: Iterable[Request]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """See Engine.translate: results come batch by batch, first requests early."""
        jobs = (self._job(position, request) for position, request in enumerate(requests))
        pending: deque[tuple[list[_Job], list[Any]]] = deque()
        for batch in self._batches(jobs):
            pending.append((batch, self._submit(batch)))
            if len(pending) > self._workers:
                yield from self._finish(*pending.popleft())
        while pending:
            yield from self._finish(*pending.popleft())

    def fits(self, source: str) -> bool:
        """True if the source is short enough for the model to translate it whole."""
        return len(self._tokenization.encode(source).tokens) <= LONGEST_SOURCE

    def _open_tokenization(self) -> Tokenization:
        path = self.package.path
        if self.package.tokenizer == "bpe":
            codes = self.package.from_code, self.package.to_code
            return BpeTokenization(path / "bpe.model", *codes)
        return SentencePieceTokenization(path / "sentencepiece.model")

    def _job(self, position: int, request: Request) -> _Job:
        prefix = [self._argos.target_prefix] if self._argos.target_prefix else []
        if request.target_prefix:
            prefix += self._tokenization.encode_prefix(request.target_prefix)
        source = self._tokenization.encode(request.source)
        return _Job(position, request, source, tuple(prefix))

    def _batches(self, jobs: Iterator[_Job]) -> Iterator[list[_Job]]:
        """Jobs of like length and the same options together, shortest padding first."""
        window = _FIRST_WINDOW
        while taken := list(itertools.islice(jobs, window)):
            taken.sort(key=lambda job: (_options(job.request), -len(job.source.tokens)))
            for _, alike in itertools.groupby(taken, key=lambda job: _options(job.request)):
                group = list(alike)
                size = min(self._batch, -(-len(group) // self._workers))
                yield from _chunks(group, size)
            window = min(window * 4, _LARGEST_WINDOW)

    def _submit(self, batch: list[_Job]) -> list[Any]:
        n_best, alignment, beam = _options(batch[0].request)
        decoding = self.package.decoding
        prefixes = [list(job.prefix) for job in batch]
        try:
            futures: list[Any] = self._model.translate_batch(
                [list(job.source.tokens) for job in batch],
                target_prefix=prefixes if any(prefixes) else None,
                beam_size=max(beam or decoding.beam, n_best),
                num_hypotheses=n_best,
                length_penalty=decoding.length_penalty,
                max_input_length=_MOST_TOKENS,
                replace_unknowns=not self._tokenization.covers_all_bytes,
                return_scores=True,
                return_attention=alignment,
                asynchronous=True,
            )
        except (RuntimeError, ValueError) as error:
            raise self._failure(batch, error) from error
        return futures

    def _finish(
        self, batch: list[_Job], futures: list[Any]
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for job, future in zip(batch, futures, strict=True):
            try:
                result = future.result()
            except (RuntimeError, ValueError) as error:
                raise self._failure(batch, error) from error
            attentions = result.attention or [None] * len(result.hypotheses)
            yield (
                job.position,
                tuple(
                    self._hypothesis(job, tokens, score, attention)
                    for tokens, score, attention in zip(
                        result.hypotheses, result.scores, attentions, strict=True
                    )
                ),
            )

    def _hypothesis(
        self,
        job: _Job,
        tokens: list[str],
        score: float,
        attention: Sequence[Sequence[float]] | None,
    ) -> Hypothesis:
        # CTranslate2 divides by length ** length_penalty; per token makes packages comparable.
        per_token = score * max(len(tokens), 1) ** (self.package.decoding.length_penalty - 1)
        marker = self._argos.target_prefix
        skipped = 1 if marker and tokens[:1] == [marker] else 0
        target = self._tokenization.decode(tokens[skipped:])
        repaired = repair_entities(target.text)
        text = repaired.text.strip()
        shift = len(repaired.text) - len(repaired.text.lstrip())
        if attention is None:
            return Hypothesis(text, per_token)
        offsets = [min(max(offset - shift, 0), len(text)) for offset in repaired.offsets]
        links = tuple(_links(job.source, target, offsets, attention[skipped:]))
        return Hypothesis(text, per_token, links)

    def _failure(self, batch: list[_Job], error: Exception) -> EngineError:
        return EngineError(
            f"the model failed ({error}) on a batch that begins “{batch[0].request.source[:40]}”",
            where=str(self.package.path),
            remedy="lower engine.batch in the configuration or try another package",
        )


def _options(request: Request) -> tuple[int, bool, int]:
    """What must be the same for all requests of a batch."""
    return request.n_best, request.alignment, request.beam


def _links(
    source: TokenizedText,
    target: TokenizedText,
    offsets: list[int],
    attention: Sequence[Sequence[float]],
) -> Iterator[Link]:
    """For each target token the source token that it attends to most."""
    for (start, end), weights in zip(target.spans, attention, strict=True):
        if start == end:
            continue
        positions = range(min(len(weights), len(source.spans)))
        best = max(positions, key=weights.__getitem__, default=None)
        if best is None or source.spans[best][0] == source.spans[best][1]:
            continue
        yield Link(*source.spans[best], offsets[start], offsets[end], float(weights[best]))


def _chunks(jobs: list[_Job], size: int) -> Iterator[list[_Job]]:
    """Batches of at most `size` jobs, longest first, and fewer of long ones to bound memory."""
    while jobs:
        longest = max(len(jobs[0].source.tokens), 1)
        taken = max(1, min(size, _BATCH_TOKENS // longest))
        yield jobs[:taken]
        jobs = jobs[taken:]


def _available_cores() -> int:
    """Cores that this process may use; a container or taskset may allow fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
