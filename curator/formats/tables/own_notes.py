"""Facts in tables that Curator wrote, without their articles: notes on articles that are in the library."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from curator.domain.errors import UnreadableFile
from curator.domain.exports import BY_PATH, notes_of
from curator.formats.collections import Entry
from curator.formats.json_files.json_values import Object
from curator.formats.tables.own_rows import row_of, stored_fact

if TYPE_CHECKING:
    from curator.formats.tables.table_files import Table


def entries(table: Table) -> Iterator[Entry]:
    """For each article of a table of facts, its facts as notes on it; its rows stand together."""
    for path, group in groupby(_read_rows(table), lambda each: each[1].get("path")):
        places = list(group)
        first = table.place(places[0][0])
        try:
            if not path:
                raise UnreadableFile("“path” is empty.")
            number = Object(places[0][1]).whole("article", 0)
            found = [stored_fact(Object(row), None, number) for _, row in places]
        except UnreadableFile as error:
            yield Entry(first, path or "", reason=error.message, hint=error.hint)
        else:
            yield Entry(first, path, whole=notes_of(BY_PATH + path, number, path, found, has_all_facts=True))


def _read_rows(table: Table) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, cells in table.rows:
        try:
            yield number, row_of(table, cells)
        except UnreadableFile:
            yield number, {}
