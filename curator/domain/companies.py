"""Companies: one canonical name, and the other names it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Company:
    """A company the library or the shipped table knows; `own` ones the article's front matter names."""

    name: str
    aliases: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company in the library's list: how many articles have it, how many facts name it.

    `id` is 0 for a company that texts are proposed to name, but that no article has yet.
    """

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    articles: int = 0
    facts: int = 0


class Likeness(StrEnum):
    """Why two companies may be the same."""

    ALIAS = "alias"
    SPELLING = "spelling"
    TABLE = "table"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two companies that may be the same, the one with more articles first."""

    one: CompanyRow
    other: CompanyRow
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that name a company: in how many facts they stand, and whether they are an alias of it."""

    words: str
    facts: int
    is_alias: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do: `articles` change, `facts` name the company then, `aliases` are what it gets.

    `figures` are amounts and dates that are about it, by its new name then. `conflicts` are sentences
    about what speaks against it.
    """

    into: str
    others: tuple[str, ...]
    articles: int
    facts: int
    figures: int
    aliases: tuple[str, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SplitPreview:
    """What a split would do: `articles` change, `facts` name the new company, `words` go to it.

    `figures` are amounts and dates that are about it then.
    """

    company: str
    name: str
    articles: int
    facts: int
    figures: int
    words: tuple[str, ...]
