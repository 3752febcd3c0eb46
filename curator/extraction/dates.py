"""Dates: finding their phrases in a reading, and making facts of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from curator.domain.facts import Fact, FactKind
from curator.extraction.anchored_dates import from_anchor, with_day_number
from curator.extraction.calendar import single
from curator.extraction.date_bounds import bounded, coming
from curator.extraction.date_checks import is_whole
from curator.extraction.date_grammar import (
    DAY,
    DAY_OF_MONTH,
    DECADE,
    MONTH,
    MONTH_ALONE,
    PATTERN,
    YEAR,
    Phrase,
    phrase_of,
)
from curator.extraction.date_parts import EAST_ASIAN, Parts
from curator.extraction.date_ranges import joined
from curator.extraction.day_lists import dated_weekdays, listed
from curator.extraction.qualifiers import is_between, status
from curator.extraction.readings import Reading

_STRETCH = re.compile(r"[^x|()ÉĴŹ]+[ÉĴŹ]?|[ÉĴŹ]")
_ABBREVIATED = re.compile("[Ejz]")
_ENDED = {"E": "É", "j": "Ĵ", "z": "Ź"}
"""Letters of words with which a sentence ends."""
_AS_EVER = str.maketrans({ended: letter for letter, ended in _ENDED.items()})
_ALONE = frozenset("<FYMWTjzvy#@PpZkh")
_CORE = frozenset("<FYMmWwTjzvy#@PpZKQHhEOJCLVABGqScRkXfUIu")
_USUAL = 24
"""Letters of a stretch beyond which it is too rare to be remembered."""
_COUNTED_WEEKDAY = re.compile(r"(?<=[Dun])W")
_LONGEST_SHORT = 5
"""Letters that a word has at least before a full stop that makes it no abbreviation."""
_DAYS = frozenset({"day", "day_without_year"})
_DAY_FIRST = frozenset({"tr", "fi", "el", "ro", "sv", "nb", "da"})
"""Languages in which no day stands behind its month."""
_MONTH_CASES = tuple("ban ben tól től ról ről ig ra re i án én val vel ja je át ét ának ének a e".split())
"""Endings of a Hungarian month, behind which stands no day of it."""


def find_dates(reading: Reading, reference: date | None) -> list[Fact]:
    """The facts of every date phrase in a reading, in order."""
    found: list[tuple[Fact, int, int]] = []
    for match in _COUNTED_WEEKDAY.finditer("".join(reading.dates)):
        if reading.term(match.start(), "month_noun") is not None:
            reading.dates[match.start()] = "O"  # "opt luni" are eight months in Romanian
    for whole in _matches(_letters(reading)):
        for phrase, first, last in _phrases(reading, *whole):
            if not is_whole(reading, phrase, first, last):
                continue
            fact = _fact(reading, phrase, first, last, reference)
            if fact is not None:
                found += listed(reading, (coming(reading, fact, first, reference), first, last))
    return joined(reading, dated_weekdays(reading, found, reference))


def _letters(reading: Reading) -> str:
    """The letters of a reading; a year's abbreviation that ends its sentence ends every phrase."""

    def ended(match: re.Match[str]) -> str:
        letter = match.group()
        return _ENDED[letter] if _ends(reading, match.start()) else letter

    return _ABBREVIATED.sub(ended, "".join(reading.dates))


def _ends(reading: Reading, item: int) -> bool:
    """Whether a sentence ends with an item: "в 2017 г. В конце …"."""
    text, end = reading.text, reading.ends[item]
    return text[end - 1] == "." and text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()


