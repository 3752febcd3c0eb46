"""Dates that count from the article's day: "yesterday", "next week", "vor drei Jahren", "on Monday"."""

from __future__ import annotations

from datetime import date, timedelta

from curator.domain.facts import Precision
from curator.extraction import calendar
from curator.extraction.absolute_dates import full_day, month
from curator.extraction.amount_values import value_of
from curator.extraction.calendar import Interval
from curator.extraction.date_parts import EAST_ASIAN, Parts
from curator.extraction.decade_dates import century, decade
from curator.extraction.period_dates import holiday, quarter, season
from curator.extraction.resolving import Found, is_to_come, nearest_of

_FARTHEST = 3000
_TIMES = frozenset({"time", "Mal", "fois", "vez", "volta", "gång", "gang", "keer"})
_PARTS_BEHIND = EAST_ASIAN | {"fi", "hu", "tr", "et"}
"""Languages that name the part after its whole: 九十年代初, "1990-luvun alussa"."""


def dayword(parts: Parts) -> Found | None:
    """Today, yesterday, the day after tomorrow."""
    shift = parts.shift("T", "dayword")
    if parts.reference is None or shift is None:
        return None
    return calendar.single(parts.reference + timedelta(days=shift)), True


def period(parts: Parts) -> Found | None:
    """Last week, next month, this year, next decade, last weekend, in the order of either language."""
    reference = parts.reference
    if reference is None:
        return None
    for letter, kind, step in (("j", "yearword", "E"), ("z", "monthword", "O"), ("v", "weekword", "K")):
        shift = parts.shift(letter, kind)
        if shift is not None:
            return _shifted(reference, step, shift)
    shift = parts.shift("L", "relative")
    noun = next((letter for letter in parts.letters if letter in "KOEJkCQX"), "")
    east_asian = parts.reading.lexicons[parts.first].language in EAST_ASIAN
    if any(parts.reading.term(item, "plural") is not None for item in parts.items("KOELJ")):
        return None  # in the coming weeks
    if _is_plural_year(parts):
        return None
    if not noun or (east_asian and parts.letters[-1] == "L"):
        return None  # 三个月下跌: a verb begins there
    shift = shift or 0
    if noun == "C":
        return decade(parts)
    return quarter(parts) if noun == "Q" else _shifted(reference, noun, shift)


def _is_plural_year(parts: Parts) -> bool:
    """Whether the article makes "år" years: "de seneste år"."""
    reading, before = parts.reading, parts.first - 1
    years = [item for item in parts.items("E") if reading.written(item) == "år"]
    return bool(years) and before >= 0 and reading.written(before).casefold() == "de"


def _shifted(reference: date, noun: str, by: int) -> Found | None:
    """The period of that kind so many periods from the reference day."""
    interval: Interval | None = None
    if abs(by) > _FARTHEST:
        return None
    if noun == "E":
        interval = calendar.year(reference.year + by)
    elif noun == "C":
        interval = calendar.year(reference.year + 10 * by)
    elif noun == "O":
        that = calendar.shifted_month(reference, by)
        interval = calendar.month(that.year, that.month)
    elif noun in "KX":
        interval = calendar.week(reference + timedelta(weeks=by * (2 if noun == "X" else 1)))
    elif noun == "k":
        interval = calendar.weekend(reference + timedelta(weeks=by))
    elif noun == "J":
        interval = calendar.single(reference + timedelta(days=by))
    return None if interval is None else (interval, True)


