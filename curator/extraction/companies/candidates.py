"""Candidates: where a text reads like a name of the table, whatever it means there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curator.domain.spans import Span
from curator.extraction.companies.aliases import Alias, Mark
from curator.extraction.companies.contexts import is_english, is_foreign
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.spellings import IDEOGRAPH, INDIAN, WORD, folded, is_latin, letters_of
from curator.extraction.companies.tables import Table, is_uncased
from curator.extraction.companies.towns import is_just_a_place
from curator.extraction.companies.wordings import either
from curator.extraction.languages import is_frequent

LONGEST_WORD = 40

_NEXT_WORD = re.compile(
    r"(?:[ \u00a0\u202f\u200c.'’&＆+/\-–—‑]{1,3}|[ \t]?&?[ \t]?\n[ \t]?(?:& )?)"
    rf"((?:[^\W\u0e01-\u0e5b\u3000-\ud7ff]|[{INDIAN}])+)"
)
_IDEOGRAPHIC = re.compile(rf"[A-Z0-9](?=[A-Z&]{{0,2}}{IDEOGRAPH.pattern})|{IDEOGRAPH.pattern}")
_PARTICLES = re.compile(
    r"(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|측|사|보다|부터|까지|처럼|등|코리아|주가|그룹|이나)"
)
_GIVEN_NAME = 2
_A_PERSONS = re.compile(
    rf"(?:\A|[^\u3005-\u9fff]|(?:{either('chinese_titles')}))(?:{either('chinese_surnames')})\Z"
)
"""What stands before two signs that are a person's given name: 董事长何小鹏."""
_QUOTES = frozenset("«„“”\"'‘״")
_WORDS_BESIDE = frozenset({Cue.COMPANY, Cue.ROLE, Cue.SHARES_OF, Cue.SHARES, Cue.STAKE, Cue.INSTITUTION})
_SHORT = 5
"""So short a name is soon met by another word."""
_DOUBT = (Mark.SURE, Mark.UNTOLD, Mark.WORD, Mark.COMMON)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that reads like a name of the table; `mark` is the alias's mark as it counts here."""

    start: int
    end: int
    alias: Alias
    mark: Mark


class _Word(NamedTuple):
    written: str
    folded: str
    end: int


class Candidates:
    """The candidates of one text, in order of their scripts.

    Once they are read, `unnamed` has the words with a capital that begin none, each behind its start.
    """

    def __init__(self, text: str, table: Table, hidden: Sequence[Span]) -> None:
        self.text = text
        self.table = table
        self.hidden = hidden
        self.unnamed: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[Candidate]:
        yield from self._worded()
        if IDEOGRAPH.search(letters_of(self.text)):
            yield from self._ideographic()

    def _worded(self) -> Iterator[Candidate]:
        text, beginning, unnamed = self.text, self.table.beginning, self.unnamed
        hidden = iter([*self.hidden, Span(len(text) + 1, len(text) + 1)])
        mask = next(hidden)
        end = 0
        for match in self.table.mention(text).finditer(text):
            start = match.start()
            while start >= mask.end:
                mask = next(hidden)
            if start < end or start >= mask.start:
                continue
            word = match[0]
            aliases = beginning(word) if len(word) < LONGEST_WORD else None
            found = self._longest(aliases, start, match.end()) if aliases else None
            if found is None:
                if word[0].isupper() or not is_uncased(word[0]) or text[start - 1 : start] in _QUOTES:
                    unnamed.append((start, word))
            else:
                end = found.end
                yield found

    def _longest(self, aliases: Sequence[Alias], start: int, end: int) -> Candidate | None:
        text = self.text
        if not text[start:end].isalnum():
            word = WORD.match(text, start)
            end = word.end() if word else end
        ahead = self._ahead(end, len(aliases[0].words) - 1)
        reach = len(ahead) + 1
        second = ahead[0].folded[0] if ahead else ""
        for alias in aliases:
            words = alias.words
            count = len(words)
            if count > reach or (count > 1 and words[1][0] != second and not alias.sounded):
                continue
            last = end if count == 1 else _end(alias, ahead)
            if last and _is_written_so(alias, text, start, last) and not _is_a_word(alias, text[start:last]):
                return Candidate(start, last, alias, self._mark(alias, start, last))
        return None

    def _ahead(self, end: int, count: int) -> list[_Word]:
        """Up to `count` words behind `end`."""
        words: list[_Word] = []
        for _ in range(count):
            match = _NEXT_WORD.match(self.text, end)
            if match is None:
                break
            end = match.end()
            words.append(_Word(match[1], folded(match[1]), end))
        return words

    def _mark(self, alias: Alias, start: int, end: int) -> Mark:
        """What the name may be besides a company's here; foreign words are no common ones."""
        mark = alias.mark
        if mark in (Mark.NOT, Mark.SERVICE, Mark.MEDIUM):
            return mark
        if mark is Mark.UNTOLD and self._is_written_small(alias.written):
            mark = Mark.WORD
        if mark in (Mark.ENGLISH_WORD, Mark.ENGLISH_COMMON):
            english = Mark.WORD if mark is Mark.ENGLISH_WORD else Mark.COMMON
            mark = english if is_english(self.text, start) else Mark.SURE
        if mark is not Mark.SURE and is_latin(alias.words[0]) and is_foreign(self.text, start, end):
            mark = Mark.WORD if mark is Mark.COMMON else Mark.SURE
        return max(mark, _doubt(alias, self.text[start:end]), key=_DOUBT.index)

    def _is_written_small(self, name: str) -> bool:
        """Whether the text has the name as a word without a capital, inflected perhaps."""
        word = name.lower()
        return any(start == 0 or not self.text[start - 1].isalnum() for start in _places(self.text, word))

    def _ideographic(self) -> Iterator[Candidate]:
        text, table = self.text, self.table
        end = 0
        pairs = table.pairs()
        for start in [at for at in range(len(text)) if text[at : at + 2] in pairs]:
            if start < end or not _IDEOGRAPHIC.match(text, start):
                continue
            for alias in table.ideographic(text[start : start + 2]):
                if text.startswith(alias.written, start) and _stands_alone(text, start, alias):
                    end = start + len(alias.written)
                    yield Candidate(start, end, alias, alias.mark)
                    break


