"""Finding the phrases of dates in a reading, part from part where a sentence ends within."""

from __future__ import annotations

from collections.abc import Iterator

from curator.extraction.dates.grammar import YEAR, Phrase
from curator.extraction.dates.meanings import MEANT
from curator.extraction.dates.stretches import Placed, letters, matches, within
from curator.extraction.readings import Reading

_LONGEST_SHORT = 5
"""Letters that a word has at least before a full stop that makes it no abbreviation."""


def phrases(reading: Reading) -> Iterator[Placed]:
    """The phrases of a reading, in order."""
    for phrase, first, last in matches(letters(reading)):
        if "." in reading.dates[first + 1 : last - 1]:
            parted = _parted(reading, phrase, first, last)
            if parted is not None:
                yield from parted
                continue
        told = MEANT.get(phrase.name)
        meant = None if told is None else told(reading, first, last)
        yield from [(phrase, first, last)] if meant is None else meant


def _parted(reading: Reading, phrase: Phrase, first: int, last: int) -> list[Placed] | None:
    """The phrases on either side of a full stop that ends a sentence; None if there is none."""
    stop = _end_of_sentence(reading, first, last)
    if stop is not None and reading.dates[stop + 1] in "EY" and "Y" in reading.dates[stop + 1 : last]:
        return [(phrase, first, stop), (YEAR, stop + 1, last)]
    stop = _beginning_of_sentence(reading, first, last)
    return None if stop is None else [*within(reading, first, stop), *within(reading, stop, last)]


def _beginning_of_sentence(reading: Reading, first: int, last: int) -> int | None:
    """The words behind the full stop of "on May 3. Last year it …", which no ordinal has before a capital."""
    for item in range(first + 1, last - 1):
        if reading.dates[item] == "." and reading.dates[item + 1] in "Lj" and not reading.tight(item + 1):
            return item + 1 if reading.text[reading.starts[item + 1]].isupper() else None
    return None


def _end_of_sentence(reading: Reading, first: int, last: int) -> int | None:
    """The full stop in "in the second quarter. 2024 was …", which no abbreviation has."""
    for item in range(first + 1, last - 1):
        word = reading.written(item - 1)
        parted = reading.dates[item] == "." and not reading.tight(item + 1)
        if parted and word.isalpha() and len(word) >= _LONGEST_SHORT and reading.tight(item):
            return item
    return None