def counted(parts: Parts) -> Found | None:
    """Three years ago, před třemi lety, in two weeks, a week from Tuesday."""
    letters = parts.letters
    noun = next((letter for letter in letters if letter in "KOEJCXQ"), "")
    if parts.reference is None or not noun or _tells_otherwise(parts, noun):
        return None
    if "H" in letters or "~" in letters:
        return _half_away(parts, noun)
    numbers = _counted_numbers(parts)
    if not numbers and not _is_one(parts, noun):
        return None
    amount = sum(numbers) if numbers else 1
    if ">" in letters:
        return _from_then(parts, noun, amount)
    if "g" in letters or "b" in letters:
        amount = -amount
    if noun == "Q":
        return _shifted(parts.reference, "O", 3 * amount)
    if noun in "KX" and abs(amount) < _FARTHEST:
        days = 7 * amount * (2 if noun == "X" else 1)
        return calendar.single(parts.reference + timedelta(days=days)), True
    return _shifted(parts.reference, noun, amount)


def _counted_numbers(parts: Parts) -> list[int]:
    """The number of years, weeks … as one value where its words make one ("a hundred", "twenty five")."""
    items = parts.items("aDnNu")
    if items and items[-1] - items[0] == len(items) - 1:
        value = value_of(parts.reading, items[0], items[-1] + 1)
        if value is not None and value == int(value):
            return [int(value)]
    return parts.integers("aDnNu")


def _tells_otherwise(parts: Parts, noun: str) -> bool:
    """Whether it is no time from now: a story's "two days earlier", or a word between that is no "about"."""
    if parts.term("g", "ago") == "years" and noun not in "EC":
        return True
    if "i" in parts.letters and parts.first and parts.reading.written(parts.first - 1) in _TIMES:
        return True  # for the first time in two months
    return any(parts.reading.term(item, "approx") is None for item in parts.items("x"))


def _is_one(parts: Parts, noun: str) -> bool:
    """Whether a noun without a number is one of its kind: "год назад"; after "in" only where it says so."""
    within = parts.term("i", "within")
    return parts.term(noun, "single") is not None and within in {None, "one"}


def _half_away(parts: Parts, noun: str) -> Found | None:
    """Half a year ago, in half a year."""
    away = -1 if "g" in parts.letters or "b" in parts.letters else 1
    if parts.reference is None:
        return None
    if noun == "O":
        return calendar.single(parts.reference + timedelta(days=15 * away)), True
    return (
        _shifted(parts.reference, "O", 6 * away) if noun == "E" else _shifted(parts.reference, "E", 5 * away)
    )


def _from_then(parts: Parts, noun: str, amount: int) -> Found | None:
    start = dayword(parts) if "T" in parts.letters else weekday(parts, future=True)
    if start is None or amount > _FARTHEST:
        return None
    if noun == "O":
        return calendar.single(calendar.shifted_month(start[0].low, amount)), True
    days = amount * {"K": 7, "J": 1, "E": 365, "X": 14, "C": 3650}[noun]
    return calendar.single(start[0].low + timedelta(days=days)), True


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
    return calendar.single(_alone(parts, reference, monday, number, future=future)), True


def _alone(parts: Parts, reference: date, monday: date, number: int, *, future: bool) -> date:
    shift = parts.shift("L", "relative")
    if parts.letters == "WL" and parts.reading.lexicons[parts.first].language in EAST_ASIAN:
        shift = None  # 周二下跌: a verb begins there
    if parts.first and parts.reading.term(parts.first - 1, "coming") is not None:
        future = True
    back = (reference.weekday() - number) % 7
    if shift == -1:
        return reference - timedelta(days=back or 7)
    if shift == 0:
        return monday + timedelta(days=number)
    if shift == 2:
        return reference + timedelta(days=((number - reference.weekday()) % 7 or 7) + 7)
    if shift == 1 or future or (shift is None and is_to_come(parts)):
        return reference + timedelta(days=(number - reference.weekday()) % 7 or 7)
    return reference - timedelta(days=back)


def _weekday_of_week(parts: Parts) -> int | None:
    """The weekday of 下周三: a number word, or 日 for Sunday, after the word for the week."""
    numbers = parts.integers("n")
    if numbers:
        return numbers[0] - 1 if 1 <= numbers[0] <= 6 else None
    return 6 if "J" in parts.letters else None


