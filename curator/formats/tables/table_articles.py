"""Articles from anybody's rows: a file is composed of each, Markdown or HTML below front matter.

The cells go into the front matter as they are, under the keys that posts use, and are understood, cleaned
and searched as in any file. What no field takes stays there under its own heading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, cast

from curator.domain.articles import LISTS
from curator.domain.changes import Value
from curator.domain.storable import storable
from curator.formats.collections import Entry, path_in
from curator.formats.documents.bare_lines import begins_with, words
from curator.formats.encodings.line_ends import with_lf
from curator.formats.front_matter.field_keys import KEYS, NEW_KEYS, plain

_WORDS = ("title", "description", "source", "author", "category")
"""Fields of one line, in which markup and entities mean what they would on a page."""
_NAMED = ("author", "category", "tags", "companies", "source")

_HTML = re.compile(r"</?(?:p|div|br|h[1-6]|ul|ol|li|table|blockquote|article|section)\b[^>]*>", re.IGNORECASE)
_SEPARATORS = (";", "|", "\n", "；", "、", ",", "，")
_NUMERIC_DATE = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)(.*)", re.DOTALL)
_SECONDS, _MILLISECONDS = range(100_000_000, 10_000_000_000), range(100_000_000_000, 10_000_000_000_000)
_KNOWN = frozenset(key for names in KEYS.values() for key in names)
_INNER = ("rendered", "name", "literal", "title", "label", "text", "value", "href", "url")


class Rows:
    """The rows of one table, by which of its columns holds what."""

    def __init__(self, columns: Mapping[str, str], samples: Sequence[Mapping[str, Any]] = ()) -> None:
        self.columns = columns
        dates = [text_of(row.get(columns.get("published", ""))) for row in samples]
        self.day_first = _day_first(dates)

    def entry(self, place: str, path: str, number: int, row: Mapping[str, Any]) -> Entry:
        """The article of a row; an entry that says why where it has neither title nor text."""
        values = {
            field: row.get(column)
            for field, column in self.columns.items()
            if field not in _NAMED or not _is_number(row.get(column))
        }
        body = with_lf(text_of(values.pop("text", None))).strip()
        if not body and not text_of(values.get("title")).strip():
            return Entry(place, "", reason="There is neither a title nor a text.")
        front = self._front(values)
        is_html = _HTML.search(body) is not None
        title, lead = (str(front.get(NEW_KEYS[field], "")) for field in ("title", "description"))
        if begins_with(body, lead, title, is_html=is_html):
            del front[NEW_KEYS["description"]]
        front |= self._others(row, values)
        name = path_in(path, text_of(values.get("slug")) or text_of(values.get("title")) or f"{number}")
        if is_html:
            name = name.removesuffix(".md") + ".html"
        return Entry(place, name, composed(front, body))

    def _front(self, values: Mapping[str, Any]) -> dict[str, Value]:
        front: dict[str, Value] = {}
        for field, key in NEW_KEYS.items():
            value = values.get(field)
            if field in LISTS:
                found: Value = names_of(value)
            elif field == "published":
                found = moment_of(value, day_first=self.day_first)
            elif field in _WORDS:
                found = words(text_of(value))
            else:
                found = value if isinstance(value, int) else text_of(value).strip()
            if found not in ("", []):
                front[key] = found
        return front

    def _others(self, row: Mapping[str, Any], taken: Collection[str]) -> dict[str, Value]:
        """What no field has taken; a heading that would be taken for a field gets a line under it."""
        used = {column for field, column in self.columns.items() if field in taken or field == "text"}
        return {
            key + "_" if plain(key) in _KNOWN else key: _kept(value)
            for key, value in row.items()
            if key and key not in used and value not in (None, "", [], {})
        }


def composed(front: Mapping[str, Value], body: str) -> bytes:
    """A file with this front matter and body; the same values give the same bytes."""
    import frontmatter

    post = frontmatter.Post(body)
    post.metadata = dict(storable(dict(front)))
    return (frontmatter.dumps(post, sort_keys=False, width=1 << 20) + "\n").encode("utf-8", "replace")


def text_of(value: Value) -> str:
    """A value as text: an object's name or what else says it, JSON for what has no text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        inner = cast("dict[str, Value]", value)
        if cited := _cited(inner):
            return cited
        told = next((text_of(inner[key]) for key in _INNER if inner.get(key)), "")
        return told or ("" if any(key in inner for key in _INNER) else json.dumps(value, default=str))
    if isinstance(value, list):
        return ", ".join(text_of(each) for each in cast("list[Value]", value))
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_number(value: Value) -> bool:
    """Whether a value is a number, or a list of them, by which a program knows a person or a tag."""
    if isinstance(value, list):
        numbers = cast("list[Value]", value)
        return bool(numbers) and all(map(_is_number, numbers))
    return isinstance(value, int) and not isinstance(value, bool)


def _cited(value: Mapping[str, Value]) -> str:
    """A person or a date as references (CSL-JSON) have them, "" for anything else."""
    if "family" in value:
        keys = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        return " ".join(text_of(value[key]) for key in keys if value.get(key))
    parts = value.get("date-parts")
    first = cast("list[Value]", parts)[:1] if isinstance(parts, list) else []
    day = cast("list[Value]", first[0]) if first and isinstance(first[0], list) else []
    numbers = [str(each) for each in day]
    return "-".join(each.zfill(2) for each in numbers) if all(map(str.isdecimal, numbers)) else ""


def names_of(value: Value) -> list[str]:
    """A value as names: a list's, those of a JSON list, or a text's, by the strongest sign that parts it."""
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            value = str(value)
    if isinstance(value, list):
        found = [text_of(each) for each in cast("list[Value]", value)]
    else:
        text = text_of(value)
        sign = next((each for each in _SEPARATORS if each in text), None)
        found = text.split(sign) if sign else [text]
    return list(dict.fromkeys(name for each in found if (name := " ".join(each.split()).strip("#\"'"))))


def moment_of(value: Value, *, day_first: bool | None) -> str:
    """A moment as ISO text where it can be told: seconds since 1970, and numbers whose order is known."""
    if isinstance(value, datetime):
        shown = value if value.tzinfo is None else value.astimezone(UTC)
        return shown.strftime("%Y-%m-%dT%H:%M:%SZ")
    text = text_of(value).strip()
    if text.isdecimal() and len(text) < 15 and (int(text) in _SECONDS or int(text) in _MILLISECONDS):
        seconds = int(text) if int(text) in _SECONDS else int(text) // 1000
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = _NUMERIC_DATE.fullmatch(text)
    if found is None or day_first is None:
        return text
    day, month = (found[1], found[3]) if day_first else (found[3], found[1])
    return f"{found[4]}-{int(month):02}-{int(day):02}{found[5]}"


def _day_first(dates: Sequence[str]) -> bool | None:
    """Whether a column writes the day before the month, as some of its dates can only be read so."""
    found = [match for each in dates if (match := _NUMERIC_DATE.fullmatch(each.strip()))]
    first = any(int(match[1]) > 12 for match in found)
    second = any(int(match[3]) > 12 for match in found)
    return None if first == second else first


def _kept(value: Value) -> Value:
    """A value that front matter can hold."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value
