"""Characters that turn round in right-to-left text, and the brackets that pair up.

Source: BidiMirroring.txt and BidiBrackets.txt of the Unicode Character Database 15.0. Python's
unicodedata tells only that a character is mirrored, not which one is its mirror image.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Each two neighbours are a pair: an opening bracket and its closing bracket.
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎"
    "⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)

# Each two neighbours are mirror images of each other, but they do not enclose anything.
_OTHERS = (
    "<>«»‹›∈∋∉∌∊∍∕⧵∟⯾∠⦣∡⦛∢⦠∤⫮∼∽≃⋍≅≌≒≓≔≕≤≥≦≧≨≩≪≫≮≯≰≱≲≳≴≵≶≷≸≹≺≻≼≽≾≿⊀⊁⊂⊃"
    "⊄⊅⊆⊇⊈⊉⊊⊋⊏⊐⊑⊒⊘⦸⊢⊣⊦⫞⊨⫤⊩⫣⊫⫥⊰⊱⊲⊳⊴⊵⊶⊷⊸⟜⋉⋊⋋⋌⋐⋑⋖⋗⋘⋙⋚⋛⋜⋝⋞⋟⋠⋡⋢⋣⋤⋥⋦⋧⋨⋩⋪⋫⋬⋭"
    "⋰⋱⋲⋺⋳⋻⋴⋼⋶⋽⋷⋾⟃⟄⟈⟉⟋⟍⟕⟖⟝⟞⟢⟣⟤⟥⦤⦥⦨⦩⦪⦫⦬⦭⦮⦯⧀⧁⧄⧅⧏⧐⧑⧒⧔⧕⧨⧩⧸⧹⨫⨬⨭⨮⨴⨵⨼⨽⩤⩥⩹⩺⩻⩼"
    "⩽⩾⩿⪀⪁⪂⪃⪄⪅⪆⪇⪈⪉⪊⪋⪌⪍⪎⪏⪐⪑⪒⪓⪔⪕⪖⪗⪘⪙⪚⪛⪜⪝⪞⪟⪠⪡⪢⪦⪧⪨⪩⪪⪫⪬⪭⪯⪰⪱⪲⪳⪴⪵⪶⪷⪸⪹⪺⪻⪼⪽⪾⪿⫀"
    "⫁⫂⫃⫄⫅⫆⫇⫈⫉⫊⫋⫌⫍⫎⫏⫐⫑⫒⫓⫔⫕⫖⫬⫭⫷⫸⫹⫺⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡﹤﹥＜＞"
)

_PAIRS = tuple(zip((_BRACKETS + _OTHERS)[::2], (_BRACKETS + _OTHERS)[1::2], strict=True))

MIRROR: dict[str, str] = dict(_PAIRS) | {right: left for left, right in _PAIRS}
"""Character -> its mirror image (rule L4)."""

# U+2329 and U+3008 are the same bracket to UAX #9 (BD16), so both sides are normalised.
OPENING: dict[str, str] = {
    opener: unicodedata.normalize("NFC", closer)
    for opener, closer in zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)
}
"""Opening bracket -> the normal form of the bracket that closes it."""

CLOSING: dict[str, str] = {
    closer: unicodedata.normalize("NFC", closer) for closer in _BRACKETS[1::2]
}
"""Closing bracket -> its normal form."""

_MIRRORED = re.compile(f"[{re.escape(_BRACKETS + _OTHERS)}]")


def mirror(text: str, levels: Sequence[int], drawn: list[str]) -> None:
    """Put mirror images in the place of right-to-left characters that have one (rule L4).

    Args:
        text: the characters.
        levels: their levels.
        drawn: what is drawn for each of them; changed in place.
    """
    for match in _MIRRORED.finditer(text):
        if levels[match.start()] % 2:
            drawn[match.start()] = MIRROR[match.group()]
