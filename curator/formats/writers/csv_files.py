"""CSV: one row an article, or one row a fact, by RFC 4180, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.formats.tables.table_values import neutral as neutral  # noqa: PLC0414 - named again for callers
from curator.formats.writers import table_columns
from curator.formats.writers.table_columns import article_cells, fact_cells
from curator.formats.writing import FileWriter

COLUMNS = table_columns.ARTICLE
"""The heading of a file of articles."""

BOM = "\ufeff"
"""Makes spreadsheets read the file as UTF-8; it stands before the heading."""


def csv_heading(columns: Iterable[str] = COLUMNS) -> str:
    """The first row, with the mark of the encoding before it and its line end."""
    return BOM + _row(columns)


def csv_row(article: Article) -> str:
    """The article as one row, with its line end; lists are joined by semicolons.

    Text a spreadsheet would run as a formula gets an apostrophe before it.
    """
    cells = article_cells(article)
    return _row(neutral(cells[name]) for name in COLUMNS)


def csv_fact_rows(article: Article) -> Iterator[str]:
    """The article's facts, a row each."""
    for stored in article.facts:
        cells = fact_cells(stored, article)
        yield _row(neutral(cells[name]) for name in table_columns.FACT)


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _write(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    stream.write(csv_heading().encode())
    stream.writelines(csv_row(each.article).encode("utf-8", "backslashreplace") for each in articles)


def _write_facts(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    stream.write(csv_heading(table_columns.FACT).encode())
    for each in articles:
        stream.writelines(row.encode("utf-8", "backslashreplace") for row in csv_fact_rows(each.article))


WRITER = FileWriter("csv", "CSV", "a row an article", ".csv", _write)
FACTS_WRITER = FileWriter("csv-facts", "CSV of facts", "a row a fact", ".csv", _write_facts)
