"""Days named by their weekday or by their number alone: "on Monday", "next Friday", "the 5th", "14日"."""

from __future__ import annotations

from datetime import date, timedelta

from curator.extraction.dates import calendar
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.resolving import (
    LEAN_DAY,
    Found,
    bound_before,
    has_begun,
    is_put_off,
    nearest_of,
)
from curator.extraction.dates.tenses import has_happened, is_to_come
from curator.extraction.dates.verb_ends import last_verb_is_present
from curator.extraction.languages import EAST_ASIAN, ROMANCE


def weekday(parts: Parts, *, future: bool = False) -> Found | None:
    """Monday, last Friday, next Tuesday, Wednesday next week; alone, the latest one (or that day)."""
    reference = parts.reference
    if reference is None:
        return None
    said = parts.term("W", "weekday") or parts.term("w", "weak_weekday")
    number = int(said) if said is not None else _weekday_of_week(parts)
    if number is None:
        return None
    monday = reference - timedelta(days=reference.weekday())
    week_shift = parts.shift("v", "weekword")
    if week_shift is None and "K" in parts.letters:
        week_shift = parts.shift("L", "relative")
    if week_shift is not None:
        return calendar.single(monday + timedelta(weeks=week_shift, days=number)), True
    if parts.letters.endswith("Wv"):  # "Friday week"
        next_one = reference + timedelta(days=(number - reference.weekday()) % 7 or 7)
        return calendar.single(next_one + timedelta(weeks=1)), True
    return calendar.single(_alone(parts, reference, monday, number, future=future)), True


def _alone(parts: Parts, reference: date, monday: date, number: int, *, future: bool) -> date:
    shift = parts.shift("L" if "L" in parts.letters else "W", "relative")  # one word in "nākamotrdien"
    if parts.letters == "WL" and _is_east_asian(parts):
        shift = None  # 周二下跌: a verb begins there
    coming = parts.first and parts.reading.term(parts.first - 1, "coming") is not None
    if coming or is_put_off(parts):
        future = True
    back = (reference.weekday() - number) % 7
    if shift == -1:
        return reference - timedelta(days=back or 7)
    if shift == 0:
        return monday + timedelta(days=number)
    if shift == 2:
        return reference + timedelta(days=((number - reference.weekday()) % 7 or 7) + 7)
    bound = bound_before(parts)
    begun = bound == "since"  # "od poniedziałku obowiązuje"
    if (
        shift is None
        and bound == "onward"
        and not (_is_east_asian(parts) or _leads_on(parts) or has_begun(parts))
    ):
        future = future or not has_happened(parts)
    if (
        shift == 1
        or future
        or (shift is None and not has_begun(parts) and is_to_come(parts, present=not begun))
    ):
        return reference + timedelta(days=(number - reference.weekday()) % 7 or 7)
    return reference - timedelta(days=back)


def _is_east_asian(parts: Parts) -> bool:
    return parts.reading.lexicons[parts.first].language in EAST_ASIAN


def _leads_on(parts: Parts) -> bool:
    """Whether a range goes on behind: "from Monday to Friday"."""
    return "".join(parts.reading.dates[parts.last : parts.last + 1]) in {"r", "-"}


def _weekday_of_week(parts: Parts) -> int | None:
    """The weekday of 下周三: a number word, or 日 for Sunday, after the word for the week."""
    numbers = parts.integers("n")
    if numbers:
        return numbers[0] - 1 if 1 <= numbers[0] <= 6 else None
    return 6 if "J" in parts.letters else None


_DAYS_OF_MONTH = frozenset({"日", "일"})
_ROUNDS = frozenset({"journée", "jornada", "giornata"})
_LENGTHS = frozenset({"間", "间", "간", "동", "만", "째", "目", "以", "内"})


