"""Agreements: when two facts state the same value, and when one contradicts the other."""

from __future__ import annotations

from decimal import Decimal

from curator.domain.facts import Approximation, Fact, FactKind, Precision

NEAR_ENOUGH = Decimal("0.025")
"""How far apart rounding may take two values that are written exactly, as a share of the larger."""

ABOUT_ENOUGH = Decimal("0.05")
"""The same where one of them is approximate by its own words."""

FURTHEST = 5
"""By what factor two values of one thing may differ; what is further apart is about something else."""

_ABOVE = frozenset({Approximation.UP_TO, Approximation.UNDER, Approximation.BY, Approximation.BEFORE})
_BELOW = frozenset({Approximation.AT_LEAST, Approximation.OVER, Approximation.SINCE})
_UNTIL = frozenset({Approximation.BY, Approximation.BEFORE})
_COARSE = frozenset({Precision.YEAR, Precision.DECADE})
_LONGEST = 25
_LARGE = 1000


def agree(one: Fact, other: Fact) -> bool:
    """Whether two facts state the same: value within the rounding of what is written, unit, and bound.

    A bound above ("up to") agrees with none or with another bound above, not with one below. Dates
    agree if they mean the same days at the same precision, or are both ends ("by", "before") on one day.
    """
    if one.kind is not other.kind or one.unit != other.unit or one.kind is FactKind.COMPANY:
        return False
    if bound(one) * bound(other) < 0:
        return False
    if one.kind is FactKind.DATE:
        return _same_days(one, other)
    if one.value is not None and other.value is not None:
        return _close(one, one.value, other, other.value)
    return _same_range(one, other)


def bound(fact: Fact) -> int:
    """On which side the words bound the value: 1 above, -1 below, 0 neither."""
    return (fact.approximation in _ABOVE) - (fact.approximation in _BELOW)


def _same_days(one: Fact, other: Fact) -> bool:
    if one.approximation in _UNTIL and other.approximation in _UNTIL:
        return one.high is not None and one.high == other.high
    if one.low is None and one.high is None:
        return False
    return (one.low, one.high, one.precision) == (other.low, other.high, other.precision)


def _same_range(one: Fact, other: Fact) -> bool:
    ends = ((one.low, other.low), (one.high, other.high))
    if one.value is not None or other.value is not None or all(a is None for a, _ in ends):
        return False
    return all(
        (a is None and b is None)
        or (isinstance(a, Decimal) and isinstance(b, Decimal) and _close(one, a, other, b))
        for a, b in ends
    )


def _close(one: Fact, a: Decimal, other: Fact, b: Decimal) -> bool:
    """Whether one of two values may be the other, rounded as it is written."""
    if a == b:
        return True
    if not (a.is_finite() and b.is_finite()):
        return False
    about = Approximation.ABOUT in (one.approximation, other.approximation)
    most = (ABOUT_ENOUGH if about else NEAR_ENOUGH) * max(abs(a), abs(b))
    return abs(a - b) <= min(most, max(rounding(one, a), rounding(other, b)))


def rounding(fact: Fact, value: Decimal) -> Decimal:
    """By how much a value may have been rounded: half of its last digit written ("2.2 bn": 50 million).

    Zeros at the end count as digits, except in what is said to be about so much, or in words.
    """
    if not value.is_finite() or not value:
        return Decimal(0)
    step = None if fact.approximation is Approximation.ABOUT else _written_step(fact.quote, value)
    if step is None:
        step = Decimal(1).scaleb(_exponent(value))
    return abs(step) / 2


def _written_step(quote: str, value: Decimal) -> Decimal | None:
    """What the last digit written stands for, None where the digits written are not the value's."""
    digits = "".join(str(int(sign)) for sign in quote if sign.isdecimal()).lstrip("0")
    if not digits or len(digits) > _LONGEST:
        return None
    step = value / int(digits)
    return step if step.normalize().as_tuple().digits == (1,) else None


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def differ(one: Fact, other: Fact) -> bool:
    """Whether two single values of one thing contradict each other: not by rounding, not by their bounds.

    Values of different signs or more than a factor of five apart are taken for different things.
    """
    a, b = one.value, other.value
    if one.kind is not other.kind or one.unit != other.unit or a is None or b is None:
        return False
    if not (a.is_finite() and b.is_finite()) or a * b <= 0 or max(a / b, b / a) > FURTHEST:
        return False
    if abs(a - b) <= max(rounding(one, a), rounding(other, b)):
        return False
    if bound(one) == bound(other):
        return True
    # What is bounded on one side contradicts only what lies on the other.
    return b > a if bound(one) > bound(other) else b < a


def telling(fact: Fact) -> bool:
    """Whether stating the same is more than chance: not a bare year, a small percentage or a small count."""
    if fact.kind is FactKind.MONEY:
        return True
    if fact.kind is FactKind.DATE:
        return fact.precision not in _COARSE or fact.approximation in _UNTIL
    value = fact.value
    if value is None:
        return fact.kind in {FactKind.QUANTITY, FactKind.PERCENT}
    if not value.is_finite() or not value:
        return False
    return abs(value) >= _LARGE or len(value.normalize().as_tuple().digits) > 1 or fact.unit in _RARE


_RARE = frozenset({"gigawatt", "megawatt", "terawatt", "gigawatt hour", "megawatt hour", "terawatt hour"})
"""Units of which also a round number says what is meant."""
