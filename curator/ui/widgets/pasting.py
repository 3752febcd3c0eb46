"""What is pasted or dropped into lines: several lines, and signs that nobody sees."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("[\n\r\v\f\u0085\u2028\u2029]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
"""Where a page lets a word break or turns its direction: not part of a name, and no key takes them away."""


def one_line(text: str) -> str:
    """A value as one line; Qt keeps the line ends of what is pasted, though it shows blanks."""
    return _LINE_ENDS.sub(" ", text).strip()


def names_in(text: str) -> list[str]:
    """The names that a text holds, one a line, with single blanks and without signs that can't be seen.

    What joins letters (U+200C, U+200D) stays: Persian, Hindi and others write with it.
    """
    lines = (" ".join(line.split()) for line in _LINE_ENDS.split(_UNSEEN.sub("", text)))
    return list(dict.fromkeys(filter(None, lines)))
