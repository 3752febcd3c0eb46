"""Pairs: which characters, or words, stand together in running text, and which not.

Made by packaging/data/build_pairs.py, which describes the form.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Container, Iterator
from functools import lru_cache

from curator import paths
from curator.cleaning.models.words import EAST_ASIAN

__all__ = ["BREAK", "EAST_ASIAN", "MAGIC", "NUMBER", "classes_of", "pairs_of", "rows_of"]

MAGIC = b"curator pairs 1\n"
BREAK = "."
"""Stands for punctuation, and for where a line begins or ends."""
NUMBER = "0"
"""Stands for all numbers in digits."""

_LONG = 4
_NUMERALS = frozenset(
    "два две двух двум двумя двое дві двом двома дзве двоје двама три трёх трех трём тремя трьох трьом"
    " трьома трох троје трима четыре четырёх четырем чотири чотирьох чатыры чатырох четири пять пяти п'ять"
    " п'яти пяць пяці пет шесть шести шість шэсць шасці шест семь семи сім сем сямі седем седум седам"
    " восемь восьми вісім восем осем осум осам девять девяти дев'ять дев'яти дзевяць девет десять десяти"
    " дзесяць дзесяці десет сорок сорока сорак сто ста двести двухсот двісті двохсот дзвесце двеста двесте"
    " двесто триста тристо трёхсот трьохсот трыста четыреста чотириста чатырыста пятьсот п'ятсот пяцьсот"
    " шестьсот шістсот шэсцьсот δύο τρεις τρία τριών τέσσερις τέσσερα τεσσάρων πέντε έξι επτά οκτώ εννέα"
    " δέκα είκοσι τριάντα σαράντα πενήντα εκατό".split()
)
"""Numerals in words: what goes with them goes with digits, too, which manuals have instead."""


@lru_cache(maxsize=2)
def pairs_of(language: str) -> dict[str, float]:
    """What speaks for each pair, in logarithms; nothing for a language without pairs."""
    return dict(_read(language))


def rows_of(language: str) -> dict[str, dict[str, float]]:
    """What speaks for each word or ending, in logarithms, by what stands before it; read anew each time."""
    rows: dict[str, dict[str, float]] = {}
    for pair, gain in _read(language):
        one, _, two = pair.partition(" ")
        rows.setdefault(one, {})[sys.intern(two)] = gain
    return rows


def _read(language: str) -> Iterator[tuple[str, float]]:
    path = paths.resource("languages", f"{language}.pairs")
    if not language.isalpha() or not path.is_file():
        return
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        msg = "not a file of pairs"
        raise ValueError(msg)
    (length,) = struct.unpack_from(">I", data, len(MAGIC))
    start = len(MAGIC) + 4
    names = zlib.decompress(data[start : start + length]).decode().split("\n")
    levels = zlib.decompress(data[start + length + 4 :])
    for name, level in zip(names, levels, strict=True):
        yield name, (level - 128) / 20


def classes_of(word: str, common: Container[str]) -> tuple[str, ...]:
    """What a word counts as: itself if it is a common one, else its ending; and shorter endings."""
    if word in {BREAK, NUMBER}:
        return (word,)
    ending = word[-3:] if len(word) > _LONG else word[-2:]
    classes = (word if word in common else f"-{ending}", f"={word[-2:]}", f"~{word[-1:]}")
    return (*classes, NUMBER) if word in _NUMERALS else classes