def nth_weekday(parts: Parts) -> Found | None:
    """The third Friday of March 2018, the last Sunday in October, the first Monday of next month."""
    said = parts.term("Ww", "weekday") or parts.term("Ww", "weak_weekday")
    whole = _month_or_period(parts)
    number = parts.ordinal()
    if said is None or whole is None or number is None:
        return None
    interval = calendar.nth_weekday(whole[0], int(said), number)
    return None if interval is None else (interval, whole[1])


def nth_week(parts: Parts) -> Found | None:
    """The first week of March, the last week of next month, the second weekend in June."""
    whole = _month_or_period(parts)
    number = parts.ordinal()
    if whole is None or number is None:
        return None
    if "k" in parts.letters:
        saturday = calendar.nth_weekday(whole[0], 5, number)
        return None if saturday is None else (calendar.weekend(saturday.low), whole[1])
    thursday = calendar.nth_weekday(whole[0], 3, number)  # as ISO 8601 counts weeks: most days within
    return None if thursday is None else (calendar.week(thursday.low), whole[1])


def nth_day(parts: Parts) -> Found | None:
    """The first day of March, the last day of the year."""
    whole = _month_or_period(parts)
    number = parts.ordinal()
    if whole is None or number is None:
        return None
    that = whole[0].high if number < 0 else whole[0].low + timedelta(days=number - 1)
    return calendar.single(that), whole[1]


def part_of(parts: Parts) -> Found | None:
    """Early 2026, mid-July, Ende des Jahres, late 1990s, 5月上旬: a third of the whole."""
    name = parts.term("A", "part") or parts.term("VH", "period_word") or parts.term("B", "part_month")
    name = name or parts.term("P", "year_part") or parts.term("p", "month_part")
    whole = _named_whole(parts) or whole_of(parts)
    if name is None or whole is None:
        return None
    if _is_loose(parts):
        return None
    return calendar.part(whole[0], name), whole[1]


def _is_loose(parts: Parts) -> bool:
    """Whether a bare noun only follows the part, as in "early years": English would say "of the year"."""
    language = parts.reading.lexicons[parts.first].language
    if parts.letters[-1] in "AB" and parts.letters[0] in "'DuYnyL" and parts.letters[-2] in "SyC":
        return language not in _PARTS_BEHIND
    if parts.letters[0] == "M" and parts.letters[-1] == "A":
        return language not in _PARTS_BEHIND and len(parts.letters) > 2
    return len(parts.letters) == 2 and parts.letters[1] in "EOKCc" and language == "en"


def _named_whole(parts: Parts) -> Found | None:
    """The year of "Jahresende", the month of 月底: this one, if none is named."""
    if "P" in parts.letters and not parts.years() and not parts.items("LjE'"):
        return _shifted(parts.reference, "E", 0) if parts.reference else None
    if "p" in parts.letters and not parts.months() and not parts.items("DL"):
        return _shifted(parts.reference, "O", 0) if parts.reference else None
    return None


def whole_of(parts: Parts) -> Found | None:
    """The month, season, decade, quarter, week or year of a phrase that names a part of it."""
    letters = parts.letters
    if parts.months() or "O" in letters or ("p" in letters and "D" in letters):
        return _month_or_period(parts) or month(parts)
    if "c" in letters and not any(letter in letters for letter in "Sy"):
        return century(parts)
    if any(letter in letters for letter in "SCy") or ("E" in letters and parts.items("u")):
        return decade(parts)
    if "Z" in letters:
        return season(parts)
    if "Q" in letters or "q" in letters:
        return quarter(parts)
    if "#" in letters:
        return holiday(parts)
    return _year(parts) or period(parts) or this_period(parts)


def this_period(parts: Parts) -> Found | None:
    """The year, month or week of "the end of the year", where nothing else says which."""
    noun = next((letter for letter in parts.letters if letter in "EOK"), "")
    return _shifted(parts.reference, noun, 0) if noun and parts.reference else None


