"""Money: currency by symbol, code, name or nationality; subunits; amounts in two parts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from curator.domain.facts import Fact, FactKind
from curator.extraction.amounts.facts import Rule, amount
from curator.extraction.amounts.grammar import Measured
from curator.extraction.lexicon import shared_currencies
from curator.extraction.readings import Reading

LETTERS = frozenset("CKYyck")
_ALSO_WORDS = frozenset({"分", "角", "毛"})
"""十分 is "very", not ten fen."""
_BINARY = "二元"
_NO_NAMES = frozenset({"EUR", "USD", "TRY", "RUB", "UAH", "JPY", "CNY"})
"""Currencies whose words are nobody's name, and stand with a capital in headlines."""
_REACH = 150
_NO_CENTS = 100_000
"""Amounts from here on are not told to the cent in words."""
_OF_NAMES = frozenset({"de", "van", "der", "den", "von"})
_LINKS = frozenset({"", ",", "con", "mit", "with", "e"})
_KINDS = ("code", "symbol", "currency", "subunit", "letter_sign")
_SCREENS = frozenset({"360", "480", "720", "1080", "1440", "2160"})
_ACRONYMS = frozenset({"AMD", "NIO", "PHP", "MAD", "BOB", "PEN", "SAR", "BAM", "GEL"})
_MAKERS = frozenset({"AMD", "NIO"})
_LEAST = 20
_OCTANES = range(86, 103)
"""Numbers that make RON the research octane number of a petrol, where nobody pays in lei."""
_SESSIONS = 60
"""Numbers up to which COP is a conference of the parties ("COP 28"), no Colombian peso."""
SUBUNIT = "money.subunit"
AMBIGUOUS = "money.symbol.ambiguous"
_SURE, _NAMED, _AMBIGUOUS = 0.98, 0.96, 0.85
_AMBIGUOUS_SIGNS = frozenset({"$", "¥", "￥", "kr", "kr.", "£", "元"})


def money(reading: Reading, found: Measured) -> Fact | None:
    """The fact of a number measured in a currency, None for what only looks like one."""
    unit, ratio = _currency(reading, found.measure)
    other = found.other_measure
    if other is not None and _is_ambiguous(reading, found.measure) and not _is_ambiguous(reading, other):
        unit = _currency(reading, other)[0]
    if unit is None or _is_clause_of_one(reading, found) or _is_name(reading, found, unit):
        return None
    if found.letter == "K" and (_is_acronym(reading, found, unit) or _is_rate(reading, found)):
        return None
    if reading.dates[found.first : found.last] == ["Y", "-"] and reading.tight(found.last):
        return None  # in 2019-kroner: at the prices of that year
    head = reading.term(found.measure, "shared")
    unit = unit if head is None else _of_country(reading, found.measure, head) or unit
    rule = _rule(reading, found)
    return amount(reading, found, kind=FactKind.MONEY, unit=unit, rule=rule, factor=1 / ratio)


def joined(facts: list[Fact], text: str, linked: frozenset[str]) -> list[Fact]:
    """The facts with compound amounts made one: "5 dollars and 20 cents"."""
    result: list[Fact] = []
    for fact in facts:
        last = result[-1] if result else None
        if last is not None and _continues(last, fact, text, linked):
            assert last.value is not None
            assert fact.value is not None
            share = fact.value
            result[-1] = replace(
                last,
                end=fact.end,
                quote=text[last.start : fact.end],
                value=last.value + share,
                rule="money.compound",
            )
        else:
            result.append(fact)
    return result


def _continues(last: Fact, fact: Fact, text: str, linked: frozenset[str]) -> bool:
    if fact.rule != SUBUNIT or last.kind is not FactKind.MONEY or last.rule == SUBUNIT:
        return False
    if last.value is None or fact.value is None or fact.value >= 1 or last.value != int(last.value):
        return False
    if last.value >= _NO_CENTS:
        return False
    if "euro" in fact.quote.casefold() and last.unit != "EUR":
        return False
    between = text[last.end : fact.start].strip().casefold()
    return len(text[last.end : fact.start]) < 8 and (between in _LINKS or between in linked)


