"""Alphabets: how likely a text is by the characters of the languages that news is written in.

A rough model, but a whole one: every character costs something, so that readings of the same bytes as
letters of one byte and as characters of two can be compared (the cost is the negative logarithm of a
probability). Letters stand in order of their frequency, as far as it is known by heart. Which Chinese,
Japanese and Korean characters are common is what the makers of their national standards said: level 1 of
GB 2312 and of JIS X 0208, the frequently used part of Big5, and the syllables of KS X 1001. Why this is no
library's work is said in `code_pages`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

_LETTERS = {
    "en": "éïèçôöüñ", "de": "üäöß", "fr": "éèàêçôîûùâëïœæ", "es": "óáíéñúü¿¡", "ca": "àéóèíòçúïü·",
    "it": "àèùòéì", "pt": "ãçéáóíêõâúôà", "nl": "ëéïóöèüê", "sv": "äåöé", "da": "øåæé", "nb": "åøæéòôó",
    "fi": "äöåé", "is": "áðíóéúþæýö", "et": "äõüöšž", "sq": "ëç", "ga": "áíéóú", "cs": "íáéěřčžýšůúťďóňö",
    "sk": "áíčéýžšúťľôňďóäĺŕ", "pl": "ąęłóżśćńź", "hu": "áéöóőüíúű", "ro": "ăîâșțşţ", "hr": "čšžćđ",
    "sl": "čšž", "lt": "ėšįžųąčęū", "lv": "āīēšņļūģžķč", "tr": "ıüşçğöâî", "az": "əışüçğö",
    "vi": "\u0301\u0300\u0323\u0309\u0303âêôđươăàáéúíóãèìòùýõ",
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "uk": "оаниівтерслкдмупзяьбгчйхцїжюєшщфґ",
    "be": "аніоелркстывудмпяьзгйбчўшцхюжэфё", "bg": "аоиетнрсвлпкдмузгъябцчжщхйюшфь",
    "sr": "аоеинтрсјувдмпклзбгћшчжцхњљђфџ", "mk": "аоеинтрсвлпкдмузјгбшчцѓќљњѕхфџ",
    "el": "αοιεντσηυρπκλςμωγδβθχφξζψάέίόύήώϊϋΐΰ",
    "he": "יוהלאשתרבמנםכדחקפעצגטזסןךףץ", "ar": "ايلنمرتبوةدعسفهكقحجشصطخذىءأإضزثغظئؤآ",
    "fa": "اینردتمهبوسشگکزخفقعجپحچطصغضظثآژءئ",
    "th": "ารนกเงอม่ว้ไทสลดบปีพคตใยจั็หุิูำขโชแถ์ะึืญธณผ",
}  # fmt: skip
"""The letters beyond ASCII of each language, small ones, the most frequent first."""

_WORDS = {
    "en": "the of and to in is that for on with as at by from it was",
    "de": "der die und das den von mit ist auf ein eine nicht dem des sich im zu",
    "fr": "le la les des et en du une un que est pour dans qui sur par au",
    "es": "el la los de que en las del por con una para se un",
    "ca": "el la els les de que amb una del dels",
    "it": "il la di che del della per con una non sono gli le in",
    "pt": "os de que do da em dos das com uma para um",
    "nl": "de het een van en dat op te niet zijn met voor",
    "sv": "och att det som en av den med inte till",
    "da": "og det at en til af som den ikke er med",
    "nb": "og det at en til av som den ikke er med",
    "fi": "ja on ei se oli mutta sen ovat kun",
    "is": "og ekki sem um er var",
    "et": "ja ei ta see kui oli ning",
    "sq": "dhe me se ka nga te per",
    "ga": "an na agus ar le",
    "cs": "se na je do ze ale pro jak by po od",
    "sk": "sa na je do zo ale pre ako by po od",
    "pl": "na do nie jest od za po przez dla oraz",
    "hu": "az hogy nem is egy ez meg volt",
    "ro": "de la si cu din pe nu care sau este mai",
    "hr": "je na se da su od za iz koji",
    "sl": "je na se za da so ki",
    "lt": "ir kad su ne tai yra",
    "lv": "un ir ar no par ka uz",
    "tr": "ve bir bu da de ile ne",
    "az": "bir bu da ki ne",
    "vi": "trong cho khi theo sau ra",
}
"""Frequent words in ASCII alone, which every code page leaves as they are."""

_UNUSED = {
    "fr": "kw", "es": "kw", "ca": "kwy", "it": "jkwxy", "pt": "kwy", "ro": "kqwy", "sq": "w",
    "ga": "jkqvwxyz", "sv": "w", "da": "qwx", "nb": "qwxz", "fi": "cqwxz", "is": "cqw", "et": "cqwxy",
    "cs": "qwx", "sk": "qwx", "pl": "qvx", "hu": "qwx", "hr": "qwxy", "sl": "qwxy", "lt": "qwx",
    "lv": "qwxy", "tr": "qwx", "az": "w", "vi": "fjwz",
}  # fmt: skip
"""The letters of ASCII that a language has in foreign words and names alone."""

_ZH_HANS = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学"
    "对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面"
    "公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工"
)
_ZH_HANT = (
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學"
    "對可裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面"
    "公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工"
)
_KO = (
    "이다는을에가의고하로지은한를사기도대자리어인시아스나해일정부서수라들과있그것원보제전으만장"
    "상년공주동국회발"
)
"""The most frequent characters, as `_LETTERS`."""

_SIGNS = "„“”‘’–—…«»\u00a0"
_FULL_SIGNS = "，。、；：？！“”（）《》「」『』・ー\u3000"
_RARER_SIGNS = "€°§·•£®©™½‰‹›‚×º²³¥¢±¿¡"

_LETTER, _CAPITAL = 2.0, 2.2
"""What the most frequent letter costs, and how much more a capital one."""

_STOP = 1.2
"""What a frequent word of a language is worth."""

_LOAN = 0.7
"""What a letter costs more in a language that has it in foreign words alone."""

_ELIDING = {"en", "fr", "it", "ca", "ga", "nl", "uk", "tr"}
_RARE_APOSTROPHE = 2.0
"""What an apostrophe costs more in a language that leaves out no letters in writing."""

_FOREIGN = 0.2
"""What an ASCII letter costs more in a language that is not written in Latin letters."""

_TELLING = 8
"""By so many of a text's most frequent characters its language is looked for."""

