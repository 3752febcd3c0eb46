"""Proper words: which words of a language are written with a capital, and which all in capitals.

Word lists are in small letters, as if "Франция" could stand wherever "станция" can. Made by
packaging/data/build_capitals.py, which describes the form.
"""

from __future__ import annotations

from curator import paths
from curator.cleaning.models.streams import streams_of

MAGIC = b"curator capitals 1\n"
NAME, INITIALS = 1, 2
"""Words that begin with a capital wherever they stand, as names do, and those all in capitals."""
FURTHER = 255
"""Stands for so many words in which no name ends the count."""

_SMALL, _CAPITAL, _INITIALS = -4.0, 1.0, 3.0
"""What counts for small letters in a name, for its capital, and for capitals in initials."""
_SMALL_INITIALS, _CAPITAL_INITIALS = -5.0, -3.0


def kinds_at(name: str, count: int) -> bytes:
    """A byte for each of so many words of a shipped list: NAME, INITIALS or 0; none if none is known."""
    path = paths.resource("languages", f"{name}.capitals")
    if not path.is_file():
        return b""
    kinds = bytearray(count)
    for kind, gaps in zip((NAME, INITIALS), streams_of(path.read_bytes(), MAGIC), strict=True):
        place = -1
        for gap in gaps:
            place += gap
            if gap != FURTHER:
                kinds[place] = kind
    return bytes(kinds)


def gain_of(kind: int, text: str) -> float:
    """What speaks for a word of a kind written so, beside what its capitals count in any word."""
    if text.islower():
        return _SMALL if kind == NAME else _SMALL_INITIALS
    if kind == NAME:
        return 0.0 if text.isupper() else _CAPITAL
    return _INITIALS if text.isupper() else _CAPITAL_INITIALS
