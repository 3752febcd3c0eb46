"""Traditional Chinese: the forms that simplified words have in Taiwan and Hong Kong.

Which characters belong together is wordfreq's table (`words.simplified`), which of them Taiwan uses and how
commonly is told by Big5, whose first part holds the common ones. Where a simplified character stands for
several, one is the usual form, the words of another are listed here, and any may still be meant, at a cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from curator.cleaning.models.words import simplified

TRADITIONAL = "zh-Hant"
"""The code of Chinese in traditional characters."""

_USUAL = (
    "個後於當聽麼發別團幾獲雲盡壞掛兒願蘇準須餘擺術毀鐘煙贊歷簽劃採徵曬餵鬥匯範撲濕醜傑蟲煉臟閒"
    "蕩築桿湧艷誇嘗屍豐跡鑑傭鏟嘆壇錘僕勳彌諮闢槓薦饑嘩洩崙滷醃鬱簾纖淒並衝復鹼嚐著樑灶床溫稅脫悅恆"
)
"""The usual forms, where that is not what is simplified and traditional at once, or there are several."""
_WORDS = (
    "皇后 王后 太后 后妃 天后 影后 歌后 后冠 后里 這裡 那裡 哪裡 心裡 家裡 夜裡 手裡 眼裡 嘴裡 城裡 "
    "村裡 院裡 屋裡 車裡 店裡 水裡 肚裡 腦海裡 世界裡 裡面 裡頭 裡邊 裡外 暗地裡 骨子裡 頭髮 理髮 髮型 "
    "白髮 毛髮 金髮 長髮 短髮 髮廊 美髮 假髮 髮夾 髮絲 染髮 颱風 檯面 櫃檯 檯燈 關係 係數 聯繫 維繫 "
    "餅乾 乾淨 乾燥 乾旱 乾脆 乾枯 晾乾 風乾 乾杯 乾隆 乾坤 幹部 骨幹 主幹 能幹 幹事 樹幹 幹線 幹勁 "
    "幹嘛 幹什麼 才幹 製造 製作 製程 製品 製藥 製成 研製 複製 錄製 監製 調製 自製 印製 製片 製圖 繪製 "
    "特製 製衣 製劑 製冷 製鞋 配製 精製 炮製 製毒 製表 製定 麵包 麵粉 麵條 拉麵 泡麵 牛肉麵 麵食 麵店 "
    "吃麵 儘管 儘快 儘量 儘早 儘可能 席捲 捲入 龍捲風 捲土 捲款 捲起 春捲 複雜 重複 複合 複數 複習 "
    "複審 複賽 複查 複選 繁複 複式 複試 註冊 註解 備註 註定 註銷 附註 註明 手錶 鐘錶 沖繩 沖洗 沖刷 "
    "沖泡 沖走 沖毀 批准 核准 准許 不准 獲准 准予 准入 允准 照准 委託 信託 拜託 寄託 託管 託付 請託 "
    "囑託 受託 託運 精緻 細緻 標緻 鍾情 鍾愛 老闆 穀物 稻穀 五穀 稱讚 讚賞 讚揚 讚美 點讚 讚譽 讚嘆 "
    "盛讚 放鬆 輕鬆 寬鬆 鬆綁 鬆散 鬆懈 日曆 農曆 西曆 曆法 陽曆 陰曆 公曆 月曆 標籤 抽籤 書籤 中籤 "
    "雜誌 標誌 日誌 網誌 計畫 划船 划算 鬍鬚 鬍子 旅遊 遊客 遊戲 遊行 遊艇 遊覽 導遊 遊說 遊樂 郊遊 "
    "遊輪 遊民 出遊 遊園 漫遊 巡遊 遊記 遊玩 遊子 夢遊 風采 精采 神采 喝采 文采 高采烈 征服 長征 出征 "
    "遠征 征戰 漏斗 北斗 斗六 煙斗 熨斗 阿斗 彙整 彙編 詞彙 彙報 彙總 字彙 彷彿 摺疊 存摺 小丑 夥伴 "
    "合夥 團夥 結夥 同夥 大夥 防禦 抵禦 禦寒 兇手 兇嫌 行兇 元兇 真兇 兇殺 捨棄 取捨 不捨 施捨 割捨 "
    "捨得 捨不得 骯髒 槓桿 欄杆 生薑 瀋陽 古蹟 奇蹟 事蹟 史蹟 遺蹟 山嶽 五嶽 蘿蔔 鹹水 鹹魚 鹹味 佣金 "
    "回佣 樸素 簡樸 純樸 質樸 樸實 崑山 崑曲 崑崙 瀰漫 咨文 復辟 呼籲 籲請 嚮往 嚮導 合併 併購 併入 "
    "兼併 吞併 一併 併發 併吞 併案 併網 明瞭 瞭望 週一 週二 週三 週四 週五 週六 週日 週末 上週 下週 "
    "本週 每週 週年 週期 週刊 週報 一週 兩週 三週 週歲 週邊 週轉 隔週 當週 近視 鞦韆 憑藉 藉口 藉由 "
    "藉機 藉此 蒙古 范仲淹 余光中"
)
"""Words in which another form stands, of which any word may be a part."""
_OTHERS = (
    "着著 划畫 账帳 了瞭 借藉 伙夥 凭憑 炼鍊 征徵 占佔 布佈 家傢 沉沈 群羣 峰峯 啟啓 爱愛 妆妝 栖棲 升昇 台臺"
    " 线綫 说説 卫衞 床牀 面麪 钩鈎 众衆 为爲 鸡鷄 录録 阅閲 锐鋭 颜顔 绝絶 绿緑 温温 税税 脱脱 悦悦 恒恒"
)
"""Simplified characters with forms that are not in the table, or rare in Big5, as those of Hong Kong are."""
_ALONE = "裡隻髒鬆"
"""The usual forms of what is a word by itself, where they are not those within words."""
_DOUBT = 2.5
_CHEAP = frozenset("佔佈週周台臺昇畫劃裏裡着著採帳賬鑒鑑僱雇脩游遊注註複復占布綫説衞")
_CHEAP_DOUBT = 1.2
_RARE = 5.0
_FOREIGN = 6.0
_SHARES = {"「": -4.5, "」": -4.5, "『": -6.5, "』": -6.5, "“": -7.0, "”": -7.0, "‘": -8.0, "’": -8.0}
_HIDDEN = 0xF0000
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’"}

Form = tuple[str, float]
"""A form of a word, and what speaks against it."""


class Forms:
    """The traditional forms of simplified words."""

    def __init__(self, table: Mapping[int, str]) -> None:
        """Take traditional characters with their simplified forms."""
        options = _options(table)
        self._others = {sign: forms for sign, forms in options.items() if len(forms) > 1}
        self._varying = frozenset(self._others)
        self._usual = {ord(sign): forms[0][0] for sign, forms in options.items()}
        self._sources: dict[str, list[str]] = {}
        for sign, forms in options.items():
            for form, _ in forms:
                self._sources.setdefault(form, []).append(sign)
        self._plain = {ord(form): signs[0] for form, signs in self._sources.items() if form not in options}
        self._plain |= {**table, **{ord(sign): plain for sign, plain in _QUOTES.items()}}
        listed = {self.plain(word): word for word in _WORDS.split()}
        self._listed = {word: "".join([chr(_HIDDEN + ord(s)) for s in form]) for word, form in listed.items()}
        self._shown = {ord(s): chr(ord(s) - _HIDDEN) for form in self._listed.values() for s in form}
        longest = sorted(listed, key=len, reverse=True)
        self._exceptions = re.compile("|".join(map(re.escape, longest)))
        self._table = table
        self.telling = dict.fromkeys(map(chr, table), 1)
        """1 for characters that only traditional texts have, -1 for those that only simplified ones do."""
        self.telling |= {
            sign: -1 for sign, forms in options.items() if all(form != sign for form, _ in forms)
        }

    def plain(self, word: str) -> str:
        """A word or sign as the simplified words mostly have it."""
        return word.translate(self._plain)

    def sources(self, sign: str) -> list[str]:
        """What a character of a traditional text can be in simplified words; at least one."""
        found = self._sources.get(sign)
        if found is None:
            return [self._table.get(ord(sign), sign)]
        return found if ord(sign) in self._table or sign in found else [*found, sign]

    def of_sign(self, sign: str) -> Sequence[Form]:
        """The forms of a character as a word by itself, with what speaks against each."""
        forms = self._others.get(sign)
        if forms is None:
            return ((self._usual.get(ord(sign), sign), 0.0),)
        alone = next((form for form, _ in forms if form in _ALONE), "")
        if not alone:
            return forms
        return [(form, 0.0 if form == alone else max(cost, _least(form))) for form, cost in forms]

    def cost(self, source: str, form: str) -> float:
        """What speaks against a form of a character by itself."""
        known = next((cost for each, cost in self.of_sign(source) if each == form), None)
        return _FOREIGN if known is None else known

    def shares(self, shares: Mapping[str, float]) -> dict[str, float]:
        """How common characters are in traditional texts, by the same in simplified ones, as logarithms."""
        found: dict[str, float] = {}
        for sign, share in shares.items():
            for form, cost in self._others.get(sign) or ((self._usual.get(ord(sign), sign), 0.0),):
                found[form] = max(found.get(form, share - cost), share - cost)
        for sign, share in shares.items():
            found.setdefault(sign, share - _FOREIGN)
        return found | _SHARES

    def varies(self, word: str) -> bool:
        """Whether a word can have several forms."""
        return not self._varying.isdisjoint(word)

    def usual(self, text: str) -> str:
        """Words, each between line ends, in their usual forms."""
        hidden = self._exceptions.sub(self._hide, text)
        return hidden.translate(self._usual).translate(self._shown)

    def _hide(self, match: re.Match[str]) -> str:
        return self._listed[match[0]]

    def others(self, word: str, usual: str) -> Iterator[Form]:
        """Forms of a word in which one character is not the usual one, with what speaks against each."""
        for place, sign in enumerate(word):
            for form, cost in self._others.get(sign, ()):
                if form != usual[place]:
                    yield usual[:place] + form + usual[place + 1 :], max(cost, _least(form))


def _least(form: str) -> float:
    return _CHEAP_DOUBT if form in _CHEAP else _DOUBT


def _options(table: Mapping[int, str]) -> dict[str, tuple[Form, ...]]:
    """By simplified character its traditional forms, the usual one first, with what speaks against each."""
    found: dict[str, dict[str, int]] = {}
    for code, sign in table.items():
        own = found.setdefault(sign, {})
        if _rank(sign) < 3:
            own[sign] = _rank(sign)
        own[chr(code)] = _rank(chr(code))
    for pair in _OTHERS.split():
        own = found.setdefault(pair[0], {pair[0]: 1})
        own.pop(pair[1], None)  # behind the usual one
        own[pair[1]] = 1
    return {sign: tuple(_ordered(sign, forms)) for sign, forms in found.items()}


def _ordered(sign: str, forms: dict[str, int]) -> Iterator[Form]:
    best = min(forms.values())
    usual = next((form for form in forms if form in _USUAL), None)
    if usual is None:
        usual = sign if forms.get(sign) == best else next(form for form in forms if forms[form] == best)
    yield usual, 0.0
    for form, rank in forms.items():
        if form != usual and (rank < 3 or rank == best or form in _CHEAP):
            yield form, _least(form) if rank == 1 or form in _CHEAP else _RARE


def _rank(sign: str) -> int:
    """1 for a common character of Big5, 2 for a rarer one, 3 for one beyond."""
    try:
        lead = sign.encode("big5")[0]
    except UnicodeEncodeError:
        return 3
    return 1 if lead <= 0xC6 else 2


@lru_cache(maxsize=1)
def forms() -> Forms:
    """The traditional forms of Chinese words."""
    return Forms(simplified())
