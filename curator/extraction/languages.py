"""Which language a line is in: by its script, its most frequent words and its letters."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from curator.paths import resource

_SCRIPTS = (
    (re.compile("[\u3041-\u30ff]"), ("ja",)),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
    (re.compile("[\u4e00-\u9fff]"), ("zh", "ja")),
    (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), ("el",)),
    (re.compile("[\u0e00-\u0e7f]"), ("th",)),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\u0600-\u06ff]"), ("ar", "fa", "ur")),
    (re.compile("[\u0900-\u097f]"), ("hi", "mr", "ne")),
    (re.compile("[\u0980-\u09ff]"), ("bn",)),
    (re.compile("[\u0b80-\u0bff]"), ("ta",)),
    (re.compile("[\u10a0-\u10ff]"), ("ka",)),
    (re.compile("[\u0530-\u058f]"), ("hy",)),
    (re.compile("[\u1780-\u17ff]"), ("km",)),
    (re.compile("[\u0400-\u04ff]"), ("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn")),
)
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
        "et": "",
    }.items()
    for letter in letters
)
_AS_CROATIAN = frozenset({"sr", "bs"})
"""Languages whose Latin script has the frequent words of Croatian."""
_FROM_LETTERS = 12.0
_GIVEN, _AROUND = 60.0, 20.0
"""What the language given, or that of the rest of the text, counts for; a frequent word has 10 to 45."""


@cache
def _frequent_words() -> dict[str, dict[str, float]]:
    """Frequent words with the languages that use them: 10·log10 of the frequency over one in a million."""
    found: dict[str, dict[str, float]] = json.loads(resource("lexicon", "frequent.json").read_text("utf-8"))
    return found


def votes(words: Sequence[str], line: str) -> dict[str, float]:
    """How much the words and letters of a line speak for each language (a naive Bayes score)."""
    known = _frequent_words()
    found: defaultdict[str, float] = defaultdict(float)
    for word in words:
        if word in known:
            for language, weight in known[word].items():
                found[language] += weight
    if not line.isascii():
        for letter, language in _LETTERS:
            if letter in line:
                found[language] += _FROM_LETTERS
    return dict(found)


def of_script(line: str) -> tuple[str, ...]:
    """The languages that the line's script leaves, () for Latin script."""
    if line.isascii() or not _BEYOND_LATIN.search(line):
        return ()
    for pattern, found in _SCRIPTS:
        if pattern.search(line):
            return found
    return ()


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
        return [language for language in script if language in _READ_WELL]
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
"""The languages with an overlay."""
