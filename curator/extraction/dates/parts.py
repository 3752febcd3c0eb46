"""The parts of one date phrase: its day, month, year, weekday and so on, by their letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from curator.extraction.amount_values import value_of
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.readings import Reading

_FIGURES = re.compile("n{4}E")
_PIVOT = 50
"""Two-digit years below it are of this century."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The items `first` to `last` (exclusive) of a reading, as a date phrase with a reference day."""

    reading: Reading
    first: int
    last: int
    reference: date | None
    begin: int | None = None
    """The first item of the whole phrase, where these are the items of a part of it."""

    def within(self, first: int) -> Parts:
        """The parts from `first` on, of the same phrase."""
        begin = self.first if self.begin is None else self.begin
        return Parts(self.reading, first, self.last, self.reference, begin)

    @property
    def letters(self) -> str:
        """The letters of the phrase in the grammar of dates."""
        return "".join(self.reading.dates[self.first : self.last])

    def items(self, letters: str) -> list[int]:
        """The items that have one of the letters, in order."""
        dates = self.reading.dates
        return [item for item in range(self.first, self.last) if dates[item] in letters]

    def term(self, letter: str, kind: str) -> str | None:
        """What the first item with that letter means as that kind."""
        for item in self.items(letter):
            return self.reading.term(item, kind)
        return None

    def integers(self, letters: str) -> list[int]:
        """The whole numbers that items with these letters stand for."""
        values = (self.reading.integer(item) for item in self.items(letters))
        return [value for value in values if value is not None]

    def day(self) -> int | None:
        """The day of the month: digits, or ordinal words ("twenty" "first")."""
        digits = self.integers("D")
        if digits:
            return digits[0]
        if self._is_east_asian() and "J" in self.letters:
            return self._day_in_figures()
        words = self.integers("nd")
        return sum(words) if words else None

    def _day_in_figures(self) -> int | None:
        """The day of 二十五日: the number words just before the word for day."""
        last = first = self.first + self.letters.index("J")
        while first > self.first and self.reading.dates[first - 1] == "n":
            first -= 1
        value = value_of(self.reading, first, last) if first < last else None
        return None if value is None else int(value)

    def months(self) -> list[int]:
        """The months named, 1 to 12."""
        found = (
            self.reading.term(item, "month") or self.reading.term(item, "weak_month")
            for item in self.items("Mm")
        )
        return [int(value) for value in found if value is not None]

    def years(self) -> list[int]:
        """The four-digit years."""
        found = self.integers("Y")
        if not found and _FIGURES.match(self.letters) and self._is_east_asian():
            return [int("".join(str(value) for value in self.integers("n")[:4]))]  # 二〇一八年
        return found

    def _is_east_asian(self) -> bool:
        return self.reading.lexicons[self.first].language in EAST_ASIAN

    def short_year(self) -> int | None:
        """The year of the last two digits in the phrase."""
        digits = self.integers("Du")
        return century_of(digits[-1]) if digits else None

    def shift(self, letter: str, kind: str) -> int | None:
        """A word's step from now: -1 for "last", 0 for "this", 1 for "next"; the last word's of several."""
        for item in reversed(self.items(letter)):
            said = self.reading.term(item, kind)
            return None if said is None else int(said)
        return None

    def year(self) -> tuple[int | None, bool]:
        """The year of the phrase and whether it follows from the reference day; None if neither says it."""
        years = self.years()
        if years:
            return years[0], False
        if "'" in self.letters and (short := self.short_year()) is not None:
            return short, False
        if self.reference is None:
            return None, True
        shift = self.shift("j", "yearword")
        if shift is None and "E" in self.letters:
            shift = self._shift_of_year()
        return (None, True) if shift is None else (self.reference.year + shift, True)

    def _shift_of_year(self) -> int:
        """The step of the word before the year ("bu yılın son çeyreği"), else of the last such word."""
        dates = self.reading.dates
        leading = [item for item in self.items("L") if dates[item + 1 : item + 2] == ["E"]]
        said = self.reading.term(leading[0], "relative") if leading else None
        return int(said) if said is not None else self.shift("L", "relative") or 0

    def ordinal(self) -> int | None:
        """The number of a quarter, half, weekday or week: "second", "2.", "II"; -1 for "last"."""
        for last in self.items("L"):
            if self.reading.term(last, "relative") == "-1" and self._leads(last):
                return -1
        figures = self.first + len("nnnn") if _FIGURES.match(self.letters) else self.first
        for item in self.items("dRnDh"):
            if item < figures:
                continue  # the year of 二〇二五年第一季
            written = self.reading.integer(item)
            if self.reading.dates[item] == "n" and not self._may_order(item):
                return None
            return written
        return None

    def _leads(self, item: int) -> bool:
        """Whether a word stands before what it orders: "last quarter", not "first half of last year"."""
        if any(place < item for place in self.items("dRDnHQKJWwk")):
            return False
        of_period = self.reading.dates[item + 1 : item + 2] in (["E"], ["O"], ["K"])
        return not (of_period and self.items("dRDnh"))  # "viime vuoden toisella neljänneksellä"

    def _may_order(self, item: int) -> bool:
        """Whether a number word may stand for an ordinal, as in 三季度: "three quarters" is no third one."""
        before = self.reading.dates[item - 1] if item > self.first else ""
        return before == "t" or self.reading.lexicons[item].language in EAST_ASIAN


def century_of(two_digits: int) -> int:
    """The year of two digits: 49 is 2049, 50 is 1950."""
    return two_digits + (2000 if two_digits < _PIVOT else 1900)
