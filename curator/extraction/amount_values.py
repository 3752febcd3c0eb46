"""The values of the numbers of an amount: digits, words, scales, fractions with a slash, spelled decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from curator.extraction.languages import EAST_ASIAN
from curator.extraction.numbers import plain, summed
from curator.extraction.readings import Reading

_DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "7", "8", "9", "10"})


def value_in(reading: Reading, match: re.Match[str], group: str) -> Decimal | None:
    """The value of a group of the grammar's match, None where its items make no number."""
    return value_of(reading, match.start(group), match.end(group))


def value_of(reading: Reading, first: int, last: int) -> Decimal | None:
    """The value of the items of one number, None where they make none."""
    if last == first + 1 and reading.amounts[first] == "N":
        value = reading.number(first)
        return None if value is None else plain(value)
    return _sum_of(reading, first, last)


def _sum_of(reading: Reading, first: int, last: int) -> Decimal | None:
    parts: list[tuple[str, Decimal]] = []
    taken = -1
    for item in range(first, last):
        letter = reading.amounts[item]
        if item <= taken:
            continue
        if letter in "NDnhSsXgfa":
            value = reading.number(item)
            if value is None:
                return None
            parts.append((letter, value))
        elif letter == "&":
            parts.append((letter, Decimal(0)))
        elif letter == "-" and reading.lexicons[item].language in EAST_ASIAN:
            return None  # a range: no number word has a hyphen there
        elif letter in ",/":
            goes_on = _goes_on(reading, item, last) if letter == "," else _add_quotient(reading, item, parts)
            if not goes_on:
                return None
            taken = item + (letter == "/")
        elif letter == "i":
            taken = _add_decimals(reading, item, last, parts)
    if len(parts) == 1 and parts[0][0] != "&":
        return plain(+parts[0][1])
    if parts[1:] and parts[0] == ("n", 1) and parts[1][0] == "n" and reading.writes(first, "one_is_article"):
        parts.pop(0)  # "un veinte por ciento"
    return summed(parts, digits=reading.lexicons[first].language in EAST_ASIAN)


def _goes_on(reading: Reading, comma: int, last: int) -> bool:
    """Whether the number goes on after a comma ("one thousand, five hundred"), as English may write it."""
    before = reading.number(comma - 1)
    after = max((reading.number(item) or Decimal(0) for item in range(comma + 1, last)), default=None)
    return (
        reading.lexicons[comma].language == "en"
        and before is not None
        and after is not None
        and after < before
    )


def _add_decimals(reading: Reading, point: int, last: int, parts: list[tuple[str, Decimal]]) -> int:
    """Add the digits behind a word for the point (一点二, "one point five"); gives the last item."""
    digits = ""
    item = point + 1
    if item < last and reading.amounts[item] == "N" and reading.written(item).isdecimal():
        digits = str(int("1" + reading.written(item)))[1:]
        item += 1
    while item < last and reading.amounts[item] == "n" and (value := reading.number(item)) is not None:
        if not 0 <= value <= 9:
            break
        digits += str(int(value))
        item += 1
    parts += [("&", Decimal(0)), ("f", Decimal(f"0.{digits or 0}"))]
    return item - 1


def _add_quotient(reading: Reading, slash: int, parts: list[tuple[str, Decimal]]) -> bool:
    """Put a fraction with a slash ("1/2", "3 1/2") in the place of its numerator; False if it is none."""
    value = quotient(reading, slash)
    if value is None:
        return False
    parts.pop()
    parts += [("&", Decimal(0)), ("f", value)] if parts else [("f", value)]
    return True


def quotient(reading: Reading, slash: int) -> Decimal | None:
    """The value of "2/3" by its slash: a proper fraction that the news writes so, not "24/7" nor "9/11"."""
    if not (reading.tight(slash) and reading.tight(slash + 1)):
        return None
    above, below = reading.written(slash - 1), reading.written(slash + 1)
    if not (above.isdecimal() and below.isdecimal() and below in _DENOMINATORS):
        return None
    return Decimal(int(above)) / int(below) if 0 < int(above) < int(below) else None


def scale_of(reading: Reading, match: re.Match[str], group: str) -> Decimal | None:
    """The scale that ends a number, None if it has none."""
    return scale_between(reading, match.start(group), match.end(group))


def scale_between(reading: Reading, first: int, last: int) -> Decimal | None:
    """The scale that ends the items, None if they end in none."""
    product: Decimal | None = None
    for item in range(last - 1, first - 1, -1):
        if reading.amounts[item] not in "SsXg":
            break
        value = reading.number(item)
        product = value if product is None or value is None else product * value
    return product
