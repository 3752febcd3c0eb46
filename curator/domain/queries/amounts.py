"""Amounts in queries, as the facts that are meant have them: "1e9usd", "€5m", "300 MW", "20%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from curator.domain.facts import FactKind
from curator.domain.units import CURRENCIES, SYMBOLS

_AMOUNT = re.compile(
    r"(?P<sign>[^\d\s.,+-]*)\s*"
    r"(?P<number>[+-]?\d(?:[\d_ ]|,(?=\d{3}))*(?:\.\d+)?(?:e\d{1,2})?)\s*(?P<words>.*)",
    re.IGNORECASE,
)
_SCALED = re.compile(r"(?P<scale>k|m|mn|b|bn|tn)(?P<unit>[a-z]{3}|[^\w%])", re.IGNORECASE)
"""Matches a scale that a currency stands right behind, as in "5mEUR"."""
_SCALES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "millions": 6,
    "b": 9, "bn": 9, "billion": 9, "billions": 9, "mrd": 9, "tn": 12, "trillion": 12, "trillions": 12,
}  # fmt: skip
_PREFIXES = {
    "nano": -9, "micro": -6, "milli": -3, "centi": -2, "deci": -1, "hecto": 2,
    "kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18, "zetta": 21, "": 0,
}  # fmt: skip
"""Powers of ten (SI Brochure, 9th edition, table 7)."""
_SIGNS = {sign.casefold(): code for code, sign in CURRENCIES.items()}
_BY_SYMBOL = {symbol: name for name, symbol in reversed(SYMBOLS.items())}
_BY_LOW_SYMBOL = {symbol.casefold(): name for symbol, name in reversed(_BY_SYMBOL.items())}


@dataclass(frozen=True, slots=True)
class Amount:
    """What a query asks of facts: their kind, their unit (None: any), and a size."""

    kind: FactKind
    unit: str | None
    value: Decimal


def amounts(text: str) -> tuple[Amount, ...]:
    """What an amount means, in each unit that measures the same; nothing if it is not understood.

    Without a unit it is money of any currency: "5bn". Units are ISO 4217 codes and well-known signs,
    symbols and English names ("MW", "megawatts"), and "%".
    """
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        return ()
    value = Decimal(re.sub("[ _,]", "", match["number"]))
    power, unit = _scaled(match["words"].strip())
    return tuple(_in_units(f"{match['sign']}{unit}", value.scaleb(power)))


def _scaled(words: str) -> tuple[int, str]:
    """The power of ten that the words behind a number name, and their unit."""
    scale, _, unit = words.partition(" ")
    if scale.casefold() in _SCALES:
        return _SCALES[scale.casefold()], unit.strip()
    glued = None if words.casefold() in _BY_LOW_SYMBOL else _SCALED.fullmatch(words)
    return (_SCALES[glued["scale"].casefold()], glued["unit"]) if glued else (0, words)


def _in_units(unit: str, value: Decimal) -> Iterator[Amount]:
    code = _SIGNS.get(unit.casefold(), unit.upper())
    if unit == "%":
        yield Amount(FactKind.PERCENT, "%", value)
    elif unit and (name := _BY_SYMBOL.get(unit) or _BY_LOW_SYMBOL.get(unit.casefold())):
        for other, power in _family(name):
            yield Amount(FactKind.QUANTITY, other, value.scaleb(-power))
    elif not unit or (len(code) == 3 and code.isascii() and code.isalpha()):
        yield Amount(FactKind.MONEY, code or None, value)
    elif all(part.isalpha() for part in re.split("[ -]", unit)):
        for other, power in _named(unit):
            yield Amount(FactKind.QUANTITY, other, value.scaleb(-power))


def _named(unit: str) -> Iterator[tuple[str, int]]:
    """The units that a name in the singular or plural may mean, as facts write them: "barrels", "GPUs"."""
    singular = unit.removesuffix("s")
    singular = "ton" if singular.casefold() == "tonne" else singular
    yield from _family(singular.casefold())
    yield from ((name, 0) for name in {unit, singular, unit.casefold()} - {singular.casefold()})


def _family(name: str) -> Iterator[tuple[str, int]]:
    """The units that differ from one by a power of ten, and by which; the unit itself first."""
    yield name, 0
    for prefix, power in _PREFIXES.items():
        base = name.removeprefix(prefix)
        if base in SYMBOLS and name.startswith(prefix):
            others = ((f"{other}{base}", n - power) for other, n in _PREFIXES.items())
            yield from ((unit, n) for unit, n in others if unit in SYMBOLS and unit != name)
            return
