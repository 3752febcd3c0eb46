"""The grammar of dates: a table of phrases over the letters of a reading, tried in order at each place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from curator.extraction import absolute_dates as absolute
from curator.extraction import relative_dates as relative
from curator.extraction.absolute_dates import Found
from curator.extraction.date_parts import Parts

_DAY = r"(?:D[s.]?|n?d)"
_ORDINAL = r"(?:t?[dDnR][s.]?-?)"
_YEAR = r"(?:[,.]?[oE]*(?:Y(?:\.?E)?|Lo*E|EL|o?j|'[Du]))"
_YEAR_FIRST = r"(?:(?:Y\.?E?|Lo*E|j)[,o]*)"
_THE_YEAR = rf"(?:{_YEAR}|o*E(?!o*Y))"
_MONTH = r"(?:M\.?)"
_ANY_MONTH = r"(?:[Mm]\.?)"
_WEEKDAY = r"(?:[Ww]\.?,?o*)"
_PERIOD = r"(?:Lo*[KOE]|[KOE]L|[jzv])"
_COUNT = r"(?:[aDnNu]+-?)"
_PART_OF = (
    rf"(?:M\.?{_YEAR}?|[oE]*Y(?:-?S|\.?E)?|'?[Du]\.?-?S|y|Q{_YEAR}|{_ORDINAL}Q{_THE_YEAR}?|[qG]D{_YEAR}?"
    rf"|Lo*[EOKZMC]|[EOZM]L|[jz]|Z{_YEAR}|'[Du]|oE)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of date: its name, its letters as a regular expression, its builder, and how sure it is."""

    name: str
    pattern: str
    build: Callable[[Parts], Found | None]
    confidence: float = 0.95


