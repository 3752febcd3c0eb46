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
_YEAR = r"(?:[,.]?[oE]{0,3}(?:Y(?:\.?E)?|Lo{0,3}E|EL|o?j|'[Du]))"
_YEAR_FIRST = r"(?:(?:Y\.?E?|Lo{0,3}E|j)[,o]{0,3})"
_THE_YEAR = rf"(?:{_YEAR}|o{{0,3}}E(?!o{{0,3}}Y))"
_MONTH = r"(?:M\.?)"
_ANY_MONTH = r"(?:[Mm]\.?)"
_WEEKDAY = r"(?:[Ww]\.?,?o{0,3})"
_PERIOD = r"(?:Lo{0,3}[KOE]|[KOE]L|[jzv])"
_COUNT = r"(?:[aDnNu]{1,3}-?)"
_PART_OF = (
    rf"(?:M\.?{_YEAR}?|[oE]{{0,3}}Y(?:-?S|\.?E)?|'?[Du]\.?-?S|y|Q{_YEAR}|{_ORDINAL}Q{_THE_YEAR}?|[qG]D{_YEAR}?"
    rf"|Lo{{0,3}}[EOKZMC]|[EOZM]L|[jz]|Z{_YEAR}|'[Du]|oE)"
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
        rf"{_DAY}o{{0,3}}M\.?{_YEAR}?o{{0,3}}[-r&]o{{0,3}}{_DAY}o{{0,3}}M{_YEAR}|Mo{{0,3}}Ds?[-r]Mo{{0,3}}Ds?{_YEAR}",
        absolute.days_of_months,
    ),
    Phrase(
        "days_of_month",
        rf"Ds?\.?[-r&]o{{0,3}}D[s.]?o{{0,3}}M\.?{_YEAR}?|M\.?o{{0,3}}Ds?[-r&]Ds?(?!\d){_YEAR}?|(?:{_YEAR_FIRST})?DODJ?[-r]DJ",
        absolute.days_of_month,
        0.9,
    ),
    Phrase(
        "day",
        rf"{_WEEKDAY}?{_DAY}-?o{{0,3}}{_ANY_MONTH}{_YEAR}"
        rf"|{_WEEKDAY}?{_ANY_MONTH}-?o{{0,3}}(?:D[s.]?|n?d){_YEAR}"
        rf"|{_YEAR_FIRST}{_MONTH}o{{0,3}}(?:D[sJ.]?|n{{1,3}}J)|{_YEAR_FIRST}DO,?DJ?",
        absolute.full_day,
        0.98,
    ),
    Phrase(
        "nth_weekday",
        rf"(?:{_ORDINAL}|Lo{{0,3}})[Ww]o{{0,3}}(?:M{_YEAR}?|Lo{{0,3}}[OE]|OL|{_YEAR})",
        relative.nth_weekday,
        0.93,
    ),
    Phrase("nth_week", rf"(?:d|Lo{{0,3}}|Ds?\.?)K(?:o{{0,3}}M{_YEAR}?|o{{1,3}}Lo{{0,3}}[OE]|o{{1,3}}OL)", relative.nth_week, 0.85),
    Phrase("nth_day", rf"(?:d|Lo{{0,3}})Jo{{0,3}}(?:M{_YEAR}?|o{{1,3}}Lo{{0,3}}[OE]|o{{1,3}}OL|o{{1,3}}Y)", relative.nth_day, 0.85),
    Phrase(
        "fiscal",
        r"(?:qDo{0,3}|GDo{0,3}|dQo{0,3})?f-?o{0,3}(?:Y|[Du])(?:[-/][DuY])?|fdQ(?:o{0,3}Y)?|Yo{0,3}f(?:qD|dQ)?|Lo{0,3}f",
        absolute.fiscal_year,
        0.8,
    ),
    Phrase(
        "part",
        rf"(?:[AV]|(?<![dDnRts.])H)-?o{{0,3}}(?:{_PART_OF})|{_YEAR_FIRST}A|(?:{_YEAR_FIRST}|z)?(?:DO|Mo{{0,3}}|z)[AB]",
        relative.part_of,
        0.85,
    ),
    Phrase(
        "half",
        rf"{_ORDINAL}H(?:o{{0,3}}M{_YEAR}?|o{{0,3}}[YDu]S|{_THE_YEAR}?)|GD[-,]?(?:{_YEAR}|u)|DG(?:{_YEAR}|[Du])"
        rf"|{_YEAR_FIRST}(?:h|GD|{_ORDINAL}H|L?H)|h{_YEAR}?|Lo{{0,3}}H{_YEAR}?",
        absolute.half,
    ),
    Phrase(
        "quarter",
        rf"{_ORDINAL}Q{_THE_YEAR}?|qD[-,]?(?:{_YEAR}|u)?|DqR?(?:{_YEAR}|[Du])"
        rf"|{_YEAR_FIRST}-?(?:qD|{_ORDINAL}Q)|Lo{{0,3}}Q{_YEAR}?|QD{_YEAR}?",
        absolute.quarter,
    ),
    Phrase("months", rf"M\.?[-r&]o{{0,3}}M{_YEAR}?|YEDO?[-r]DO", absolute.months_of_year, 0.9),
    Phrase(
        "day_without_year",
        rf"{_WEEKDAY}?{_DAY}-?o{{0,3}}M(?!o{{0,3}}D)|{_WEEKDAY}?[Mm]\.?-?o{{0,3}}(?:D[s.]?|n?d)(?!\d)|Wo{{0,3}}{_DAY}o{{0,3}}m|DODJ|Mo{{0,3}}(?:DJ|n{{1,3}}J)",
        absolute.full_day,
        0.85,
    ),
    Phrase("dotted", r"W\.?,?o{0,3}@\.?|o@\.|Wo{0,3}D\.D\.", absolute.dotted_day, 0.75),
    Phrase("holiday", rf"(?:Lo{{0,3}})?#{_YEAR}?|{_YEAR_FIRST}#", absolute.holiday, 0.85),
    Phrase("season", rf"(?:Z{_YEAR}|{_YEAR_FIRST}Z|Lo{{0,3}}Z|ZL)", absolute.season, 0.8),
    Phrase("month", rf"{_MONTH}{_YEAR}|m\.?Y|{_YEAR_FIRST}(?:M|DO)|Lo{{0,3}}M|ML", absolute.month, 0.95),
    Phrase("decade", r"[dDR]\.?-?co{0,3}u\.?-?S|Y-?S|'?[Du]\.?-?S|y|[CE]o{0,3}'?u\.?|Co{0,3}Y|Lo{0,3}C|CL", absolute.decade, 0.85),
    Phrase("century", r"[dDR]s?\.?-?c", absolute.century, 0.85),
    Phrase("years_short", r"Y[-/][Du](?![-./]?\d)", absolute.year_and_more, 0.8),
    Phrase("years", r"Y(?:E?[-r/]|E?o?ro?)Y(?:\.?E)?", absolute.years, 0.9),
    Phrase(
        "relative_counted",
        rf"{_COUNT}[KOEJCX]\.?g|b{_COUNT}[KOEJCX]|i{_COUNT}[KOEJX](?!o?S)|{_COUNT}[KOEJX]l|{_COUNT}[KJOEX]>(?:o{{0,3}}L?o{{0,3}}[Ww]|T)",
        relative.counted,
        0.75,
    ),
    Phrase(
        "relative_weekday",
        r"[Ww]o{0,3}(?:Lo{0,3}K|KL|v)|(?:Lo{0,3}K|KL|v)o{0,3}W|v[nJ]|Lo{0,3}[Ww]|WL|W",
        relative.weekday,
        0.75,
    ),
    Phrase("relative_period", rf"{_PERIOD}|Lo{{0,3}}[kX]|kL", relative.period, 0.8),
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
