"""Dates in Chinese, Japanese and Korean that letters alone do not tell: 18年3月, 令和元年, 3月18、19日."""

from __future__ import annotations

import re
from collections.abc import Callable

from curator.extraction.dates.parts import century_of
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.rewriting.rewritten_items import FIGURE, FIGURES, JOINT, Rewriting, rule

_ROC_BEFORE = 1911
_HUNDRED = 100
_THIS_CENTURY = 2000


def _year(work: Rewriting, item: int | None, year: int) -> None:
    if item is not None and work.language(item) in EAST_ASIAN:
        work.set(item, terms={"number": str(year)}, amount="x", date="Y")


def _short_year(work: Rewriting, match: re.Match[str]) -> None:
    """18年3月 is of 2018; 50年までに can only be to come."""
    item = work.item(match, "year")
    if item is not None and work.reading.dates[item] in "Du":
        year = int(match["year"])
        coming = match.groupdict().get("coming")
        _year(work, item, _THIS_CENTURY + year if coming else century_of(year))


def _second_year(work: Rewriting, match: re.Match[str]) -> None:
    """2018年から20年: the second year is of the first one's century."""
    first, second = int(match["first"]), int(match["year"])
    year = first - first % _HUNDRED + second
    if first < year:
        _year(work, work.item(match, "year"), year)


def _republic_year(work: Rewriting, match: re.Match[str]) -> None:
    """民國107年 and, in Chinese, 107年5月: the Republic's years count from 1912."""
    item = work.item(match, "year")
    if item is not None and work.language(item) == "zh":
        _year(work, item, _ROC_BEFORE + int(match["year"]))


def _first_year(work: Rewriting, match: re.Match[str]) -> None:
    """令和元年 is the era's first year."""
    era, item = work.item(match, "era"), work.item(match, "year")
    before = None if era is None else work.reading.term(era, "era_year")
    if before is not None:
        _year(work, item, int(before) + 1)


def _listed(work: Rewriting, match: re.Match[str]) -> None:
    """3月18、19日 are days in a row, 3、4月 months."""
    item = work.item(match, "sign")
    if item is not None and int(match["after"]) == int(match["before"]) + 1:
        work.set(item, date="-")


def _no_years(work: Rewriting, match: re.Match[str]) -> None:
    """1400-1500件 count things."""
    for group in ("first", "second"):
        item = work.item(match, group)
        if item is not None and work.language(item) in EAST_ASIAN:
            work.set(item, date="N")


def _named_month(work: Rewriting, match: re.Match[str]) -> None:
    """지난 3월, 오는 5월: the month is one item, so that the word before it may say which year's."""
    first, last = work.span(match, "month")
    if first is not None and last == first + 2:
        work.merge(first, last, {"month": match["number"]}, "x", "M")


def _other_word(work: Rewriting, match: re.Match[str]) -> None:
    """지난달 전국: a syllable that only begins another word is no "before"."""
    item = work.item(match, "word")
    if item is not None and work.language(item) == "ko":
        work.set(item, terms={}, amount="x", date="x")


def _of_a_show(work: Rewriting, match: re.Match[str]) -> None:
    """该剧第3季: a season of a series, no quarter."""
    text, item = work.reading.text, work.item(match, "item")
    before = _SENTENCE_END.split(text[max(0, match.start() - _NEAR_SHOW) : match.start()])[-1]
    after = _SENTENCE_END.split(text[match.end() : match.end() + _NEAR_SHOW])[0]
    if item is not None and (_SHOW.search(before) or _SHOW.search(after)):
        work.set(item, terms={}, amount="x", date="x")


def _as(letter: str) -> Callable[[Rewriting, re.Match[str]], None]:
    """What gives an item that letter of dates."""

    def settle(work: Rewriting, match: re.Match[str]) -> None:
        item = work.item(match, "item")
        if item is not None:
            work.set(item, date=letter)

    return settle


_no_month = _as("N")
"""12월 결산: companies are named by the month in which their year ends."""
_no_day = _as("N")
"""1日1200トン: so much a day."""
_filler = _as("o")
"""지난 3분기: the nearest one gone by is meant anyway."""


