"""Grams: which language letters are likeliest in, by n-grams of their bytes.

Naive Bayes over the n-grams that tell languages apart best (Lui and Baldwin 2012, "langid.py"). The table
is a part of py3langid's model: packaging/data/build_grams.py says which, and how the file is laid out;
resources/languages/README.md under which licence.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from curator import paths
from curator.cleaning.models.streams import streams_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAGIC = b"curator grams 1\n"


class _Grams(NamedTuple):
    """The n-grams of one length."""

    keys: NDArray[np.uint64]
    """Their bytes as numbers, ascending."""
    rows: NDArray[np.int32]
    """Where each stands in the table, counted from 1; 0 where it only begins longer ones."""


class Letters(NamedTuple):
    """The table: for every n-gram how much it speaks for each language."""

    languages: list[str]
    """The language of each column; one may have two."""
    priors: NDArray[np.float32]
    weights: NDArray[np.float16]
    """By row and column."""
    grams: list[_Grams]


def likeliest(text: str, languages: Collection[str]) -> tuple[str, float]:
    """The likeliest of some languages for a text of letters and spaces, and how sure that is."""
    import numpy as np

    table = letters()
    columns = _columns(frozenset(languages))
    data = _bytes(text)
    scores = np.zeros(len(columns), dtype=np.float32)
    rows, counts = _counted(table, data)
    if len(rows):
        scores = np.log1p(counts) @ table.weights[rows].take(columns, axis=1).astype(np.float32)
        scores += table.priors[columns]
    # Scaled by its length, a text's sureness holds what it says.
    chances = np.exp((scores - scores.max()) / math.sqrt(len(data) or 1))
    chances /= chances.sum()
    shares: dict[str, float] = {}
    for column, chance in zip(columns, chances.tolist(), strict=True):
        language = table.languages[int(column)]
        shares[language] = shares.get(language, 0.0) + chance
    best = max(shares, key=lambda language: shares[language])
    return best, shares[best]


@lru_cache(maxsize=8)
def _columns(languages: frozenset[str]) -> NDArray[np.intp]:
    """The columns of some languages."""
    import numpy as np

    return np.flatnonzero([language in languages for language in letters().languages])


def _bytes(text: str) -> bytes:
    if text.isupper():
        text = text.lower()
    return unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")


def _counted(table: Letters, data: bytes) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The rows of the longest known n-grams that end with each byte, and how often they do."""
    import numpy as np

    longest = len(table.grams)
    values = np.frombuffer(data + bytes(longest), dtype=np.uint8)
    rows = np.zeros(len(data), dtype=np.int32)
    keys = np.zeros(len(data), dtype=np.uint64)
    for place in range(longest):
        keys = (keys << np.uint64(8)) | values[place : place + len(data)]
    # What is looked up in order is found twice as fast.
    starts = np.argsort(keys)
    keys = keys.take(starts)
    for length, grams in enumerate(table.grams, 1):
        asked = keys >> np.uint64(8 * (longest - length))
        places = np.searchsorted(grams.keys, asked)
        # Taken by their numbers, as masks take several times as long.
        known = np.flatnonzero(grams.keys.take(places, mode="clip") == asked)
        starts, keys = starts.take(known), keys.take(known)
        # A longer one stands for the shorter ones it ends with.
        rows[starts + (length - 1)] = grams.rows.take(places.take(known))
    found, counts = np.unique(rows[rows > 0], return_counts=True)
    return found - 1, counts.astype(np.float32)


@cache
def letters() -> Letters:
    """The table, loaded once."""
    import numpy as np

    streams = streams_of(paths.resource("languages", "letters.grams").read_bytes(), MAGIC)
    languages = streams[0].decode().split()
    # The languages of an n-gram together, as they are asked for together.
    weights = np.ascontiguousarray(np.frombuffer(streams[2], dtype="<f2").reshape(len(languages), -1).T)
    grams: list[_Grams] = []
    for length, (places, steps) in enumerate(zip(streams[3::2], streams[4::2], strict=True), 1):
        rows = np.cumsum(np.frombuffer(steps, dtype="<i4"), dtype=np.int32)
        keys = np.zeros(len(rows), dtype=np.uint64)
        for place in np.frombuffer(places, dtype=np.uint8).reshape(length, -1):
            keys = (keys << np.uint64(8)) | place
        grams.append(_Grams(keys, rows))
    return Letters(languages, np.frombuffer(streams[1], dtype="<f4"), weights, grams)
