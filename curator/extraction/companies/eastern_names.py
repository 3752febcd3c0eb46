"""Chinese, Japanese and Korean names that a company noun, a telling last part or a ticker shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.chinese_names import chinese_names
from curator.extraction.companies.spellings import letters_of
from curator.extraction.companies.wordings import either, listed

_HAN = "\u4e00-\u9fff"
_KANA = "ァ-ヶー・"
_HANGUL = "가-힣"
_PARTICLE = r"(?=(?:은|는|이|가|을|를|의|에|와|과|도|로|으로|에서|에게|측은|측이)?(?:[\s,.·…」』\"'”’(]|$))"

_JAPANESE_TAIL = either("japanese_tails")
_JAPANESE = re.compile(
    rf"(?:(?:{either('japanese_nouns')})の|新会社|子会社|会社(?=[一-鿿]{{1,4}}(?:{_JAPANESE_TAIL})))"
    rf"(?P<name>[A-Za-z&{_KANA}]{{3,20}}|[{_HAN}]{{1,3}}[{_KANA}]{{3,12}}"
    rf"|[{_HAN}{_KANA}]{{1,6}}(?:{_JAPANESE_TAIL})|[{_KANA}]{{2,10}}[{_HAN}]{{2,4}}|[ぁ-ん]{{2,5}}(?:{_JAPANESE_TAIL})"
    rf"|[ぁ-ん]{{3,6}}(?=(?:は|が)[^。\n]{{0,16}}円を調達))(?![{_HAN}{_KANA}])"
)
_JAPANESE_SAID = either("japanese_said")
_NOT_JAPANESE = rf"(?<![{_HAN}{_KANA}A-Za-z0-9])(?!{either('japanese_common')})"
_JAPANESE_TALKED_OF = re.compile(
    rf"{_NOT_JAPANESE}(?P<name>(?:[{_HAN}]{{1,4}}|[ァ-ヶー]{{2,6}}|[ぁ-ん]{{2,5}})(?:{_JAPANESE_TAIL})"
    rf"(?={_JAPANESE_SAID}|(?:は|が)[^。\n]{{0,30}}(?:{either('japanese_acts')}))"
    rf"|[ァ-ヶー]{{4,12}}(?={_JAPANESE_SAID})"
    r"|[ァ-ヶー]{2,12}(?:・[ァ-ヶー]{2,12}){1,2}(?=を[^。\n]{0,14}で?買収))"
    rf"{''.join(f'(?<!{word})' for word in listed('japanese_kinds'))}"
)
_JAPANESE_HEADED = re.compile(
    rf"{_NOT_JAPANESE}(?P<name>[{_HAN}{_KANA}]{{3,8}})の(?=[{_HAN}]{{2,6}}(?:{either('japanese_heads')}))"
)
"""A name before its head: "鈴鹿樹脂の堀内健社長"."""
_JAPANESE_ALONE = re.compile(
    rf"{_NOT_JAPANESE}(?P<name>[{_HAN}]{{1,4}}(?:{either('japanese_sure_tails')})"
    rf"|[{_HAN}{_KANA}A-Za-z]{{2,12}}ホールディングス)(?![{_HAN}{_KANA}])"
)
_KOREAN_STRONG = rf"[{_HANGUL}A-Za-z]{{2,8}}(?:{either('korean_sure_tails')})"
_KOREAN = re.compile(
    rf"(?:{either('korean_nouns')})(?:인)? "
    rf"(?P<name>{_KOREAN_STRONG}|[{_HANGUL}A-Za-z0-9]{{1,8}}(?:{either('korean_tails')})){_PARTICLE}"
)
_KOREAN_NEW = re.compile(
    rf"(?:{either('korean_sure_nouns')}) "
    rf"(?P<name>[가-힣]{{2,8}}?)(?=(?:은|는|이|가)\s[^.\n]{{0,40}}(?:{either('korean_acts')}))"
)
_KOREAN_OWNED = re.compile(
    rf"(?:{either('korean_owning_nouns')}) (?P<name>[가-힣]{{3,8}})(?= (?:{either('korean_parts')}))"
)
_KOREAN_COMMON = re.compile(f"(?:{either('korean_common')})")
_KOREAN_ALONE = re.compile(rf"(?<![{_HANGUL}\w])(?P<name>{_KOREAN_STRONG}){_PARTICLE}")
_ACRONYM = re.compile("[A-Z0-9]{2,5}")
"""What a maker makes rather than who it is: メーカーのGPU."""
_TICKER = re.compile(
    rf"(?P<name>[{_HAN}{_KANA}{_HANGUL}A-Za-z]{{2,12}})(?=[(（](?:\d{{6}}|\d{{4,6}}\.[A-Z]{{1,3}}"
    rf"|[A-Z]{{2,5}}[.:：]\s?[A-Z0-9]{{1,6}})[)）])"
)
_HAS_HAN_OR_KANA = re.compile(f"[{_HAN}ァ-ヶ]")
_HAS_HIRAGANA = re.compile("[ぁ-ん]")
_HAS_HANGUL = re.compile(f"[{_HANGUL}]")


def eastern_names(text: str) -> Iterator[Span]:
    """Names that the words around them or their last part show, in reading order of each kind."""
    patterns: list[re.Pattern[str]] = []
    letters = letters_of(text)
    if _HAS_HANGUL.search(letters):
        patterns += [_KOREAN, _KOREAN_NEW, _KOREAN_OWNED, _KOREAN_ALONE, _TICKER]
    elif _HAS_HAN_OR_KANA.search(letters):
        if _HAS_HIRAGANA.search(letters):
            patterns += [_JAPANESE, _JAPANESE_HEADED, _JAPANESE_ALONE, _JAPANESE_TALKED_OF, _TICKER]
        else:
            yield from chinese_names(text)
            patterns.append(_TICKER)
    for pattern in patterns:
        for match in pattern.finditer(text):
            common = pattern in (_KOREAN_NEW, _KOREAN_OWNED) and _KOREAN_COMMON.match(match["name"])
            if not common and (pattern is _TICKER or not _ACRONYM.fullmatch(match["name"])):
                yield Span(*match.span("name"))
