"""Candidates: where a text reads like a name of the table, whatever it means there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curator.domain.spans import Span
from curator.extraction.companies.aliases import Alias, Mark
from curator.extraction.companies.contexts import is_english, is_foreign
from curator.extraction.companies.spellings import (
    IDEOGRAPH,
    INDIAN,
    WORD,
    folded,
    is_latin,
    is_uncased,
    letters_of,
)
from curator.extraction.companies.tables import Table
from curator.extraction.companies.written_forms import (
    begins_as_a_word,
    doubt,
    may_be_written,
    stands_alone,
)

LONGEST_WORD = 40

_NEXT_WORD = re.compile(
    r"(?:[ \u00a0\u202f\u200c.'’&＆+/\-–—‑]{1,3}|[ \t]?&?[ \t]?\n[ \t]?(?:& )?)"
    rf"((?:[^\W\u0e01-\u0e5b\u3000-\ud7ff]|[{INDIAN}])+)"
)
_IDEOGRAPHIC = re.compile(rf"[A-Z0-9](?=[A-Z&]{{0,2}}{IDEOGRAPH.pattern})|{IDEOGRAPH.pattern}")
_QUOTES = frozenset("«„“”\"'‘״")
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
            if last and may_be_written(alias, text, start, last):
                return Candidate(start, last, alias, self._mark(alias, start, last))
        return None

    def let_go(self, found: Iterable[Candidate], kept: Container[int]) -> None:
        """Count words among the unnamed that only seemed inflected names: Iskraval is no Iskra.

        `kept` are the starts of the candidates that name something.
        """
        words = [
            (each.start, self.text[each.start : each.end])
            for each in found
            if each.start not in kept and _only_seems(each.alias, self.text[each.start : each.end])
        ]
        if words:
            self.unnamed = sorted([*self.unnamed, *words])

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
        if mark in (Mark.WORD, Mark.ENGLISH_WORD) and self._is_written_small(alias.written):
            mark = Mark.COMMON  # "the shell", in a text that also has "Shell"
        if mark is Mark.SURE and not alias.known and begins_as_a_word(self.text, start, end):
            mark = Mark.COMMON
        if mark in (Mark.ENGLISH_WORD, Mark.ENGLISH_COMMON):
            english = Mark.WORD if mark is Mark.ENGLISH_WORD else Mark.COMMON
            mark = english if is_english(self.text, start) else Mark.SURE
        if mark is not Mark.SURE and is_latin(alias.words[0]) and is_foreign(self.text, start, end):
            mark = Mark.WORD if mark is Mark.COMMON else Mark.SURE
        return max(mark, doubt(alias, self.text[start:end]), key=_DOUBT.index)

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
                if text.startswith(alias.written, start) and stands_alone(text, start, alias):
                    end = start + len(alias.written)
                    yield Candidate(start, end, alias, alias.mark)
                    break


def _only_seems(alias: Alias, written: str) -> bool:
    """Whether one word with a capital is but perhaps an inflected form of the name."""
    return written.isalpha() and written[0].isupper() and folded(written) != alias.words[0]


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
