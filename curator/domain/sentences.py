"""Sentences: where they begin, well enough to say which words stand together."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(
    r"[。！？；…]+[」』”’）)]*"
    r"|[.!?]+[\"'”’»)\]]*\s+(?=[^\s\W\d_])"
    r"|\n[ \t]*(?:\n|(?=[-*•#>|]|\d+[.)]\s))\s*"
)
_ABBREVIATED = re.compile(
    r"(?:\b\w{1,2}|\b(?:approx|bzw|ca|cca|inc|ltd|mio|mld|mrd|mil|tis|corp|resp|např))\.$", re.IGNORECASE
)


def beginnings(text: str) -> list[int]:
    """The offsets at which sentences begin, the first of them 0."""
    found = [0]
    for match in _END.finditer(text):
        following = text[match.end() : match.end() + 1]
        stop = text[match.start()]
        if stop == "." and (
            following.islower() or _ABBREVIATED.search(text, max(0, match.start() - 8), match.start() + 1)
        ):
            continue
        if found[-1] < match.end() < len(text):
            found.append(match.end())
    return found


def number_at(starts: list[int], offset: int) -> int:
    """Which sentence stands at the offset, counted from 0."""
    return bisect_right(starts, offset) - 1
