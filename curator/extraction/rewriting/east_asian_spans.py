"""Lengths of time in Chinese, Japanese and Korean: 用时3日, 2時間30分, 懲役2年6月, 두 시간, 两个半小时."""

from __future__ import annotations

import re
from decimal import Decimal

from curator.extraction.languages import EAST_ASIAN
from curator.extraction.readings import Reading
from curator.extraction.rewriting.rewritten_items import FIGURE, Rewriting, figure, rule

_HALF = Decimal("0.5")
_NATIVE = {sign: value for value, sign in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), 1)} | {
    "석": 3,
    "넉": 4,
}
_PRISON = (
    r"(?:懲役|禁錮|拘禁刑|執行猶予)(?P<years>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<sign>年)"
    r"(?:(?P<months>\d{1,2})(?P<unit>月|[カか]月))?"
)
_IN_PRISON = r"(?P<number>\d{1,2})(?P<sign>年)(?=(?:以[上下])?の?(?:懲役|禁錮|拘禁刑|実刑|刑))"
_LASTS = (
    r"(?:用时|用時|历时|歷時|耗时|耗時|为期|為期|共用|仅用|僅用|只用)[了约約]{0,2}(?P<number>\d{1,3})(?P<sign>[日天])"
    r"|(?P<number_ja>\d{1,3})(?P<sign_ja>日|年|分)(?=で(?!は|の|ある|あ|す|し[たょ]|き|ない))"
)
_NATIVE_COUNT = (
    "(?<![가-힣])(?P<number>한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열) ?"
    "(?=시간|달(?!러)|주 (?:전|뒤|후|동안|만)|개월)"
)
_AND_HALF = (
    r"(?P<number>\d{1,3}|[一两兩二三四五六七八九])"
    "(?P<sign>[个個]半(?P<unit>小时|小時|月|钟头|星期|礼拜))"
)


def _no_length(work: Rewriting, match: re.Match[str]) -> None:
    """The minutes of 오후 3시 30분 and of 4時25分 are a time of day."""
    item = work.item(match, "number")
    if item is not None and work.language(item) in EAST_ASIAN:
        work.set(item, amount="x")


def _minutes(work: Rewriting, match: re.Match[str]) -> None:
    """2時間30分: minutes after hours are a length."""
    item = work.item(match, "sign")
    if item is not None and work.language(item) == "ja":
        work.set(item, terms={"unit": "minute"}, amount="U", date="x")


def _sentence(work: Rewriting, match: re.Match[str]) -> None:
    """懲役2年6月: years in prison."""
    item = work.item(match, "sign")
    if item is not None and work.language(item) == "ja":
        work.set(item, terms={"unit": "year"}, amount="U", date="x")
        months, unit = work.item(match, "months"), work.item(match, "unit")
        if months is not None and unit is not None:
            work.set(months, amount="N", date="x")
            work.set(unit, terms={"unit": "month"}, amount="U", date="x")


def _prison_range(work: Rewriting, match: re.Match[str]) -> None:
    """2〜5年の懲役: years in prison."""
    item, number = work.item(match, "sign"), work.item(match, "number")
    if item is not None and number is not None and work.language(item) == "ja":
        work.set(item, terms={"unit": "year"}, amount="U", date="x")
        work.set(number, amount="N", date="x")


def _lasts(work: Rewriting, match: re.Match[str]) -> None:
    """用时3日, 3日で: a length of time; 2018年で is a year, 27日で終わる may be a day."""
    japanese = match["sign"] is None
    item = work.item(match, "sign_ja" if japanese else "sign")
    number = work.item(match, "number_ja" if japanese else "number")
    if item is None or number is None or work.language(item) != ("ja" if japanese else "zh"):
        return
    unit = {"日": "day", "天": "day", "年": "year", "分": "minute"}[match["sign_ja"] or match["sign"]]
    if japanese and unit == "day" and number and _is_named_day(work.reading, number):
        return
    work.set(item, terms={"unit": unit}, amount="U", date="x")
    if work.reading.dates[number] != "Y":
        work.set(number, date="x")


def _is_named_day(reading: Reading, number: int) -> bool:
    """Whether a month stands before the day: 3月27日で."""
    return reading.dates[number - 1] in "OM" or reading.written(number - 1) in {"月", "今月", "来月", "先月"}


def _native(work: Rewriting, match: re.Match[str]) -> None:
    """두 시간, 석 달: Korean numbers before units of time."""
    first, last = work.span(match, "number")
    if first is None or work.language(first) != "ko":
        return
    terms = {"number": str(_NATIVE[match["number"]])}
    if last == first + 1:
        work.set(first, terms=terms, amount="n", date="n")
    else:
        work.merge(first, last, terms, "n", "n")


def _half_measure(work: Rewriting, match: re.Match[str]) -> None:
    """两个半小时, 一个半月."""
    unit = {"月": "month", "星": "week", "礼": "week"}.get(match["unit"][0], "hour")
    _and_half(work, match, "zh", unit)


def _years_and_half(work: Rewriting, match: re.Match[str]) -> None:
    """1年半 in Japanese, where 年 alone is no unit."""
    _and_half(work, match, "ja", "year")


def _and_half(work: Rewriting, match: re.Match[str], language: str, unit: str) -> None:
    number, (sign, last) = work.item(match, "number"), work.span(match, "sign")
    if number is None or sign is None or work.language(number) != language:
        return
    value = Decimal(figure(match["number"])) + _HALF
    work.set(number, terms={"number": str(value)}, amount="N", date="x")
    work.merge(sign, last, {"unit": unit}, "U")


RULES = (
    rule("[시时時点點] ?\\d", r"\d{1,2}[시时時点點] ?(?P<number>\d{1,2})[분分]", _no_length),
    rule("時間", r"時間\d{1,2}(?P<sign>分)(?!の)", _minutes),
    rule("懲役|禁錮|拘禁刑|執行猶予", _PRISON, _sentence),
    rule("年(?:以[上下])?の?(?:懲役|禁錮|拘禁刑|実刑|刑)", _IN_PRISON, _prison_range),
    rule("[时時期用]|[日年分]で", _LASTS, _lasts),
    rule("[시달주개]", _NATIVE_COUNT, _native),
    rule("[个個]半", _AND_HALF, _half_measure),
    rule("年半", rf"(?<![\d.])(?P<number>\d{{1,3}}|{FIGURE})(?P<sign>年半)(?![ば期減])", _years_and_half),
)
"""Rules of lengths of time, tried in this order."""
