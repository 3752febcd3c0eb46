"""Mentions: where a text names a company of the table, and whether it means the company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from curator.domain.spans import Span
from curator.extraction.company_contexts import Place, is_english, is_foreign
from curator.extraction.company_spellings import folded, is_latin
from curator.extraction.company_tables import IDEOGRAPH, Alias, Mark, Table

LONGEST_WORD = 40
_SHORT = 5

_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"(?:[ \u00a0\u202f.'’&+/\-–‑]{1,3}|[ \t]?\n[ \t]?)([^\W\u3000-\ud7ff]+)")
_IDEOGRAPHIC = re.compile(rf"[A-Z0-9](?=[A-Z&]{{0,2}}{IDEOGRAPH.pattern})|{IDEOGRAPH.pattern}")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_PARTICLES = re.compile(
    r"(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|측|사|보다|부터|까지|처럼|등|코리아|주가|그룹|이나)"
)
_LISTED = re.compile(
    r"[\s»“”\"'’)]*(?:,|/|、|和|与|と|및|[\s,]+(?:and|or|a|i|и|й|та|или|або|nebo|či|oraz|lub|ani|und|oder|et|ou|y|o|e"
    r"|og|och|en|of|ja|sau|și|ve|vagy|és)\s)?[\s«„“\"'‘(]*"
)


_DOUBT = (Mark.SURE, Mark.WORD, Mark.COMMON)


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that reads like a name of the table; `mark` is the alias's mark as it counts here."""

    start: int
    end: int
    alias: Alias
    mark: Mark

    def believed(self, trust: Trust) -> Mention:
        """The mention this is when trusted so."""
        return Mention(self.start, self.end, self.alias.company, trust)


