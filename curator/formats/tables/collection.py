"""Tables: CSV and XLSX with an article a row, Curator's own as they were, anybody's by their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, BinaryIO

from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head, Look
from curator.formats.readers import Claim
from curator.formats.tables import column_names, csv_tables, own_tables
from curator.formats.tables.table_articles import Rows, text_of
from curator.formats.tables.table_files import TEXTS, WORKBOOKS, Table, tables

SAMPLES = 100
"""Rows by which columns are told."""

_SUBSTACK = frozenset(("post_id", "post_date", "email_sent_at", "audience"))
"""Columns of the list of articles that Substack exports beside their texts."""

_TEXTS_ELSEWHERE = (
    "This is Substack's list of articles, which has their headlines and days, but no texts.",
    "The texts are HTML files in the folder “posts” of the export: import those, too.",
)


def claim(head: Head) -> Claim:
    """Sure of a workbook, and of a file that is named as CSV is."""
    if head.suffix in WORKBOOKS:
        return Claim.CERTAIN
    return Claim.SUFFIX if head.suffix in TEXTS else Claim.NO


def entries(stream: BinaryIO, path: str, choices: Choices) -> Iterator[Entry]:
    """The article of each row; UnreadableFile if no table has a column for a title or a text."""
    with tables(stream, path) as found:
        if own_tables.are_ours([each.columns for each in found]):
            yield from own_tables.entries(found)
            yield from _left_open(found, path)
            return
        understood = False
        for table in found:
            samples = list(islice(table.rows, SAMPLES))
            columns = mapped(table.columns, samples, choices)
            if not {"title", "text"} & columns.keys():
                continue
            understood = True
            rows = Rows(columns, [_row(table.columns, cells) for _, cells in samples])
            for number, cells in chain(samples, table.rows):
                yield rows.entry(table.place(number), path, number, _row(table.columns, cells))
            if "text" not in columns and set(table.columns) >= _SUBSTACK:
                yield Entry(table.place(1), path, reason=_TEXTS_ELSEWHERE[0], hint=_TEXTS_ELSEWHERE[1])
        if not understood:
            raise UnreadableFile(_no_columns(found), "Say which: --map title=…, --map text=….")
        yield from _left_open(found, path)


def _left_open(found: Sequence[Table], path: str) -> Iterator[Entry]:
    """What is to be said of quotation marks that are never closed; the rows themselves were read."""
    for table in found:
        for line in table.left_open:
            reason = "A quotation mark that opens here is never closed; the lines after it were read as rows."
            hint = "Look whether they belong to the cell it opens, and close it."
            yield Entry(table.place(line), path, reason=reason, hint=hint)


def mapped(
    columns: Sequence[str], samples: Iterable[tuple[int, Sequence[Any]]], choices: Choices
) -> dict[str, str]:
    """Field → heading for a table, as chosen or as guessed."""
    shown = [[text_of(cell) for cell in cells] for _, cells in samples]
    return column_names.mapping_of(columns, shown, choices.columns)


def _row(columns: Sequence[str], cells: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(columns, cells, strict=False))


def _no_columns(found: Sequence[Table]) -> str:
    headings = [heading for table in found for heading in table.columns][:20]
    return f"No column is a title or a text; columns are {', '.join(headings) or 'none'}."


def look(stream: BinaryIO, path: str) -> Look:
    """The headings, first rows and guess of a table; of a workbook, of its first table that is understood."""
    with tables(stream, path) as found:
        is_ours = own_tables.are_ours([each.columns for each in found])
        looks = [_look(table, is_ours=is_ours) for table in found]
    if not looks:
        raise UnreadableFile("The table is empty.")
    return next((each for each in looks if {"title", "text"} & each.guess.keys()), looks[0])


def _look(table: Table, *, is_ours: bool) -> Look:
    samples = list(islice(table.rows, SAMPLES))
    cells = tuple(tuple(text_of(cell) for cell in row) for _, row in samples)
    return Look(table.columns, cells, mapped(table.columns, samples, Choices()), is_ours)


def count(stream: BinaryIO) -> int:
    """About how many rows a table has; 0 for a workbook, which does not say."""
    return 0 if stream.read(2) == b"PK" else csv_tables.count(stream)


COLLECTION = Collection("table", (*TEXTS, *WORKBOOKS), claim, entries, count, look)
