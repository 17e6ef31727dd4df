"""Arabic spelling folded to one form for comparison, with a map back to the original text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LETTERS = {
    # Alef with hamza, madda or wasla.
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    # The seats of hamza.
    **dict.fromkeys("ؤئءٶٸ", "ء"),
    # Final forms that news writes either way.
    "ى": "ي",
    "ة": "ه",
    # Persian, Kurdish and Urdu letters, and letters made for foreign sounds.
    **dict.fromkeys("یېۍێؠ", "ي"),
    **dict.fromkeys("کڪګگڭݣ", "ك"),
    **dict.fromkeys("ھہەۀۂۃۿ", "ه"),
    **dict.fromkeys("ۆۇۈۋۏ", "و"),
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    **dict.fromkeys("ڤڥڢ", "ف"),
    "ڨ": "ق",
    "ڵ": "ل",
    "ڕ": "ر",
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
    "ں": "ن",
    # Tatweel only stretches a line.
    "ـ": "",
}
_HAMZA_ABOVE = "\u0654"
_HAMZA_BELOW = "\u0655"
_MARKS_ALONE = range(0xFE70, 0xFE80)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text and where each of its characters comes from.

    Attributes:
        original: the text as it was.
        text: the folded text.
        offsets: for each folded character, the offset of the original character it comes from;
            never falling. The two letters of a lam-alef ligature share one offset.
        ends: for each folded character, the offset after the original character and the marks
            and tatweel on it.
    """

    original: str
    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of the folded span from start to end.

        Harakat and tatweel after its last letter belong to it. An empty span stays empty.

        Raises:
            ValueError: start and end are not a span of the folded text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no span of {len(self.text)} folded characters: {start}..{end}")
        if start == end:
            place = self.offsets[start] if start < len(self.offsets) else len(self.original)
            return place, place
        return self.offsets[start], self.ends[end - 1]


class _Table(dict[str, str]):
    """Folded form of each character, worked out when it is first met."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        return folded


def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    if ord(character) in _MARKS_ALONE or unicodedata.category(character) in ("Mn", "Cf"):
        return ""
    if character.isspace():
        return " "
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    plain = unicodedata.normalize("NFKC", character)
    if plain != character:
        return "".join(_fold_character(part) for part in plain)
    # A few capitals have lower forms of two letters; those stay, so that nothing is invented.
    lower = character.lower()
    return lower if len(lower) == 1 else character


_TABLE = _Table()


def fold(text: str) -> FoldedText:
    """Fold Arabic spelling: one form for what news writes in several ways.

    Harakat, tatweel, bidi controls and zero-width joiners are dropped; alef, hamza, ya and
    ta-marbuta forms and Persian letters become one letter each; presentation forms become the
    letters that they show; every digit becomes 0-9; every white space becomes " "; Latin letters
    become small.
    """
    characters: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    table = _TABLE
    for place, character in enumerate(text):
        folded = table[character]
        if folded:
            for letter in folded:
                characters.append(letter)
                offsets.append(place)
                ends.append(place + 1)
        elif ends and (character == "ـ" or unicodedata.category(character) != "Cf"):
            # Controls end no word: only what is drawn on a letter belongs to it.
            _extend(ends, offsets, place + 1)
            if character in (_HAMZA_ABOVE, _HAMZA_BELOW) and characters[-1] in "وي":
                characters[-1] = "ء"
    return FoldedText(text, "".join(characters), tuple(offsets), tuple(ends))


def folded_letters(text: str) -> str:
    """The folded text alone, faster than fold."""
    if _HAMZA_ABOVE in text or _HAMZA_BELOW in text:
        return fold(text).text
    return "".join(map(_TABLE.__getitem__, text))


def _extend(ends: list[int], offsets: list[int], end: int) -> None:
    """Let the last original character, of one or more folded letters, reach to end."""
    last = len(ends) - 1
    place = offsets[last]
    while last >= 0 and offsets[last] == place:
        ends[last] = end
        last -= 1


def without_marks(text: str) -> str:
    """The text's letters as they are spelt, but with no harakat, tatweel and controls.

    Alefs are folded, because hamza on alef is left out at will; ى/ي and ة/ه stay apart.
    """
    kept = []
    for character in unicodedata.normalize("NFKC", text):
        folded = _TABLE[character]
        if folded:
            kept.append(folded if folded == "ا" else character)
    return "".join(kept)
