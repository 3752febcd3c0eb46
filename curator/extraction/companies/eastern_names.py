"""Chinese, Japanese and Korean names that a company noun, a telling last part or a ticker shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.chinese_names import chinese_names
from curator.extraction.companies.spellings import letters_of

_HAN = "\u4e00-\u9fff"
_KANA = "ァ-ヶー・"
_HANGUL = "가-힣"
_PARTICLE = r"(?=(?:은|는|이|가|을|를|의|에|와|과|도|로|으로|에서|에게|측은|측이)?(?:[\s,.·…」』\"'”’(]|$))"

_JAPANESE_TAIL = (
    "製作所|電機|電気|電子|製薬|精機|精密|商事|物産|建設|化学|化成|重工業|重工|製鉄|製鋼|製紙|製菓|食品|電装|銀行|証券|生命|海運"
    "|汽船|鉄道|航空|電力|不動産|地所|工業|産業|印刷|水産|乳業|運輸|倉庫|交通|石油|薬品|酒造|農産|畜産|商会|百貨店|ホールディングス|HD"
)
_JAPANESE = re.compile(
    r"(?:(?:大手|メーカー|企業|新興|ベンチャー|子会社|スタートアップ|傘下|運営|会社|中堅|老舗|チェーン)の|新会社|子会社)"
    rf"(?P<name>[A-Za-z&{_KANA}]{{3,20}}|[{_HAN}]{{1,3}}[{_KANA}]{{3,12}}"
    rf"|[{_HAN}{_KANA}]{{1,6}}(?:{_JAPANESE_TAIL})|[{_KANA}]{{2,10}}[{_HAN}]{{2,4}}|[ぁ-ん]{{2,5}}(?:{_JAPANESE_TAIL}))(?![{_HAN}{_KANA}])"
)
_JAPANESE_SAID = (
    "を(?:完全)?子会社|を買収|を傘下|を吸収合併|の株価|の社長|の会長|社長|の業績|の売上|の従業員|は従業員"
    "|の親会社"
)
_JAPANESE_TALKED_OF = re.compile(
    rf"(?<![{_HAN}{_KANA}A-Za-z0-9])(?!総合|大手|外資|国内|家電|重電|各社|海外|米国|中堅|地方|同|両|日本)"
    rf"(?P<name>[{_HAN}]{{1,4}}(?:{_JAPANESE_TAIL})(?={_JAPANESE_SAID}|(?:は|が)[^。\n]{{0,30}}(?:発表|買収|本社|削減"
    rf"|申請|上場|出資|提携|調達))"
    rf"|[ァ-ヶー]{{4,12}}(?={_JAPANESE_SAID}))(?<!メーカー)(?<!グループ)(?<!スーパー)(?<!サービス)(?<!ブランド)(?<!チェーン)(?<!アメリカ)"
)
_JAPANESE_ALONE = re.compile(
    rf"(?<![{_HAN}{_KANA}A-Za-z0-9])(?!総合|大手|外資|国内|家電|重電|各社|海外|米国|中堅|地方)"
    rf"(?P<name>[{_HAN}]{{1,4}}(?:製作所|電機|製薬|精機|商事|物産)"
    rf"|[{_HAN}{_KANA}A-Za-z]{{2,12}}ホールディングス)(?![{_HAN}{_KANA}])"
)
_KOREAN_STRONG = (
    rf"[{_HANGUL}A-Za-z]{{2,8}}(?:테크|웍스|랩스|소프트|홀딩스|파마|솔루션|솔루션즈|로보틱스|네트웍스|시스템즈|엔터테인먼트"
    "|제약|중공업|물산|캐피탈|파트너스|벤처스|인베스트먼트|자산운용|투자증권|저축은행|생명보험|손해보험|이노베이션|머티리얼즈|케미칼)"
)
_KOREAN = re.compile(
    r"(?:기업|업체|회사|스타트업|자회사|계열사|운영사|제조사|운용사|개발사|유통사|핀테크)(?:인)? "
    rf"(?P<name>{_KOREAN_STRONG}|[{_HANGUL}A-Za-z0-9]{{1,8}}(?:소재|전자|화학|바이오|건설|시스템|에너지|모빌리티|반도체|산업"
    rf"|식품|철강|물류|통신|게임즈|해운|항공|전기|정밀|기계|조선|제지|섬유|코리아|그룹)){_PARTICLE}"
)
_KOREAN_NEW = re.compile(
    r"(?:스타트업|업체|제조사|운영사|개발사|자회사|계열사|핀테크|유통사|브랜드|운용사|경쟁사"
    r"|협력사|벤처기업) "
    r"(?P<name>[가-힣]{2,8}?)(?=(?:은|는|이|가)\s[^.\n]{0,40}"
    r"(?:투자받|유치|밝혔|발표|공시|체결|출시|인수|해고|감원|상장|영업이익|매출|공급|설립|착공"
    r"|수주|내보냈|감축|접는|줄였|늘렸|세운|짓는|만든|판매|생산|수출))"
)
_KOREAN_OWNED = re.compile(
    r"(?:업체|제조사|운영사|개발사|자회사|계열사|유통사|스타트업) (?P<name>[가-힣]{3,8})"
    r"(?= (?:노조|대표|주가|본사|창업자|회장|사장|측은|공장))"
)
_KOREAN_COMMON = re.compile(
    "^(?:관계자|대표|투자|설립|창업|생태계|직원|주가|매출|노조|실적|인수|지분|경영진|가운데|공장|제품|기술|사업|서비스|시장|육성"
    "|지원|전용|공동|일부|여러|모두$|임원|노동|매각|최초|들|중|측|간|각|두|세|한|총수|회장|사장|이사|본사|물량|수주|대부분|담당|고객|이용)"
)
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
            patterns += [_JAPANESE, _JAPANESE_ALONE, _JAPANESE_TALKED_OF, _TICKER]
        else:
            yield from chinese_names(text)
            patterns.append(_TICKER)
    for pattern in patterns:
        for match in pattern.finditer(text):
            common = pattern in (_KOREAN_NEW, _KOREAN_OWNED) and _KOREAN_COMMON.match(match["name"])
            if not common and (pattern is _TICKER or not _ACRONYM.fullmatch(match["name"])):
                yield Span(*match.span("name"))
