"""JSON lists: many articles in one JSON value, as programs that fetch news save them.

The value is a list of objects, or an object with one among its members ("articles", "results", "@graph");
what each key holds is told as for the columns of a table.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head, Look
from curator.formats.json_files.json_documents import listed, loaded, members, text_of
from curator.formats.json_files.json_values import Object
from curator.formats.readers import Claim
from curator.formats.tables import table_articles
from curator.formats.tables.column_names import mapping_of

SAMPLES = 100
"""Objects by which keys are told."""

MOST_LOOKED_AT = 32 << 20
"""Bytes of the largest file whose keys are shown before it is imported: it is read whole for that."""

DEEPEST = 4
"""How deep in the value a list is looked for: {"response": {"results": [ … ]}}."""

_LIST = re.compile(r"\ufeff?\s*\[\s*(?:\{|$)")
_OBJECT_WITH_LIST = re.compile(r'"(?:[^"\\]|\\.){1,60}"\s*:\s*\[\s*\{')
_NO_ARTICLES = frozenset(
    "Organization Person WebSite WebPage ImageObject BreadcrumbList Claim ClaimReview Corporation "
    "CreativeWork".split()
)
"""Types of schema.org that stand beside articles."""


def claim(head: Head) -> Claim:
    """Likely a file called JSON with a list of objects; who knows more of it comes first."""
    if head.suffix not in COLLECTION.suffixes:
        return Claim.NO
    text = head.text
    is_object = text.lstrip("\ufeff \t\r\n").startswith("{")
    found = _LIST.match(text) or (is_object and _OBJECT_WITH_LIST.search(text))
    return Claim.SUFFIX if found else Claim.NO


def entries(stream: BinaryIO, path: str, choices: Choices) -> Iterator[Entry]:
    """The article of each object; UnreadableFile if no key of theirs is a title or a text."""
    value = loaded(stream)
    rows = _rows(value)
    columns = _look(rows, choices)
    if not rows and (kinds := _kinds(value)):
        raise UnreadableFile(
            f"The file holds no article, but {', '.join(kinds)} of schema.org.",
            "Import the articles themselves.",
        )
    if not rows or not {"title", "text"} & columns.guess.keys():
        keys = ", ".join(columns.columns[:20]) or "none"
        raise UnreadableFile(
            f"No key is a title or a text; keys are {keys}.", "Say which: --map title=…, --map text=…."
        )
    samples = [dict(zip(columns.columns, cells, strict=True)) for cells in columns.samples]
    articles = table_articles.Rows(columns.guess, samples)
    for number, row in enumerate(rows, 1):
        yield articles.entry(f"object {number}", path, number, row)


def look(stream: BinaryIO, _path: str) -> Look:
    """The keys and values of the first objects; UnreadableFile for a file too large to be read at once."""
    if stream.seek(0, io.SEEK_END) > MOST_LOOKED_AT:
        raise UnreadableFile(
            f"Only files up to {MOST_LOOKED_AT >> 20} MB are looked at before they are read."
        )
    stream.seek(0)
    return _look(_rows(loaded(stream)), Choices())


def _look(rows: list[dict[str, Any]], choices: Choices) -> Look:
    first = list(islice(rows, SAMPLES))
    columns = tuple(dict.fromkeys(key for row in first for key in row))
    samples = tuple(tuple(table_articles.text_of(row.get(column)) for column in columns) for row in first)
    return Look(columns, samples, mapping_of(columns, samples, choices.columns))


def _rows(value: Value) -> list[dict[str, Any]]:
    """The objects of the longest list there is, those of search engines without what they wrap them in."""
    found = max(_lists(value, DEEPEST), key=len, default=list[dict[str, Value]]())
    unwrapped = [_event(members(each.get("_source")) or each) for each in found]
    return [
        Object(each).whole_mapping() for each in unwrapped if text_of(each.get("@type")) not in _NO_ARTICLES
    ]


def _event(value: dict[str, Value]) -> dict[str, Value]:
    """An object with what TimelineJS has within its members under the names that others give it."""
    said, begun = members(value.get("text")), members(value.get("start_date"))
    if "headline" not in said or not begun:
        return value
    parts = (text_of(begun.get(part)) for part in ("year", "month", "day"))
    day = "-".join(part.zfill(2) for part in parts if part)
    return {**value, "headline": said["headline"], "text": said.get("text"), "date": day}


def _kinds(value: Value) -> list[str]:
    """The types of schema.org that there are, in their order."""
    kinds = (text_of(each.get("@type")) for found in _lists(value, DEEPEST) for each in found)
    return list(dict.fromkeys(filter(None, kinds)))


def _lists(value: Value, depth: int) -> Iterator[list[dict[str, Value]]]:
    if isinstance(value, list):
        objects = [found for each in listed(value) if (found := members(each))]
        if objects:
            yield objects
    elif depth:
        for each in members(value).values():
            yield from _lists(each, depth - 1)


COLLECTION = Collection("json-list", (".json", ".jsonld"), claim, entries, look=look)
