"""Mentions: which candidates of a text mean the company, and why that is believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from curator.extraction.companies.aliases import Mark
from curator.extraction.companies.candidates import Candidate
from curator.extraction.companies.contexts import Place, is_english, is_german
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.namesakes import is_a_surname, is_another_name, may_end_a_persons_name
from curator.extraction.companies.spellings import IDEOGRAPH, folded, words
from curator.extraction.companies.towns import is_just_a_place
from curator.extraction.companies.wordings import either
from curator.extraction.languages import is_frequent

LISTED = re.compile(
    rf"[\s»“”\"'’)]*(?:,|/|{either('list_signs')}|[\s,]+(?:{either('list_words')})\s"
    rf"|[\s,]+(?:{either('list_prefixes')})\s?)?"
    rf"(?:(?:{either('list_articles')})\s|l['’])?[\s«„“\"'‘(]*"
)
LONGEST_CONJUNCTION = 14
BUSINESS = 3
"""So many known companies make a text one about business."""
_OTHERS = frozenset({Cue.GIVEN, Cue.PLACE, Cue.INSTITUTION, Cue.COMPANY, Cue.ROLE, Cue.NATIONAL, Cue.LONE})
_DOUBTFUL = (Mark.UNTOLD, Mark.WORD, Mark.COMMON)


class Trust(IntEnum):
    """Why a mention is believed, the strongest reason first."""

    KNOWN = 0  # a name the library knows
    NAMED = 1  # a sure name of the shipped table
    INFLECTED = 2  # such a name in another case
    SHOWN = 3  # a doubtful name with company words or companies beside it
    LEGAL_FORM = 4  # a new name with a legal form
    SOUNDED = 5  # a name spelled by its sound in another alphabet
    REPEATED = 6  # a doubtful name shown to be a company elsewhere in the text
    CAPITAL = 7  # a doubtful name where only a name has a capital
    BESIDE = 8  # a new name beside company words
    AGAIN = 9  # the same new name again


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that may name a company; without a company, a place that names none."""

    start: int
    end: int
    company: str
    trust: Trust


def mentions(text: str, candidates: Sequence[Candidate]) -> list[Mention]:
    """Every candidate believed, in reading order; names that are no company's have an empty company."""
    candidates = sorted(candidates, key=lambda candidate: candidate.start)
    judge = _Judge(text, candidates)
    trusted = judge.trusted()
    certain = [
        candidate
        for candidate, trust in zip(candidates, trusted, strict=True)
        if trust is not None and trust < Trust.CAPITAL
    ]
    shown = {candidate.alias.company for candidate in certain} - judge.people
    shown_so = {candidate.alias.written for candidate in certain}
    found: list[Mention] = []
    for candidate, trust in zip(candidates, trusted, strict=True):
        alias = candidate.alias
        if candidate.mark is Mark.NOT:
            found.append(Mention(candidate.start, candidate.end, "", Trust.NAMED))
        elif trust is not None:
            found.append(Mention(candidate.start, candidate.end, alias.company, trust))
        elif alias.company in shown and _may_repeat(text, candidate, spelled=alias.written in shown_so):
            found.append(Mention(candidate.start, candidate.end, alias.company, Trust.REPEATED))
    return found


