"""The grammar of dates: a table of phrases over the letters of a reading, tried in order at each place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from curator.extraction.dates import absolute_dates as absolute
from curator.extraction.dates import (
    counted_dates,
    decade_dates,
    first_month_dates,
    fiscal_dates,
    half_dates,
    numeric_dates,
    partial_dates,
    quarter_dates,
    same_periods,
    season_dates,
    weekday_dates,
)
from curator.extraction.dates import period_dates as period
from curator.extraction.dates import relative_dates as relative
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.resolving import Found

_DAY = r"(?:D(?:\.?-?s|-&|\.)?|(?:n&?|d)?d)"
_ORDINAL = r"(?:t?[dDnR](?:\.?-?s|\.)?-?)"
_OF = r"[oi]{0,3}"
_YEAR = (
    r"(?:(?:[,.]E?(?!Y[oi]{0,3}(?:[dLR]|D\.)?[HQh])|[oiE]{0,3})(?:Y(?:\.?E)?|'[Du])"
    rf"|,?[oiE]{{0,3}}(?:L{_OF}E|EL)|[oiE]{{0,3}}o?j)"
)
_YEAR_FIRST = rf"(?:(?:E?Y(?:\.|-(?=E))?E?|n{{4}}E|L{_OF}E|j)[,o]{{0,3}})"
_THE_YEAR = rf"(?:{_YEAR}|{_OF}E(?!{_OF}Y))"
_MONTH = r"M"
_ANY_MONTH = r"[Mm]"
_WEEKDAY = rf"(?:(?:[LK][oi]{{0,2}}|v)?[Ww]\.?,?{_OF})"
_PERIOD = rf"(?:L{_OF}[KOE]|[KOE]L|[jzv])"
_COUNT = r"(?:(?:a?(?:[DNu]|n{1,3})|a)-?)"
_FRACTION = rf"(?:\+|{_COUNT}&a?[H~])"
_NTH = r"(?:D(?:-?s|\.)?|d|R)"
_FISCAL_PART = rf"(?:[qG]D|D[qG]|{_ORDINAL}[QH]|h)"
_FISCAL_YEAR = rf"(?:f-?{_OF}(?:Y|[Du])(?:[-/][DuY])?|Y(?:[-/][DuY])?{_OF}f)"
_CENTURY = r"(?:(?:D-?s|[dDR]s?|nd)\.?-?c|c[oi]?[RD])"
_PART_OF = (
    rf"(?:(?:[oi]{{0,2}}O[oi]{{0,2}})?M(?!{_OF}[Dd]){_YEAR}?|[oiE]{{0,3}}Y(?:-?S|\.?E)?|[oi]?'?[Du]\.?-?S"
    rf"|y|[oi]{{0,2}}C{_OF}(?:Y|'?u|n)|[oi]{{0,2}}E{_OF}'?u|Q{_YEAR}|{_ORDINAL}Q{_THE_YEAR}?"
    rf"|[qG]D{_YEAR}?|{_OF}{_CENTURY}|[oi]{{1,2}}Z|L{_OF}[EOKZMCQc]|[EOZMQC]L|[jzv]|Z{_YEAR}|'[Du]"
    rf"|[oi]{{0,2}}[EOKCcQ](?!{_OF}[Y'Du]))"
)
_THAT = rf"(?:M{_YEAR}?|{_OF}L{_OF}[OE]|{_OF}OL|{_OF}[jz]|{_OF}[OE](?!{_OF}[YL]))"
"""What the third Friday, the first week or the last day may be of: a month, a year, the month."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of date: its name, its letters as a regular expression, its builder, and how sure it is.

    Letters are those of `kinds.DATE_LETTERS`, and some of digits by what they look like (`numeral_letters`).
    """

    name: str
    pattern: str
    build: Callable[[Parts], Found | None]
    confidence: float = 0.95


PHRASES = (
    Phrase(
        "same_period",
        rf"%|[oi]?={_OF}[QO]{_OF}(?:Y(?:\.?E)?|LE|EL|[oi]{{0,2}}j)|(?<![dDnRq])[QO]{_OF}={_OF}(?:Y(?:\.?E)?|LE|EL|E?j)"
        rf"|(?:Y(?:\.?E)?|LE|EL|j){_OF}={_OF}[QO]|=[QO]{_OF}aE\.?g",
        same_periods.same_period,
        0.85,
    ),
    Phrase("iso", r"Y-D-D", numeric_dates.iso_day, 0.99),
    Phrase(
        "week_number",
        rf"Y-?KD|Y-?Ku|{_YEAR_FIRST}i?[oi]?(?:t[Du]|[Du]-?s|[Du]\.)-?K|[Du](?:-?s\.?|\.)K{_OF}(?:E{_OF})?Y",
        period.week_number,
        0.9,
    ),
    Phrase("numeric", r"F|Y/D/D|Y\.D\.D", numeric_dates.numeric_day, 0.97),
    Phrase("numeric", r"D/D/[YDu]|D/D-?Y|D-D-[Yu]|D\.D\.Y", numeric_dates.numeric_day, 0.95),
    Phrase("month_slash_year", r"D[-/]Y", numeric_dates.month_slash_year, 0.9),
    Phrase(
        "days_of_months",
        rf"{_DAY}[oi]{{0,3}}M{_YEAR}?[oi]{{0,3}}[-r&][oi]{{0,3}}{_DAY}[oi]{{0,3}}M{_YEAR}"
        rf"|M[oi]{{0,3}}Ds?(?:{_YEAR})?[-r]M[oi]{{0,3}}Ds?{_YEAR}",
        absolute.days_of_months,
    ),
    Phrase(
        "days_of_month",
        rf"(?:[Ww]\.?,?[oi]{{0,2}})?Ds?\.?,?[-r&/][oi]{{0,3}}(?:[Ww]\.?,?[oi]{{0,2}})?D[s.]?[oi]{{0,3}}M{_YEAR}?"
        rf"|M[oi]{{0,3}}D(?:-?s|\.)?[-r&]D(?:-?s|\.)?(?!\d){_YEAR}?|MD-oD|(?:{_YEAR_FIRST})?DODJ?o?[-r]DJ",
        absolute.days_of_month,
        0.9,
    ),
    Phrase("night", rf"D(?:-?s|\.)?[or]{{1,2}}D(?:-?s|\.)?[oi]{{0,3}}M{_YEAR}?", absolute.night, 0.9),
    Phrase(
        "day",
        rf"(?:{_WEEKDAY}?{_DAY}-?[oi]{{0,3}}{_ANY_MONTH}-?{_YEAR}|D/M/Y|Y-M-D|D\.?R\.?Y|(?:Y\.?-?E|EY){_DAY}-?{_MONTH}"
        rf"|{_WEEKDAY}?{_ANY_MONTH}-?[oi]{{0,3}}(?:D[s.]?|n?d){_YEAR}"
        rf"|{_YEAR_FIRST}{_MONTH}[oi]{{0,3}}(?:D[sJ.]?|n{{1,3}}J)|{_YEAR_FIRST}DO,?DJ?"
        rf"|(?:L{_OF}E|E?Y{_OF}E?|j)[oi]{{0,3}}D[oi]{{0,3}}M(?!-?{_YEAR}))(?:,?W)?",
        absolute.full_day,
        0.98,
    ),
    Phrase("day_short_year", r"D(?:-?s)?[-/]?[Mm][-/]?[Du](?![M:/.-])", absolute.day_of_short_year, 0.8),
    Phrase(
        "nth_weekday",
        rf"(?:{_ORDINAL}|L[oi]{{0,3}})[Ww][oi]{{0,3}}(?:{_THAT}|{_YEAR})",
        partial_dates.nth_weekday,
        0.93,
    ),
    Phrase(
        "nth_week",
        rf"(?:d|L[oi]{{0,3}}|Ds?\.?)[Kk](?:{_OF}M{_YEAR}?|[oi]{{1,3}}(?:{_THAT}|Y))"
        rf"|{_YEAR_FIRST}?M[oi]{{0,3}}(?:d|D[s.]|L)[Kk]",
        partial_dates.nth_week,
        0.85,
    ),
    Phrase(
        "nth_day",
        rf"(?:d|L[oi]{{0,3}})J(?:{_OF}M{_YEAR}?|[oi]{{1,3}}(?:{_THAT}|Y))",
        partial_dates.nth_day,
        0.85,
    ),
    Phrase(
        "first_months",
        rf"d[Dn](?:Y\.?E|j)O|(?:d[Dn]|[Dn]d)[OQ]{_OF}(?:{_YEAR}|E(?!{_OF}Y))|d[Dn]O(?=[.,|]|$)|(?:d[Dn]|[Dn]d)Q"
        rf"|(?<!n)n[OQ](?:Y(?:\.?E)?|LE|EL|o?j)|[io][Dn]OoE(?!{_OF}[YL])"
        rf"|[io][Dn][OQ](?:E?Y(?:\.?E)?|LE|j)|(?:{_YEAR_FIRST}|E[oi]{{0,3}})(?:d[Dn]|[Dn]d)[OQ]"
        rf"|L[Dn][OQ]{_OF}(?:{_YEAR}|E(?!{_OF}Y))|[Dn]Od(?:{_YEAR}|(?!{_OF}[EL]))|Ond{_OF}(?:{_YEAR}|E(?!{_OF}Y))|[Dn]OA(?:{_YEAR}|LE|EL|E)|(?<=[io])d[Dn]O(?![oiEYLj])",
        first_month_dates.first_months,
        0.85,
    ),
    Phrase("months_code", r"D!(?:[-/,]?o?(?:Y|[Du](?![xN])))|YD!", first_month_dates.months_code, 0.85),
    Phrase(
        "week_of",
        rf"[Kk][oiA]{{0,3}}(?:{_DAY}{_OF}M{_YEAR}?|M{_OF}(?:D[s.]?|n?d){_YEAR}?)",
        partial_dates.week_of,
        0.85,
    ),
    Phrase(
        "fiscal_part",
        rf"D_[DuY]|{_FISCAL_PART}[-,]?{_OF}{_FISCAL_YEAR}|{_FISCAL_YEAR}-?,?{_OF}{_FISCAL_PART}"
        rf"|f{_FISCAL_PART}(?:{_OF}Y)?|{_FISCAL_PART}[oi]{{1,3}}f|{_FISCAL_PART}[-,]?{_OF}Y[-/][Du](?![-/:]|\.[Du])",
        fiscal_dates.fiscal_part,
        0.5,
    ),
    Phrase("fiscal", rf"{_FISCAL_YEAR}|L[oi]{{0,3}}f", fiscal_dates.fiscal_year, 0.8),
    Phrase(
        "part",
        rf"(?:[AV]|(?<![dDnRts.&])(?<!&a)H|(?<=M&)H)-?[oi]{{0,3}}(?:{_PART_OF})|{_YEAR_FIRST}E?[APB](?!-)"
        rf"|(?:L|[dD])c[AB]|(?:{_YEAR_FIRST})?[dDn]QA|M{_YEAR}E?A|P{_YEAR}?"
        rf"|(?:L{_OF})?p(?:{_OF}M{_YEAR}?)?|E-?A|(?<![dDnRsu.&+])QA|(?:{_YEAR_FIRST}|z)?(?:DO|M[oi]{{0,3}}|z)[AB]"
        rf"|(?:{_YEAR_FIRST})?Dp|(?:L[oi]?c)?(?:'?[DuY]\.?-?S|n{{1,2}}S|y)C?[AB]|{_CENTURY}[AB]"
        rf"|L{_OF}Oo?[AB]",
        partial_dates.part_of,
        0.85,
    ),
    Phrase(
        "half",
        rf"ID[-,/]?{_OF}Y|DI{_OF}(?:Y|[Du](?!x))"
        rf"|{_ORDINAL}H(?:[oi]{{0,3}}M{_YEAR}?|[oi]{{0,3}}(?:[YDu]\.?-?S|C{_OF}Y|{_CENTURY}|y|L{_OF}[OK]|z)|{_THE_YEAR}?)"
        rf"|GD[-,]?(?:{_YEAR}|[Du](?!x))|DG(?:{_YEAR}|[Du])?"
        rf"|{_YEAR_FIRST}(?:h|GD|{_ORDINAL}H|L?H)|{_YEAR_FIRST}?M[oi]{{0,3}}(?:(?:d|D[s.])H|h)"
        rf"|{_ORDINAL}(?:Y\.?E|L{_OF}E)H|H[oi]{{0,3}}d{_THE_YEAR}|H[oi]?(?:R{_YEAR}?|D{_YEAR})|h{_YEAR}?|L[oi]{{0,3}}H(?:[oi]{{0,3}}{_CENTURY}|{_YEAR})?"
        rf"|(?:E?[DuY]S|y|(?:L|[dD])c|(?:{_YEAR_FIRST})?(?:M|DO))h"
        rf"|{_ORDINAL}X[oi]{{0,3}}(?:M{_YEAR}?|L{_OF}O|OL|z)",
        half_dates.half,
    ),
    Phrase("centuries", rf"{_NTH}[oi]?[-r&][oi]?{_NTH}\.?-?c", decade_dates.centuries, 0.85),
    Phrase(
        "relative_counted",
        rf"{_COUNT}Q\.?g|(?<!H){_FRACTION}[KOEJ]\.?g|b≈?{_FRACTION}[KOEJ]|i{_FRACTION}[KOEJ]"
        rf"|b≈?{_COUNT}?[OEK](?:&a?)?[H~]|[OEK]&a?[H~]g",
        counted_dates.counted,
        0.75,
    ),
    Phrase("months_to", rf"(?:[Dn]O|[QE])ro?(?:A-?o?)?M{_YEAR}?", absolute.months_to, 0.8),
    Phrase(
        "quarters",
        rf"qD[-r]qD[-,]?{_YEAR}?|(?:D\.|d|R)[-r&]{_ORDINAL}Q{_THE_YEAR}?",
        quarter_dates.quarters,
        0.9,
    ),
    Phrase(
        "quarter",
        rf"{_ORDINAL}Q{_THE_YEAR}?|UD[-,/]?{_OF}Y|DU{_OF}(?:Y|[Du](?!x))"
        rf"|qD(?:[-,]?(?:{_YEAR}|[Du](?![xN]))|/[Du](?![-/.xN]))?|DqR?(?:{_YEAR}|[Du])?"
        rf"|{_YEAR_FIRST}-?(?:qD|{_ORDINAL}Q|LQ)|L[oi]{{0,3}}Q{_YEAR}?|QL"
        rf"|{_ORDINAL}(?:Y\.?E|L{_OF}E)Q|Q[DR]/Y|Q(?:[DR]|[oi]{{0,3}}d){_YEAR}?",
        quarter_dates.quarter,
    ),
    Phrase(
        "months",
        rf"M[-r][oi]?MQ{_OF}Y|M[-r&][oi]{{0,3}}M{_YEAR}?|(?:{_YEAR_FIRST})?DO?[-r]DO(?!D)",
        absolute.months_of_year,
        0.9,
    ),
    Phrase(
        "day_without_year",
        rf"{_WEEKDAY}?{_DAY}-?[oi]{{0,3}}M(?:,?W)?"
        rf"|{_WEEKDAY}?[Mm]-?[oi]{{0,3}}(?:D(?:-?s|\.)?(?!:)|n?d)|W[oi]{{0,3}}{_DAY}[oi]{{0,3}}m"
        rf"|(?:n-?)?d[oi]{{1,3}}m|DODJ|M[oi]{{0,3}}(?:DJ|n{{1,3}}J)",
        absolute.full_day,
        0.85,
    ),
    Phrase("slashed_days", r"D/D[-r]D/D(?![/DYu])", numeric_dates.slashed_days, 0.6),
    Phrase("slashed", r"(?:W,?o?)?D/D(?![/DYu])", numeric_dates.slashed_day, 0.6),
    Phrase("relative_span", rf"L{_COUNT}[KOEJXQC]|{_COUNT}L[KOEJX]", counted_dates.span, 0.7),
    Phrase("dotted_days", r"(?:@\.?|D\.)[-r](?:F|@\.?(?!Y))", numeric_dates.dotted_days, 0.9),
    Phrase("dotted", r"W\.?,?[oi]{0,3}@\.?|@\.|W[oi]{0,3}D\.D\.", numeric_dates.dotted_day, 0.75),
    Phrase(
        "first_of_year",
        rf"(?:{_YEAR_FIRST})?g(?:[nD]Q|[Dn]{{1,2}}O)",
        first_month_dates.first_of_year,
        0.85,
    ),
    Phrase("holiday", rf"(?:L[oi]{{0,3}})?#{_YEAR}?|{_YEAR_FIRST}#", season_dates.holiday, 0.85),
    Phrase(
        "season",
        rf"(?:Z[oi]{{0,2}}Y\.?[-/][DuY]|Z{_YEAR}|{_YEAR_FIRST}Z|L[oi]{{0,3}}Z|ZL)",
        season_dates.season,
        0.8,
    ),
    Phrase(
        "month",
        rf"{_MONTH}-?{_YEAR}|M/Y|m\.?Y|{_YEAR_FIRST}(?:M|DO)|L[oi]{{0,3}}M(?!{_OF}Y)|ML",
        absolute.month,
        0.95,
    ),
    Phrase(
        "decade",
        rf"L[oi]?c(?:[Dun]{{1,2}}S|y)|[dDR]\.?-?c[oi]{{0,3}}u\.?-?S"
        rf"|(?:E?Y-?S|Y-?[-&r](?:Y|D|u)\.?-?S|Y-?S|(?:D|u)\.?-?s?[-&r](?:D|u)\.?-?S|'?[Du]\.?-?S|y|[CE][oi]{{0,3}}'?u\.?|Cn|C[oi]{{0,3}}Y)"
        rf"(?:{_OF}(?:L{_OF}c|{_CENTURY}))?|L[oi]{{0,3}}C|CL",
        decade_dates.decade,
        0.85,
    ),
    Phrase("century", rf"{_CENTURY}|L[oi]{{0,3}}c|cL", decade_dates.century, 0.85),
    Phrase("years_short", r"E?Y\.?[-/r][Du](?![-./]?\d)", numeric_dates.year_and_more, 0.8),
    Phrase("years", r"E?Y(?:\.?E?[-r/]|\.?E?o?ro?)Y(?:\.?E)?", period.years, 0.9),
    Phrase(
        "relative_counted",
        rf"(?<![Hf]){_COUNT}[KOEJCXQ]\.?g|b≈?{_COUNT}[KOEJCX]"
        rf"|i{_COUNT}[KOEJCX](?!o?[SrA]|{_OF}(?:Y|M|LE|EL|j))|{_COUNT}[KOEJX]l"
        rf"|b≈?[KOEC](?!{_OF}[YDu'])|(?<![DnNuaS])[KOEC]g|[bi]a?[H~]a?[OEC](?!{_OF}Y)"
        rf"|a?[H~]a?[OEC][gl]|i[KOE](?!{_OF}[YDu'])"
        rf"|{_COUNT}[KJOEX]>(?:[oi]{{0,3}}L?[oi]{{0,3}}[Ww]|T)",
        counted_dates.counted,
        0.75,
    ),
    Phrase(
        "relative_weekday",
        r"[Ww][oi]{0,3}(?:L[oi]{0,3}K|KL|v)|(?:L[oi]{0,3}K|KL|v)[oi]{0,3}W|v[nJ]"
        r"|L{1,2}[oi]{0,3}[Ww]|WL|W",
        weekday_dates.weekday,
        0.75,
    ),
    Phrase(
        "day_of_month",
        rf"(?:L|(?<=o))JD(?!{_OF}[MLz]|[-./:,]?[DuNY]|[-r&])|{_DAY}{_OF}(?:L{_OF}O|OL|z)|(?:z|LO)[oi]?DJ?|L[oi]?DJ|D-?sJ|D-?s|DJ",
        weekday_dates.day_of_month,
        0.7,
    ),
    Phrase(
        "week_number",
        rf"K[oi]?[Du](?![-r&]D[oi]{{0,3}}M)(?:{_OF}E?Y)?|(?<=[oi])[Du]\.K",
        period.week_number,
        0.7,
    ),
    Phrase("relative_period", rf"(?:L(?=L))?{_PERIOD}|L[oi]{{0,3}}[kX]|kL", relative.period, 0.8),
    Phrase("relative_day", r"T", relative.dayword, 0.85),
    Phrase("weekend", r"k", weekday_dates.weekend_alone, 0.6),
    Phrase("season_alone", r"Z", season_dates.season, 0.6),
    Phrase("short_year", r"[oi]?'[Du](?!\.?-?S|[oi]?M)", period.short_year, 0.7),
    Phrase("spoken_year", r"(?<!n)nn(?:-?n)?(?![-nEOKJQCScMZDY])", period.spoken_year, 0.7),
    Phrase("to_date", r"<", relative.to_date, 0.85),
    Phrase("year", r"E?Y(?:\.?E)?e?|n{4}E", period.year, 0.93),
    Phrase("month_alone", r"M|DO(?!D)", absolute.month, 0.6),
)
"""The forms of dates, more specific ones first: at each place the first that fits is taken."""

_NAMED = {phrase.name: phrase for phrase in PHRASES}
MONTH_ALONE = _NAMED["month_alone"]
DAY = _NAMED["day_without_year"]
YEAR = _NAMED["year"]
DECADE = _NAMED["decade"]
MONTH = _NAMED["month"]
DAY_OF_MONTH = _NAMED["day_of_month"]
WEEKDAY = _NAMED["relative_weekday"]

PATTERN = re.compile("|".join(f"(?P<p{number}>{phrase.pattern})" for number, phrase in enumerate(PHRASES)))


def phrase_of(match: re.Match[str]) -> Phrase:
    """The phrase that matched."""
    assert match.lastgroup is not None
    return PHRASES[int(match.lastgroup[1:])]
