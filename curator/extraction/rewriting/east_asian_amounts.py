"""Amounts in Chinese, Japanese and Korean that letters alone do not tell: 三四百万, 八成五, 三公里半."""

from __future__ import annotations

import re
from decimal import Decimal

from curator.extraction.amount_values import value_of
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.readings import Reading
from curator.extraction.rewriting.rewritten_items import FIGURE, FIGURES, Item, Rewriting, figure, rule
from curator.extraction.words import Node

_UNITS = {"": 1, "十": 10, "百": 100, "千": 1000}
_BEFORE_SCALE = re.compile("[ND](?=[Sh])")
_HALF = Decimal("0.5")
_NO_HALF_AFTER = frozenset("数數额額島导導期年月日场場价價减減径徑球圆圓円分ば々")
"""What makes a 半 after a unit the head of another word: 半年, 半数, 半ば."""
_SUMS_FROM = 10
"""Yuan from which 块 is money without another sign of it: 三块 may be three pieces."""


def free_figures(work: Rewriting) -> None:
    """Digits before 万, 億, 천 … are no year, day or decade."""
    reading = work.reading
    amounts, dates = reading.amounts, reading.dates
    for match in _BEFORE_SCALE.finditer("".join(amounts)):
        item = match.start()
        plain = reading.nodes[item] is None and dates[item] in "DuY"
        if plain and work.language(item) in EAST_ASIAN:
            dates[item] = "N"


def halves(work: Rewriting) -> None:
    """三公里半, 3時間半, 두 시간 반: half a unit more."""
    reading = work.reading
    for match in re.finditer("[半반]", reading.text):
        item = work.item(match, 0)
        if item is None or item < 2:
            continue
        number, unit = item - 2, item - 1
        korean = work.language(item) == "ko"
        if reading.amounts[unit] not in "UC" or reading.amounts[number] not in "nN":
            continue
        if korean == reading.tight(item) or _begins_word(reading, item, korean=korean):
            continue
        value, node = reading.number(number), reading.nodes[unit]
        if value is not None and node is not None:
            work.set(number, terms={"number": str(value + _HALF)}, date="x")
            work.merge(unit, item + 1, node.terms, reading.amounts[unit])


def _begins_word(reading: Reading, item: int, *, korean: bool) -> bool:
    """Whether the half belongs to the word that follows."""
    after = reading.text[reading.ends[item] : reading.ends[item] + 1]
    return after.isalpha() if korean else after in _NO_HALF_AFTER


def _neighbours(work: Rewriting, match: re.Match[str]) -> None:
    """三四百万 is 3 to 4 million, 十七八 17 to 18."""
    low, high = FIGURES[match["low"]], FIGURES[match["high"]]
    tens = 10 * FIGURES.get(match["tens"][0], 1) if match["tens"] else 0
    unit = _UNITS[match["unit"]]
    (first, middle), (second, last) = work.span(match, "first"), work.span(match, "second")
    if high != low + 1 or first is None or second is None or middle != second:
        return
    if work.language(first) != "zh" or (tens and unit > 1):
        return
    starts, ends = work.reading.starts, work.reading.ends
    between = ends[middle - 1]
    items = [
        Item(starts[first], between, Node({"number": str((tens + low) * unit)}), "n", "x"),
        Item(between, between, None, "-", "x"),
        Item(starts[second], ends[last - 1], Node({"number": str((tens + high) * unit)}), "n", "x"),
    ]
    work.replace(first, last, items)


def _tenths(work: Rewriting, match: re.Match[str]) -> None:
    """八成五 and 3割5分 are 85 and 35 %."""
    number, (sign, last) = work.item(match, "number"), work.span(match, "sign")
    if number is None or sign is None or work.reading.amounts[sign] != "Z":
        return
    value = f"{figure(match['number'])}.{figure(match['rest'])}"
    work.set(number, terms={"number": value}, amount="n", date="x")
    work.merge(sign, last, {"tenth": "10"}, "Z")


