"""Finding the phrases of dates in the letters of a reading, and what they are by the words about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from curator.extraction.dates.grammar import (
    DAY,
    DAY_OF_MONTH,
    DECADE,
    MONTH,
    MONTH_ALONE,
    PATTERN,
    WEEKDAY,
    YEAR,
    Phrase,
    phrase_of,
)
from curator.extraction.dates.parts import Parts
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.qualifiers import is_between
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
_LONGEST_SHORT = 5
"""Letters that a word has at least before a full stop that makes it no abbreviation."""
_MEASURED = (["N", "P"], ["N", "Q"], ["N", "S"])
"""A number with its percent sign or scale: "in July 4 percent", no 4th of July."""
_BOUNDS = frozenset({"since", "by", "before"})
_MONTH_CASES = tuple("ban ben tól től ról ről ig ra re i án én val vel ja je át ét ának ének a e".split())
"""Endings of a Hungarian month, behind which stands no day of it."""


def phrases(reading: Reading) -> Iterator[Placed]:
    """The phrases of a reading, in order."""
    for phrase, first, last in _matches(_letters(reading)):
        if "." in reading.dates[first + 1 : last - 1]:
            parted = _parted(reading, phrase, first, last)
            if parted is not None:
                yield from parted
                continue
        told = _MEANT.get(phrase.name)
        meant = None if told is None else told(reading, first, last)
        yield from [(phrase, first, last)] if meant is None else meant


def _parted(reading: Reading, phrase: Phrase, first: int, last: int) -> list[Placed] | None:
    """The phrases on either side of a full stop that ends a sentence; None if there is none."""
    stop = _end_of_sentence(reading, first, last)
    if stop is not None and reading.dates[stop + 1] in "EY" and "Y" in reading.dates[stop + 1 : last]:
        return [(phrase, first, stop), (YEAR, stop + 1, last)]
    stop = _beginning_of_sentence(reading, first, last)
    return None if stop is None else [*_within(reading, first, stop), *_within(reading, stop, last)]


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


def _beginning_of_sentence(reading: Reading, first: int, last: int) -> int | None:
    """The words behind the full stop of "on May 3. Last year it …", which no ordinal has before a capital."""
    for item in range(first + 1, last - 1):
        if reading.dates[item] == "." and reading.dates[item + 1] in "Lj" and not reading.tight(item + 1):
            return item + 1 if reading.text[reading.starts[item + 1]].isupper() else None
    return None


def _within(reading: Reading, first: int, last: int) -> Iterator[Placed]:
    """The phrases of some items that are read for themselves."""
    for phrase, begin, end in _matches("".join(reading.dates[first:last])):
        yield phrase, first + begin, first + end


def _span(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """本月15日 is a day of the month."""
    east_asian = reading.lexicons[first].language in EAST_ASIAN
    day = east_asian and reading.dates[first:last] == ["L", "D", "J"]
    return [(DAY_OF_MONTH, first, last)] if day else None


def _years_short(reading: Reading, first: int, _last: int) -> list[Placed] | None:
    """The year of "in 2017 to 74 bn"."""
    return [(YEAR, first, first + 1)] if reading.written(first + 1)[0].isalpha() else None


def _year(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """The decade of "the 1920's"."""
    return [(DECADE, first, last + 1)] if _is_old_plural(reading, first, last) else None


def _part(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """What a bound leads to, which is no part of anything: "almost half since the summer of 2024"."""
    inside = range(first + 1, last - 1)
    bound = next(
        (at for at in inside if reading.term(at, "bound") in _BOUNDS and not _is_of(reading, at)), None
    )
    if bound is None or reading.dates[first] != "H":
        return None
    rest = "".join(reading.dates[bound + 1 : last])
    return [(phrase, bound + 1 + begin, bound + 1 + end) for phrase, begin, end in _matches(rest)]


def _is_of(reading: Reading, item: int) -> bool:
    return reading.term(item, "of") is not None


def _days_of_month(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """The day behind a score: "vyhráli 4:1 a v úterý 28. října"."""
    scored = reading.text[max(0, reading.starts[first] - 1) : reading.starts[first]] == ":"
    return list(_within(reading, first + 1, last)) if scored else None


def _day(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """The month alone, where the number beside it counts what follows."""
    month = _month_before_count(reading, first, last)
    return None if month is None else [(MONTH_ALONE if month == first else MONTH, first, month + 1)]


def _month(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """The month and the year of "the best January since 2016"."""
    inside = range(first + 1, last - 1)
    since = next((item for item in inside if reading.term(item, "bound") == "since"), None)
    if since is None or reading.dates[since + 1] != "Y" or "M" not in reading.dates[first:since]:
        return None
    return [(MONTH_ALONE, first, since), (YEAR, since + 1, last)]


def _night(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """The second day alone, where no night is told of."""
    if _is_night(reading, first):
        return None
    second = next(item for item in range(first + 1, last) if reading.dates[item] == "D")
    return [(DAY, second, last)]


def _months(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """April and July are two months, April and May one time."""
    if reading.dates[first + 1] != "&":
        return None
    months = Parts(reading, first, last, None).months()
    opened = first > 0 and any(reading.term(first - 1, kind) is not None for kind in ("between", "from"))
    if opened or is_between(reading, last) or len(months) < 2 or (months[1] - months[0]) % 12 == 1:
        return None
    second = next(item for item in range(first + 1, last) if reading.dates[item] == "M")
    return [(MONTH_ALONE, first, first + 1), (MONTH_ALONE, second, last)]


def _dotted(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """The weekday of "on Monday 1.8%"."""
    percent = reading.text[reading.ends[last - 1] :].lstrip()[:1] == "%"
    return [(WEEKDAY, first, first + 1)] if percent and reading.dates[first] == "W" else None


def _is_night(reading: Reading, first: int) -> bool:
    """Whether a day goes over into the next: "w nocy z 20 na 21 listopada", "на 20 срещу 21 ноември"."""
    joints = {reading.written(item) for item in range(first + 1, min(first + 3, len(reading.nodes)))}
    return "срещу" in joints or (first > 0 and reading.term(first - 1, "from") is not None)


def _month_before_count(reading: Reading, first: int, last: int) -> int | None:
    """The month of "Mart'ta 5 kişi" and "februárjában 10 képet", where the number counts what follows."""
    months = [item for item in range(first, last) if reading.dates[item] == "M"]
    language = reading.lexicons[first].language
    if reading.dates[last - 1] == "J" and reading.writes(first, "bare_days") and len(months) == 1:
        return months[0]  # "v únoru jedenáct dní"
    dotted = language != "fi" and reading.dates[last - 2 : last] == ["D", "."]
    if (
        len(months) != 1
        or (reading.dates[last - 1] != "D" and not dotted)
        or "D" in reading.dates[first : months[0]]
    ):
        return None
    if not dotted and reading.amounts[last - 1 : last + 1] in _MEASURED and reading.nodes[last - 1] is None:
        return months[0]
    inflected = language == "hu" and reading.written(months[0]).casefold().endswith(_MONTH_CASES)
    return months[0] if inflected or reading.writes(first, "day_before_month") else None


def _is_old_plural(reading: Reading, first: int, last: int) -> bool:
    """Whether an apostrophe makes the decade of a year, as in "the 1920's"."""
    return (
        first > 0
        and last < len(reading.nodes)
        and reading.written(last) in {"'s", "’s"}
        and reading.written(first - 1).casefold() == "the"
    )


def _end_of_sentence(reading: Reading, first: int, last: int) -> int | None:
    """The full stop in "in the second quarter. 2024 was …", which no abbreviation has."""
    for item in range(first + 1, last - 1):
        word = reading.written(item - 1)
        parted = reading.dates[item] == "." and not reading.tight(item + 1)
        if parted and word.isalpha() and len(word) >= _LONGEST_SHORT and reading.tight(item):
            return item
    return None


_MEANT: dict[str, Callable[[Reading, int, int], list[Placed] | None]] = {
    "relative_span": _span,
    "years_short": _years_short,
    "year": _year,
    "day": _day,
    "day_without_year": _day,
    "month": _month,
    "days_of_month": _days_of_month,
    "night": _night,
    "part": _part,
    "months": _months,
    "dotted": _dotted,
}
"""What phrases are by the words about them; None for what they seem."""
