"""What phrases are by the words about them: a count behind a month, a score before a day, a night."""

from __future__ import annotations

from collections.abc import Callable

from curator.extraction.dates.grammar import (
    DAY,
    DAY_OF_MONTH,
    DECADE,
    MONTH,
    MONTH_ALONE,
    WEEKDAY,
    YEAR,
)
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.stretches import Placed, matches, within
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.qualifiers import is_between
from curator.extraction.readings import Reading

_MEASURED = (["N", "P"], ["N", "Q"], ["N", "S"])
"""A number with its percent sign or scale: "in July 4 percent", no 4th of July."""
_BOUNDS = frozenset({"since", "by", "before"})
_MONTH_CASES = tuple("ban ben tól től ról ről ig ra re i án én val vel ja je át ét ának ének a e".split())
"""Endings of a Hungarian month, behind which stands no day of it."""


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
    return [(phrase, bound + 1 + begin, bound + 1 + end) for phrase, begin, end in matches(rest)]


def _is_of(reading: Reading, item: int) -> bool:
    return reading.term(item, "of") is not None


def _days_of_month(reading: Reading, first: int, last: int) -> list[Placed] | None:
    """The day behind a score: "vyhráli 4:1 a v úterý 28. října"."""
    scored = reading.text[max(0, reading.starts[first] - 1) : reading.starts[first]] == ":"
    return list(within(reading, first + 1, last)) if scored else None


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


MEANT: dict[str, Callable[[Reading, int, int], list[Placed] | None]] = {
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
