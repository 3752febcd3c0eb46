"""The stretches of a reading that may be dates, and the phrases of the grammar in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from curator.extraction.dates.grammar import PATTERN, Phrase, phrase_of
from curator.extraction.readings import Reading

Placed = tuple[Phrase, int, int]
"""A phrase with its first item and the item after its last."""
_STRETCH = re.compile(r"[^x|()ÉĴŹ]+[ÉĴŹ]?|[ÉĴŹ]")
_ABBREVIATED = re.compile("[Ejz]")
_ENDED = {"E": "É", "j": "Ĵ", "z": "Ź"}
"""Letters of words with which a sentence ends."""
_AS_EVER = str.maketrans({ended: letter for letter, ended in _ENDED.items()})
_ALONE = frozenset("<FYMWTjzvy#@PpZkh%")
_CORE = frozenset("%!_<FYMmWwTjzvy#@PpZKQHhEOJCLVABGqScRkXfUIu")
_USUAL = 24
"""Letters of a stretch beyond which it is too rare to be remembered."""


def letters(reading: Reading) -> str:
    """The letters of a reading; a year's abbreviation that ends its sentence ends every phrase."""

    def ended(match: re.Match[str]) -> str:
        letter = match.group()
        return _ENDED[letter] if _ends(reading, match.start()) else letter

    return _ABBREVIATED.sub(ended, "".join(reading.dates))


def _ends(reading: Reading, item: int) -> bool:
    """Whether a sentence ends with an item: "в 2017 г. В конце …"."""
    text, end = reading.text, reading.ends[item]
    return text[end - 1] == "." and text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()


def matches(letters: str) -> Iterator[tuple[Phrase, int, int]]:
    """The phrases in the stretches that have anything to do with dates, with their first and last items."""
    for stretch in _STRETCH.finditer(letters):
        found = stretch.group().translate(_AS_EVER)
        digits = "D" in found and ("s" in found or "/" in found)
        if _CORE.isdisjoint(found) and not (digits or "nn" in found):
            continue  # nothing but small words and digits
        if len(found) > 1 or found in _ALONE:
            start = stretch.start()
            found_here = _phrases_of(found) if len(found) <= _USUAL else _phrases_of.__wrapped__(found)
            for phrase, first, last in found_here:
                yield phrase, start + first, start + last


@lru_cache(maxsize=1 << 13)
def _phrases_of(stretch: str) -> tuple[tuple[Phrase, int, int], ...]:
    """The phrases of one stretch; the same few dozen stretches make up most dates of the news."""
    return tuple((phrase_of(match), *match.span()) for match in PATTERN.finditer(stretch))


def within(reading: Reading, first: int, last: int) -> Iterator[Placed]:
    """The phrases of some items that are read for themselves."""
    for phrase, begin, end in matches("".join(reading.dates[first:last])):
        yield phrase, first + begin, first + end
