"""Figures that letters alone do not tell in Chinese, Japanese, Korean and other languages of Asia."""

from datetime import date

import pytest

from curator.domain.facts import Status
from curator.extraction import extract
from tests.extraction.marked import stated

_TODAY = date(2018, 3, 14)


def values(text: str, language: str) -> list[tuple[str, str, str]]:
    return [stated(fact) for fact in extract(text, language, _TODAY) if fact.kind.value != "company"]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("三四百万元", "zh", "3000000..4000000", "CNY"),
        ("十七八年", "zh", "17..18", "year"),
        ("八成五", "zh", "85", "%"),
        ("3割5分", "ja", "35", "%"),
        ("三公里半", "zh", "3.5", "kilometre"),
        ("两个半小时", "zh", "2.5", "hour"),
        ("3時間半", "ja", "3.5", "hour"),
        ("1年半", "ja", "1.5", "year"),
        ("두 시간 반", "ko", "2.5", "hour"),
        ("三块五毛", "zh", "3.5", "CNY"),
        ("五十九块九。", "zh", "59.9", "CNY"),
        ("零下十八度", "zh", "-18", "degree Celsius"),
        ("发电2561亿度", "zh", "256100000000", "kilowatt hour"),
        ("体重は60キロ", "ja", "60", "kilogram"),
        ("コメ5キロの値上がり", "ja", "5", "kilogram"),
        ("大麻約3キロを見つけた", "ja", "3", "kilogram"),
        ("10キロ入りの箱", "ja", "10", "kilogram"),
        ("川沿いの10キロを走った", "ja", "10", "kilometre"),
        ("53조6천450억원", "ko", "53645000000000", "KRW"),
        ("일억 이천만 원", "ko", "120000000", "KRW"),
        ("만 오천 원", "ko", "15000", "KRW"),
        ("二千五百万吨", "zh", "25000000", "ton"),
    ],
)
def test_an_amount_is_read(text: str, language: str, value: str, unit: str):
    assert [found[1:] for found in values(text, language)] == [(value, unit)]


@pytest.mark.parametrize("text", ["夺得三块金牌", "오후 3시 30분에", "14時25分に", "数百億円", "几百万美元"])
def test_what_only_looks_like_an_amount_is_none(text: str):
    assert values(text, {"오": "ko", "1": "ja", "数": "ja"}.get(text[0], "zh")) == []


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("18年3月", "ja", "2018-03-01..2018-03-31"),
        ("令和元年5月1日", "ja", "2019-05-01..2019-05-01"),
        ("民國107年", "zh", "2018-01-01..2018-12-31"),
        ("107年5月19日", "zh", "2018-05-19..2018-05-19"),
        ("2018年から20年まで", "ja", "2018-01-01..2020-12-31"),
        ("3月18、19日", "ja", "2018-03-18..2018-03-19"),
        ("1990年代後半", "ja", "1995-01-01..1999-12-31"),
        ("3月前半", "ja", "2018-03-01..2018-03-15"),
        ("二〇一八年第一季度", "zh", "2018-01-01..2018-03-31"),
        ("지난 3분기", "ko", "2017-07-01..2017-09-30"),
        ("오는 5월", "ko", "2018-05-01..2018-05-31"),
        ("올 상반기", "ko", "2018-01-01..2018-06-30"),
        ("지난달 전국", "ko", "2018-02-01..2018-02-28"),
        ("上周末", "zh", "2018-03-10..2018-03-11"),
        ("1月上涨", "zh", "2018-01-01..2018-01-31"),
        ("2018年6月上市", "zh", "2018-06-01..2018-06-30"),
        ("6月上旬", "zh", "2018-06-01..2018-06-10"),
        ("วันที่ 12 มีนาคม 2561", "th", "2018-03-12..2018-03-12"),
        ("lima tahun lalu", "id", "2013-01-01..2013-12-31"),
    ],
)
def test_a_date_is_read(text: str, language: str, days: str):
    assert values(text, language) == [("date", days, "")]


@pytest.mark.parametrize(
    ("text", "quote"), [("周三上涨", "周三"), ("6月下滑", "6月"), ("星期一上市", "星期一")]
)
def test_a_verb_behind_a_date_is_none_of_its_words(text: str, quote: str):
    assert [fact.quote for fact in extract(text, "zh", "2018-03-15")] == [quote]


def test_words_of_doubt_keep_their_place_where_items_are_merged():
    text = "二十一世纪初有三四百万元。据称另有八成五。"
    found = extract(text, "zh", _TODAY)
    assert [fact.status for fact in found] == [Status.STATED, Status.STATED, Status.UNCONFIRMED]


def test_bold_type_parts_no_number_from_its_unit():
    (fact,) = extract("收入**860.5**亿元", "zh", _TODAY)
    assert (fact.quote, stated(fact)[1]) == ("860.5**亿元", "86050000000")


def test_much_that_is_merged_takes_linear_time(grows_linearly):
    grows_linearly(lambda text: extract(text, "zh", _TODAY), "三四百万元，八成五，" * 3000)
