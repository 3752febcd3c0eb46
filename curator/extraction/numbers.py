"""The value of a number: digits with separators, number words, scales, fractions, and their mixtures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction

LONGEST_NUMERAL = 30
"""Digits and separators beyond which a run of digits is no number of the news."""

_PLACES = Decimal("1e-9")
"""Places kept of a value that a fraction makes endless."""

_WIDE = Context(prec=99)
"""Room for the digits of the longest numeral times the largest scales, and the places behind them."""

_HALF = Decimal("0.5")
_THOUSAND = 1000
_MYRIAD = 10_000
_MYRIADS = (Decimal(10**12), Decimal(10**8), Decimal(_MYRIAD))
"""What Chinese, Japanese and Korean count large numbers in."""
_PLAIN = re.compile(r"\d+\Z")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’٬·])\d{3})(?:\1\d{3})*\Z")
_MILLIONS = re.compile(r"\d{1,3}(['’])\d{3}\.\d{3}\Z")
"""Millions after an apostrophe and thousands after a point, as Colombia writes them: "1'560.000"."""
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:([.,'’٬·])\d{3})+)([.,٫])(\d+)\Z")
_DECIMAL = re.compile(r"(\d+)([.,．٫·])(\d+)\Z")
_POINT_DECIMALS = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?=\s?%| (?:por ciento|mil|millones|billones)\b)")
_COMMA_DECIMALS = re.compile(r"(?<![\d,])\d+,\d{1,2}(?![\d,])")
_VULGAR = re.compile(r"(\d*)([½¼¾⅓⅔⅛⅜⅝⅞])\Z")


def numeral_value(written: str, decimal: str) -> Decimal | None:
    """The value of digits with separators as a language with that decimal sign means them, or None.

    One separator before exactly three digits is a thousands separator unless it is the decimal sign of the
    language; everywhere else the last separator is the decimal sign.
    """
    if len(written) > LONGEST_NUMERAL:
        return None
    plain = _SPACES.sub("", written)
    if plain[0] == ".":
        plain = f"0{plain}"
    if _PLAIN.match(plain):
        return Decimal(plain)
    if vulgar := _VULGAR.match(plain):
        return Decimal(vulgar[1] or 0) + Decimal(str(unicodedata.numeric(vulgar[2])))
    grouped = _GROUPED.match(plain) or (_MILLIONS.match(plain) if decimal == "," else None)
    if grouped and not _is_decimal_here(plain, grouped[1], decimal):
        return Decimal(re.sub(r"\D", "", plain))
    if both := _GROUPED_DECIMAL.match(plain):
        return _with_fraction(re.sub(r"\D", "", both[1]), both[4]) if both[2] != both[3] else None
    if _INDIAN.match(plain):
        return Decimal(plain.replace(",", ""))
    if single := _DECIMAL.match(plain):
        return _with_fraction(single[1], single[3])
    return None


def writes_points(text: str) -> bool:
    """Whether the decimals of a text ("4.5 %", "15.1 millones") are after a point, not after a comma."""
    points, commas = len(_POINT_DECIMALS.findall(text)), len(_COMMA_DECIMALS.findall(text))
    return points > 2 * commas


def _is_decimal_here(plain: str, separator: str, decimal: str) -> bool:
    """Whether the one separator of "1.234" is a decimal sign: by the language, and for a leading zero."""
    if plain.count(separator) > 1 or separator not in ".,":
        return False
    return separator == decimal or plain.startswith("0")


def _with_fraction(whole: str, fraction: str) -> Decimal:
    return Decimal(f"{int(whole)}.{''.join(str(int(digit)) for digit in fraction)}")


def fraction_value(written: str) -> Decimal:
    """The value of "1/3" or "0.5"."""
    exact = Fraction(written)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


class Sum:
    """Adds up the parts of one number as they are read: digits, words, hundreds, scales, fractions.

    With `digits`, words for digits in a row are read as figures (二〇一八).
    """

    def __init__(self, *, digits: bool = False) -> None:
        self._digits = digits
        self._total = Decimal(0)
        self._section = Decimal(0)
        self._current: Decimal | None = None
        self._last_scale = Decimal(0)
        self._last_hundred = Decimal(0)
        self._last = ""
        self._joined = False
        self.broken = False

    def value(self) -> Decimal:
        """What the parts so far come to."""
        return self._total + self._section + (self._current or 0)

    def add(self, letter: str, value: Decimal) -> None:
        """Take the next part; letters are those of the amount grammar."""
        if letter == "a" and self._joined and self._last in {"S", "s"}:
            return  # a million and a half
        if letter == "n" and value >= _MYRIAD and self._current is None:
            self._myriads(value)
        elif letter in {"N", "D", "n", "a"}:
            self._number(value, letter)
        elif letter == "h":
            self.broken = self.broken or (self._current is not None and 0 < self._last_hundred <= value)
            self._last_hundred = value
            self._section += (1 if self._current is None else self._current) * value
            self._current = None
        elif letter in {"S", "s", "X", "g"}:
            self._scale(value)
        elif letter == "f":
            self._fraction(value)
        elif letter == "&":
            self._joined = True
            return
        self._last = letter
        if letter != "a":
            self._joined = False

    def _number(self, value: Decimal, letter: str) -> None:
        if letter == "a" and (self._current is not None or self._last == "f"):
            return
        if self._last == "f" and value == 1 and not self._joined:
            return  # half of one percent
        if self._current is None:
            self._current = value
        elif (
            self._digits and self._last in {"n", "N"} and max(self._current, value) < 10 and not self._joined
        ):
            self._current = self._current * 10 + value
        else:
            if value >= 10 and self._current % 100 != 0 or value >= self._current:
                self.broken = True
            self._current += value

    def _myriads(self, value: Decimal) -> None:
        """Take 이만 or 삼억 as its number and its scale, so that what follows adds to it."""
        scale = next((each for each in _MYRIADS if value % each == 0), None)
        if scale is None:
            self._number(value, "n")
        else:
            self._current = value / scale
            self._scale(scale)

    def _scale(self, value: Decimal) -> None:
        group = self._section + (self._current or 0)
        if group == 0 and self._current is None:
            self._total = self._total * value if self._total else value
        elif self._last_scale == _THOUSAND < value and self._last == "N" and 0 < group < _THOUSAND:
            self._total = (self._total + group) * value  # 2 mil 300 millones
        elif self._total and self._last == "N" and value >= self._last_scale:
            self.broken = True  # "142 billion 168 billion"
        elif self._total and self._last in {"n", "h"} and value == self._last_scale:
            self.broken = True  # "two million and four million"
        elif self._total and value > self._last_scale > 0:
            self._total = (self._total + group) * value
        else:
            self._total += group * value
        self._section, self._current = Decimal(0), None
        self._last_scale, self._last_hundred = value, Decimal(0)

    def _adds_half(self, group: Decimal) -> bool:
        """Whether a half adds to the number before: 5½ in two words, "seks et halvt", not "a half"."""
        return self._last == "N" or (self._last == "a" and group > 1)

    def _fraction(self, value: Decimal) -> None:
        group = self._section + (self._current or 0)
        if self._last in {"S", "s"}:
            self._total += value * self._last_scale
        elif group and (self._joined or (value == _HALF and self._adds_half(group))):
            self._current = (self._current or Decimal(0)) + value
        elif group:
            self._section, self._current = Decimal(0), group * value
        else:
            self._current = value


def summed(parts: Iterable[tuple[str, Decimal]], *, digits: bool = False) -> Decimal | None:
    """The value of a row of parts, None where they do not make one number."""
    total = Sum(digits=digits)
    for letter, value in parts:
        total.add(letter, value)
    return None if total.broken else plain(total.value())


def plain(value: Decimal) -> Decimal:
    """The same value without zeros after the decimal sign and without an exponent."""
    whole = value.to_integral_value()
    return Decimal(int(value)) if value == whole else value.quantize(_PLACES, context=_WIDE).normalize(_WIDE)