def _places(text: str, word: str) -> Iterator[int]:
    """Where the letters of a word begin in the text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _end(alias: Alias, ahead: Sequence[_Word]) -> int:
    """Where a mention of the alias ends whose other words are to be those ahead; 0 if they aren't."""
    for name, word in zip(alias.words[1:], ahead, strict=False):
        if name == word.folded:
            continue
        if (name[0] != word.folded[0] and not alias.sounded) or not alias.takes(name, word.folded):
            return 0
        if len(name) < 3 and word.written[0].islower():
            return 0
    return ahead[len(alias.words) - 2].end


def _is_written_so(alias: Alias, text: str, start: int, end: int) -> bool:
    """Whether case and signs allow the alias: acronyms are in capitals, endings aside; E.ON has its dot."""
    if alias.is_acronym:
        head, ending = text[start : start + len(alias.written)], text[start + len(alias.written) : end]
        same = head == alias.written or (head.isupper() and folded(head) == folded(alias.written))
        return same and not ending.isupper()
    if len(alias.words[0]) == 1 and len(alias.written) <= _SHORT + 1:
        return text.startswith(alias.written, start)
    if len(alias.written) <= _SHORT and not _has_same_accents(alias.written, text[start:end]):
        return False
    return not text[start].islower() or not alias.written[0].isupper() or end - start > _SHORT + 1


def _is_a_word(alias: Alias, written: str) -> bool:
    """Whether what seems an inflected name is a frequent word of some language: Energy is no Energa.

    Nor is a word that stands beside companies, or a town: "die Kranwerk-Aktie" is not Aktia's, Batam no Baťa.
    """
    (*others, name), word = alias.words, folded(written)
    if others or word == name:
        return False
    return is_frequent(written) or is_just_a_place(word) or not cues(written).isdisjoint(_WORDS_BESIDE)


def _doubt(alias: Alias, written: str) -> Mark:
    """How much the written form alone lets doubt: a short name's vowel replaced ("Lega" for Lego)."""
    name = alias.words[0]
    if len(alias.words) > 1 or alias.sounded or len(name) > _SHORT or folded(written).startswith(name):
        return Mark.SURE
    return Mark.WORD if len(name) == _SHORT else Mark.COMMON


def _has_same_accents(name: str, written: str) -> bool:
    """Whether a short name's first letters have its accents, or none at all: Zara isn't "Září"."""
    if is_uncased(name[0]):
        return True
    stem = name[: max(2, len(name) - 2)].lower()
    return written.lower().startswith(stem) or written.isascii()


def _stands_alone(text: str, start: int, alias: Alias) -> bool:
    """Whether an ideographic name isn't part of a longer word of the same script."""
    end = start + len(alias.written)
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_katakana(alias.written[0]):
        runs_on = _is_katakana(after) and _is_katakana(alias.written[-1])
        return not runs_on and not _is_katakana(before)
    if _is_hangul(alias.written[0]):
        return not _is_hangul(before) and (not _is_hangul(after) or bool(_PARTICLES.match(text, end)))
    if len(alias.written) == _GIVEN_NAME and _A_PERSONS.search(text, max(0, start - _GIVEN_NAME), start):
        return False
    return not (after == "面" and alias.written[-1] == "方")  # 京东方面 is the side of 京东, not 京东方


def _is_katakana(letter: str) -> bool:
    return "\u30a1" <= letter <= "\u30fa" or letter == "\u30fc"


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7af"