def day_of_month(parts: Parts) -> Found | None:
    """The 5th, 5-го числа, 14日, the 5th of next month."""
    number = parts.day()
    reference = parts.reference
    if reference is None or number is None:
        return None
    if parts.letters.endswith("JD") and not _is_named_by_number(parts):
        return None
    shift = parts.shift("z", "monthword")
    shift = parts.shift("L", "relative") if shift is None else shift
    if shift is not None and parts.items("Oz"):
        that = calendar.shifted_month(reference.replace(day=1), shift)
        interval = calendar.day(that.year, that.month, number)
        return None if interval is None else (interval, True)
    if shift is not None:
        months = [calendar.shifted_month(reference.replace(day=1), step) for step in (-1, 0, 1)]
        days = [calendar.day(that.year, that.month, number) for that in months]
        past = [each for each in days if each is not None and (each.low <= reference) == (shift < 0)]
        return (past[-1 if shift < 0 else 0], True) if past else None
    if parts.letters != "JD" and not _stands_for_a_day(parts):
        return None
    months = [calendar.shifted_month(reference.replace(day=1), step) for step in (-1, 0, 1)]
    korean = parts.reading.lexicons[parts.first].language == "ko"
    past = korean and last_verb_is_present(parts) is False  # 2일 발표했다
    return nearest_of(
        parts, [calendar.day(that.year, that.month, number) for that in months], past=past, lean=LEAN_DAY
    )


_MEASURES = frozenset("UCPTSsKy")


def _is_named_by_number(parts: Parts) -> bool:
    """Whether a number behind the word for a day is that of one: "el pasado día 9", "no dia 9"."""
    reading, last = parts.reading, parts.last
    measured = last < len(reading.nodes) and reading.amounts[last] in _MEASURES
    return reading.lexicons[parts.first].language in ROMANCE and not measured


_ON = frozenset({"on", "by", "until", "since", "from"})
_BEHIND_DAYS = frozenset(
    "it he she they we that and but with at after before as when while in to for the its their".split()
)
"""Words that go on a sentence behind "on the 8th", where a noun would be counted by it."""


def _stands_for_a_day(parts: Parts) -> bool:
    """Whether an ordinal or 日 is a day: after "the" and before no noun; not a length of time (3日間)."""
    reading, last = parts.reading, parts.last
    if "s" in parts.letters and "J" in parts.letters:
        return reading.written(last - 1) not in _ROUNDS
    following = reading.text[reading.starts[last]] if last < len(reading.nodes) else "."
    if "J" in parts.letters:
        return reading.written(last - 1) in _DAYS_OF_MONTH and following not in _LENGTHS
    before = reading.written(parts.first - 1).casefold() if parts.first else ""
    if before != "the" or following in "-(":
        return False
    goes_on = last < len(reading.nodes) and reading.written(last) in _BEHIND_DAYS
    return not following.isalnum() or (goes_on and reading.written(parts.first - 2) in _ON)


def _leads(parts: Parts) -> bool:
    """Whether a small word stands before a weekend; Danish "I weekenden" looks like a Roman one."""
    before = parts.first - 1
    small = parts.reading.term(before, "roman") is not None and parts.reading.term(before, "date_filler")
    return parts.reading.dates[before] in "oi" or bool(small)


_AT = {"hu": "én", "fi": "na", "et": "vahetusel"}
"""Endings of a weekend in which something happens."""


def weekend_alone(parts: Parts) -> Found | None:
    """At the weekend: the one that lies nearest."""
    if parts.reference is not None and (shift := parts.shift("k", "weekendword")) is not None:
        return calendar.weekend(parts.reference + timedelta(weeks=shift)), True
    written = parts.reading.written(parts.first)
    case = _AT.get(parts.reading.lexicons[parts.first].language)
    led = parts.first > 0 and _leads(parts)
    led = led or " " in written or (case is not None and written.endswith(case))
    if parts.reference is None or not led:
        return None
    if is_to_come(parts):
        return calendar.weekend(parts.reference), True
    weeks = (parts.reference + timedelta(weeks=step) for step in (-1, 0, 1))
    return nearest_of(parts, [calendar.weekend(that) for that in weeks])
