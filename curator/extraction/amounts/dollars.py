"""Whose dollars, or pesos, are meant by a bare "$" and by words that name no country."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from curator.domain.facts import Fact, FactKind
from curator.extraction.amounts.homes import Home, home
from curator.extraction.amounts.money import AMBIGUOUS
from curator.extraction.lexicon import shared_currencies, table
from curator.extraction.readings import Reading

OF_HOME, DOUBTFUL = "money.symbol.home", "money.symbol.doubtful"
"""The rules of a bare sign that is money of the text's country, and of one that may be."""
_OF_HOME, _DOUBTFUL = 0.9, 0.6
_OTHERS = frozenset({"AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})
_WORDS = re.compile(r".*(?<![^\W\d_])(?:dollars?|cents?)\Z", re.DOTALL)
_PESOS = re.compile(r".*(?<![^\W\d_])(?:pesos?|centavos?)\Z", re.DOTALL)
_MARKED = re.compile(r"(?:US|U\.S\.) ?\$|[^\W\d_]\$|\$[A-Za-z]")
_AMERICAN = re.compile(r"\$|¢|US|U\.S|[Aa]m[eé]ric")
_TURNED = re.compile(r"\s?\((?:\w+\s){0,2}")
"""What stands between a sum and what it comes to in dollars: "C$410 million (about $300 million)"."""
_SURE, _SURE_BESIDE_AMERICAN, _SURE_OF_MARKED = 5, 2, 7
"""What has to speak for a country, and where the text marks America's dollars as such, or its own."""
_DOUBTED = 2
_PESO = "MXN"


class _Signs(NamedTuple):
    """What a text tells of its dollars: whether it marks America's, and whose signs it writes ("C$")."""

    american: bool
    marked: frozenset[str]


def of_the_text(facts: list[Fact], reading: Reading) -> list[Fact]:
    """The facts with bare signs and words read as the money of the country that the text was written in.

    Only a country counts in whose press the sign is its own money's ("dollar_signs" of a language's overlay):
    an English text from Buenos Aires means dollars, a Spanish one pesos. A text that gives sums of its own
    ("C$5m") in America's dollars behind them means those by the bare sign, as agencies do.
    """
    money = [fact for fact in facts if fact.kind is FactKind.MONEY]
    if not any(_is_open(fact) for fact in money):
        return facts
    told = [fact for fact in money if not _is_open(fact)]
    signs = _Signs(
        american=any(fact.unit == "USD" for fact in told),
        marked=frozenset(fact.unit or "" for fact in told if "$" in fact.quote),
    )
    homes: dict[str, Home] = {}
    found: list[Fact] = []
    for fact in facts:
        if fact.kind is not FactKind.MONEY or not _is_open(fact):
            found.append(fact)
            continue
        language = reading.lexicons[max(0, bisect_right(reading.starts, fact.start) - 1)].language
        if language not in homes:
            homes[language] = _home(reading, language, money)
        found.append(_at_home(fact, homes[language], signs))
    return _of_the_one_other(found, money)


def _home(reading: Reading, language: str, money: list[Fact]) -> Home:
    """The country whose press a text is of; the United States where it turns sums into dollars."""
    at = home(reading, frozenset(table(language).get("dollar_signs", "").split()))
    unit = shared_currencies()["$"].get(at.country)
    for before, fact in pairwise(sorted(money, key=_start)):
        turned = _TURNED.fullmatch(reading.text, before.end, fact.start) is not None
        if turned and before.unit == unit and not _is_open(before) and _is_open(fact):
            return Home("US", at.weight)
    return at


def _start(fact: Fact) -> int:
    return fact.start


def _is_open(fact: Fact) -> bool:
    """Whether the words of an amount leave open whose money it is."""
    if fact.unit not in {"USD", _PESO}:
        return False
    if fact.rule == AMBIGUOUS:
        return _MARKED.search(fact.quote) is None  # "$5 million and US$3 million": the rule of both
    named = _WORDS.match(fact.quote) or _PESOS.match(fact.quote)
    return named is not None and _AMERICAN.search(fact.quote) is None


def _at_home(fact: Fact, at: Home, signs: _Signs) -> Fact:
    """An open amount in the money of a country, if enough speaks for it; a doubtful one if something does."""
    is_sign, is_peso = fact.rule == AMBIGUOUS, _PESOS.match(fact.quote) is not None
    unit = shared_currencies()["$"].get(at.country)
    if unit is None or unit == fact.unit:
        return _doubtful(fact) if is_sign and "USD" in signs.marked else fact
    if not is_sign and is_peso is not (at.country in shared_currencies()["peso"]):
        return fact
    marked = unit in signs.marked and not signs.american
    least = _SURE_BESIDE_AMERICAN if signs.american or is_peso else _SURE_OF_MARKED if marked else _SURE
    if at.weight >= least:
        changed = replace(fact, unit=unit)
        if not is_sign:
            return changed
        return _doubtful(changed) if marked else replace(changed, rule=OF_HOME, confidence=_OF_HOME)
    return _doubtful(fact) if is_sign and at.weight >= _DOUBTED else fact


def _doubtful(fact: Fact) -> Fact:
    return replace(fact, rule=DOUBTFUL, confidence=_DOUBTFUL)


def _of_the_one_other(facts: list[Fact], money: list[Fact]) -> list[Fact]:
    """The facts with words for dollars and cents read as the one other country's that the text names.

    A text that also writes a plain "$", US$ or American dollars keeps them apart: nothing is changed.
    """
    others = {fact.unit for fact in money if fact.unit in _OTHERS}
    american = [fact for fact in facts if fact.kind is FactKind.MONEY and fact.unit == "USD"]
    if len(others) != 1 or any(_AMERICAN.search(fact.quote) for fact in american):
        return facts
    unit = others.pop()
    return [
        replace(fact, unit=unit) if fact.unit == "USD" and _WORDS.match(fact.quote) else fact
        for fact in facts
    ]