class Reader:
    """Reads one text for the names of one table.

    After `mentions`, `unnamed` has the starts of the words with a capital that begin no name.
    """

    def __init__(self, text: str, table: Table, hidden: Sequence[Span]) -> None:
        self.text = text
        self.table = table
        self.hidden = hidden
        self.unnamed: list[int] = []
        self.people: set[str] = set()

    def mentions(self) -> list[Mention]:
        """Every mention believed, in reading order; names that are no company's have an empty company."""
        candidates = sorted(self._candidates(), key=lambda candidate: candidate.start)
        self.people = {
            candidate.alias.company
            for candidate in candidates
            if candidate.mark in (Mark.WORD, Mark.COMMON)
            and Place(self.text, candidate.start, candidate.end).is_a_surname()
        }
        trusted = [self._trust(candidate) for candidate in candidates]
        self._trust_listed(candidates, trusted)
        certain = [
            candidate
            for candidate, trust in zip(candidates, trusted, strict=True)
            if trust is not None and trust < Trust.CAPITAL
        ]
        companies = {candidate.alias.company for candidate in certain}
        spellings = {candidate.alias.written for candidate in certain}
        found: list[Mention] = []
        for candidate, trust in zip(candidates, trusted, strict=True):
            same = spellings if candidate.mark is Mark.COMMON else companies
            key = candidate.alias.written if candidate.mark is Mark.COMMON else candidate.alias.company
            if candidate.mark is Mark.NOT:
                found.append(candidate.believed(Trust.NAMED))
            elif trust is not None:
                found.append(candidate.believed(trust))
            elif key in same and self._may_repeat(candidate):
                found.append(candidate.believed(Trust.REPEATED))
        return found

    def _candidates(self) -> Iterator[Candidate]:
        yield from self._worded()
        if not self.text.isascii() and IDEOGRAPH.search(self.text):
            yield from self._ideographic()

    def _worded(self) -> Iterator[Candidate]:
        text, beginning, unnamed = self.text, self.table.beginning, self.unnamed
        hidden = iter([*self.hidden, Span(len(text) + 1, len(text) + 1)])
        mask = next(hidden)
        end = 0
        for match in self.table.mention().finditer(text):
            start = match.start()
            while start >= mask.end:
                mask = next(hidden)
            if start < end or start >= mask.start:
                continue
            word = match[0]
            aliases = beginning(word) if len(word) < LONGEST_WORD else None
            found = self._longest(aliases, start, match.end()) if aliases else None
            if found is None:
                unnamed.append(start)
            else:
                end = found.end
                yield found

    def _longest(self, aliases: Sequence[Alias], start: int, end: int) -> Candidate | None:
        text = self.text
        if not text[start:end].isalnum():
            word = _WORD.match(text, start)
            end = word.end() if word else end
        ahead = self._ahead(end, len(aliases[0].words) - 1)
        reach = len(ahead) + 1
        for alias in aliases:
            count = len(alias.words)
            if count > reach:
                continue
            last = end if count == 1 else _end(alias, ahead)
            if last and _as_written(alias, text, start, last):
                return Candidate(start, last, alias, self._mark(alias, start, last))
        return None

    def _ahead(self, end: int, count: int) -> list[tuple[str, str, int]]:
        """Up to `count` words behind `end`: as written, folded, and where each ends."""
        words: list[tuple[str, str, int]] = []
        for _ in range(count):
            match = _NEXT_WORD.match(self.text, end)
            if match is None:
                break
            end = match.end()
            words.append((match[1], folded(match[1]), end))
        return words

    def _mark(self, alias: Alias, start: int, end: int) -> Mark:
        """What the name may be besides a company's here; foreign words are no common ones."""
        mark = alias.mark
        if mark in (Mark.NOT, Mark.SERVICE, Mark.MEDIUM):
            return mark
        if mark in (Mark.ENGLISH_WORD, Mark.ENGLISH_COMMON):
            english = Mark.WORD if mark is Mark.ENGLISH_WORD else Mark.COMMON
            mark = english if is_english(self.text, start) else Mark.SURE
        if mark is not Mark.SURE and is_latin(alias.words[0]) and is_foreign(self.text, start, end):
            mark = Mark.SURE if mark is Mark.WORD else Mark.WORD
        return max(mark, _doubt(alias, self.text[start:end]), key=_DOUBT.index)

    def _ideographic(self) -> Iterator[Candidate]:
        text, table = self.text, self.table
        end = 0
        for match in _IDEOGRAPHIC.finditer(text):
            start = match.start()
            if start < end:
                continue
            for alias in table.ideographic(text[start : start + 2]):
                if text.startswith(alias.written, start) and _stands_alone(text, start, alias):
                    end = start + len(alias.written)
                    yield Candidate(start, end, alias, alias.mark)
                    break

    def _trust(self, candidate: Candidate) -> Trust | None:
        if candidate.mark is Mark.NOT:
            return None
        place = Place(self.text, candidate.start, candidate.end)
        if self._is_another_name(candidate, place):
            return None
        if candidate.mark is Mark.SURE:
            return self._sure(candidate)
        if candidate.mark is Mark.MEDIUM:
            return Trust.SHOWN if place.follows_company_noun() else None
        if candidate.mark is Mark.SERVICE:
            elsewhere = place.is_a_service() and not place.follows_company_noun()
            return None if elsewhere else self._sure(candidate)
        is_person = candidate.alias.company in self.people
        if place.shows_a_company(may_speak=not is_person):
            return Trust.SHOWN
        if is_person:
            return None
        shouted = self.text[candidate.start : candidate.end].isupper() and not candidate.alias.written.isupper()
        told = candidate.mark is Mark.WORD and not shouted and place.has_telling_capital()
        return Trust.CAPITAL if told else None

    def _trust_listed(self, candidates: Sequence[Candidate], trusted: list[Trust | None]) -> None:
        """Trust doubtful names in a list with sure ones: "Visa and Mastercard"."""
        pairs = list(zip(candidates, candidates[1:], strict=False))
        indices = range(len(pairs))
        for order in (indices, reversed(indices)):
            for index in order:
                left, right = pairs[index]
                if (trusted[index] is None) == (trusted[index + 1] is None):
                    continue
                doubtful = index if trusted[index] is None else index + 1
                if candidates[doubtful].mark not in (Mark.WORD, Mark.COMMON):
                    continue
                if right.start - left.end < 12 and _LISTED.fullmatch(self.text, left.end, right.start):
                    trusted[doubtful] = Trust.SHOWN

    def _is_another_name(self, candidate: Candidate, place: Place) -> bool:
        """Whether the words beside make it a person, a stadium, an aeroplane."""
        if place.begins_a_longer_name(candidate.alias.company):
            return True
        return len(candidate.alias.words) == 1 and place.is_a_surname()

    def _sure(self, candidate: Candidate) -> Trust:
        if candidate.alias.known:
            return Trust.KNOWN
        if candidate.alias.sounded:
            return Trust.SOUNDED
        written = self.text[candidate.start : candidate.end]
        return Trust.NAMED if written == candidate.alias.written else Trust.INFLECTED

    def _may_repeat(self, candidate: Candidate) -> bool:
        if candidate.mark not in (Mark.WORD, Mark.COMMON) or candidate.alias.company in self.people:
            return False
        place = Place(self.text, candidate.start, candidate.end)
        if self._is_another_name(candidate, place):
            return False
        if IDEOGRAPH.match(candidate.alias.written):
            return False
        return candidate.mark is Mark.WORD or not place.begins_sentence()


