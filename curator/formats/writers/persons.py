"""Persons: the people that an author line names, as formats that count them want it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|und|et|y|e|i|a|og|och|&)\s+")
_FAMILY_FIRST = frozenset(("hu", "zh", "ja", "ko", "vi"))
_NO_PERSON = re.compile(
    r"[\d@/|:()]|\b(?:staff|desk|news|agency|team|reporter|editor|redaktion|redakce)\b", re.IGNORECASE
)
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in an author line; `whole` is the name as written, where its parts are not sure."""

    whole: str
    given: str = ""
    family: str = ""


def persons(author: str, language: str = "") -> tuple[Person, ...]:
    """The people an author line names, in order, each once.

    A name is parted into given and family name where it is written so ("Novák, Ann"), or has two to four
    words in a language that puts the family name last; else it stays whole.
    """
    pieces = [piece.strip() for piece in _BETWEEN.split(author)]
    found = (person for piece in pieces for person in _listed(piece, language))
    return tuple(dict.fromkeys(found))


def _listed(piece: str, language: str) -> list[Person]:
    """The people between two conjunctions: names of two words and more may be parted by commas."""
    names = [name.strip() for name in piece.split(",")]
    if len(names) > 1 and all(len(name.split()) > 1 for name in names):
        return [_named(name, language) for name in names]
    if len(names) == 2 and all(names) and not _NO_PERSON.search(piece):
        return [Person(piece, names[1], names[0])]
    return [_named(piece, language)] if piece else []


def _named(name: str, language: str) -> Person:
    words = name.split()
    is_name = all(word[0].isalpha() for word in words) and "," not in name and not _NO_PERSON.search(name)
    if is_name and 2 <= len(words) <= _MOST_WORDS and language not in _FAMILY_FIRST:
        return Person(name, " ".join(words[:-1]), words[-1])
    return Person(name)
