"""Table files: CSV and workbooks opened as tables of headings and rows."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from curator.domain.errors import UnreadableFile
from curator.formats.collections import Head
from curator.formats.tables import csv_tables, workbooks
from curator.formats.tables.table_articles import text_of

TEXTS = (".csv", ".tsv", ".tab")
WORKBOOKS = (".xlsx", ".xlsm", ".xltx")

MOST_COLUMNS = 16_384
"""Columns that a spreadsheet can have."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table under way: its name ("" in a CSV file), its headings, and its rows with their numbers."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[tuple[int, Sequence[Any]]]
    left_open: list[int] = field(default_factory=list[int])
    """The lines, of those read so far, with a quotation mark that is never closed."""

    def place(self, number: int) -> str:
        """Where a row stands, in words."""
        return f"row {number} of {self.name}" if self.name else f"line {number}"


@contextmanager
def tables(stream: BinaryIO, path: str) -> Generator[list[Table], None, None]:
    """The tables of a CSV file or a workbook; empty sheets are left out."""
    if Head(b"", path).suffix not in WORKBOOKS:
        left_open: list[int] = []
        with closing(csv_tables.rows(stream, left_open)) as rows:
            yield [replace(_table("", rows), left_open=left_open)]
        return
    with workbooks.opened(stream) as sheets:
        found = [_table(name, workbooks.rows(sheet)) for name, sheet in sheets.items()]
        yield [table for table in found if table.columns]


def _table(name: str, rows: Iterator[tuple[int, Sequence[Any]]]) -> Table:
    """The table whose first row with something in it is the heading; what comes twice gets a number."""
    _, heading = next(rows, (0, ()))
    if len(heading) > MOST_COLUMNS:
        reason = f"The table has {len(heading):,} columns; no spreadsheet has more than {MOST_COLUMNS:,}."
        raise UnreadableFile(reason, "Perhaps it lacks its line ends.")
    columns: dict[str, None] = {}
    for number, cell in enumerate(heading, 1):
        column = " ".join(text_of(cell).removeprefix("\ufeff").split()) or f"column {number}"
        while column in columns:
            column = f"{column} {number}"
        columns[column] = None
    return Table(name, tuple(columns), rows)
