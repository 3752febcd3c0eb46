"""Pairs: which characters, or words, stand together in running text oftener than by chance, and which not.

Made by packaging/data/build_pairs.py, which describes the form.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

from curator import paths
from curator.cleaning.models.words import EAST_ASIAN

__all__ = ["BREAK", "EAST_ASIAN", "MAGIC", "classes_of", "pairs_of"]

MAGIC = b"curator pairs 1\n"
BREAK = "."
"""Stands for punctuation, and for where a line begins or ends."""


@lru_cache(maxsize=2)
def pairs_of(language: str) -> dict[str, float]:
    """The logarithm of how much oftener than by chance; nothing for a language without pairs."""
    path = paths.resource("languages", f"{language}.pairs")
    if not language.isalpha() or not path.is_file():
        return {}
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        msg = "not a file of pairs"
        raise ValueError(msg)
    (length,) = struct.unpack_from(">I", data, len(MAGIC))
    start = len(MAGIC) + 4
    names = zlib.decompress(data[start : start + length]).decode().split("\n")
    levels = zlib.decompress(data[start + length + 4 :])
    return {name: (level - 128) / 20 for name, level in zip(names, levels, strict=True)}


def classes_of(word: str, common: frozenset[str]) -> tuple[str, str]:
    """What a word counts as: itself if it is a common one, else its ending; and the ending alone."""
    ending = "-" + (word[-3:] if len(word) > 4 else word[-2:])
    return (word if word in common else ending), ending