def _end(alias: Alias, ahead: Sequence[tuple[str, str, int]]) -> int:
    """Where a mention of the alias ends whose other words are to be those ahead; 0 if they aren't."""
    end = 0
    for name, (written, word, end) in zip(alias.words[1:], ahead, strict=False):  # noqa: B007 - the last end
        if name == word:
            continue
        if (name[0] != word[0] and not alias.sounded) or not alias.takes(name, word):
            return 0
        if len(name) < 3 and written[0].islower():
            return 0
    return end


def _as_written(alias: Alias, text: str, start: int, end: int) -> bool:
    """Whether case and signs allow the alias: acronyms are in capitals, endings aside; E.ON has its dot."""
    if alias.is_acronym:
        head, ending = text[start : start + len(alias.written)], text[start + len(alias.written) : end]
        same = head == alias.written or (head.isupper() and folded(head) == folded(alias.written))
        return same and not ending.isupper()
    if len(alias.words) > 1 and len(alias.words[0]) == 1 and len(alias.written) <= 6:
        return text.startswith(alias.written, start)
    if len(alias.written) <= _SHORT and not _same_accents(alias.written, text[start:end]):
        return False
    return not text[start].islower() or not alias.written[0].isupper() or end - start > 6


def _doubt(alias: Alias, written: str) -> Mark:
    """How much the written form alone lets doubt: a short name's vowel replaced ("Lega" for Lego)."""
    if len(alias.words) > 1 or alias.sounded or folded(written).startswith(alias.words[0]):
        return Mark.SURE
    length = len(alias.words[0])
    return Mark.COMMON if length < _SHORT else Mark.WORD if length == _SHORT else Mark.SURE


def _same_accents(name: str, written: str) -> bool:
    """Whether a short name's letters but the last have its accents, or none at all: Zara isn't "Září"."""
    stem = name[: max(2, len(name) - 2)].lower()
    return written.lower().startswith(stem) or written.isascii()


def _stands_alone(text: str, start: int, alias: Alias) -> bool:
    """Whether an ideographic name isn't part of a longer word of the same script."""
    end = start + len(alias.written)
    if _KATAKANA.match(alias.written):
        runs_on = _KATAKANA.match(text, end) and _KATAKANA.match(alias.written[-1])
        return not runs_on and not (start and _KATAKANA.match(text, start - 1))
    if _HANGUL.match(alias.written):
        inside = start and _HANGUL.match(text, start - 1)
        return not inside and (not _HANGUL.match(text, end) or bool(_PARTICLES.match(text, end)))
    return True
