"""Folding: the form of a name in which case and accents make no difference."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """The text for comparing and sorting: no case, no accents, single spaces, full-width forms plain.

    Letters of every script stay apart except where only an accent tells them apart.
    """
    if text.isascii():
        plain = text
    else:
        decomposed = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
        plain = unicodedata.normalize("NFC", decomposed.replace("ł", "l").replace("Ł", "L").replace("ø", "o"))
    return " ".join(plain.casefold().split())
