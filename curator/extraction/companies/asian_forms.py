"""Asian forms: names with a legal form in Chinese, Japanese, Korean and Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from curator.domain.spans import Span
from curator.extraction.companies.wordings import either, worded


class Shaped(NamedTuple):
    """A name with its legal form: `whole` as written, `name` without the form."""

    whole: Span
    name: Span


_HAN = "\u3400-\u9fff"
_KANA = "\u30a0-\u30ff"
_LEADING = re.compile(rf"[{_HAN}]*(?:{either('chinese_clauses')})(?=[{_HAN}]{{2}})")
"""What a Chinese sentence has before a name without a break: 成立子公司弗迪电池有限公司."""
_CAPITAL = "A-Z" + "".join(
    letter for letter in map(chr, (*range(0xC0, 0x240), *range(0x1E00, 0x1F00))) if letter.isupper()
)
_VIETNAMESE_WORD = rf"[{_CAPITAL}][\w&-]*"
_VIETNAMESE = re.compile(
    rf"\b(?:(?i:{either('vietnamese_nouns')})(?: (?:{either('vietnamese_made')}))*"
    rf"|(?i:{either('vietnamese_trades')})(?: (?!tin|thông|[{_CAPITAL}])[^\W\d_]+){{0,4}})"
    rf" (?P<name>{_VIETNAMESE_WORD}(?: {_VIETNAMESE_WORD}){{0,4}})"
)
_NOT_VIETNAMESE = worded("vietnamese_not_names")
_LONGEST_HAN = 12


def eastern_forms(text: str) -> Iterator[Shaped]:
    """Chinese, Japanese and Korean names with a form before or behind them."""
    form_before, form_behind, its_name = _eastern_patterns()
    for match in form_before.finditer(text):
        yield Shaped(Span(*match.span()), Span(*match.span(1 if match[1] else 2)))
    for match in form_behind.finditer(text):
        offset = max(0, match.start() - 20)
        name = its_name.search(text[offset : match.start()])
        if name is not None:
            span = Span(*name.span(1 if name[1] else 2)).shifted(offset)
            lead = _LEADING.match(text, span.start, span.end)
            span = Span(span.start if lead is None else lead.end(), span.end)
            if name[1] is None or span.end - span.start <= _LONGEST_HAN:
                yield Shaped(Span(span.start, match.end()), span)


def vietnamese_forms(text: str) -> Iterator[Shaped]:
    """Vietnamese names with the words for a company before them."""
    for match in _VIETNAMESE.finditer(text):
        if match["name"] not in _NOT_VIETNAMESE:
            yield Shaped(Span(*match.span()), Span(*match.span("name")))


@cache
def _eastern_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A form with the name behind it, a form behind a name, and that name at the end of what is before."""
    return (
        re.compile(
            rf"(?:株式会社(?!化|の?設立)|㈱|（株）)([\u3041-\u3096]{{2,8}}[{_KANA}{_HAN}A-Za-z]{{1,12}}"
            rf"|[{_KANA}{_HAN}A-Za-z&・]{{2,16}})"
            r"|(?:주식회사\s?|㈜\s?|\(주\)\s?)([\uac00-\ud7afA-Za-z0-9]{2,15}?)(?=[은는이가을를의에와과도\s,.]|$)"
        ),
        re.compile(
            "股份有限公司|有限责任公司|有限公司|株式会社(?!化|の?設立)|㈱|(?<=[\uac00-\ud7af])[ ]?주식회사"
        ),
        re.compile(
            rf"(?:(?<=[、，。：；“《\s（(和与及由向对为是のはがをと])|^)([{_HAN}]{{2,20}})$"
            rf"|([{_KANA}A-Za-z・]{{2,20}}[{_HAN}]{{0,8}}|[\uac00-\ud7af]{{2,12}})$"
        ),
    )
