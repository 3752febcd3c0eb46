"""Days told from another date ("two days before Christmas"), weekdays with a number ("Friday the 13th")."""

from __future__ import annotations

from datetime import date, timedelta

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.languages import ROMANCE
from curator.extraction.readings import Reading

_NUMBERS = frozenset("aDnNu")
_DAYS = {"K": 7, "J": 1, "X": 14}
_LONGEST_NUMBER = 3
_JOINING = frozenset("&or")
_FARTHEST = 400
_NEAR = timedelta(days=31)


def from_anchor(reading: Reading, first: int, anchor: Interval) -> tuple[Interval, int] | None:
    """The day so far before or after a day, and the item that its words begin at; None without such words."""
    if anchor.precision is not Precision.DAY:
        return None
    at = first - 1
    while at >= 0 and reading.dates[at] == "o" and reading.term(at, "bound") is None:
        at -= 1
    sign = _direction(reading, at)
    noun = reading.dates[at - 1] if at > 0 else ""
    if not sign or noun not in "KOEJX":
        return None
    begin = at - 1
    while begin > max(0, at - 1 - _LONGEST_NUMBER) and reading.dates[begin - 1] in _NUMBERS:
        begin -= 1
    amount = _amount(reading, begin, at - 1)
    if amount is None or amount > _FARTHEST:
        return None
    return _moved(anchor.low, noun, sign * amount), begin


def _direction(reading: Reading, item: int) -> int:
    if item < 1:
        return 0
    if reading.term(item, "bound") == "before":
        return -1
    return 1 if reading.term(item, "from_then") is not None else 0


def _amount(reading: Reading, first: int, last: int) -> int | None:
    """The number before a noun; one for a noun in the singular that stands alone."""
    values = [reading.integer(item) for item in range(first, last)]
    present = [value for value in values if value is not None]
    if len(present) != len(values):
        return None
    if not present:
        return 1 if reading.term(last, "single") is not None else None
    return sum(present)


def _moved(anchor: date, noun: str, by: int) -> Interval:
    if noun in _DAYS:
        return calendar.single(anchor + timedelta(days=by * _DAYS[noun]))
    return calendar.single(calendar.shifted_month(anchor, by * (12 if noun == "E" else 1)))


def with_day_number(reading: Reading, last: int, weekday: int, reference: date) -> tuple[date, int] | None:
    """The day of "Friday the 13th", "vendredi 13" and the item after its words, if a number follows."""
    at = last
    enclosed = last < len(reading.nodes) and reading.dates[last] == "("
    while at < min(last + 2, len(reading.nodes)) and reading.dates[at] in "o,(":
        at += 1
    number = reading.integer(at) if at < len(reading.nodes) and reading.dates[at] == "D" else None
    if number is None:
        return None
    end = at + 1
    marked = False
    for letter in "-s":
        if end < len(reading.nodes) and reading.dates[end] == letter and reading.tight(end):
            marked = marked or letter == "s"
            end += 1
    if enclosed and reading.dates[end : end + 1] != [")"]:
        return None
    if enclosed:
        marked, end = True, end + 1
    if not marked and (at + 1 != end or _goes_on(reading, end)):
        return None
    found = _matching(reference, number, weekday)
    if not found:
        return None
    nearest = min(found, key=lambda that: abs(that - reference))
    return (nearest, end) if (marked and not enclosed) or abs(nearest - reference) <= _NEAR else None


def _goes_on(reading: Reading, item: int) -> bool:
    """Whether a unit, a counted noun or a clock time follows a number."""
    if item >= len(reading.nodes):
        return False
    if reading.amounts[item] in ".,":
        return reading.text[reading.ends[item] : reading.ends[item] + 1].isalnum()  # not "jueves 22."
    if reading.lexicons[item].language in ROMANCE and reading.dates[item] in _JOINING:
        return False  # "el domingo 29 y el lunes", "vendredi 13 à Lyon"
    return reading.amounts[item] not in "x|" or reading.text[reading.starts[item]].isalpha()


def _matching(reference: date, number: int, weekday: int) -> list[date]:
    begin = reference.replace(day=1)
    days = [
        calendar.day(that.year, that.month, number)
        for that in (calendar.shifted_month(begin, step) for step in range(-12, 13))
    ]
    return [each.low for each in days if each is not None and each.low.weekday() == weekday]
