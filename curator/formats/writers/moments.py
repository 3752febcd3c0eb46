"""Moments: publication dates as other formats write them, no finer than they are known.

A date is a year, a month, a day or an instant in UTC ("2026", "2026-01", "2026-01-27",
"2026-01-27T03:25:33Z"). Where a format has room for that, it is written as it is. Where it takes instants
alone, a day is written as its midnight in UTC, and a month or a year is left out; where an instant has to
be there, it is the first of the time stated, or that of the newest article.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime

_STATED = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?)?)?")
UNKNOWN = "0001-01-01T00:00:00Z"
"""The first of all instants, where one has to be there and none is stated."""


def stated(published: str | None) -> str:
    """The date as it is known, "" for none and for what is no date."""
    return published if published and _moment(published) else ""


def instant(published: str | None) -> str:
    """A day or an instant as an instant by RFC 3339; "" for anything coarser."""
    moment = _moment(published)
    return _written(moment) if moment and published and len(published) >= len("2026-01-27") else ""


def first_instant(published: str | None) -> str:
    """The first instant of the time stated, "" for none."""
    moment = _moment(published)
    return _written(moment) if moment else ""


def by_mail(moment: str) -> str:
    """An instant as RFC 822 writes it, with the four digits of RFC 2822's years; "" for ""."""
    found = _moment(moment)
    return format_datetime(found, usegmt=True) if found else ""


def parts(published: str | None) -> tuple[int, ...]:
    """Year, month and day, as far as they are known."""
    return tuple(int(part) for part in stated(published)[:10].split("-") if part)


def _moment(written: str | None) -> datetime | None:
    if not written or not _STATED.fullmatch(written):
        return None
    try:
        return datetime.fromisoformat((written + UNKNOWN[len(written) :])[:19]).replace(tzinfo=UTC)
    except ValueError:
        return None


def _written(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
