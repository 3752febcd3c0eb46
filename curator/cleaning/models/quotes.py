"""Quotes: the signs that may open and close what is quoted, by language."""

from __future__ import annotations


def _both(opening: str, closing: str) -> tuple[str, str]:
    return opening + "¿¡", closing + "…™®©°"


QUOTES = {
    "": _both("„“‘«‹", "”’“»›"),
    **dict.fromkeys("cs sk de sl bg lt et is mk ka".split(), _both("„‚»", "“‘«’")),
    "sr": _both("„‚»", "“”‘’«"),
    **dict.fromkeys("pl ro hu hr".split(), _both("„»«", "”’»«")),
    **dict.fromkeys("sv fi".split(), _both("”’»", "”’»")),
    **dict.fromkeys("da".split(), _both("»”„“", "«”“’")),
    **dict.fromkeys("ru uk el nb be kk mn hy sq fa".split(), _both("«“„‘", "»”’“")),
    "lv": _both("“„«‘", "”»’"),
    **dict.fromkeys("fr es it pt ca gl eu az ar".split(), _both("«“‘", "»”’")),
    **dict.fromkeys("en nl tr vi af cy fil ga he hi bn id ms mt ta ur".split(), _both("“‘„«", "”’»")),
}
"""The signs that may open and those that may close in a language, "" for any other."""

ONLY_OPENING = frozenset("„‚¿¡")
"""Signs that close in no language."""

ALL_QUOTES = frozenset("„“”‘’‚«»‹›")

APOSTROPHE = "’"
"""Closes, and stands within words."""

LONE_QUOTE = -3.0
"""What a quote counts with a space on either side."""