def _month_or_period(parts: Parts) -> Found | None:
    if parts.months():
        return month(parts.within(parts.items("MmYjL'")[0]))
    if parts.integers("D") and parts.items("Op"):
        return month(parts)
    if parts.items("zjv"):
        return period(parts)
    if "O" in parts.letters:
        if parts.integers("D") and not parts.items("L"):
            return month(parts)
        noun = parts.items("O")[-1]
        beside = [item for item in parts.items("L") if noun - 3 <= item <= noun + 1 and item > parts.first]
        if not beside and parts.first < noun:
            return this_period(parts.within(noun))
        return period(parts.within(min(noun, beside[-1]) if beside else noun))
    return _year(parts) or (this_period(parts) if "E" in parts.letters else None)


def _year(parts: Parts) -> Found | None:
    found, relative = parts.year()
    interval = calendar.year(found) if found is not None else None
    return None if interval is None else (interval, relative)


def span(parts: Parts) -> Found | None:
    """The last two weeks, the next three months: the days up to the reference, or after it."""
    shift = parts.shift("L", "relative")
    numbers = _counted_numbers(parts)
    noun = next((letter for letter in parts.letters if letter in "KOEJXQC"), "")
    if parts.reference is None or shift not in {-1, 1} or len(numbers) != 1 or numbers[0] > _FARTHEST:
        return None
    other = _away(parts.reference, noun, shift * numbers[0])
    low, high = sorted((parts.reference, other))
    return Interval(low, high, Precision.RANGE), True


def _away(reference: date, noun: str, by: int) -> date:
    """The day so many days, weeks, months … away."""
    days = {"J": 1, "K": 7, "X": 14}.get(noun)
    if days is not None:
        return reference + timedelta(days=days * by)
    return calendar.shifted_month(reference, by * {"O": 1, "Q": 3, "E": 12, "C": 120}[noun])


def week_of(parts: Parts) -> Found | None:
    """The week of 3 May, the week ending 5 May, the weekend of 5 May."""
    found = full_day(parts)
    if found is not None and "k" in parts.letters:
        return calendar.weekend(found[0].low), found[1]
    return None if found is None else (calendar.week(found[0].low), found[1])


_DAYS_OF_MONTH = frozenset({"日", "일"})
_LENGTHS = frozenset({"間", "间", "간", "동", "만", "째", "目", "以", "内"})


def day_of_month(parts: Parts) -> Found | None:
    """The 5th, 5-го числа, 14日, the 5th of next month."""
    number = parts.day()
    reference = parts.reference
    if reference is None or number is None:
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
    if not _stands_for_a_day(parts):
        return None
    months = [calendar.shifted_month(reference.replace(day=1), step) for step in (-1, 0, 1)]
    return nearest_of(parts, [calendar.day(that.year, that.month, number) for that in months])


def _stands_for_a_day(parts: Parts) -> bool:
    """Whether an ordinal or 日 is a day: after "the" and before no noun; not a length of time (3日間)."""
    reading, last = parts.reading, parts.last
    if "s" in parts.letters and "J" in parts.letters:
        return True
    following = reading.text[reading.starts[last]] if last < len(reading.nodes) else "."
    if "J" in parts.letters:
        return reading.written(last - 1) in _DAYS_OF_MONTH and following not in _LENGTHS
    before = reading.written(parts.first - 1).casefold() if parts.first else ""
    return before == "the" and not following.isalnum() and following not in "-("


def weekend_alone(parts: Parts) -> Found | None:
    """At the weekend: the one that lies nearest."""
    if parts.reference is None or parts.first == 0 or parts.reading.dates[parts.first - 1] not in "oi":
        return None
    weeks = (parts.reference + timedelta(weeks=step) for step in (-1, 0, 1))
    return nearest_of(parts, [calendar.weekend(that) for that in weeks])
