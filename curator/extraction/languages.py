"""Which language a line is in: by its script, its most frequent words and its letters."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from functools import cache

from curator.extraction.lexicon import languages as tabled
from curator.extraction.memories import Memory
from curator.extraction.twin_languages import TWINS
from curator.paths import resource

EAST_ASIAN = frozenset({"zh", "ja", "ko"})
"""Languages written without spaces between words, or with others."""
ROMANCE = frozenset({"fr", "it", "es", "pt", "ca", "gl", "ro"})

_ONLY_CHINESE = (
    "们这说对时问为还动长开关发总经务产业东车书买卖亿众优传伤仅亲历压厅县双变启员响团园围场块处备夺奖妇"
    "审专层属岁岛币师帮库废异张强归态户执扩护报担拥择损据摄敌数断无显术杀杂权极构标树样检楼欢残气汉济"
    "测润涨湾灭灵灾爱状独环现电监盘矿确离种积称稳笔签简类红约级纪纯纳线组细织终结给络统继续维综缓编缩"
    "网罗罚联胜脑节药获营补装见观规视览计订认讨让训议记许论设访证评识诉词译试话该详语误请诸读课调谁谈负"
    "财责败货质购贸费资赛赶转轮软较载输边达过运进远违连适选释针钟钢钱铁银销锁错镇门间闻队阳阶际陆险随"
    "韩页项顺顾领频题风飞马验鱼齐龙說會發經濟廣數據與幣噸灣臺學國價佔實戰變區關總營從來將兩單嚴應當處號圖團"
)
"""Signs that Japanese writes otherwise, in simplified or traditional form."""
_ONLY_JAPANESE = (
    "円売価増実対発駅戦総営続経済検険験広辺図応帰単厳拡拝挙択沢浜焼獣絵縄聴脳薬覚観訳譲転軽鉄銭録関隣霊黒"
    "斉歯齢労権毎気渇満証県払込"
)
"""Signs that Chinese writes otherwise."""
_SCRIPTS = (
    ("\u3041-\u30ff", "ja"),
    ("\uac00-\ud7af", "ko"),
    (_ONLY_CHINESE, "zh"),
    (_ONLY_JAPANESE, "ja"),
    ("\u4e00-\u9fff", "zh ja"),
    ("\u0370-\u03ff\u1f00-\u1fff", "el"),
    ("\u0e00-\u0e7f", "th"),
    ("\u0590-\u05ff", "he"),
    ("\u0600-\u06ff", "ar fa ur"),
    ("\u0900-\u0963\u0966-\u097f", "hi mr ne"),
    ("\u0980-\u09ff", "bn"),
    ("\u0b80-\u0bff", "ta"),
    ("\u0c00-\u0c7f", "te"),
    ("\u1200-\u137f", "am"),
    ("\u10a0-\u10ff", "ka"),
    ("\u0530-\u058f", "hy"),
    ("\u1780-\u17ff", "km"),
)
"""Scripts, those that decide a line first, with the languages that they leave."""
_OF_SCRIPT = tuple((re.compile(f"[{letters}]"), tuple(left.split())) for letters, left in _SCRIPTS)
_BEYOND_CYRILLIC = re.compile(f"[{''.join(letters for letters, _ in _SCRIPTS)}]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_IN_CYRILLIC = tuple("ru uk bg sr mk be kk mn".split())
_BEYOND_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u3041-\ud7af]")
_LETTERS = tuple(
    (letter, language)
    for language, letters in {
        "ru": "ыэё",
        "uk": "їєґ",
        "sr": "ђћџјљњ",
        "mk": "ѓќѕ",
        "be": "ў",
        "kk": "қңұә",
        "cs": "ůěř",
        "sk": "ľĺŕô",
        "pl": "łżąęśźć",
        "hu": "őű",
        "ro": "țșăţş",
        "tr": "ğış",
        "de": "ß",
        "es": "ñ¿",
        "pt": "ãõ",
        "lv": "āēīķļņ",
        "lt": "ėųū",
        "vi": "ơưđ",
        "fi": "",
        "et": "õ",
        "az": "ə",
        "sq": "ë",
        "is": "ðþ",
    }.items()
    for letter in letters
)
_AS_CROATIAN = frozenset({"sr", "bs"})
"""Languages whose Latin script has the frequent words of Croatian."""
_FROM_LETTERS = 12
HINT = 0.1
"""What the script alone says for each of its languages."""
_GIVEN, _AROUND = 60.0, 20.0
"""What the language given, or that of the rest of the text, counts for; a frequent word has 10 to 45."""


@cache
def _languages() -> tuple[str, ...]:
    """The languages that words or letters speak for."""
    return tuple(sorted({*_frequent_words(), *(language for _, language in _LETTERS)}))


@cache
def _frequent_words() -> dict[str, dict[str, str]]:
    """By language and 10·log10 of the frequency over one in a million: the words of that frequency."""
    found: dict[str, dict[str, str]] = json.loads(resource("lexicon", "frequent.json").read_text("utf-8"))
    return found


Votes = int
"""Votes for all languages in one number, so that they are added at once: 32 bits for each language."""
_BITS, _BYTES = 32, 4


@cache
def _weights() -> Memory[Votes]:
    """What words as written speak for."""
    known: dict[str, Votes] = {}
    for place, language in enumerate(_languages()):
        for weight, words in _frequent_words().get(language, {}).items():
            votes = int(weight) << (_BITS * place)
            for word in words.split():
                known[word] = known.get(word, 0) + votes
    return Memory(lambda word: known.get(word.lower(), 0))


def is_frequent(word: str) -> bool:
    """Whether the word, in any case, is one of the most frequent ones of a language."""
    return _weights()[word] > 0


@cache
def _of_letters() -> tuple[tuple[str, Votes], ...]:
    return tuple((letter, _FROM_LETTERS << (_BITS * _places()[language])) for letter, language in _LETTERS)


def votes(words: Iterable[str], line: str) -> Votes:
    """How much a line speaks for each language by its letters and its words, each once (naive Bayes)."""
    found = sum(map(_weights().__getitem__, frozenset(words)))
    if not line.isascii():
        found += sum(weight for letter, weight in _of_letters() if letter in line)
    return found


def counted(votes: Votes) -> dict[str, float]:
    """The votes by language, for those that have any."""
    if not votes:
        return {}
    names = _languages()
    counts = memoryview(votes.to_bytes(_BYTES * len(names), sys.byteorder)).cast("I")
    return {language: float(count) for language, count in zip(names, counts, strict=True) if count}


def of_script(line: str) -> tuple[str, ...]:
    """The languages that the line's script leaves, () for Latin script."""
    if line.isascii() or not _BEYOND_LATIN.search(line):
        return ()
    if not _BEYOND_CYRILLIC.search(line):
        return _IN_CYRILLIC if _CYRILLIC.search(line) else ()
    return next(found for pattern, found in _OF_SCRIPT if pattern.search(line))


