"""Mentions: where a text names a company of the table, and whether it means the company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from curator.domain.spans import Span
from curator.extraction.company_contexts import (
    Cue,
    after,
    before,
    begins_sentence,
    cues,
    is_english,
    is_foreign,
)
from curator.extraction.company_spellings import folded, is_latin
from curator.extraction.company_tables import IDEOGRAPH, Alias, Mark, Table

LONGEST_WORD = 40

_NEXT_WORD = re.compile(r"(?:[ \u00a0\u202f.'’&+/\-–‑]{1,3}|[ \t]?\n[ \t]?)(\w+)")
_HAN_OR_KANA = re.compile(r"[\u3005\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_PARTICLES = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|만|로|으로|측|사|보다|부터|까지|처럼|등|코리아|주가|그룹|이나|나|이라|라|인|은행)"
)
_MODEL = re.compile(r"[ \u00a0-](?:[A-Z]{0,3}-?\d{2,4}\b|Max\b|MAX\b|Boeing\b)")
_MAKERS = frozenset({"Boeing", "Airbus", "Embraer", "Bombardier", "Sukhoi"})


class Trust(IntEnum):
    """Why a mention is believed, the strongest reason first."""

    KNOWN = 0  # a name the library knows
    NAMED = 1  # a sure name of the shipped table
    INFLECTED = 2  # such a name in another case
    SHOWN = 3  # a doubtful name with company words beside it
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
    written: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    alias: Alias
    mark: Mark
    exact: bool


class Reader:
    """Reads one text for the names of one table."""

    def __init__(self, text: str, table: Table, hidden: Sequence[Span]) -> None:
        self.text = text
        self.table = table
        self.hidden = hidden

    def mentions(self) -> list[Mention]:
        """Every mention believed, in reading order; names that are no company's have an empty company."""
        candidates = list(self._candidates())
        judged = [(candidate, self._trust(candidate)) for candidate in candidates]
        shown = {
            candidate.alias.company
            for candidate, trust in judged
            if trust is not None and trust < Trust.CAPITAL
        }
        found: list[Mention] = []
        for candidate, trust in judged:
            if candidate.mark is Mark.NOT:
                found.append(Mention(candidate.start, candidate.end, "", Trust.NAMED))
            elif trust is not None:
                found.append(_mention(candidate, trust))
            elif candidate.alias.company in shown and self._may_repeat(candidate):
                found.append(_mention(candidate, Trust.REPEATED))
        return sorted(found, key=lambda mention: mention.start)

    def _candidates(self) -> Iterator[_Candidate]:
        yield from self._worded()
        if not self.text.isascii() and IDEOGRAPH.search(self.text):
            yield from self._ideographic()

    def _worded(self) -> Iterator[_Candidate]:
        text, starting = self.text, self.table.starting
        hidden = iter([*self.hidden, Span(len(text) + 1, len(text) + 1)])
        mask = next(hidden)
        end = 0
        for match in self.table.mention().finditer(text):
            start = match.start()
            while start >= mask.end:
                mask = next(hidden)
            if start < end or start >= mask.start or match.end() - start > LONGEST_WORD:
                continue
            aliases = starting(folded(match[0].partition(" ")[0]))
            if aliases:
                found = self._longest(aliases, start, match.end())
                if found is not None:
                    yield found
                    end = found.end

    def _longest(self, aliases: Sequence[Alias], start: int, first_end: int) -> _Candidate | None:
        for alias in aliases:
            end = self._end(alias, start, first_end)
            if end and _cased(alias, self.text[start:end]):
                exact = self.text[start:end] == alias.written
                return _Candidate(start, end, alias, self._mark(alias, start, end), exact)
        return None

    def _mark(self, alias: Alias, start: int, end: int) -> Mark:
        """What the name may be besides a company's here; foreign words are no common ones."""
        mark = alias.mark
        if mark in (Mark.SURE, Mark.NOT, Mark.SERVICE, Mark.MEDIUM):
            return mark
        if is_latin(alias.words[0]) and is_foreign(self.text, start, end):
            return Mark.SURE
        if mark in (Mark.ENGLISH_WORD, Mark.ENGLISH_COMMON):
            english = Mark.WORD if mark is Mark.ENGLISH_WORD else Mark.COMMON
            return english if is_english(self.text, start) else Mark.SURE
        return mark

    def _end(self, alias: Alias, start: int, end: int) -> int:
        """Where a mention of the alias ends which starts with the word up to `end`; 0 if it isn't one."""
        text = self.text
        if len(alias.words) == 1 and alias.written.isalnum():
            return end
        for index in range(1, len(alias.words)):
            match = _NEXT_WORD.match(text, end)
            if match is None:
                return 0
            word = match[1]
            if word[0].islower() and alias.words[index] != word and len(alias.words[index]) < 3:
                return 0
            if not alias.takes(index, folded(word)):
                return 0
            end = match.end()
        short = len(alias.words[0]) == 1 and len(alias.written) <= 6
        if short and not text.startswith(alias.written, start):
            return 0
        return end

    def _ideographic(self) -> Iterator[_Candidate]:
        text, table = self.text, self.table
        end = 0
        for match in _HAN_OR_KANA.finditer(text):
            start = match.start()
            if start < end:
                continue
            for alias in table.ideographic(text[start : start + 2]):
                if text.startswith(alias.written, start) and _stands_alone(text, start, alias):
                    end = start + len(alias.written)
                    yield _Candidate(start, end, alias, alias.mark, exact=True)
                    break

    def _trust(self, candidate: _Candidate) -> Trust | None:
        alias = candidate.alias
        if candidate.mark is Mark.NOT or self._is_another_name(candidate):
            return None
        if candidate.mark is Mark.SURE:
            return _sure(candidate)
        shown = self._company_beside(candidate)
        if candidate.mark is Mark.SERVICE:
            return _sure(candidate) if shown or not self._is_a_place(candidate) else None
        if shown:
            return Trust.SHOWN
        return Trust.CAPITAL if candidate.mark is Mark.WORD and self._capital_tells(candidate) else None

    def _is_another_name(self, candidate: _Candidate) -> bool:
        """Whether the words beside make it a person, a stadium, a machine."""
        text, alias = self.text, candidate.alias
        if alias.company in _MAKERS and _MODEL.match(text, candidate.end):
            return True
        right = after(text, candidate.end, 1)
        if right and Cue.PRODUCT in cues(right[0]) and text[candidate.end] in " \u00a0-":
            return True
        if (
            alias.known
            or len(alias.words) > 1
            or text[candidate.start - 1 : candidate.start] not in (" ", "\u00a0")
        ):
            return False
        left = before(text, candidate.start, 2)
        if not left or not left[0][0].isupper():
            return False
        given = Cue.GIVEN in cues(left[0])
        owned = len(left) > 1 and Cue.COMPANY in cues(left[1])
        return given and not owned

    def _company_beside(self, candidate: _Candidate) -> bool:
        text = self.text
        left = before(text, candidate.start)
        kinds = [cues(word) for word in left]
        medium = any(Cue.MEDIUM in kind for kind in kinds[:2])
        if candidate.mark is Mark.MEDIUM:
            return not medium and bool(kinds) and Cue.COMPANY in kinds[0]
        if kinds and Cue.COMPANY in kinds[0] and not medium:
            return True
        if any(Cue.ROLE in kind or Cue.COMPANY in kind for kind in kinds):
            return True
        right = after(text, candidate.end)
        if right and right[0] in ("s", "S") and text[candidate.end : candidate.end + 1] in "'’":
            right = right[1:]
        return bool(right) and any(Cue.SPEAKING in cues(word) for word in right[:1])

    def _is_a_place(self, candidate: _Candidate) -> bool:
        left = before(self.text, candidate.start, 2)
        return bool(left) and any(Cue.PLACE_PREPOSITION in cues(word) for word in left[:1])

    def _capital_tells(self, candidate: _Candidate) -> bool:
        text = self.text
        written = text[candidate.start : candidate.end]
        if begins_sentence(text, candidate.start) or (written.isupper() and not candidate.exact):
            return False
        beside = [*before(text, candidate.start, 1), *after(text, candidate.end, 1)]
        return not any(word[0].isupper() and not word.isupper() for word in beside)

    def _may_repeat(self, candidate: _Candidate) -> bool:
        if candidate.mark is Mark.MEDIUM or self._is_another_name(candidate):
            return False
        if candidate.mark is Mark.SERVICE:
            return False
        return candidate.mark is Mark.WORD or not begins_sentence(self.text, candidate.start)