def _sure(work: Rewriting, match: re.Match[str]) -> None:
    """Number words as sure as digits to measure what follows: those of 零下十八度, the 五 of 三块五毛."""
    first, last = work.span(match, "number")
    value = None if first is None else value_of(work.reading, first, last)
    if first is not None and value is not None and work.language(first) in EAST_ASIAN:
        work.merge(first, last, {"number": str(value)}, "N", "n")


def _yuan(work: Rewriting, match: re.Match[str]) -> None:
    """块 is yuan before 五毛, and after larger sums where no thing follows: not 三块金牌."""
    item = work.item(match, "sign")
    if item is None or item == 0 or work.language(item) != "zh":
        return
    letter, value = work.reading.amounts[item - 1], work.reading.number(item - 1)
    large = letter in "hS" or (letter == "N" and value is not None and value >= _SUMS_FROM)
    if large or (letter in "nN" and match["rest"]):
        work.set(item, terms={"currency": "CNY"}, amount="C")


def _yuan_and_tenths(work: Rewriting, match: re.Match[str]) -> None:
    """五十九块九 is 59.90 yuan."""
    sign, last = work.span(match, "sign")
    if sign is None or sign == 0 or work.language(sign) != "zh":
        return
    number = work.reading.number(sign - 1) if work.reading.amounts[sign - 1] in "nN" else None
    if number is not None:
        more = Decimal(figure(match["rest"])) / 10
        work.set(sign - 1, terms={"number": str(number + more)}, date="x")
        work.merge(sign, last, {"currency": "CNY"}, "C")


def _kilowatt_hours(work: Rewriting, match: re.Match[str]) -> None:
    """2561亿度 is energy."""
    item = work.item(match, "sign")
    if item is not None and work.language(item) == "zh":
        work.set(item, terms={"unit": "kilowatt hour"}, amount="U", date="x")


def _new_dollars(work: Rewriting, match: re.Match[str]) -> None:
    """8.2元 are Taiwan's dollars where the text names them: "新台幣1兆元"."""
    item = work.item(match, "sign")
    if item is not None and work.language(item) == "zh" and work.reading.amounts[item] in "CyW":
        work.set(item, terms={"currency": "TWD"}, amount="C")


def _kilograms(work: Rewriting, match: re.Match[str]) -> None:
    """体重60キロ is mass."""
    first, last = work.span(match, "sign")
    if first is not None and work.reading.term(first, "unit") == "kilometre":
        work.merge(first, last, {"unit": "kilogram"}, "U")


def _per_hour(work: Rewriting, match: re.Match[str]) -> None:
    """時速160キロ, 시속 160㎞, 时速达160公里 are speeds."""
    first, last = work.span(match, "sign")
    unit = None if first is None else work.reading.term(first, "unit")
    if first is not None and unit in _LENGTHS:
        work.merge(first, last, {"unit": f"{unit} per hour"}, "U")


def _ten_thousand(work: Rewriting, match: re.Match[str]) -> None:
    """만 원, 만 오천 원: the 만 that begins a word is a number."""
    item = work.item(match, "sign")
    if item is not None and work.language(item) == "ko":
        work.set(item, terms={"one_scale": "10000"}, amount="s")


