"""Editable fields: which fields of an article can be edited, and which values they can have."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from curator.domain.articles import LISTS, State
from curator.domain.changes import Value
from curator.domain.errors import CuratorError
from curator.domain.storable import storable_text
from curator.formats.front_matter import mapping
from curator.formats.language_codes import language_code

TEXTS = ("title", "description", "source", "author", "language", "category", "note", "url", "slug")
FIELDS = (*TEXTS, "published", "importance", "state", *LISTS)
"""The fields that can be edited."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?)?)?")

_OFFSET = re.compile(r"\d:\d\d(?:\.\d+)?[ ]?[-+]\d\d:?\d\d$")
_BLANKS = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")


def valid(field: str, value: Value) -> Value:
    """The value as the field keeps it; CuratorError if it cannot have it."""
    if field not in FIELDS:
        raise CuratorError(f"There is no field “{field}” to edit.", f"Fields are {', '.join(FIELDS)}.")
    if field in LISTS:
        given = [value] if isinstance(value, str) else list(value or ())
        return [" ".join(_text(field, name).split()) for name in given if str(name).strip()]
    if field == "importance":
        return _importance(value)
    if field == "published":
        return _published(value)
    if field == "state":
        return _state(value)
    text = _text(field, value)
    return _language(text) if field == "language" and text else text


def _text(field: str, value: Value) -> str:
    """A text as front matter gives it: of one line, but for a note."""
    if value is not None and not isinstance(value, str):
        raise CuratorError(f"{field} is a text, not {value!r}.")
    text = storable_text(value or "").replace("\0", "")
    return mapping.own_lines(text) if field == "note" else _BLANKS.sub(" ", text).strip()


def _language(text: str) -> str:
    """The code of a language that is given by its code or its name: cs, zh-Hant, Czech."""
    code = language_code(text)
    if not code:
        raise CuratorError(f"“{text}” is not a language.", "Write its code: cs, de, zh …")
    _, dash, more = text.replace("_", "-").partition("-")
    return f"{code}{dash}{more}"


def _importance(value: Value) -> int | None:
    if value in (None, "", 0, "0"):
        return None
    text = str(value)
    if isinstance(value, bool) or text not in ("1", "2", "3", "4", "5"):
        raise CuratorError(f"Importance is a number from 1 to 5, not “{value}”.", "Leave it empty for none.")
    return int(text)


def _state(value: Value) -> str:
    try:
        return State(str(value).replace("-", "_")).value
    except ValueError:
        states = ", ".join(state.value for state in State)
        raise CuratorError(f"There is no state “{value}”.", f"States are {states}.") from None


def _published(value: Value) -> str | None:
    """An ISO date at the precision given: 2026, 2026-01, 2026-01-27 or 2026-01-27T03:25:33Z."""
    text = str(value or "").strip()
    if not text:
        return None
    try:
        match = _ISO.fullmatch(_in_utc(text))
        if match is None:
            raise ValueError
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        date(year, month or 1, day or 1)
        if match[4] is None:
            if (match[2] and not month) or (match[3] and not day):
                raise ValueError
            return text
        moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - UTC by the format
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if year >= 1000 else f"{text[:10]}T{text[11:19]}Z"
    except ValueError:
        hint = "Write 2026, 2026-01, 2026-01-27 or 2026-01-27T03:25:33Z."
        raise CuratorError(f"“{text}” is not a date.", hint) from None


def _in_utc(text: str) -> str:
    """A moment with another zone's offset in UTC; any other text as it is."""
    if not _OFFSET.search(text):
        return text
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def list_field(field: str) -> str:
    """The field, if it holds a list of names; CuratorError if not."""
    if field not in LISTS:
        raise CuratorError(f"“{field}” is not a list.", f"Lists are {', '.join(LISTS)}.")
    return field
