"""Figures in Thai, Malay, Vietnamese, Arabic and Hebrew that letters alone do not tell."""

from __future__ import annotations

import re

from curator.extraction.rewriting.rewritten_items import Item, Rewriting, rule
from curator.extraction.words import Node

_BUDDHIST = 543


def _buddhist_year(work: Rewriting, match: re.Match[str]) -> None:
    """พ.ศ. 2569 is 2026."""
    item = work.item(match, 0)
    year = int(match[0])
    if item is not None and work.language(item) == "th" and work.reading.dates[item] == "Y":
        work.set(item, terms={"number": str(year - _BUDDHIST)}, amount="x")


def _ago(work: Rewriting, match: re.Match[str]) -> None:
    """Lima tahun lalu, năm năm trước: so many years ago; without a number it is the last one."""
    item = work.item(match, "word")
    if item is not None and work.language(item) in {"id", "ms", "vi", "fa"}:
        work.set(item, terms={"ago": "-1"}, date="g")
        number = work.item(match, "number")
        if number is not None and match["number"].casefold() == "năm":
            work.set(number, terms={"number": "5"}, amount="n", date="n")


def _after_letter(work: Rewriting, match: re.Match[str]) -> None:
    """50 و70: Arabic writes a number together with "and"."""
    item = work.item(match, "number")
    if item is not None and work.language(item) in {"ar", "fa", "ur"}:
        work.set(item, amount="N")


def _hyphen(work: Rewriting, match: re.Match[str]) -> None:
    """ל-70: the hyphen between a Hebrew preposition and its number."""
    item = work.item(match, "hyphen")
    if item is not None and work.language(item) == "he":
        work.set(item, amount="t", date="o")


def _hungarian_ago(work: Rewriting, match: re.Match[str]) -> None:
    """Öt éve, két hónapja: so many years ago; a length where the clause says what has not been since."""
    item = work.item(match, "noun")
    if item is None or work.language(item) != "hu":
        return
    unit, letter = _HUNGARIAN[match["noun"]]
    end = work.reading.ends[item]
    if match["denied"]:
        work.set(item, terms={"unit": unit}, amount="U", date="x")
    else:
        noun = Item(work.reading.starts[item], end, Node({"unit": unit}), "x", letter)
        work.replace(item, item + 1, [noun, Item(end, end, Node({"ago": "-1"}), "x", "g")])


def _thai_ago(work: Rewriting, match: re.Match[str]) -> None:
    """สองปีก่อน: with a number before it, so many years ago."""
    item = work.item(match, "word")
    if item is not None and work.language(item) == "th" and work.reading.dates[item - 1] in "nDu":
        middle, end = work.reading.starts[item] + len("ปี"), work.reading.ends[item]
        year = Item(work.reading.starts[item], middle, Node({"unit": "year"}), "x", "E")
        work.replace(item, item + 1, [year, Item(middle, end, Node({"ago": "-1"}), "x", "g")])


_HUNGARIAN = {"éve": ("year", "E"), "hónapja": ("month", "O"), "hete": ("week", "K"), "napja": ("day", "J")}
_HUNGARIAN_NUMBER = "két|kettő|három|négy|öt|hat|hét|nyolc|kilenc|tíz|húsz|harminc|ötven|száz"
_HUNGARIAN_AGO = (
    rf"\b(?P<number>\d{{1,3}}|(?i:{_HUNGARIAN_NUMBER})) (?P<noun>éve|hónapja|hete|napja)\b"
    r"(?P<denied>(?: [^\W\d]+){0,2} (?:nem|sem|nincs)\b)?"
)
_MALAY_NUMBER = "dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|sepuluh"
_MALAY = (
    rf"(?i:\b(?P<number>\d{{1,3}}|{_MALAY_NUMBER}) (?:tahun|bulan|minggu|pekan|hari) (?:yang )?"
    r"(?P<word>lalu)\b)"
)
_PERSIAN_NUMBER = "دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|بیست|سی"
_PERSIAN = rf"\b(?P<number>[\d۰-۹]{{1,3}}|{_PERSIAN_NUMBER}) (?:سال|ماه|هفته|روز) (?P<word>پیش|قبل)\b(?! از)"
_VIETNAMESE = (
    r"(?i:\b(?P<number>\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r" (?:năm|tháng|tuần|ngày) (?P<word>trước)\b)"
)

RULES = (
    rule("[\u0e00-\u0e7f][^\n]{0,40}2[45]", r"2[45]\d\d(?<!\d\d{4})(?!\d)", _buddhist_year),
    rule("๒๕", "๒๕[๐-๙]{2}(?<![๐-๙][๐-๙]{4})(?![๐-๙])", _buddhist_year),
    rule("éve|hónapja|hete|napja", _HUNGARIAN_AGO, _hungarian_ago),
    rule("lalu", _MALAY, _ago),
    rule("trước", _VIETNAMESE, _ago),
    rule("پیش|قبل", _PERSIAN, _ago),
    rule("ปีก่อน", "(?P<word>ปีก่อน)", _thai_ago),
    rule("و", r"(?<!\w)و(?P<number>\d[\d.,٫٬]*)", _after_letter),
    rule("[לבמכהשו]-", r"(?<!\w)[לבמכהשו]{1,3}(?P<hyphen>-)(?=\d)", _hyphen),
)
"""Rules of dates and numbers, tried in this order."""