_COMMON = 8.0
"""What a common character of Chinese, Japanese or Korean costs at most."""


def cost(text: str, frequent: Mapping[str, int]) -> float:
    """What a text costs in the language that suits it best; less is likelier.

    `frequent` says how many of its words are frequent ones of a language, as `frequent_words` has it.
    """
    counts = Counter(_without_shouting(text))
    plain = sum(_ascii(ord(char)) * n for char, n in counts.items() if char < "\x80")
    other = [(char, n) for char, n in counts.most_common() if char >= "\x80"]
    likely = {"en"}.union(*(_SPOKEN.get(char, ()) for char, _ in other[:_TELLING]))
    most = max(frequent.values(), default=0)
    likely.update(name for name, times in frequent.items() if times == most > 0)
    if any("\u2e80" <= char <= "\ud7ff" or char >= "\uf900" for char, _ in other):
        likely = {*likely, *_EAST_ASIAN}
    foreign = _FOREIGN * sum(n for char, n in counts.items() if char < "\x80" and char.isalpha())
    found = (
        sum(_COSTS[name](char) * n for char, n in other)
        + (0 if name in _WORDS else foreign)
        + (0 if name in _ELIDING else _RARE_APOSTROPHE * counts["’"])
        + _LOAN * sum(counts[char] + counts[char.upper()] for char in _UNUSED.get(name, ()))
        - _STOP * frequent.get(name, 0)
        for name in likely
    )
    return plain + min(found)


def _without_shouting(text: str) -> str:
    """The text in small letters if most of it is in capital ones, as a headline may be."""
    return text.lower() if 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text)) else text


