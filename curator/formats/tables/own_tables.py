"""Tables that Curator wrote: articles and facts as they were, as far as rows say it.

A table has no original files, repairs, journal or earlier revisions: an original is composed of the fields
and the text, and what else there was does not come back. A workbook brings its facts along; beside a CSV
file of articles they are looked for anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from curator.domain.articles import Fields, State
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.domain.exports import Exported
from curator.domain.records import Record, SetPlace, Version
from curator.formats.collections import Entry
from curator.formats.json_files.json_articles import fields_of
from curator.formats.json_files.json_values import Object
from curator.formats.tables import own_notes
from curator.formats.tables.own_originals import original_of
from curator.formats.tables.own_rows import others, places, row_of, stored_fact
from curator.formats.tables.row_stores import RowStore

if TYPE_CHECKING:
    from curator.formats.tables.table_files import Table

_ARTICLE = frozenset({"id", "path", "state", "places", "text", "facts_open"})
_FACT = frozenset({"id", "article", "path", "kind", "quote", "decision", "verdict", "start"})
_TEXTS = frozenset({"article", "fact", "column", "part", "text"})


def are_ours(columns: Sequence[Sequence[str]]) -> bool:
    """Whether one of some tables, by their headings, has articles or facts as Curator writes them."""
    return any(set(each) >= _ARTICLE or set(each) >= _FACT for each in columns)


def entries(tables: Sequence[Table]) -> Iterator[Entry]:
    """The articles of the tables with their facts, in the order of their rows.

    Facts without a table of articles are notes on articles that are in the library.
    """
    if not any(set(table.columns) >= _ARTICLE for table in tables):
        for table in tables:
            if set(table.columns) >= _FACT:
                yield from own_notes.entries(table)
        return
    with RowStore(_numbered(tables, _FACT, "article")) as facts, RowStore(_long_texts(tables)) as texts:
        has_facts = any(set(table.columns) >= _FACT for table in tables)
        for table in tables:
            if set(table.columns) >= _ARTICLE:
                yield from _articles(table, facts, texts, has_facts=has_facts)


def _articles(table: Table, facts: RowStore, texts: RowStore, *, has_facts: bool) -> Iterator[Entry]:
    for number, cells in table.rows:
        try:
            row = row_of(table, cells)
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
                    row = row_of(table, cells)
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


def _whole(row: Object, facts: Sequence[Object]) -> Exported:
    text, number = row.text("text"), row.whole("id")
    version = _version(row, text)
    article = replace(
        version.article(number, row.name("path"), fields_of(row), text),
        state=row.word("state", State),
        added_at=row.text("added_at"),
        reviewed_at=row.text("reviewed_at"),
        facts=tuple(stored_fact(each, text, number) for each in facts),
        sets=row.texts("sets"),
    )
    sets = tuple(SetPlace(0, name, row.text("added_at"), number) for name in article.sets if name.strip())
    return Exported(article, version.original, record=Record((version,), sets))


def _version(row: Object, text: str) -> Version:
    """The revision that a row tells of, with an original that is composed."""
    title, description, body = places(row.text("places"), len(text))
    unknown = others(row.text("other", ""))
    given = _as_read(fields_of(row), title.of(text), description.of(text))
    document, original, sha256 = original_of(given, unknown, body.of(text), row.name("path"))
    return Version(
        number=1,
        imported_at=row.text("added_at"),
        source_path="",
        format=document.format,
        markup=row.text("markup") or "markdown",
        encoding="utf-8",
        cleaner_version=0,
        extractor_version=0,
        title=title,
        description=description,
        body=body,
        notes=(),
        front_matter=document.front_matter,
        unknown=tuple(unknown),
        origin=document.origin,
        fields=document.fields,
        sha256=sha256,
        original=original,
    )


def _as_read(fields: Fields, title: str, description: str) -> Fields:
    """The fields as the text has them, where an editor gave the article another title."""
    return replace(fields, title=title or fields.title, description=description or fields.description)
