"""News words: those that news has often and the shipped lists lack, or have too rarely.

The files are written for Curator: a line that begins with = gives how frequent the words behind it are, and a
word of the lists that stands where they do.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from curator import paths


class NewsWord(NamedTuple):
    """A word, the logarithm of its frequency, and a known one that stands where it does."""

    text: str
    frequency: float
    like: str


def news_words(language: str) -> Iterator[NewsWord]:
    """The words of news of a language, those of towns among them; none where there is no such file."""
    path = paths.resource("languages", f"{language}.news")
    if not path.is_file():
        return
    frequency, like = 0.0, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            _, share, like = line.split()
            frequency = math.log(float(share))
        elif not line.startswith("#"):
            for word in line.split():
                yield NewsWord(word, frequency, like)
