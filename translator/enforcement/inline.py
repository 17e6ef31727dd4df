"""Inline terms: the Latin name stands in the source for the Arabic, and the model copies it.

Models trained on such sources copy nearly all of them and fit the sentence around (WMT 2023
terminology task, code-switching; the bundled package's card).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from translator.enforcement.choose import SECOND_BEAM, Work, unfinished
from translator.enforcement.presence import find_places
from translator.enforcement.similar import find_respelled
from translator.enforcement.splice import Spliced, mend_near_misses, splice_at
from translator.enforcement.variant import Exchange, SourceVariant
from translator.engine.protocol import Engine, Link, Request
from translator.glossary.term import TermMatch
from translator.translation import Method

_LEADING_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
# A garbled copy may differ by a letter or two ("Mosssack"); Latin in the source proves what it is.
_NEAR_COPY = 0.85
_ADDRESS_MARKS = re.compile(r"[/@]|\w\.\w")
# Rough sounds for what has to be kept in Arabic script: only a name for the model to carry along.
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ"
_LATIN = "abttjhkdzrzsssdtzagfkklmnhwiaaaaiawi"
_LETTERS = dict(zip(_ARABIC, _LATIN, strict=True))


def add_inline(engine: Engine, works: Sequence[Work]) -> None:
    """Translate again with missing terms inline; where one is still missing, with all of them."""
    for everything in (False, True):
        jobs = []
        for work in unfinished(works):
            matches = work.matches if everything else work.unmet(work.candidates[0][1])
            jobs.append((work, tuple(matches), inline_variant(work.source, matches)))
        if everything:
            jobs = [job for job in jobs if len(job[1]) > len(job[0].unmet(job[0].candidates[0][1]))]
        requests = [
            Request(job[2].text, n_best=SECOND_BEAM, alignment=True, beam=SECOND_BEAM)
            for job in jobs
        ]
        for number, hypotheses in engine.translate(requests):
            work, matches, variant = jobs[number]
            for hypothesis in hypotheses:
                links = variant.original_links(hypothesis.links)
                restored = restore(hypothesis.text, links, matches)
                restored = mend_near_misses(restored, work.matches)
                work.offer(
                    restored.text,
                    hypothesis.score,
                    restored.links,
                    variant,
                    base=work.candidates[0],
                    method=Method.INLINE,
                )


def stand_in(match: TermMatch) -> str:
    """The Latin name that goes into the source for the match: no article, no accents.

    The model was trained on names without accents; the right spelling is put back afterwards.
    """
    if match.term.keep and not match.surface.isascii():
        return _latinised(match.surface)
    if match.term.keep and _ADDRESS_MARKS.search(match.surface):
        return _plain_name(match.surface)
    decomposed = unicodedata.normalize("NFD", match.term.target)
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return _LEADING_ARTICLE.sub("", " ".join(plain.split())) or plain


def inline_variant(source: str, matches: Sequence[TermMatch]) -> SourceVariant:
    """The source with the matches' names in Latin letters.

    A clitic stands alone before the name ("ل Krasnopil"); the article is dropped, since English
    names take none.
    """
    exchanges = []
    for match in sorted(matches, key=lambda match: match.start):
        clitics = "".join(clitic for clitic in match.clitics if clitic != "ال")
        text = f"{clitics} {stand_in(match)}" if clitics else stand_in(match)
        before, after = source[: match.word_start], source[match.end :]
        if before and (before[-1].isalnum()):
            text = " " + text
        if after and after[0].isalnum():
            text += " "
        exchanges.append(Exchange(match.word_start, match.end, text))
    return SourceVariant(source, tuple(exchanges))


def restore(text: str, links: tuple[Link, ...], matches: Sequence[TermMatch]) -> Spliced:
    """Put the glossary's spelling where the model copied a stand-in, perhaps garbled."""
    spliced = Spliced(text, links)
    for match in matches:
        if find_places(spliced.text, match):
            continue
        place = find_respelled(spliced.text, stand_in(match), near=_NEAR_COPY)
        if place:
            spliced = splice_at(spliced, place.start, place.end, match)
    return spliced


def _plain_name(address: str) -> str:
    """A name for an address, which models garble: "Example" for "https://www.example.org/x"."""
    words = re.findall(r"[A-Za-z]{3,}", re.sub(r"^(?:https?://)?(?:www\.)?", "", address))
    return words[0].capitalize() if words else "Xan"


def _latinised(surface: str) -> str:
    """A made-up Latin spelling of an Arabic name, one that the model can copy."""
    words = [
        "".join(_LETTERS.get(letter, letter if letter.isascii() else "") for letter in word)
        for word in re.findall(r"[^\W_]+", surface)
    ]
    return " ".join(word.capitalize() for word in words if word) or "Xan"