def frequent_words(data: bytes) -> dict[str, int]:
    """How many frequent words of each language stand in the bytes of a text in any code page."""
    words = Counter(data.lower().split())
    return {name: sum(words[word] for word in known.encode().split()) for name, known in _WORDS.items()}


def east_asian_share(text: str) -> float:
    """The share of common Chinese, Japanese or Korean characters among those of a text, 0 to 1."""
    counts = Counter(text)
    common = sum(
        n
        for char, n in counts.items()
        if char >= "\u3000" and min(_COSTS[name](char) for name in _EAST_ASIAN) <= _COMMON
    )
    return common / max(1, len(text))


def _ascii(code: int) -> float:
    if code in {0x20, 0x0A, 0x0D, 0x09} or 0x61 <= code <= 0x7A:
        return 3.0
    if 0x30 <= code <= 0x39 or 0x41 <= code <= 0x5A:
        return 5.0
    return 5.5 if 0x20 < code < 0x7F else 14.0


def _cost_of_letters(letters: str) -> Callable[[str], float]:
    """What a character costs in a language with these letters."""
    rarer = _LOAN if letters == _LETTERS["en"] else 0
    costs = {letter: _LETTER + rarer + 2.5 * place / len(letters) for place, letter in enumerate(letters)}
    for letter, cost in list(costs.items()):
        if len(letter.upper()) == 1:
            costs.setdefault(letter.upper(), cost + _CAPITAL)
    script = unicodedata.name(letters[0]).split()[0]

    def of(char: str) -> float:
        known = costs.get(char)
        return _strange(char, script) if known is None else known

    return of


@lru_cache(4096)
def _strange(char: str, script: str) -> float:
    """What a character costs that the language has not."""
    if char in _SIGNS:
        return 3.0 if char in "“”’" else 4.0
    if char in _RARER_SIGNS:
        return 7.0
    kind = unicodedata.category(char)
    if kind in {"Cc", "Cn", "Co", "Cs"}:
        return 18.0
    if kind.startswith(("L", "M")):
        return 8.5 if unicodedata.name(char, "").startswith(script) else 13.0
    return 12.0


def _cost_of_characters(top: str, codec: str, common: range, *, kana: bool) -> Callable[[str], float]:
    """What a character costs in a language of many, the common ones of which have these lead bytes."""
    places = {char: place for place, char in enumerate(top)}

    @lru_cache(8192)
    def of(char: str) -> float:
        place = places.get(char)
        if place is not None:
            return 4.5 + 1.5 * place / len(top)
        if char in _FULL_SIGNS:
            return 4.0
        if "\u3041" <= char <= "\u30fa":
            return (4.2 if char <= "\u3096" else 5.2) if kana else 12.0
        if char in _SIGNS:
            return 6.0
        if "\uff01" <= char <= "\uff5e":
            return 8.0
        if "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3":
            return _COMMON if _lead(char, codec) in common else 14.0
        return _strange(char, "CJK") + 1

    return of


def _lead(char: str, codec: str) -> int:
    data = char.encode(codec, "ignore")
    return data[0] if len(data) == 2 else 0


_COSTS: dict[str, Callable[[str], float]] = {
    **{name: _cost_of_letters(letters) for name, letters in _LETTERS.items()},
    "zh-Hans": _cost_of_characters(_ZH_HANS, "gb2312", range(0xB0, 0xD8), kana=False),
    "zh-Hant": _cost_of_characters(_ZH_HANT, "big5", range(0xA4, 0xC7), kana=False),
    "ja": _cost_of_characters("", "shift_jis", range(0x88, 0x98), kana=True),
    "ko": _cost_of_characters(_KO, "euc_kr", range(0xB0, 0xC9), kana=False),
}
_EAST_ASIAN = ("zh-Hans", "zh-Hant", "ja", "ko")


def _languages_by_letter() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, letters in _LETTERS.items():
        for letter in {*letters, *letters.upper()}:
            found.setdefault(letter, set()).add(name)
    return found


_SPOKEN = _languages_by_letter()
"""The languages that write each letter."""
