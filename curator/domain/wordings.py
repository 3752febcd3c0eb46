"""Wordings: a fact's value in a few words, for lists, labels and tables."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from curator.domain import units
from curator.domain.facts import Approximation, Fact, FactKind

_BOUNDS = {
    Approximation.EXACT: "",
    Approximation.ABOUT: "about ",
    Approximation.UP_TO: "up to ",
    Approximation.AT_LEAST: "at least ",
    Approximation.OVER: "over ",
    Approximation.UNDER: "under ",
    Approximation.BY: "by ",
    Approximation.BEFORE: "before ",
    Approximation.SINCE: "since ",
}
_LONGEST = 30


def value_words(fact: Fact) -> str:
    """The value with its bound and unit: "up to 100 000 000 000 USD", "by 2030-12-31", "Nvidia".

    "before" names the first day that is not meant any more.
    """
    if fact.kind is FactKind.COMPANY:
        return fact.name or fact.quote
    amount = _written(fact.value) if fact.value is not None else _range(fact)
    unit = f" {fact.unit}" if fact.unit and fact.kind is not FactKind.DATE else ""
    return f"{_BOUNDS[fact.approximation]}{amount}{unit}"


def brief_words(fact: Fact) -> str:
    """The value as a label has room for it: "up to $100 bn", "over 5 GW", "12.5 %"."""
    if fact.value is None or fact.kind is FactKind.DATE:
        return value_words(fact)
    short = units.scaled(fact.value)
    amount = f"{grouped(short[0])} {short[1]}" if short else grouped(fact.value)
    sign = units.CURRENCIES.get(fact.unit or "") if fact.kind is FactKind.MONEY else None
    written = f"{sign}{amount}" if sign else f"{amount} {unit_words(fact)}".rstrip()
    return f"{_BOUNDS[fact.approximation]}{written}"


def unit_words(fact: Fact) -> str:
    """The unit as it stands behind the amount: "USD", "MW", "barrels"; nothing for a bare number."""
    amount = fact.value if fact.value is not None else fact.high
    if fact.kind is FactKind.MONEY or not isinstance(amount, Decimal):
        return units.symbol(fact.unit)
    return units.symbol(fact.unit, amount)


def _range(fact: Fact) -> str:
    low, high = _written(fact.low), _written(_end(fact))
    if low == high or not (low and high):
        return low or high or fact.quote
    return f"{low} – {high}"


def _end(fact: Fact) -> Decimal | date | None:
    if isinstance(fact.high, date) and fact.approximation is Approximation.BEFORE and fact.high < date.max:
        return fact.high + timedelta(days=1)
    return fact.high


def _written(value: Decimal | date | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else grouped(value)


def grouped(value: Decimal) -> str:
    """The number with its thousands apart and no zeros after the decimals: "100 000", "12.5"."""
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return f"{value:.3E}" if value.is_finite() else str(value)
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return format(Decimal(plain), ",f").replace(",", " ")
