"""Dates in queries: the beginning of an ISO date, which stands for the whole time it names."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def is_date(text: str) -> bool:
    """Whether the text is the beginning of an ISO date, at least its year."""
    shape = "dddd-dd-ddTdd:dd:ddZ"
    if len(text) not in (4, 7, 10, 13, 16, 19, 20):
        return False
    pairs = zip(text.upper(), shape, strict=False)
    if not all(c.isascii() and c.isdigit() if s == "d" else c == s for c, s in pairs):
        return False
    month, day = text[5:7], text[8:10]
    return (not month or 1 <= int(month) <= 12) and (not day or 1 <= int(day) <= 31)


def days_of(text: str) -> tuple[int, int]:
    """The first and the last day of a year, a month or a day, counted from 0001-01-01 as 1."""
    year, month, day = int(text[:4]) or 1, int(text[5:7] or 0), int(text[8:10] or 0)
    last = month or 12
    ends = min(day, monthrange(year, last)[1]) if day else monthrange(year, last)[1]
    return date(year, month or 1, min(day or 1, ends)).toordinal(), date(year, last, ends).toordinal()