class _Judge:
    """Weighs the candidates of one text, in reading order."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self.text = text
        self.candidates = candidates
        sure = {
            candidate.alias.company
            for candidate in candidates
            if candidate.mark is Mark.SURE and not candidate.alias.sounded
        }
        self.is_business = len(sure) >= BUSINESS
        self.capitals_are_common = is_german(text)
        self.people = {
            candidate.alias.company
            for candidate in candidates
            if candidate.mark in _DOUBTFUL and is_a_surname(_place(text, candidate))
        }

    def trusted(self) -> list[Trust | None]:
        """Why each candidate is believed; None where it isn't."""
        trusted = [self._trust(candidate) for candidate in self.candidates]
        self._trust_listed(trusted)
        return trusted

    def _trust(self, candidate: Candidate) -> Trust | None:
        mark = candidate.mark
        place = _place(self.text, candidate)
        if mark is Mark.NOT or is_another_name(place, candidate.alias, doubtful=candidate.mark in _DOUBTFUL):
            return None
        if mark is Mark.SURE:
            return self._sure(candidate)
        if mark is Mark.MEDIUM:
            return Trust.SHOWN if place.follows_company_noun() else None
        if mark is Mark.SERVICE:
            elsewhere = place.is_a_service() and not place.follows_company_noun()
            return None if elsewhere else self._sure(candidate)
        return self._doubtful(candidate, place)

    def _sure(self, candidate: Candidate) -> Trust:
        if candidate.alias.known:
            return Trust.KNOWN
        if candidate.alias.sounded:
            return Trust.SOUNDED
        written = self.text[candidate.start : candidate.end]
        alias = candidate.alias
        return Trust.NAMED if written == alias.written or words(written) == alias.words else Trust.INFLECTED

    def _doubtful(self, candidate: Candidate, place: Place) -> Trust | None:
        is_person = candidate.alias.company in self.people
        written = self.text[candidate.start : candidate.end]
        if candidate.mark is Mark.UNTOLD and not is_person:
            return Trust.KNOWN
        if place.shows_a_company(may_speak=not is_person):
            return Trust.SHOWN
        if place.is_inside() and is_just_a_place(folded(written)):
            return None
        rare = candidate.mark is not Mark.COMMON or not is_frequent(written)
        if not is_person and rare and place.reports_results():
            return Trust.SHOWN
        if is_person or (candidate.mark is Mark.COMMON and not self._tells_among_companies(place, written)):
            return None
        shouted = written.isupper() and not candidate.alias.written.isupper()
        if shouted or not (place.has_telling_capital() or self._opens_among_companies(place, written)):
            return None
        return Trust.CAPITAL

    def _tells_among_companies(self, place: Place, written: str) -> bool:
        """Whether a common word's capital tells in a text about companies, where nouns have none."""
        if not self.is_business or self.capitals_are_common or is_english(self.text, place.start):
            return False
        if not written[0].isupper() or is_frequent(written) or is_just_a_place(folded(written)):
            return False
        return place.has_telling_capital() and not place.is_inside() and cues(written).isdisjoint(_OTHERS)

    def _opens_among_companies(self, place: Place, written: str) -> bool:
        """Whether a rare word begins a sentence of a text about companies."""
        opens = self.is_business and place.begins_sentence() and not is_frequent(written)
        return opens and not place.is_explained_otherwise()

    def _trust_listed(self, trusted: list[Trust | None]) -> None:
        """Trust doubtful names in a list with sure ones: "Visa and Mastercard"; both ways along it."""
        pairs = list(enumerate(pairwise(self.candidates)))
        for order in (pairs, reversed(pairs)):
            for index, (left, right) in order:
                if (trusted[index] is None) == (trusted[index + 1] is None):
                    continue
                doubtful = index if trusted[index] is None else index + 1
                if self._are_listed(left, right) and self._may_be_listed(self.candidates[doubtful]):
                    trusted[doubtful] = Trust.SHOWN

    def _are_listed(self, left: Candidate, right: Candidate) -> bool:
        if right.start - left.end > LONGEST_CONJUNCTION:
            return False
        return LISTED.fullmatch(self.text, left.end, right.start) is not None

    def _may_be_listed(self, candidate: Candidate) -> bool:
        return candidate.mark in _DOUBTFUL and not is_another_name(
            _place(self.text, candidate), candidate.alias, doubtful=True
        )


def _place(text: str, candidate: Candidate) -> Place:
    return Place(text, candidate.start, candidate.end)


def _may_repeat(text: str, candidate: Candidate, *, spelled: bool) -> bool:
    """Whether the doubtful name means the company shown elsewhere; `spelled` so there, too."""
    place = _place(text, candidate)
    if candidate.mark not in _DOUBTFUL or is_another_name(
        place, candidate.alias, doubtful=candidate.mark in _DOUBTFUL
    ):
        return False
    if IDEOGRAPH.match(candidate.alias.written) or may_end_a_persons_name(place):
        return False
    return candidate.mark is not Mark.COMMON or (spelled and not place.begins_sentence())
