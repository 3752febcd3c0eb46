"""Persons: whether a name that is talked of is somebody's, or stands where people and towns do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curator.extraction.companies.contexts import Place, word_before
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.namesakes import is_a_surname, may_end_a_persons_name
from curator.extraction.companies.towns import is_place, surely_of_a_town
from curator.extraction.companies.weighing import ENOUGH, Talk
from curator.extraction.companies.wordings import worded

_OFFICES = frozenset({Cue.ROLE, Cue.CHIEF})
_TURNED = worded("turned")
_NO_NAMES = _OFFICES | {Cue.IN_PLACE, Cue.GIVEN, Cue.INSTITUTION}


def is_titled(place: Place, before: Sequence[str]) -> bool:
    """Whether an office stands beside the name, as beside a person, or a word like "in", as before a town."""
    if before and not cues(before[0]).isdisjoint(_NO_NAMES):
        return True
    after = place.after(1)
    apposed = place.text.startswith(", ", place.end) and bool(after)
    return apposed and not cues(after[0]).isdisjoint(_OFFICES)


def is_a_persons(text: str, talk: Talk) -> bool:
    """Whether the name is the surname of somebody whose full name stands in the text, or such a full name."""
    if max(talk.signs.values(), default=0) >= ENOUGH:
        return False
    first, _, rest = talk.places[0].of(text).partition(" ")
    if rest:
        return rest.isalpha() and any(
            not text.endswith(f"{first} ", 0, at)
            and not is_a_surname(Place(text, at, at + len(rest)))
            and text[at + len(rest) : at + len(rest) + 1] not in ("-", "")
            for at in _starts(text, rest)
        )
    stem = first[: max(4, len(first) - 2)]
    sure = sum(talk.signs.values()) > ENOUGH
    return any(_is_surname(text, Place(text, at, at + len(stem)), sure=sure) for at in _starts(text, stem))


def _is_surname(text: str, place: Place, *, sure: bool) -> bool:
    """Whether a given name may stand before it; one that is known where much is said that is `sure`."""
    before = word_before(text, place.start)
    if not may_end_a_persons_name(place) or surely_of_a_town(before) or is_place(before):
        return False
    if before.lower() in _TURNED:
        return False
    return not sure or Cue.GIVEN in cues(before)


def _starts(text: str, word: str) -> Iterator[int]:
    """Where a word begins with these letters."""
    at = text.find(word)
    while at >= 0:
        if at and text[at - 1] in " \u00a0":
            yield at
        at = text.find(word, at + len(word))