def _is_acronym(reading: Reading, found: Measured, unit: str) -> bool:
    """Whether a code before plain digits is something else: COP 28, AMD 7900, PHP 8, NIO 2023."""
    if found.measure != found.first or found.value is None:
        return False
    if unit == "COP":
        return found.value <= _SESSIONS
    if unit == "RON" and reading.lexicons[found.measure].language != "ro":
        return found.value in _OCTANES and reading.amounts[found.measure + 1] == "N"
    if unit not in _ACRONYMS or reading.amounts[found.first + 1 : found.last + 1] != ["N"]:
        return False
    return unit in _MAKERS or found.value < _LEAST or reading.dates[found.last] == "Y"


def _is_rate(reading: Reading, found: Measured) -> bool:
    """Whether the code ends a pair of currencies, whose rate the number is: "EUR/USD 1.0921"."""
    pair = found.measure - 2
    if found.measure != found.first or pair < 0 or reading.amounts[pair : pair + 2] != ["K", "/"]:
        return False
    return reading.tight(pair + 1) and reading.tight(found.measure)


def _currency(reading: Reading, item: int) -> tuple[str | None, Decimal]:
    for kind in _KINDS:
        said = reading.term(item, kind)
        if said is not None:
            unit, _, ratio = said.partition("/")
            return unit, Decimal(ratio or 1)
    return None, Decimal(1)


def _is_name(reading: Reading, found: Measured, unit: str) -> bool:
    """Whether capitals make the word a name ("12 Marek Hamšík"); German writes all nouns with them."""
    written = reading.written(found.measure)
    if found.letter == "c":
        return written == "Cent" and found.value != 1 and not reading.writes(found.measure, "capital_nouns")
    if found.letter != "C" or not written[0].isupper() or written.isupper() or " " in written:
        return False
    if reading.writes(found.measure, "capital_nouns"):
        return False
    after = found.measure + 1
    following = reading.written(after) if after < len(reading.nodes) else "."
    goes_on = following[0].isupper() or following in _OF_NAMES
    digits = reading.amounts[found.first : found.measure] == ["N"]
    return digits and (unit == "DEM" or (goes_on and unit not in _NO_NAMES))


def _of_country(reading: Reading, item: int, head: str) -> str | None:
    """The currency of the country named nearest, before the amount in its sentence, else in the text."""
    by_country = shared_currencies().get(head, {})
    reach = [
        *range(item - 1, max(-1, item - _REACH), -1),
        *range(item + 1, min(len(reading.nodes), item + _REACH)),
    ]
    for at in reach:
        country = reading.term(at, "nation")
        if country in by_country:
            return by_country[country]
    return None


def _is_ambiguous(reading: Reading, item: int) -> bool:
    """Whether several countries use the sign."""
    return reading.written(item).casefold() in _AMBIGUOUS_SIGNS


def _rule(reading: Reading, found: Measured) -> Rule:
    sign = reading.written(found.measure)
    if found.letter == "c":
        return Rule(SUBUNIT, _AMBIGUOUS)
    if sign in _AMBIGUOUS_SIGNS and found.other_measure is None:
        return Rule(AMBIGUOUS, 0.93)
    if found.letter in "Yyk":
        return Rule("money.symbol", _SURE)
    if found.letter == "K":
        return Rule("money.code", _SURE)
    return Rule("money.spelled", 0.9) if found.spelled else Rule("money.name", _NAMED)


def _is_clause_of_one(reading: Reading, found: Measured) -> bool:
    """Whether the number is an article before what may be a weight ("a pound of")."""
    if found.letter == "c" and found.spelled and reading.written(found.measure) in _ALSO_WORDS:
        return True
    if found.spelled and found.value == 1 and reading.says(found.measure, "also_words"):
        return True  # "un sol disc": a single one
    if found.spelled and reading.text.endswith(_BINARY, 0, reading.ends[found.measure]):
        return True
    if reading.written(found.measure) == "p":
        tight = reading.tight(found.measure) and reading.writes(found.measure, "pence")
        if not tight or reading.written(found.first) in _SCREENS:
            return True  # 5 p.m., 1080p
    only = reading.amounts[found.first : found.measure] == ["a"]
    return only and reading.term(found.measure, "unit") is not None
