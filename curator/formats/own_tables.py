"""Tables that Curator wrote: articles and facts as they were, as far as rows say it.

A table has no original files, repairs, journal or earlier revisions: an original is composed of the fields
and the text, and what else there was does not come back. A workbook brings its facts along; beside a CSV
file of articles they are looked for anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from curator.domain.articles import Article, Fields, State, StoredFact
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.domain.exports import Exported
from curator.domain.facts import Decision, Verdict
from curator.domain.records import Record, SetPlace, Version
from curator.domain.spans import Span
from curator.formats.collections import Entry
from curator.formats.json_articles import fields_of
from curator.formats.json_facts import evidence_of, fact_of
from curator.formats.json_values import Object
from curator.formats.own_originals import original_of
from curator.formats.row_stores import RowStore
from curator.formats.table_articles import text_of
from curator.formats.table_values import parted, plain

if TYPE_CHECKING:
    from curator.formats.tables import Table

_ARTICLE = frozenset({"id", "path", "state", "places", "text", "facts_open"})
_FACT = frozenset({"id", "article", "kind", "quote", "decision", "verdict", "start"})
_TEXTS = frozenset({"article", "fact", "column", "part", "text"})
_WHOLE = ("id", "article", "importance", "sentence", "start", "end", "fact", "part")
_LISTS = ("companies", "tags", "sets", "about")
_NOTHING = ("published", "precision", "name", "unit", "value", "low", "high", "from", "until")
_PLACE = re.compile(r"(\d{1,18})–(\d{1,18})")


def are_ours(columns: Sequence[Sequence[str]]) -> bool:
    """Whether one of some tables, by their headings, has articles as Curator writes them."""
    return any(set(each) >= _ARTICLE for each in columns)


def entries(tables: Sequence[Table]) -> Iterator[Entry]:
    """The articles of the tables with their facts, in the order of their rows."""
    with RowStore(_numbered(tables, _FACT, "article")) as facts, RowStore(_long_texts(tables)) as texts:
        has_facts = any(set(table.columns) >= _FACT for table in tables)
        for table in tables:
            if set(table.columns) >= _ARTICLE:
                yield from _articles(table, facts, texts, has_facts=has_facts)


def _articles(table: Table, facts: RowStore, texts: RowStore, *, has_facts: bool) -> Iterator[Entry]:
    for number, cells in table.rows:
        try:
            row = _row(table, cells)
            rest = list(texts.of(row["id"]))
            _complete(row, rest, None)
            own = list(facts.of(row["id"]))
            for each in own:
                _complete(each, rest, each["id"])
            whole = _whole(Object(row), [Object(each) for each in own])
        except UnreadableFile as error:
            yield Entry(table.place(number), "", reason=error.message, hint=error.hint)
        else:
            yield Entry(
                table.place(number),
                whole.article.path,
                whole=whole,
                seeks_facts=not has_facts,
                is_composed=True,
            )


def _numbered(tables: Sequence[Table], columns: frozenset[str], key: str) -> Iterator[tuple[Value, Value]]:
    for table in tables:
        if set(table.columns) >= columns:
            for _, cells in table.rows:
                try:
                    row = _row(table, cells)
                except UnreadableFile:
                    continue
                yield row[key], row


def _long_texts(tables: Sequence[Table]) -> Iterator[tuple[Value, Value]]:
    return _numbered([each for each in tables if not set(each.columns) >= _ARTICLE], _TEXTS, "article")


def _complete(row: dict[str, Any], rest: Sequence[Mapping[str, Any]], fact: Value) -> None:
    """Put the parts of long texts behind what stands in the row's cells."""
    own = [each for each in rest if each["fact"] == fact]
    for each in sorted(own, key=lambda part: part["part"]):
        row[each["column"]] = f"{row.get(each['column'], '')}{each['text']}"


def _row(table: Table, cells: Sequence[Any]) -> dict[str, Any]:
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


def _whole(row: Object, facts: Sequence[Object]) -> Exported:
    fields = fields_of(row)
    text = row.text("text")
    title, description, body = _places(row.text("places"), len(text))
    markup = row.text("markup") or "markdown"
    others = _others(row.text("other", ""))
    given = _as_read(fields, title.of(text), description.of(text))
    document, original, sha256 = original_of(given, others, body.of(text), row.name("path"))
    number = row.whole("id")
    version = Version(
        number=1,
        imported_at=row.text("added_at"),
        source_path="",
        format=document.format,
        markup=markup,
        encoding="utf-8",
        cleaner_version=0,
        extractor_version=0,
        title=title,
        description=description,
        body=body,
        notes=(),
        front_matter=document.front_matter,
        unknown=tuple(others),
        origin=document.origin,
        fields=document.fields,
        sha256=sha256,
        original=original,
    )
    article = Article(
        id=number,
        path=row.name("path"),
        state=row.word("state", State),
        fields=fields,
        unknown={name: document.front_matter.get(name) for name in others},
        origin=document.origin,
        format=document.format,
        markup=markup,
        encoding="utf-8",
        revision=1,
        revisions=1,
        added_at=row.text("added_at"),
        text=text,
        title=title,
        description=description,
        body=body,
        facts=tuple(stored_fact(each, text, number) for each in facts),
        repairs=(),
        sets=row.texts("sets"),
        imported_at=row.text("added_at"),
        reviewed_at=row.text("reviewed_at"),
        sha256=sha256,
        imported=document.fields,
    )
    sets = tuple(SetPlace(0, name, row.text("added_at"), number) for name in article.sets if name.strip())
    return Exported(article, original, record=Record((version,), sets))


def _as_read(fields: Fields, title: str, description: str) -> Fields:
    """The fields as the text has them, where an editor gave the article another title."""
    return replace(fields, title=title or fields.title, description=description or fields.description)


def _places(text: str, length: int) -> tuple[Span, Span, Span]:
    found = [Span(int(start), int(end)) for start, end in _PLACE.findall(text)]
    if len(found) != 3 or not all(span.start <= span.end <= length for span in found):
        raise UnreadableFile(
            "“places” are not three places in the text.", "The text was edited in the table."
        )
    return found[0], found[1], found[2]


def _others(text: str) -> dict[str, Value]:
    try:
        return Object(json.loads(text or "{}"), "other").whole_mapping()
    except (ValueError, RecursionError):
        raise UnreadableFile("“other” is no JSON.") from None


def stored_fact(row: Object, text: str, article_id: int) -> StoredFact:
    """The fact of a row."""
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
