"""Cues: what a word beside a name says of it, from resources/companies/cues.toml."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from curator.extraction.companies.inflections import agrees, base, bases
from curator.extraction.companies.spellings import folded
from curator.extraction.companies.wordings import sections
from curator.extraction.memories import Memory


class Cue(StrEnum):
    """What a word says of a name beside it."""

    COMPANY = "company"
    ROLE = "role"
    SPEAKING = "speaking"
    RESULTS = "results"
    SEVERAL = "several"
    MEDIUM = "medium"
    SERVICE = "service"
    IN_PLACE = "in_place"
    PRODUCT = "product"
    GIVEN = "given"
    INSTITUTION = "institution"
    PLACE = "place"
    NATIONAL = "national"
    LONE = "lone"
    ORIGIN = "origin"
    GROUP = "group"
    MAKER = "maker"
    INDUSTRY = "industry"
    SHARE_GROUP = "share_group"
    SHARES = "shares"
    SHARES_BEFORE = "shares_before"
    SHARES_OF = "shares_of"
    STAKE = "stake"
    FIGURES_OF = "figures_of"
    CHIEF = "chief"
    CHIEF_BEHIND = "chief_behind"
    EMPLOYS = "employs"
    RAISES = "raises"
    FOUNDED = "founded"
    TRADES = "trades"
    BUYS = "buys"
    COUNTERPART = "counterpart"
    NOUN_BEHIND = "noun_behind"
    TAIL = "tail"
    ENGLISH_TAIL = "english_tail"
    HEAD = "head"
    VAGUE = "vague"


_DECLINED = frozenset(Cue) - {
    Cue.SPEAKING,
    Cue.RESULTS,
    Cue.TRADES,
    Cue.BUYS,
    Cue.NOUN_BEHIND,
    Cue.SEVERAL,
    Cue.IN_PLACE,
    Cue.PRODUCT,
    Cue.LONE,
    Cue.TAIL,
    Cue.ENGLISH_TAIL,
    Cue.VAGUE,
    Cue.HEAD,
}
_SHORT = 4
_VOWELS = "aeiou"
_NOTHING: frozenset[Cue] = frozenset()


def cues(word: str) -> frozenset[Cue]:
    """What the written word is a cue for, in any of its inflected forms."""
    return _cues[word]


@cache
def words_of(cue: Cue) -> frozenset[str]:
    """The words of a cue as written, for those that count in one form only."""
    return frozenset(word for line in sections("cues")[cue].values() for word in line.split())


@cache
def _lexicon() -> dict[str, list[tuple[str, Cue]]]:
    lexicon: dict[str, list[tuple[str, Cue]]] = {}
    for cue, languages in sections("cues").items():
        for written in {word for line in languages.values() for word in line.split()}:
            word = folded(written)
            lexicon.setdefault(base(word), []).append((word, Cue(cue)))
    return lexicon


@cache
def _heads(cue: Cue) -> tuple[str, ...]:
    """What compounds end with that are such words: "Glashersteller", "teleselskapet"."""
    return tuple(
        word[1:]
        for entries in _lexicon().values()
        for word, kind in entries
        if word[0] == "-" and kind is cue
    )


def _is_declined(known: str, cue: Cue) -> bool:
    """Whether a word is long enough to be told from others by its endings: "rede" from "Reden"."""
    if cue is Cue.COMPANY and len(known) == _SHORT:
        return known[-1] not in _VOWELS
    return len(known) > (_SHORT + 1 if cue is Cue.SHARES else _SHORT - 1)


def _looked_up(written: str) -> frozenset[Cue]:
    word, lexicon = folded(written), _lexicon()
    found = {Cue.INSTITUTION} if word.endswith(_heads(Cue.INSTITUTION)) else set[Cue]()
    if word.endswith(_heads(Cue.COMPANY)) and word not in _heads(Cue.COMPANY):
        found.add(Cue.COMPANY)  # "Wohnungsbauer", but no "Bauer"
    found |= {
        cue
        for stem in bases(word)
        for known, cue in lexicon.get(stem, ())
        if known == word or (cue in _DECLINED and _is_declined(known, cue) and agrees(known, word))
    }
    if Cue.TRADES in found:
        found.add(Cue.SPEAKING)
    return frozenset(found) if found else _NOTHING


_cues = Memory(_looked_up)