def of_line(votes: Votes, script: tuple[str, ...], expected: str, *, given: bool) -> str:
    """The language of a line by its votes and script; the `expected` one where they say little."""
    found = _of_line(votes, script, expected, given=given)
    return expected if {found, expected} == TWINS else found


def _of_line(votes: Votes, script: tuple[str, ...], expected: str, *, given: bool) -> str:
    places = _places()
    if given and expected in _uncounted() and (not script or expected in script):
        return expected
    if expected in places and (not script or expected in script):
        counts = memoryview(votes.to_bytes(_BYTES * len(places), sys.byteorder)).cast("I")
        if counts[places[expected]] + (_GIVEN if given else _AROUND) > max(counts):
            return expected
    return best(counted(votes) or dict.fromkeys(script, HINT), script, expected, given=given)


@cache
def _uncounted() -> frozenset[str]:
    """Languages that there are tables for, but no frequencies of words to tell them by."""
    words = _frequent_words()
    return frozenset(each for each in tabled() if len(words.get(each, ())) <= 2) - EAST_ASIAN


@cache
def _places() -> dict[str, int]:
    return {language: place for place, language in enumerate(_languages())}


def best(counts: dict[str, float], among: tuple[str, ...], expected: str, *, given: bool = False) -> str:
    """The language with most votes; the `expected` one wins where the words say little."""
    if among:
        counts = {language: count for language, count in counts.items() if language in among}
    if expected in _AS_CROATIAN and "hr" in counts:
        counts = {**counts, expected: max(counts.get(expected, 0.0), counts["hr"])}
    weighted = dict(counts)
    if expected and (not among or expected in among):
        weighted[expected] = weighted.get(expected, 0.0) + (_GIVEN if given else _AROUND)
    if not weighted:
        return among[0] if among else expected
    return max(weighted, key=weighted.__getitem__)


def is_clear(counts: dict[str, float]) -> bool:
    """Whether the votes of a whole text leave one language far ahead."""
    first, second = [*sorted(counts.values(), reverse=True), 0.0, 0.0][:2]
    return first - second >= _CLEAR


def contenders(counts: dict[str, float], script: tuple[str, ...]) -> list[str]:
    """The languages that a text of few votes may be in: the foremost and those near them, or all."""
    ranked = sorted(counts, key=lambda language: -counts[language])[:_FOREMOST]
    if script:
        return [language for language in script if language in _READ_WELL or language in ranked]
    if not ranked or counts[ranked[0]] < _FEW:
        return [*_READ_WELL]
    near = [other for group in _NEAR if set(ranked[:2]) & set(group) for other in group]
    return list(dict.fromkeys([*ranked, *near]))


_CLEAR, _FEW = 40.0, 60.0
_FOREMOST = 5
_NEAR = tuple(
    tuple(group.split())
    for group in "da nb sv|cs sk sl pl|hr sr sl|ru uk bg sr|es pt it fr ro|de nl da|fi|hu|tr".split("|")
)
_READ_WELL = tuple("en de fr es pt it nl sv nb da fi pl cs sk hu ro bg hr sl sr uk ru el tr zh ja ko".split())
"""The first-class languages."""