_COUNTED = "[万亿萬億个個位名人岁歲天年周公里米吨噸斤元块塊美欧日港度倍次辆輛套件家亩畝平立小]"
_TWO_FIGURES = (
    "(?<![〇零一二三四五六七八九十百千万亿萬億点點第周])"
    "(?P<first>(?P<tens>[一二三四五六七八]?十)?(?P<low>[一二两兩三四五六七八]))"
    f"(?P<second>(?P<high>[二两兩三四五六七八九])(?P<unit>[十百千]?))(?={_COUNTED})(?!年代|号)"
)
_TENTH = (
    rf"(?<![\d.])(?P<number>\d|[一二两三四五六七八九])(?P<sign>成(?P<rest>{FIGURE}))"
    "(?![样般起直些定方个條条年月日者十百千])"
)
_WARI = rf"(?<![\d.])(?P<number>\d|{FIGURE})(?P<sign>割(?P<rest>\d|{FIGURE})分)"
_SUM_END = r"[，。、,；;）)！!？?\s]|\Z|多|左右|以上|一[个個斤张張本碗瓶份]"
_SLIMMED = (
    r"[\d.．]{1,6}(?P<sign>キロ)(?=(?:グラム)?(?:も|以上|ほど|近く|ぐらい|余り)?"
    "(?:やせ|痩せ|太っ|太り|減量|増量|の減量|のダイエット))"
)
_GOODS = (
    "コメ|[新白玄]米|小麦|大豆|砂糖|野菜|果物|ジャガイモ|タマネギ|ミカン|リンゴ|茶葉|コーヒー豆|[牛豚鶏魚]肉|マグロ|カニ|荷物|小包"
    "|大麻|覚醒剤|コカイン|麻薬|火薬|爆薬|金塊|銅線|ごみ|廃棄物|プルトニウム|ウラン"
)
_MASS = (
    rf"(?:(?:体重|重さ|重量|収量|収穫量|漁獲量|出荷量|{_GOODS})[はがもをのに]?(?:合計|計|およそ|最大)?約?"
    r"[\d.．]{1,6}|[\d.．]{1,6}(?=キロ(?:グラム)?(?:余り|以上)?(?:入り|詰め|袋|を(?:押収|収穫|出荷|密輸|所持))))"
    r"(?P<sign>キロ)(?![メワグ])"
)
_OF_MASS = rf"[\d.．]{{1,6}}(?P<sign>キロ)(?=(?:余り|以上)?の(?:体重|重さ|米|{_GOODS}))"
_LENGTHS = frozenset({"kilometre", "mile"})
_FIGURES = r"[\d.,．一二三四五六七八九十百]{1,7}"
_SPEED = (
    rf"(?:[時时]速|시속|每小[时時])[^\d\n。，、,]{{0,4}}?(?:{_FIGURES}[-~〜～∼–—至到])?{_FIGURES}\s?"
    "(?P<sign>キロメートル|キロ|公里|千米|㎞|km|킬로미터|킬로|マイル|英里|마일)(?![/每/])"
)
_DEGREES = "(?:零下|[摄攝]氏|氷点下|摂氏)(?P<number>[一二三四五六七八九十百两]{1,4})度"
_WEEKS = "(?P<number>[两兩二三四五六七八九十]{1,2})[周週](?![岁歲年末边邊围圍刊期率一二三四五六日天])"
_MORE_YUAN = rf"(?P<sign>[块塊](?P<rest>[1-9]|{FIGURE}))(?=[，。、,；;）)！!？?的左\s]|\Z)"
_MAN = r"(?<![가-힣\d.,])(?P<sign>만) ?(?=[일이삼사오육칠팔구]천|원(?:[^가-힣]|[이을의에짜권은]))"

RULES = (
    rule("[一二两兩三四五六七八][二两兩三四五六七八九]", _TWO_FIGURES, _neighbours),
    rule(f"成{FIGURE}", _TENTH, _tenths),
    rule("割", _WARI, _tenths),
    rule("[下氏][一二三四五六七八九十百两]{1,4}度", _DEGREES, _sure),
    rule("[两兩二三四五六七八九十][周週]", _WEEKS, _sure),
    rule("[角毛分]", f"[元块圆塊](?P<number>{FIGURE})[角毛分]", _sure),
    rule("[块塊]", rf"(?P<sign>[块塊])(?=(?P<rest>(?:\d|{FIGURE})[角毛分])|{_SUM_END})", _yuan),
    rule("[块塊]", _MORE_YUAN, _yuan_and_tenths),
    rule("[万亿萬億]度", "[万亿萬億](?P<sign>度)(?![电電])", _kilowatt_hours),
    rule("[台臺]幣", r"[\d萬億兆千百十餘多](?P<sign>元)", _new_dollars),
    rule("キロ", _MASS, _kilograms),
    rule("キロの", _OF_MASS, _kilograms),
    rule("やせ|痩せ|太っ|太り|減量|増量|ダイエット", _SLIMMED, _kilograms),
    rule("[時时]速|시속|每小[时時]", _SPEED, _per_hour),
    rule("만", _MAN, _ten_thousand),
)
"""Rules of amounts, tried in this order."""