PHRASES = (
    Phrase("iso", r"Y-D-D", absolute.iso_day, 0.99),
    Phrase("numeric", r"F|Y/D/D|Y\.D\.D", absolute.numeric_day, 0.97),
    Phrase("numeric", r"D/D/[YDu]|D-D-Y|D\.D\.Y", absolute.numeric_day, 0.95),
    Phrase("month_slash_year", r"D/Y", absolute.month_slash_year, 0.9),
    Phrase(
        "days_of_months",
        rf"{_DAY}o*M\.?{_YEAR}?o*[-r&]o*{_DAY}o*M{_YEAR}|Mo*Ds?[-r]Mo*Ds?{_YEAR}",
        absolute.days_of_months,
    ),
    Phrase(
        "days_of_month",
        rf"Ds?\.?[-r&]o*D[s.]?o*M\.?{_YEAR}?|M\.?o*Ds?[-r&]Ds?(?!\d){_YEAR}?|(?:{_YEAR_FIRST})?DODJ?[-r]DJ",
        absolute.days_of_month,
        0.9,
    ),
    Phrase(
        "day",
        rf"{_WEEKDAY}?{_DAY}-?o*{_ANY_MONTH}{_YEAR}"
        rf"|{_WEEKDAY}?{_ANY_MONTH}-?o*(?:D[s.]?|n?d){_YEAR}"
        rf"|{_YEAR_FIRST}{_MONTH}o*(?:D[sJ.]?|n+J)|{_YEAR_FIRST}DO,?DJ?",
        absolute.full_day,
        0.98,
    ),
    Phrase(
        "nth_weekday",
        rf"(?:{_ORDINAL}|Lo*)[Ww]o*(?:M{_YEAR}?|Lo*[OE]|OL|{_YEAR})",
        relative.nth_weekday,
        0.93,
    ),
    Phrase("nth_week", rf"(?:d|Lo*|Ds?\.?)K(?:o*M{_YEAR}?|o+Lo*[OE]|o+OL)", relative.nth_week, 0.85),
    Phrase("nth_day", rf"(?:d|Lo*)Jo*(?:M{_YEAR}?|o+Lo*[OE]|o+OL|o+Y)", relative.nth_day, 0.85),
    Phrase(
        "fiscal",
        r"(?:qDo*|GDo*|dQo*)?f-?o*(?:Y|[Du])(?:[-/][DuY])?|fdQ(?:o*Y)?|Yo*f(?:qD|dQ)?|Lo*f",
        absolute.fiscal_year,
        0.8,
    ),
    Phrase(
        "part",
        rf"(?:[AV]|(?<![dDnRts.])H)-?o*(?:{_PART_OF})|{_YEAR_FIRST}A|(?:{_YEAR_FIRST}|z)?(?:DO|Mo*|z)[AB]",
        relative.part_of,
        0.85,
    ),
    Phrase(
        "half",
        rf"{_ORDINAL}H(?:o*M{_YEAR}?|o*[YDu]S|{_THE_YEAR}?)|GD[-,]?(?:{_YEAR}|u)|DG(?:{_YEAR}|[Du])"
        rf"|{_YEAR_FIRST}(?:h|GD|{_ORDINAL}H|L?H)|h{_YEAR}?|Lo*H{_YEAR}?",
        absolute.half,
    ),
    Phrase(
        "quarter",
        rf"{_ORDINAL}Q{_THE_YEAR}?|qD[-,]?(?:{_YEAR}|u)?|DqR?(?:{_YEAR}|[Du])"
        rf"|{_YEAR_FIRST}-?(?:qD|{_ORDINAL}Q)|Lo*Q{_YEAR}?|QD{_YEAR}?",
        absolute.quarter,
    ),
    Phrase("months", rf"M\.?[-r&]o*M{_YEAR}?|YEDO?[-r]DO", absolute.months_of_year, 0.9),
    Phrase(
        "day_without_year",
        rf"{_WEEKDAY}?{_DAY}-?o*M(?!o*D)|{_WEEKDAY}?[Mm]\.?-?o*(?:D[s.]?|n?d)(?!\d)|Wo*{_DAY}o*m|DODJ|Mo*(?:DJ|n+J)",
        absolute.full_day,
        0.85,
    ),
    Phrase("dotted", r"W\.?,?o*@\.?|o@\.|Wo*D\.D\.", absolute.dotted_day, 0.75),
    Phrase("holiday", rf"(?:Lo*)?#{_YEAR}?|{_YEAR_FIRST}#", absolute.holiday, 0.85),
    Phrase("season", rf"(?:Z{_YEAR}|{_YEAR_FIRST}Z|Lo*Z|ZL)", absolute.season, 0.8),
    Phrase("month", rf"{_MONTH}{_YEAR}|m\.?Y|{_YEAR_FIRST}(?:M|DO)|Lo*M|ML", absolute.month, 0.95),
    Phrase("decade", r"[dDR]\.?-?co*u\.?-?S|Y-?S|'?[Du]\.?-?S|y|[CE]o*'?u\.?|Co*Y|Lo*C|CL", absolute.decade, 0.85),
    Phrase("century", r"[dDR]s?\.?-?c", absolute.century, 0.85),
    Phrase("years_short", r"Y[-/][Du](?![-./]?\d)", absolute.year_and_more, 0.8),
    Phrase("years", r"Y(?:E?[-r/]|E?o?ro?)Y(?:\.?E)?", absolute.years, 0.9),
    Phrase(
        "relative_counted",
        rf"{_COUNT}[KOEJCX]\.?g|b{_COUNT}[KOEJCX]|i{_COUNT}[KOEJX](?!o?S)|{_COUNT}[KOEJX]l|{_COUNT}[KJOEX]>(?:o*L?o*[Ww]|T)",
        relative.counted,
        0.75,
    ),
    Phrase(
        "relative_weekday",
        r"[Ww]o*(?:Lo*K|KL|v)|(?:Lo*K|KL|v)o*W|v[nJ]|Lo*[Ww]|WL|W",
        relative.weekday,
        0.75,
    ),
    Phrase("relative_period", rf"{_PERIOD}|Lo*[kX]|kL", relative.period, 0.8),
    Phrase("relative_day", r"T", relative.dayword, 0.85),
    Phrase("year", r"E?Y(?:\.?E)?e?", absolute.year, 0.93),
    Phrase("month_alone", r"M|DO(?!D)", absolute.month, 0.6),
)
"""The forms of dates, more specific ones first: at each place the first that fits is taken."""

PATTERN = re.compile("|".join(f"(?P<p{number}>{phrase.pattern})" for number, phrase in enumerate(PHRASES)))


def phrase_of(match: re.Match[str]) -> Phrase:
    """The phrase that matched."""
    assert match.lastgroup is not None
    return PHRASES[int(match.lastgroup[1:])]
