"""Dates: when an article was published, out of the many ways to write it.

A moment is ISO 8601 in UTC to the second ("2024-06-05T04:00:03Z"); a day, month or year is kept at
the precision it was stated with.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from curator.formats.month_names import month

_WORD = r"[^\W\d_]+\.?"
_TIME = r"(?P<hour>\d{1,2})[:h.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_HOURS = {
    "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "HKT": 8, "SGT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
"""Hours before UTC by the names of zones that news in Europe, America and eastern Asia is stamped with.

From RFC 5322 (the American ones) and the time zone database of IANA; IST, which is three zones, is none here.
"""
_OFFSET = r"[+−-]\d{2}:?\d{2}|[+-]\d{2}\b"
_NAMED_ZONE = rf"(?:Z|UTC|GMT|(?-i:{'|'.join(_HOURS)}))(?!\w)"
_ZONE = rf"(?P<zone>{_NAMED_ZONE}|{_OFFSET})"
_AT = r"(?:T|,|um|v|o|ob|at|às|à|alle|kl\.?|в|о|у|-|–|\|)"
_HALF = r"(?:(?P<half>[ap])\.?m\b\.?|Uhr|hod\.?|h|ч\.?)"
_CLOCK = rf"(?:\s*{_AT}?\s*{_TIME}(?:\s*{_HALF})?(?:\s*{_ZONE})?)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_YEAR_SIGN = r"(?:\s*(?:г\.|года|г|року|р\.|р|r\.|roku|m\.)(?!\w))?"
_DAY_AND_NAME = (
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|er|st|nd|rd|th|º)?\s*(?:-?\s*an?\s|de\s|d['’])?\s*(?P<name>{_WORD})"
)

_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:[T\s]\s*{_TIME}(?:\s*{_ZONE})?)?(?![\d-])",
        rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]?(?:\s*{_TIME})?",
        rf"{_YEAR}\s?[./]\s?(?P<month>\d{{1,2}})\s?[./]\s?(?P<day>\d{{1,2}})\.?(?!\d){_CLOCK}",
        rf"{_YEAR}\.?\s+(?:m\.\s*)?(?P<name>{_WORD})\s+(?P<day>\d{{1,2}})(?!\d)(?:\s*d\.|\.|-?[áé]n)?{_CLOCK}",
        rf"{_DAY_AND_NAME},?\s*(?:de\s|del\s|of\s)?\s*{_YEAR}(?!\d){_YEAR_SIGN}{_CLOCK}",
        rf"(?<!\w)(?P<name>{_WORD})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d){_CLOCK}",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s+tháng\s+(?P<month>\d{{1,2}}),?\s+(?:năm\s+)?{_YEAR}",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?!\d){_YEAR_SIGN}{_CLOCK}",
        rf"(?<![\d/-])(?P<first>\d{{1,2}})(?P<sign>[/-])(?P<second_>\d{{1,2}})(?P=sign){_YEAR}(?!\d){_CLOCK}",
    )
)
_MONTHS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<month>\d{{2}})(?![\d-])",
        rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]",
        rf"(?<!\w)(?P<name>{_WORD})\s+(?:de\s+)?{_YEAR}(?!\d)",
    )
)
_BARE_YEAR = re.compile(_YEAR)
_UTC = timezone.utc  # noqa: UP017 - one name for it in annotations and calls


class Found(NamedTuple):
    """A date found in a line: its ISO form and where it stands."""

    published: str
    start: int
    end: int


def published(text: str, language: str = "") -> str | None:
    """The ISO form of a text that is a date and nothing else, None if it is not one.

    A time without a zone is taken as UTC. `03/04/2025` is the third of April except in a language
    that writes the month first; without a language it is not understood.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    iso = _iso_moment(text)
    if iso:
        return iso
    for pattern in (*_FORMS, *_MONTHS, _BARE_YEAR):
        match = pattern.search(text)
        if match and _only_weekday(text[: match.start()]) and not text[match.end() :].strip(" .()"):
            return _iso(match, language)
    return _by_mail(text)


def found(line: str, language: str = "") -> Found | None:
    """The first date to the day in a line of text."""
    best: Found | None = None
    for pattern in _FORMS:
        match = pattern.search(line)
        if match and (best is None or match.start() < best.start):
            iso = _iso(match, language)
            best = Found(iso, match.start(), match.end()) if iso else best
    return best


