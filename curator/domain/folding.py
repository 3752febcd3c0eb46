"""Folding: the form of a name in which case and accents make no difference."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]+")
_STROKES = str.maketrans("łøđħ", "lodh")


def folded(text: str) -> str:
    """The text for comparing and sorting: no case, no accents, single spaces, full-width forms plain.

    Letters of every script stay apart except where only an accent tells them apart.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = _ACCENTS.sub("", plain).translate(_STROKES)
    return " ".join(unicodedata.normalize("NFC", plain).split())