def _short_yearword(work: Rewriting, match: re.Match[str]) -> None:
    """올 1분기 is this year's, 昨夏 last year's."""
    item = work.item(match, "word")
    if item is not None:
        shift = "0" if match["word"] == "올" else "-1"
        work.set(item, terms={"yearword": shift}, amount="x", date="j")


def _within_the_year(work: Rewriting, match: re.Match[str]) -> None:
    """年内に: within this year, where no number of years stands before it."""
    first, last = work.span(match, "word")
    if first is not None and work.language(first) in EAST_ASIAN:
        work.merge(first, last, {"yearword": "0"}, "x", "j")


def _century(work: Rewriting, match: re.Match[str]) -> None:
    """二十一世纪 is the 21st."""
    first, last = work.span(match, "number")
    if first is not None and work.language(first) in EAST_ASIAN:
        tens = FIGURES.get(match["tens"], 1) if match["tens"] else 1
        number = 10 * tens + (FIGURES[match["ones"]] if match["ones"] else 0)
        work.merge(first, last, {"ordinal": str(number)}, "x", "d")


def _time_of_day(work: Rewriting, match: re.Match[str]) -> None:
    """1月13日夜间至14日, 11月8日夜から9日: the time of day stands between two days that are one span."""
    first, last = work.span(match, "time")
    if first is not None and work.language(first) in EAST_ASIAN:
        work.merge(first, last, {}, "x", "o")


_REPUBLICS = r"度|\d{1,2}月|全年|第[一二三四1-4]季|[上下]半年|底(?![蕴蘊])"
_OF_RESULTS = "营營获獲净淨盈毛財财每合業业"
"""Signs that open what a quarter's results tell of, behind 第三季."""
_SHOW = re.compile("[剧劇》]|影集|综艺|綜藝|[节節]目|动画|動畫|动漫|動漫|真人秀|播出|[开開]播|收官|首播")
_SENTENCE_END = re.compile("[。！？!?\n]")
_NEAR_SHOW = 14
"""Characters about 第3季 within which a word tells of a series."""
_MONTH = rf"\d{{1,2}}(?:{JOINT}\d{{1,2}})?"
_SHORT = r"(?P<year>\d\d)(?<![\d.,．役錮期满滿約约]..)年"
_AFTER_SHORT = (
    rf"(?=度|{_MONTH}月(?!\d)|[春夏秋冬]|[上下]半期|[前後]半|(?P<coming>には|までに|以降)"
    r"|以来|第[1-4一二三四])"
)
_KOREAN_SHORT = rf"(?P<year>\d\d)(?<![\d.,]..)년(?=\s?{_MONTH}월|\s?[상하]반기|\s?[1-4]분기|\s같은 )"
_TWO_YEARS = rf"(?P<first>\d{{4}})年?(?:から|{JOINT}|至|到)(?P<year>\d\d)(?=年(?![間间以近ぶ半]))"
_KOREAN_YEARS = (
    rf"(?P<first>\d{{4}})년?(?:부터\s?|에서\s?|\s?{JOINT}\s?)(?P<year>\d\d)(?=년(?!간|\s?동안|\s?넘))"
)
_PARTICLES = "에|까지|부터|(?:의|보다|과|와|은|는|만|로|쯤|경|께|이다|이나|이면|현재|기준|인)\\b"
_BEGINS = rf"(?<=[가-힣\d] )(?P<word>전|후|뒤|초|말)(?=[가-힣])(?!{_PARTICLES})"
_COUNTED = "[件名人台辆輛套个個次家元円万萬亿億千吨噸公平米戶户]"
_THINGS = rf"(?P<first>\d{{4}})(?:{JOINT}|至|到)(?P<second>\d{{4}})(?={_COUNTED})"
_DAYS = r"月(?P<before>\d{1,2})[日号號]?(?P<sign>[、・])(?P<after>\d{1,2})[日号號]"
_OVERNIGHT = (
    r"(?<!\d)\d{1,2}日(?P<time>夜间|夜裡|夜里|深夜|晚间|晚上|凌晨|早晨|傍晚|上午|下午|午前|午後|未明|夕方|夜|晚|朝|昼)"
    rf"(?=(?:{JOINT}|至|到|から)\d{{1,2}}日)"
)
_KOREAN_OVERNIGHT = r"월 ?\d{1,2}일 (?P<time>밤|새벽|오전|오후|저녁|아침|낮)(?=(?:부터|에서) ?\d{1,2}일)"
_THIS_YEARS = r"(?<![가-힣])(?P<word>올) ?(?=\d{1,2}분기|\d{1,2}월|[상하]반기|연말|초|말|봄|여름|가을|겨울)"
_WITHIN = (
    r"(?<![\d〇一二三四五六七八九十百两兩数數几幾多半每周週今去明来來当當本同新翌昨前后後])"
    r"(?P<word>年[内內])(?!\d)"
)


