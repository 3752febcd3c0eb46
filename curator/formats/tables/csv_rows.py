"""CSV rows: lines as rows of cells, where quotation marks stand astray as well.

A mark that opens a cell and has no partner takes in all that follows, up to the end of the file or to a mark
of a later row, which then seems to close it. It is told by that: no mark closes a cell amid words,
and lines that are each as wide as the heading are rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curator.domain.errors import UnreadableFile

_MOST_OPEN = 100
"""Quotation marks open to the end after which the rest is read as if none meant anything."""

_TELLING_WIDTH = 3
"""Cells that a line must have for its width to tell, where the marks themselves are in order."""


class CsvRows:
    """The rows of lines, each with the line it ends on; UnreadableFile where they break off.

    `astray` gets the lines with a mark that no other closes: it is taken for a sign of its cell, and what
    follows for rows of their own.
    """

    def __init__(self, text: Iterable[str], delimiter: str, before: int, astray: list[int]) -> None:
        self._lines = _Lines(text, before)
        self._delimiter = delimiter
        self._astray = astray
        self._open_ends = 0
        self._width = 0

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        while not self._lines.is_over:
            yield from self._until_astray()

    def _until_astray(self) -> Iterator[tuple[int, list[str]]]:
        """Rows up to one that is read anew, since the reader had begun with its lines."""
        lines = self._lines
        quoting = csv.QUOTE_MINIMAL if self._open_ends < _MOST_OPEN else csv.QUOTE_NONE
        try:
            for row in csv.reader(lines, delimiter=self._delimiter, quoting=quoting):
                self._width = self._width or len(row)
                taken = lines.taken
                found = (
                    self._open_end(row) if lines.is_over else self._merged(row) if len(taken) > 1 else None
                )
                if found is not None:
                    lines.put_back(found.opening + 1)
                    self._astray.append(lines.number)
                    yield lines.number, found.cells
                    return
                lines.taken = []
                yield lines.number, row
        except csv.Error as error:
            reason = f"The table cannot be read from line {lines.number} on: {error}."
            raise UnreadableFile(reason, "A quotation mark may be missing.") from error

    def _open_end(self, row: list[str]) -> _Astray:
        """Where the last cell of the last row was opened, which nothing closes."""
        self._open_ends += 1
        covered = max(1, sum(1 for _ in io.StringIO(row[-1], newline="")))
        return self._opened(row, len(row) - 1, len(self._lines.taken) - covered)

    def _merged(self, row: list[str]) -> _Astray | None:
        """Where a row of several lines is in truth more rows than one."""
        opening = 0
        for at, cell in enumerate(row):
            ends = _ends(cell)
            if ends:
                lines = self._lines.taken[opening : opening + ends + 1]
                closed = _is_closed(lines[-1], cell, self._delimiter)
                found = self._opened(row, at, opening)
                if self._are_rows(found.cells, lines[1:], closed=closed):
                    return found
                if not closed:
                    self._astray.append(self._lines.number - len(self._lines.taken) + opening + 1)
            opening += ends
        return None

    def _opened(self, row: list[str], at: int, opening: int) -> _Astray:
        literal = _literal(self._lines.taken[opening], row[at], self._delimiter)
        return _Astray(opening, [*row[:at], *literal])

    def _are_rows(self, first: Sequence[str], lines: Sequence[str], *, closed: bool) -> bool:
        """Whether the line that opens a cell, and those below it, are each as wide as the heading."""
        if len(first) != self._width:
            return False
        if closed and (self._width < _TELLING_WIDTH or len(lines) < 2):
            return False
        spaced = f"{self._delimiter} "
        if closed and any(spaced in line for line in lines):
            return False  # that may be prose
        *between, last = lines
        if any(line.strip() and len(self._alone(line)) != self._width for line in between):
            return False
        cells = self._alone(last)
        is_open = any(map(_ends, cells))
        return len(cells) == self._width or (not closed and is_open and len(cells) < self._width)

    def _alone(self, line: str) -> list[str]:
        cells: list[str] = next(csv.reader([line], delimiter=self._delimiter), [""])
        return cells


@dataclass(frozen=True, slots=True)
class _Astray:
    """A mark astray: which of the row's lines it stands in, and the cells up to that line's end."""

    opening: int
    cells: list[str]


class _Lines:
    """Lines as they are read, those of the row under way at hand."""

    def __init__(self, lines: Iterable[str], number: int) -> None:
        self._lines = iter(lines)
        self._again: list[str] = []
        self.number = number
        """The lines that were read."""
        self.taken: list[str] = []
        self.is_over = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines, None)
        if line is None:
            self.is_over = True
            raise StopIteration
        self.taken.append(line)
        self.number += 1
        return line

    def put_back(self, kept: int) -> None:
        """Let the lines of the row under way come again, but for the first ones that are kept."""
        again = self.taken[kept:]
        self.number -= len(again)
        self.taken = []
        self.is_over = self.is_over and not again
        self._again += reversed(again)


def _ends(cell: str) -> int:
    """The line ends in a cell."""
    if "\n" not in cell and "\r" not in cell:
        return 0
    return sum(1 for _ in io.StringIO(f"{cell}_", newline="")) - 1


def _is_closed(line: str, cell: str, delimiter: str) -> bool:
    """Whether the mark that closes a cell in its last line has nothing of the cell behind it."""
    *_, ended = io.StringIO(f"{cell}_", newline="")
    quoted = ended[:-1].replace('"', '""') + '"'
    return line.startswith(quoted) and line[len(quoted) : len(quoted) + 1] in ("", "\r", "\n", delimiter)


def _literal(line: str, cell: str, delimiter: str) -> list[str]:
    """The cells of a line from the mark on that opens the cell, which stays as a sign of the first."""
    begun = next(iter(io.StringIO(cell, newline="")), "")
    marks = (place for place, sign in enumerate(line) if sign == '"')
    mark = next((place for place in marks if line[place + 1 :].replace('""', '"') == begun), -1)
    first, *others = next(csv.reader(["_" + line[mark + 1 :]], delimiter=delimiter))
    return ['"' + first[1:], *others]
