"""XLSX: a workbook with a sheet of articles and a sheet of facts, real dates and numbers, and no formula.

Rows go out as they come (XlsxWriter's constant memory). What a cell cannot hold stands on the sheet Texts,
in parts; what a sheet cannot hold goes on another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

from curator.domain.exports import Edition, Exported
from curator.formats.writers import moments, table_columns
from curator.formats.writers.table_columns import Cell, article_cells, fact_cells
from curator.formats.writing import FileWriter

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1 << 20
"""Rows of a sheet."""

MOST_UNITS = 32_767
"""UTF-16 units of a cell's text."""

TEXTS = ("article", "fact", "column", "part", "text")
"""The heading of the sheet with what cells cannot hold: parts after the first."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets disagree what day a number is."""

_WIDTHS = {
    "title": 50,
    "description": 40,
    "text": 60,
    "quote": 30,
    "path": 30,
    "url": 30,
    "note": 30,
    "published": 20,
    "added_at": 20,
    "reviewed_at": 20,
    "companies": 30,
    "tags": 20,
    "id": 8,
}
_WIDTH = 14


class _Book:
    """A workbook under way."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter's types say nothing
        self.book = book
        self.formats: dict[str, Format] = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }
        self.articles = _Sheet(self, "Articles", table_columns.ARTICLE)
        self.facts = _Sheet(self, "Facts", table_columns.FACT)
        self.texts: _Sheet | None = None

    def write(self, each: Exported) -> None:
        article = each.article
        self._add(self.articles, article_cells(article), article.id, None)
        for stored in article.facts:
            self._add(self.facts, fact_cells(stored, article), article.id, stored.id)

    def _add(self, sheet: _Sheet, cells: dict[str, Cell], article: int, fact: int | None) -> None:
        for name, value in cells.items():
            if isinstance(value, str) and (len(value) * 2 > MOST_UNITS or _is_markup(value)):
                first, *rest = parts(value)
                cells[name] = first
                for number, part in enumerate(rest, 2):
                    self.texts = self.texts or _Sheet(self, "Texts", TEXTS)
                    row = (article, fact, name, number, part)
                    self.texts.add(dict(zip(TEXTS, row, strict=True)))
        sheet.add(cells)


class _Sheet:
    """A sheet of rows under one heading, and another when it is full."""

    def __init__(self, book: _Book, name: str, columns: Sequence[str]) -> None:
        self.book = book
        self.name = name
        self.columns = columns
        self.number = 0
        self.sheet = self._begun()

    def _begun(self) -> Worksheet:
        self.number += 1
        sheet = self.book.book.add_worksheet(self.name if self.number == 1 else f"{self.name} {self.number}")
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(self.columns):
            sheet.set_column(place, place, _WIDTHS.get(name, _WIDTH))
            sheet.write_string(0, place, name, self.book.formats["head"])
        self.row = 0
        return sheet

    def add(self, cells: dict[str, Cell]) -> None:
        self.row += 1
        if self.row >= MOST_ROWS:
            self.sheet = self._begun()
            self.row = 1
        for place, name in enumerate(self.columns):
            _write_cell(self.book.formats, self.sheet, self.row, place, cells[name], name)


def _write_cell(
    formats: dict[str, Format], sheet: Worksheet, row: int, place: int, value: Cell, name: str
) -> None:
    if value is None or value == "":
        return
    moment = _moment(value) if name in ("published", "from", "until") else None
    if isinstance(moment, datetime):
        sheet.write_datetime(row, place, moment, formats["moment"])
    elif moment is not None:
        sheet.write_datetime(row, place, datetime.combine(moment, time()), formats["day"])
    elif isinstance(value, (int, float, Decimal)) and is_exact(value):
        sheet.write_number(row, place, float(value) if isinstance(value, Decimal) else value)
    else:
        sheet.write_string(row, place, str(value))


def is_exact(value: float | Decimal) -> bool:
    """Whether a cell's number, of 16 digits, is this one; a float counts as exact."""
    if isinstance(value, float):
        return math.isfinite(value)
    try:
        return Decimal(f"{float(value):.16G}") == value
    except (OverflowError, ArithmeticError):
        return False


def _moment(value: Cell) -> date | datetime | None:
    """A day or moment as a spreadsheet can hold it; None for what is no full date, and for long ago."""
    try:
        if isinstance(value, str):
            is_day = len(value) == 10
            found = date.fromisoformat(value) if is_day else datetime.strptime(value, _ISO)  # noqa: DTZ007
        else:
            found = value if isinstance(value, date) else None
    except ValueError:
        return None
    if found is None:
        return None
    day = found.date() if isinstance(found, datetime) else found
    return found if day >= _FIRST_DAY else None


_ISO = "%Y-%m-%dT%H:%M:%SZ"


def parts(text: str) -> list[str]:
    """The text in parts that a cell can hold; one at least."""
    found: list[str] = []
    start = units = 0
    for place, character in enumerate(text):
        size = 2 if character > "\uffff" else 1
        if units + size > MOST_UNITS:
            found.append(text[start:place])
            start, units = place, 0
        units += size
    end = len(text) - 1 if _is_markup(text[start:]) else len(text)
    return [*found, *filter(None, (text[start:end], text[end:]))]


def _is_markup(text: str) -> bool:
    """Whether XlsxWriter would take the text for XML of its own."""
    return text.startswith("<r>") and text.endswith("</r>")


class _Draft:
    """A stream to write to. Once it has failed it takes anything, and keeps nothing.

    What XlsxWriter began stays open behind an error, and is ended when its memory is freed.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: BinaryIO | None = stream

    def write(self, data: bytes) -> int:
        if self._stream is None:
            return len(data)
        try:
            return self._stream.write(data)
        except OSError:
            self._stream = None
            raise

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0 if self._stream is None else self._stream.seek(offset, whence)

    def tell(self) -> int:
        return 0 if self._stream is None else self._stream.tell()

    def flush(self) -> None:
        if self._stream is not None:
            self._stream.flush()


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    from xlsxwriter.exceptions import FileCreateError
    from xlsxwriter.workbook import Workbook

    book: Any = Workbook(_Draft(stream), {"constant_memory": True})  # pyright: ignore[reportArgumentType] - or a file
    made = datetime.strptime(moments.first_instant(edition.newest) or "1980-01-01T00:00:00Z", _ISO)  # noqa: DTZ007
    book.set_properties({"title": edition.title, "created": made})
    under_way = _Book(book)
    for each in articles:
        under_way.write(each)
    try:
        book.close()
    except FileCreateError as error:  # what the disk said, in other clothes
        said = error.__context__
        raise (said if isinstance(said, OSError) else OSError(str(error))) from error


WRITER = FileWriter("xlsx", "Excel", "sheets of articles and of facts", ".xlsx", _write, is_text=False)