def _day_in_brackets(work: Rewriting, match: re.Match[str]) -> None:
    """今（14）日: the day by its name and by its number."""
    first, last = work.span(match, 0)
    if first is not None and work.language(first) in EAST_ASIAN:
        work.merge(first, last, {"dayword": _DAYS_BY_NAME[match["name"]]}, "x", "T")


_DAYS_BY_NAME = {"前": "-2", "昨": "-1", "今": "0", "明": "1", "後": "2", "后": "2"}
_IN_BRACKETS = rf"(?P<name>[{''.join(_DAYS_BY_NAME)}])[（(]\d{{1,2}}[）)]日"

RULES = (
    rule("[（(].{1,2}[）)]日", _IN_BRACKETS, _day_in_brackets),
    rule("年", _SHORT + _AFTER_SHORT, _short_year),
    rule("년", _KOREAN_SHORT, _short_year),
    rule("년", r"['’‘](?P<year>\d\d)년", _short_year),
    rule("年", _TWO_YEARS, _second_year),
    rule("년", _KOREAN_YEARS, _second_year),
    rule("年", rf"(?P<year>1[0-3]\d)(?<![\d.,]...)年(?={_REPUBLICS})", _republic_year),
    rule("季", rf"第(?:\d{{1,2}}|{FIGURE}{{1,3}})(?P<item>季)(?!度|收(?!官)|[{_OF_RESULTS}])", _of_a_show),
    rule("民[国國]", r"民[国國]\s?(?P<year>\d{2,3})年", _republic_year),
    rule("元年", "(?P<era>令和|平成|昭和|大正|明治)(?P<year>元)年", _first_year),
    rule("日", _OVERNIGHT, _time_of_day),
    rule("일", _KOREAN_OVERNIGHT, _time_of_day),
    rule("[、・]", _DAYS, _listed),
    rule("월", r"월 ?(?P<before>\d{1,2})일?(?P<sign>,) ?(?P<after>\d{1,2})일", _listed),
    rule("[、・]", r"(?<!\d)(?P<before>\d{1,2})(?P<sign>[、・])(?P<after>\d{1,2})月(?!\d)", _listed),
    rule(rf"\d(?:{JOINT}|至|到)\d{{4}}{_COUNTED}", _THINGS, _no_years),
    rule("월", r"(?:지난|오는|다가오는) (?P<month>(?P<number>\d{1,2})월)(?! ?\d)", _named_month),
    rule("[가-힣] [전후뒤초말][가-힣]", _BEGINS, _other_word),
    rule("지난", r"(?P<item>지난) \d{1,2}(?:월 ?\d|분기)", _filler),
    rule("결산", r"(?P<item>\d{1,2})월 ?결산", _no_month),
    rule("1日", r"(?<![\d月~〜～\-・、])(?P<item>1)日(?=[約平]?均?\d)", _no_day),
    rule("오는", r"(?P<item>오는) \d{1,2}월 ?\d", _filler),
    rule("올", _THIS_YEARS, _short_yearword),
    rule("昨", "(?P<word>昨)[春夏秋冬]", _short_yearword),
    rule("年[内內]", _WITHIN, _within_the_year),
    rule("十.?世", f"(?P<number>(?P<tens>[一二]?)十(?P<ones>{FIGURE}?))(?=世[纪紀])", _century),
)
"""Rules of dates, tried in this order."""
