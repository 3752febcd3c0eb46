"""Shares counted out: "three in five", "tres de cada diez", "deux habitants sur trois"."""

from __future__ import annotations

import re

from curator.extraction.rewriting.rewritten_items import Rewriting, rule

_ENGLISH = "one two three four five six seven eight nine ten".split()
_NUMBERS = {
    "en": _ENGLISH,
    "fr": "un deux trois quatre cinq six sept huit neuf dix".split(),
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez".split(),
    "pt": "um dois três quatro cinco seis sete oito nove dez".split(),
    "it": "uno due tre quattro cinque sei sette otto nove dieci".split(),
}
_FEMININE = {"une": 1, "una": 1, "uma": 1, "duas": 2}
_VALUES = {word: at for words in _NUMBERS.values() for at, word in enumerate(words, 1)} | _FEMININE
_HUNDRED = 100
_NO_WHOLES = r"and|[ap]\.?m\b|matches|games|tries|shots|matchs|tirs|mètres|partidos|gare|partite"
"""What follows two numbers of which the first is no share."""
_MEASURES = frozenset("UTSXCcPKyY")


def _share(work: Rewriting, match: re.Match[str]) -> None:
    """One item for some out of more; "one in five" is a way to say how common something is."""
    first, last = work.span(match, "all")
    above, below = _value(match["above"]), _value(match["below"])
    if first is None or not 1 < above < below <= _HUNDRED or work.language(first) not in _NUMBERS:
        return
    measured = _MEASURES.intersection(work.reading.amounts[first : last + 1])
    if measured or "M" in work.reading.dates[first:last]:
        return  # four in six weeks, "le 4 mai sur 10 sites"
    share = f"{above}/{below}"
    work.merge(first, last, {"fraction": share, "share": share}, "f")


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else _VALUES[written.casefold()]


def _pattern(language: str, link: str, noun: str = "") -> str:
    words = [*_NUMBERS[language], *(_FEMININE if language != "en" else ())]
    number = rf"(?:{'|'.join(words)}|\d{{1,2}})"
    return (
        rf"(?<![\w.,%$€£/-])(?P<all>(?i:(?P<above>{number}){noun} {link} (?P<below>{number}|100)))"
        rf"(?![\w%€/-]|[.,:]\d| (?:{_NO_WHOLES}))"
    )


_GATE = rf"(?i:(?:\d|{'|'.join(_ENGLISH)}) (?:in|out of) )"
_NOUN = r"(?: [^\W\d]+)?"
RULES = (
    rule(_GATE, _pattern("en", "(?:in|out of)(?: every)?"), _share),
    rule(" sur ", _pattern("fr", "sur", _NOUN), _share),
    rule(" de cada ", _pattern("es", "de cada"), _share),
    rule(" em cada ", _pattern("pt", "em cada"), _share),
    rule(" su ", _pattern("it", "su", _NOUN), _share),
)
"""Rules of shares, one a language."""
