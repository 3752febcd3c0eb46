"""Aliases: the names a company is known by, and what else each of them may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from curator.extraction.companies.inflections import agrees, base
from curator.extraction.companies.spellings import IDEOGRAPH, is_latin, skeleton, words

SOUND = "~"
"""Before a head: these names are looked up by how they sound, from another alphabet."""
SHORTEST_SOUND = 7


class Mark(StrEnum):
    """What else a name may be, as written behind it in the table."""

    SURE = ""
    WORD = "?"  # also a word, a person or a place: a capital has to mean something
    COMMON = "??"  # so common a word that the company has to show beside it
    ENGLISH_WORD = "?e"  # the same, in English text only
    ENGLISH_COMMON = "??e"
    UNTOLD = "?k"  # a plain word that only a library knows as a name, unless the text has it written small
    SERVICE = "@"  # also a place on the web: "na Twitteru"
    MEDIUM = "*"  # mostly something else, a quoted source often: needs a company noun right before
    NOT = "-"  # no company at all, though a company's name may be part of it


MILDER = {
    Mark.COMMON: Mark.WORD,
    Mark.ENGLISH_COMMON: Mark.WORD,
    Mark.WORD: Mark.UNTOLD,
    Mark.ENGLISH_WORD: Mark.UNTOLD,
}
"""What a name may be, besides a company's, in an article whose front matter names the company."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of a company: its folded words, how it is written, whose it is."""

    words: tuple[str, ...]
    written: str
    mark: Mark
    company: str
    sounded: bool = False
    known: bool = False

    @property
    def is_acronym(self) -> bool:
        """Whether the name is written in capitals only, so short that its case is what tells it."""
        return len(self.written) <= 4 and self.written.isupper()

    def takes(self, name: str, written: str) -> bool:
        """Whether the folded word of a text can be the word `name` of this alias, declined perhaps."""
        return sounds_like(name, written) if self.sounded else agrees(name, written)


@lru_cache(maxsize=1 << 14)
def sounds_like(name: str, written: str) -> bool:
    """Whether a folded word of another alphabet is to be heard as the word of a sounded alias."""
    return not is_latin(written) and agrees(name, skeleton(written))


def heads(alias: Alias) -> tuple[str, ...]:
    """Where a name is looked up: by its first word, and by its sound where that tells enough."""
    if IDEOGRAPH.search(alias.written):
        return (alias.written[:2],)
    return ((SOUND if alias.sounded else "") + base(alias.words[0]),) if alias.words else ()


def sounded(alias: Alias) -> Alias | None:
    """The same name as other alphabets may spell it, if it is long and certain enough."""
    heard = tuple(skeleton(word) for word in alias.words)
    if alias.mark is not Mark.SURE or not is_latin(alias.written.lower()) or not all(heard):
        return None
    if len("".join(heard)) < SHORTEST_SOUND or len(heard[0]) < 4 or alias.is_acronym:
        return None
    return replace(alias, words=heard, sounded=True)


def alias_of(line: str, head: str) -> Alias:
    """The alias of a line of the shipped table without its head: name, mark, company, parted by tabs."""
    written, mark, company = line.split("\t")
    alias = Alias(words(written), written, Mark(mark), company)
    if head.startswith(SOUND):
        return replace(alias, words=tuple(skeleton(word) for word in alias.words), sounded=True)
    return alias