def same_time(one: str, other: str) -> bool:
    """Whether two ISO forms agree, as far as the coarser says."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short.removesuffix("Z"))


def has_offset(text: str) -> bool:
    """Whether a written time states its zone."""
    return bool(_STATED_ZONE.search(text.strip()))


_SPELLING = re.compile(
    r"\d{4}-\d{2}-\d{2}(?P<between>[T ]+)\d{2}:\d{2}(?P<seconds>:\d{2})?(?P<fraction>\.\d+)?"
    r"(?P<gap>\s*)(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)


def respelled(moment: str, like: str) -> str:
    """An ISO moment or day in the spelling of another: its separator, zone and fraction."""
    spelling = _SPELLING.fullmatch(like)
    if len(moment) <= len("2026-01-27") or spelling is None:
        return moment
    zone = spelling["zone"] or ""
    at = datetime.fromisoformat(moment)
    if zone not in ("", "Z"):
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        at = at.astimezone(timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes)))
    fraction = "." + "0" * (len(spelling["fraction"]) - 1) if spelling["fraction"] else ""
    return f"{at:%Y-%m-%d}{spelling['between']}{at:%H:%M:%S}{fraction}{spelling['gap']}{zone}"


_LONGEST = 80
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d|(?:19|20)\d{6}(?:T\d{4}|$)", re.ASCII)
_STATED_ZONE = re.compile(rf"\d(?:\s*[ap]\.?m\.?)?\s*(?:{_NAMED_ZONE}|[+−-]\d{{2}}:?\d{{2}})$", re.IGNORECASE)
_NO_YEAR = re.compile(r"(?<![\d:+−-])0\d{3}(?!\d)")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,14}\.?,?\s*(?:den\s|le\s|el\s)?\s*$|^\s*$")


def _only_weekday(text: str) -> bool:
    return bool(_WEEKDAY.match(text))


def _iso_moment(text: str) -> str | None:
    """ISO 8601, extended or basic ("20240605T040003Z", "20240605")."""
    if not _ISO.match(text):
        return None
    try:
        if len(text) == len("20240605"):
            return date.fromisoformat(text).isoformat()
        return _in_utc(datetime.fromisoformat(text.replace("−", "-")))
    except (ValueError, OverflowError):
        return None


def _by_mail(text: str) -> str | None:
    """RFC 2822: "Wed, 05 Jun 2024 04:00:03 GMT"; its years of two digits hide that 0001 is none."""
    from email.utils import parsedate_to_datetime

    if _NO_YEAR.search(text):
        return None
    try:
        return _in_utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_utc(moment: datetime) -> str | None:
    """The ISO form; None in years of no news, as others write where they know no date (0001, 9999)."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(_UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if _BARE_YEAR.fullmatch(str(moment.year)) else None


def _iso(match: re.Match[str], language: str) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    number, day = _month_and_day(parts, language)
    try:
        if parts.get("hour"):
            return _moment(date(year, number, day), parts)
        if number == 0:
            return f"{year:04}" if match.re is _BARE_YEAR else None
        if day == 0:
            return f"{date(year, number, 1):%Y-%m}" if match.re in _MONTHS else None
        return date(year, number, day).isoformat()
    except ValueError:
        return None


def _month_and_day(parts: dict[str, str | None], language: str) -> tuple[int, int]:
    first, second = parts.get("first"), parts.get("second_")
    if first and second:
        return _numeric(int(first), int(second), language)
    day = int(parts.get("day") or 0)
    name = parts.get("name")
    return (month(name, language) or 0) if name else int(parts.get("month") or 0), day


def _numeric(first: int, second: int, language: str) -> tuple[int, int]:
    """Month and day of two numbers whose order depends on the language; zeros where it can't be told."""
    if first > 12:
        return second, first
    if second > 12 or language == "en":
        return first, second
    return (second, first) if language else (0, 0)


def _moment(day: date, parts: dict[str, str | None]) -> str | None:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    if parts.get("half") and 1 <= hour <= 12:
        hour = hour % 12 + (12 if parts["half"] in ("p", "P") else 0)
    moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_UTC)
    return _in_utc(moment - _before_utc(parts.get("zone") or ""))


def _before_utc(zone: str) -> timedelta:
    """How far the clocks of a zone are before UTC, by its name or offset; nothing for UTC itself."""
    if zone[:1] not in ("+", "-", "−"):
        return timedelta(hours=_HOURS.get(zone, 0))
    minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
    return timedelta(minutes=minutes if zone[0] == "+" else -minutes)
