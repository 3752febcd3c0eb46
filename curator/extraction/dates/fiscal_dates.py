"""Fiscal years and their parts: FY24, Geschäftsjahr 2025/26, third quarter of fiscal 2026.

When a fiscal year begins differs by country and company, and the text seldom says. One named after a single
year is given as that calendar year; its quarters and halves as those of the calendar, as an assumption that
`confidences` holds down. One named after two years is given as both, and so are its parts: they lie within.
"""

from __future__ import annotations

import re
from dataclasses import replace

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.parts import Parts, century_of
from curator.extraction.dates.resolving import Found, from_reference, stated

_PART = re.compile(r"[qG]D|D[qG]|t?[dDnR](?:\.?-?s|\.)?-?[QH]|h")
_CODE = re.compile("[qG]D")
"""A code before its number, which is looked for first: the quarter of "FY26 Q3" isn't the 26th."""


def fiscal_year(parts: Parts) -> Found | None:
    """FY24, fiscal 2025, as the calendar year it is named after; 2024/25 as both years."""
    if not parts.items("YDu") and "L" in parts.letters:
        shift = parts.shift("L", "relative") or 0
        return from_reference(calendar.year(parts.reference.year + shift)) if parts.reference else None
    found = _years(parts, parts.items("YDu"))
    if not found:
        return None
    return stated(calendar.years(found[0], found[-1]) if len(found) > 1 else calendar.year(found[0]))


def fiscal_part(parts: Parts) -> Found | None:
    """Q3 FY24, first half of fiscal 2026, third quarter of 2025/26; None if no year is named."""
    if "_" in parts.letters:
        return _coded_part(parts)
    match = _CODE.search(parts.letters) or _PART.search(parts.letters)
    if match is None:
        return None
    part = replace(parts, first=parts.first + match.start(), last=parts.first + match.end())
    found = _years(parts, [item for item in parts.items("YDu") if not part.first <= item < part.last])
    if not found or ("f" not in parts.letters and found[-1] != found[0] + 1):
        return None
    if len(found) > 1:
        return stated(calendar.years(found[0], found[-1]))
    number = part.ordinal() or 0
    of_quarter = "q" in match[0] or "Q" in match[0]
    return stated(calendar.quarter(found[0], number) if of_quarter else calendar.half(found[0], number))


def _coded_part(parts: Parts) -> Found | None:
    """3QFY26, 1HFY26, 9MFY26, as companies of India and Singapore write them."""
    number, year = parts.integers("D")[0], _years(parts, [parts.last - 1])[0]
    code = parts.term("_", "fiscal_code")
    if code == "M":
        of_year = number <= calendar.LAST_MONTH
        return stated(calendar.months(year, 1, number, Precision.RANGE)) if of_year else None
    return stated(calendar.quarter(year, number) if code == "Q" else calendar.half(year, number))


def _years(parts: Parts, items: list[int]) -> list[int]:
    """The years that items stand for, two digits as those of the century that is meant."""
    dates = parts.reading.dates
    values = [(parts.reading.integer(item), dates[item]) for item in items]
    return [value if letter == "Y" else century_of(value) for value, letter in values if value is not None]
