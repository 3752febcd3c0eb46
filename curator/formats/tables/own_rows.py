"""Rows of tables that Curator wrote: their cells as values, and the facts they state."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from curator.domain.articles import StoredFact
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.domain.facts import Decision, Verdict
from curator.domain.spans import Span
from curator.formats.json_files.json_facts import evidence_of, fact_of
from curator.formats.json_files.json_values import Object
from curator.formats.tables.table_articles import text_of
from curator.formats.tables.table_values import parted, plain

if TYPE_CHECKING:
    from curator.formats.tables.table_files import Table

_WHOLE = ("id", "article", "importance", "sentence", "start", "end", "fact", "part")
_LISTS = ("companies", "tags", "sets", "about")
_NOTHING = ("published", "precision", "name", "unit", "value", "low", "high", "from", "until")
_PLACE = re.compile(r"(\d{1,18})–(\d{1,18})")


def row_of(table: Table, cells: Sequence[Any]) -> dict[str, Any]:
    """The values of a row by column, each of the kind that the column has."""
    is_csv = not table.name
    padded = [*cells, *[None] * (len(table.columns) - len(cells))]
    return {
        name: _value(name, plain(cell) if is_csv and isinstance(cell, str) else cell)
        for name, cell in zip(table.columns, padded, strict=False)
    }


def _value(name: str, cell: Value) -> Value:
    text = cell.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(cell, datetime) else text_of(cell)
    if name in _LISTS:
        return list(parted(text))
    if name in _WHOLE or name == "confidence":
        return _number(name, text)
    return None if name in _NOTHING and text == "" else text


def _number(name: str, text: str) -> int | float | None:
    try:
        return None if not text else int(text) if name in _WHOLE else float(text)
    except ValueError:
        raise UnreadableFile(f"“{name}” is no number.") from None


def places(text: str, length: int) -> tuple[Span, Span, Span]:
    """The places of title, description and body in a text of this length."""
    found = [Span(int(start), int(end)) for start, end in _PLACE.findall(text)]
    if len(found) != 3 or not all(span.start <= span.end <= length for span in found):
        raise UnreadableFile(
            "“places” are not three places in the text.", "The text was edited in the table."
        )
    return found[0], found[1], found[2]


def others(text: str) -> dict[str, Value]:
    """The front-matter keys of no field."""
    try:
        return Object(json.loads(text or "{}"), "other").whole_mapping()
    except (ValueError, RecursionError):
        raise UnreadableFile("“other” is no JSON.") from None


def stored_fact(row: Object, text: str | None, article_id: int) -> StoredFact:
    """The fact of a row; its words are looked for in the text where that is there."""
    data = _fact_data(row)
    return StoredFact(
        id=row.whole("id"),
        article_id=article_id,
        fact=fact_of(data),
        evidence=evidence_of(data, text),
        decision=row.word("decision", Decision),
        verdict=row.word("verdict", Verdict),
        verdict_note=row.text("verdict_note"),
        verdict_source=row.text("verdict_source"),
        origin=row.text("origin"),
        about=row.texts("about"),
        sentence=-1 if row.value("sentence") is None else row.whole("sentence"),
    )


def _fact_data(row: Object) -> Object:
    """The row as the JSON of a fact."""
    names = (
        "kind",
        "quote",
        "value",
        "unit",
        "approximation",
        "status",
        "precision",
        "confidence",
        "rule",
        "name",
    )
    data = {name: row.value(name) for name in names}
    data["low"], data["high"] = (
        row.value(number) if row.value(day) is None else row.text(day)[:10]
        for number, day in (("low", "from"), ("high", "until"))
    )
    nowhere = row.value("start") is None
    data |= {"start": 0 if nowhere else row.value("start"), "end": 0 if nowhere else row.value("end")}
    place = {name: row.value(name) for name in ("start", "end", "quote", "prefix", "suffix")}
    return Object(data | {"evidence": None if nowhere else place})
