"""Workbooks (XLSX) of anybody: the rows of their sheets, nothing run and nothing fetched.

A workbook is a zip file of XML. Its sizes are looked at before anything is unpacked, since a few kilobytes
can hold gigabytes; XML that declares entities is none; macros are not looked at.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, BinaryIO

from curator.domain.errors import UnreadableFile

MOST_ROWS = 1 << 20
MOST_COLUMNS = 512
"""What is read of a sheet; a workbook may claim any number of rows, and they may be empty."""

MOST_UNPACKED = 8 << 30
MOST_SHARED = 512 << 20
"""Bytes that sheets together, and each other part, may have unpacked."""

MOST_PACKING = 200
"""How many times larger than the file large contents may be."""

_LARGE = 64 << 20
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ENTITY = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

Cell = str | int | float | bool | datetime | date | None


@contextmanager
def opened(stream: BinaryIO) -> Generator[dict[str, Any], None, None]:
    """The sheets of a workbook by name, in order; UnreadableFile if it is none, or not to be trusted."""
    _look_at(stream)
    stream.seek(0)
    import openpyxl

    warnings.filterwarnings("ignore", module="openpyxl")  # it has opinions on styles and extensions
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # whatever a broken file makes of it
        raise UnreadableFile(f"The workbook cannot be read ({type(error).__name__}).") from error
    try:
        yield {sheet.title: sheet for sheet in book.worksheets}
    finally:
        book.close()


def _look_at(stream: BinaryIO) -> None:
    stream.seek(0, 2)
    size = stream.tell()
    try:
        with zipfile.ZipFile(stream) as archive:
            sheets = sum(each.file_size for each in archive.infolist() if _SHEET.fullmatch(each.filename))
            others = [each for each in archive.infolist() if not _SHEET.fullmatch(each.filename)]
            largest = max((each.file_size for each in others), default=0)
            whole = sheets + sum(each.file_size for each in others)
            if sheets > MOST_UNPACKED or largest > MOST_SHARED or whole > max(_LARGE, MOST_PACKING * size):
                raise UnreadableFile(
                    "The workbook unpacks to far more than a table holds; it was left alone."
                )
            for each in archive.infolist():
                with archive.open(each) as part:
                    if _ENTITY.search(part.read(1 << 16)):
                        raise UnreadableFile("The workbook declares entities, which no spreadsheet does.")
    except UnreadableFile:
        raise
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile(
            "The workbook cannot be unpacked.", "Save it once more as .xlsx without a password."
        ) from error


def rows(sheet: Any, width: int = MOST_COLUMNS) -> Iterator[tuple[int, list[Cell]]]:  # noqa: ANN401 - openpyxl's
    """Each row of a sheet that holds something, with its number, as wide as `width` at most."""
    from openpyxl.cell.read_only import EMPTY_CELL

    sheet.reset_dimensions()  # what it claims to have is not always so
    blank: object = None
    try:
        for number, row in enumerate(sheet.iter_rows(max_col=width), 1):
            if number > MOST_ROWS:
                return
            if row is blank:  # one row stands for all that are missing
                continue
            width = len(row)
            while width and row[width - 1] is EMPTY_CELL:
                width -= 1
            blank = blank if width else row
            cells = [_value(cell) for cell in row[:width]]
            if any(cell not in (None, "") for cell in cells):
                yield number, cells
    except Exception as error:  # whatever a broken sheet makes of it
        raise UnreadableFile(f"The sheet cannot be read on ({type(error).__name__}).") from error


def _value(cell: Any) -> Cell:  # noqa: ANN401 - openpyxl's cells
    value = cell.value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return "" if cell.data_type == "e" else unescaped(value)
    if isinstance(value, datetime):
        shows_time = "h" in (cell.number_format or "").lower()
        is_day = not shows_time and (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date() if is_day else value
    if isinstance(value, (int, float)):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    return str(value)


def unescaped(text: str) -> str:
    """The text of a cell: _x0001_ stands for a character that XML cannot hold (ECMA-376, ST_Xstring)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