def _phrases(reading: Reading, phrase: Phrase, first: int, last: int) -> list[tuple[Phrase, int, int]]:
    """The phrase with its items; April and July are two months, April and May one time."""
    stop = _end_of_sentence(reading, first, last)
    if stop is not None and reading.dates[stop + 1] in "EY":
        return [(phrase, first, stop), (YEAR, stop + 1, last)]
    east_asian = reading.lexicons[first].language in EAST_ASIAN
    if phrase.name == "relative_span" and east_asian and reading.dates[first:last] == ["L", "D", "J"]:
        return [(DAY_OF_MONTH, first, last)]
    if phrase.name == "years_short" and reading.written(first + 1)[0].isalpha():
        return [(YEAR, first, first + 1)]  # "in 2017 to 74 bn"
    if phrase.name == "year" and _is_old_plural(reading, first, last):
        return [(DECADE, first, last + 1)]
    if phrase.name in _DAYS and (month := _month_before_count(reading, first, last)) is not None:
        return [(MONTH_ALONE if month == first else MONTH, first, month + 1)]
    if phrase.name == "night" and not _is_night(reading, first):
        second = next(item for item in range(first + 1, last) if reading.dates[item] == "D")
        return [(DAY, second, last)]
    if phrase.name != "months" or reading.dates[first + 1] != "&":
        return [(phrase, first, last)]
    months = Parts(reading, first, last, None).months()
    opened = (
        any(reading.term(first - 1, kind) is not None for kind in ("between", "from")) if first else False
    )
    opened = opened or is_between(reading, last)
    if opened or len(months) < 2 or (months[1] - months[0]) % 12 == 1:
        return [(phrase, first, last)]
    second = next(item for item in range(first + 1, last) if reading.dates[item] == "M")
    return [(MONTH_ALONE, first, first + 1), (MONTH_ALONE, second, last)]


def _is_night(reading: Reading, first: int) -> bool:
    """Whether a day goes over into the next: "w nocy z 20 na 21 listopada", "на 20 срещу 21 ноември"."""
    joints = {reading.written(item) for item in range(first + 1, min(first + 3, len(reading.nodes)))}
    return "срещу" in joints or (first > 0 and reading.term(first - 1, "from") is not None)


def _end_of_sentence(reading: Reading, first: int, last: int) -> int | None:
    """The full stop in "in the second quarter. 2024 was …", which no abbreviation has."""
    for item in range(first + 1, last - 1):
        word = reading.written(item - 1)
        parted = reading.dates[item] == "." and not reading.tight(item + 1)
        if parted and word.isalpha() and len(word) >= _LONGEST_SHORT and reading.tight(item):
            return item
    return None


def _month_before_count(reading: Reading, first: int, last: int) -> int | None:
    """The month of "Mart'ta 5 kişi" and "februárjában 10 képet", where the number counts what follows."""
    months = [item for item in range(first, last) if reading.dates[item] == "M"]
    language = reading.lexicons[first].language
    dotted = language != "fi" and reading.dates[last - 2 : last] == ["D", "."]
    if (
        len(months) != 1
        or (reading.dates[last - 1] != "D" and not dotted)
        or "D" in reading.dates[first : months[0]]
    ):
        return None
    inflected = language == "hu" and reading.written(months[0]).casefold().endswith(_MONTH_CASES)
    return months[0] if inflected or language in _DAY_FIRST else None


def _is_old_plural(reading: Reading, first: int, last: int) -> bool:
    """Whether an apostrophe makes the decade of a year, as in "the 1920's"."""
    return (
        first > 0
        and last < len(reading.nodes)
        and reading.written(last) in {"'s", "’s"}
        and reading.written(first - 1).casefold() == "the"
    )


def _matches(letters: str) -> Iterator[tuple[Phrase, int, int]]:
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


def _fact(reading: Reading, phrase: Phrase, first: int, last: int, reference: date | None) -> Fact | None:
    result = phrase.build(Parts(reading, first, last, reference))
    if result is None:
        return None
    interval, relative = result
    confidence = phrase.confidence - (0.1 if relative else 0.0)
    while reading.dates[first] in "o,":
        first += 1
    if phrase.name == "relative_weekday" and reading.dates[last - 1] == "W" and reference is not None:
        numbered = with_day_number(reading, last, interval.low.weekday(), reference)
        if numbered is not None:
            interval, last = single(numbered[0]), numbered[1]
    last_item = last - 1
    while last_item > first and reading.dates[last_item] in ".,":
        last_item -= 1
    anchored = from_anchor(reading, first, interval)
    if anchored is not None:
        interval, first = anchored
    start, end = reading.starts[first], reading.ends[last_item]
    rule = f"date.{phrase.name}"
    if relative and "relative" not in rule:
        rule += ".relative_year" if phrase.name != "relative" else ""
    fact = Fact(
        kind=FactKind.DATE,
        start=start,
        end=end,
        quote=reading.text[start:end],
        low=interval.low,
        high=interval.high,
        precision=interval.precision,
        status=status(reading, first, last_item),
        confidence=round(confidence, 2),
        rule=rule,
    )
    return fact if anchored is not None else bounded(reading, fact, first, last_item)
