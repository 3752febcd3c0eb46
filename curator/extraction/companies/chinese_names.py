"""Chinese names that no table knows, told by their last part and what is said of them, or by a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.wordings import either, listed

_HAN = "\u4e00-\u9fff"
_TAIL = either("chinese_tails")
_SAID = either("chinese_said")
_LEADS = either("chinese_leads")
_TOWNS = either("chinese_towns")
_NEVER = re.compile(either("chinese_never"))
_TOWN_ENDS = "".join({town[-1] for town in listed("chinese_towns")})
_ENDS_IN_HAN = re.compile(rf"[{_HAN}]\Z")
_ENDS_IN_TOWN = re.compile(rf"(?:{_TOWNS})\Z")
_BEGINS_WITH_TOWN = re.compile(rf"(?:{_TOWNS})市?(?=[{_HAN}]{{3}})")
_OPENERS = "".join(sorted({tail[0] for tail in listed("chinese_tails")}))
"""First signs of the last parts: one look at these spares trying all of them at each place."""
_NAMED = rf"(?P<name>[{_HAN}]{{2,3}}(?=[{_OPENERS}])(?:{_TAIL}))"
_TAILED = re.compile(
    rf"(?=[{_HAN}])(?:(?<![{_HAN}A-Za-z])|(?<=[{_TOWN_ENDS}])){_NAMED}(?={_SAID}|[(（]\d{{4,6}})"
)
_LED = re.compile(
    rf"(?=[{''.join({lead[0] for lead in listed('chinese_leads')})}])(?:{_LEADS})"
    rf"{_NAMED}(?={_SAID}|[，。；、：）)（(\\n\\d]|$|的|和|及|全部|股权|股權)"
)
_SHORT = re.compile(
    rf"(?=[{''.join({noun[0] for noun in listed('chinese_nouns')})}])(?:{either('chinese_nouns')})"
    rf"(?P<name>[{_HAN}]{{2,4}}?)(?={_SAID})"
)
_HEADED = re.compile(rf"(?<![{_HAN}A-Za-z])(?P<name>[{_HAN}]{{3,5}}?)(?={either('chinese_heads')})")
"""A name before its head, with no telling part: the text has to have it again."""
_NO_NAME = re.compile(f"(?:{either('chinese_no_name')})")
_WITHOUT_TAIL = re.compile(rf"(?P<short>[{_HAN}]{{2,3}})(?:{_TAIL})\Z")

_LONGEST_LEAD = 5
_BEFORE_SHORT = re.compile(rf"(?:\A|[^{_HAN}]|{_LEADS})\Z")
_BEHIND_SHORT = re.compile(rf"{_SAID}|[，。、的]")


def chinese_names(text: str) -> Iterator[Span]:
    """Names that their last part and the words beside them show, in reading order of each kind."""
    for pattern in (_TAILED, _LED, _SHORT, _HEADED):
        for match in pattern.finditer(text):
            name = match["name"]
            before = text[max(0, match.start("name") - 3) : match.start("name")]
            if pattern is _TAILED and _ENDS_IN_HAN.search(before) and not _ENDS_IN_TOWN.search(before):
                continue
            told = name[:-2] if pattern in (_TAILED, _LED) else name
            if pattern is _HEADED and text.count(name) == 1:
                continue
            if not _NEVER.search(told) and not _NO_NAME.match(name):
                yield Span(*match.span("name"))


def without_town(name: str) -> str:
    """The name without a town that it begins with: 苏州蓝屿科技 gives 蓝屿科技."""
    town = _BEGINS_WITH_TOWN.match(name)
    return name if town is None else name[town.end() :]


def cut_short_in_chinese(text: str, name: str) -> Iterator[Span]:
    """Where the text has the name without its last part: 晨屿 for 晨屿科技."""
    tailed = _WITHOUT_TAIL.match(name)
    if tailed is None or _NEVER.search(tailed["short"]):
        return
    short = tailed["short"]
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        if _BEHIND_SHORT.match(text, end) and _BEFORE_SHORT.search(text[max(0, at - _LONGEST_LEAD) : at]):
            yield Span(at, end)
        at = text.find(short, end)