def _mention(candidate: _Candidate, trust: Trust) -> Mention:
    return Mention(candidate.start, candidate.end, candidate.alias.company, trust)


def _sure(candidate: _Candidate) -> Trust:
    if candidate.alias.known:
        return Trust.KNOWN
    if candidate.alias.sounded:
        return Trust.SOUNDED
    return Trust.NAMED if candidate.exact else Trust.INFLECTED


def _cased(alias: Alias, written: str) -> bool:
    """Whether the letters' case allows the alias: an acronym is in capitals, endings aside."""
    if alias.is_acronym:
        return (
            written.startswith(alias.written)
            or folded(written[: len(alias.written)]) == folded(alias.written)
            and written[: len(alias.written)].isupper()
        )
    return True


def _stands_alone(text: str, start: int, alias: Alias) -> bool:
    """Whether an ideographic name isn't part of a longer word of the same script."""
    end = start + len(alias.written)
    if _KATAKANA.match(alias.written):
        return not (_KATAKANA.match(text, end) and _KATAKANA.match(alias.written[-1])) and not (
            start and _KATAKANA.match(text, start - 1)
        )
    if _HANGUL.match(alias.written):
        return not (start and _HANGUL.match(text, start - 1)) and (
            not _HANGUL.match(text, end) or _PARTICLES.match(text, end) is not None
        )
    return True
