"""Samples: what is looked at closely of a damaged document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from curator.cleaning.damage.pages import RUN, Page

_FIRST_LEAD = 0xC0
_KEPT = frozenset("\xa0\xad")
SIZE = 6_000
"""Code points of damaged lines that are enough to tell what was lost; of one line, too."""
LEAST_ASKED = 2
"""Question marks behind cut sequences that stand for what was lost; one within a word counts twice."""
_ASKED = re.compile("\\?(?<=[^\x00-\x7f]\\?)")
_ASKED_AMID = re.compile(f"{_ASKED.pattern}(?=[^\\W\\d_])")
_NO_QUESTION = re.compile(r"(?<=[,.!?…]â€)\?|(?<=â€)\?(?=[,.;:])")
"""Matches a question mark behind a cut quotation mark, beside what ends a sentence or goes on with it."""


class Survey(NamedTuple):
    """What a sample shows of a page."""

    wholes: int
    cuts: int
    """How many sequences lack something."""
    leads: int
    """How many whole ones stand for a lead byte themselves."""
    signs: frozenset[str]
    """The characters in whole sequences, and in others those that often get lost."""
    continuing: int
    """How many follow a cut "Ã" and stand for a continuation byte themselves."""
    is_replaced: bool
    """Whether U+FFFD follows a cut one."""


class Sample:
    """The first damaged lines of a document."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.runs = " ".join([run for line in lines for run in RUN.findall(line)])
        """What stands in them beyond ASCII."""
        self.asks = any(_ASKED_AMID.search(line) or _NO_QUESTION.search(line) for line in lines) or (
            sum(len(_ASKED.findall(line)) for line in lines) >= LEAST_ASKED
        )
        """Whether so many question marks stand behind something beyond ASCII as those that replace bytes."""
        self._surveys: dict[str, Survey] = {}

    def survey(self, known: Page) -> Survey:
        """What the sample shows of a page."""
        found = self._surveys.get(known.name)
        if found is None:
            found = self._surveys[known.name] = _survey(known, self.runs)
        return found

    def read(self, known: Page) -> Sample:
        """The sample with whole sequences of a page read and cut ones left out."""
        return Sample([known.read_strictly(line) for line in self.lines])


def is_no_question(line: str, place: int) -> bool:
    """Whether a question mark stands behind a cut quotation mark where no question ends."""
    return _NO_QUESTION.match(line, place) is not None


def sampled(lines: Iterable[str]) -> Sample:
    """So many of the lines as are looked at."""
    chosen: list[str] = []
    size = 0
    for line in lines:
        chosen.append(line[:SIZE])
        size += len(line)
        if size > SIZE:
            break
    return Sample(chosen)


def _survey(known: Page, runs: str) -> Survey:
    counts = Counter(known.sequences.findall(runs))
    units = known.units
    wholes = cuts = leads = 0
    signs: set[str] = set()
    for part, count in counts.items():
        unit = units[part]
        if unit.is_whole:
            wholes += count
            leads += count * (known.values.get(unit.text, 0) >= _FIRST_LEAD)
            signs.update(part)
        elif unit.is_cut:
            cuts += count
            signs.update(_KEPT.intersection(part[1:]))
    following = _behind(known.sequences.pattern).findall(runs) if "Ã" in counts else []
    continuing = sum([_continues(known, part) for part in following])
    pairs = pairwise(known.parts.findall(runs)) if "\ufffd" in runs else ()
    is_replaced = any(two == "\ufffd" and one > "\x7f" and units[one].is_cut for one, two in pairs)
    return Survey(wholes, cuts, leads, frozenset(signs), continuing, is_replaced)


@cache
def _behind(sequence: str) -> re.Pattern[str]:
    """Groups the sequence that follows a cut "Ã"."""
    return re.compile(f"Ã(?=({sequence}))")


def _continues(known: Page, part: str) -> bool:
    """Whether a whole sequence stands for a character that stands for a continuation byte."""
    unit = known.units[part]
    return unit.is_whole and 0x80 <= known.values.get(unit.text, 0) < _FIRST_LEAD
