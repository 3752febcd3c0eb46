"""Folding: the form of a name in which case and accents make no difference."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]+")
_STROKES = str.maketrans("łøđħ", "lodh")


_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+"
)
"""Accents, the points of Hebrew, and the vowel signs and the lengthening stroke of Arabic."""

_DOTLESS = str.maketrans("łøđħı", "lodhi")


def sought(text: str) -> str:
    """The text as words of it are searched for: no case, accents, points or vowel signs in any script.

    Unlike names, whose `folded` forms are kept, "ı" is "i" here, since its capital is "I".
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", _MARKS.sub("", plain).translate(_DOTLESS))


def folded(text: str) -> str:
    """The text for comparing and sorting: no case, no accents, single spaces, full-width forms plain.

    Letters of every script stay apart except where only an accent tells them apart.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = _ACCENTS.sub("", plain).translate(_STROKES)
    return " ".join(unicodedata.normalize("NFC", plain).split())
