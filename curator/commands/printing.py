"""Printing: JSON, tables and counts, the same for all commands."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from curator.domain.changes import Value

GAP = 2
NARROWEST = 12
"""Columns of a terminal below which no column of a table is cut."""
_MOST_DIGITS = 4000


def write(text: str) -> None:
    """Write text as it is, without a line end of ours."""
    sys.stdout.write(text)


def line(text: str = "") -> None:
    """Write a line; what a terminal might take for a command is left out."""
    write(f"{harmless(text)}\n")


def tell(message: str) -> None:
    """Write a line to standard error, without what a terminal might take for a command."""
    sys.stderr.write(f"curator: {harmless(message)}\n")


def harmless(text: str) -> str:
    """The text on one line and without controls; names of files may hold any."""
    if text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(sign: str) -> str:
    if sign in "\t\n":
        return "\t" if sign == "\t" else " "
    kind = unicodedata.category(sign)
    return "" if kind == "Cc" else "\N{REPLACEMENT CHARACTER}" if kind == "Cs" else sign


def as_json(value: Value, *, indent: int | None = 2) -> str:
    """The value as JSON; lone surrogates are escaped, everything else stands as it is."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def json_line(value: Value) -> None:
    """Write the value as one line of JSON, at once."""
    write(as_json(value, indent=None) + "\n")
    sys.stdout.flush()


def json_document(value: Value) -> None:
    """Write the value as JSON for programs and people."""
    write(as_json(value) + "\n")


def number(value: Decimal | None) -> int | float | None:
    """A number as JSON has it: whole if it is whole."""
    if value is None or not value.is_finite():
        return None
    if value.adjusted() > _MOST_DIGITS:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _plain(value: object) -> Value:
    if isinstance(value, Decimal):
        return number(value)
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if callable(isoformat) else str(value)


def table(rows: Iterable[Sequence[object]], headings: Sequence[str]) -> None:
    """Write rows under headings, columns as wide as they need.

    On a terminal the widest columns are cut until a row fits on one line; elsewhere all stands whole.
    """
    cells = [[" ".join(str(cell).split()) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(headings, *cells, strict=True)]
    if sys.stdout.isatty():
        widths = _fitted(widths, shutil.get_terminal_size().columns)
    for row in ([*headings], *cells):
        line((" " * GAP).join(map(_padded, row, widths)).rstrip())


def _fitted(widths: Sequence[int], room: int) -> list[int]:
    """The widths made to fit into so many columns, at the cost of the widest."""
    fitted = [min(width, room) for width in widths]
    over = sum(fitted) + GAP * (len(fitted) - 1) - room
    while over > 0 and max(fitted) > NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
        over -= 1
    return fitted


def _padded(cell: str, width: int) -> str:
    shown = elided(cell, width)
    return shown + " " * (width - columns(shown))


def elided(text: str, width: int) -> str:
    """The text within so many columns of a terminal, its end cut off where it takes more."""
    if columns(text) <= width:
        return text
    taken = 0
    for place, sign in enumerate(text):
        taken += columns(sign)
        if taken > width - 1:
            return text[:place] + "…"
    return text


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(c) in _NO_WIDTH else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


_NO_WIDTH = ("Mn", "Me", "Cf", "Cc")


def query_place(query: str, start: int, end: int) -> tuple[str, str]:
    """A query on one line, and carets for the line below, under the signs from start to end."""
    shown = "".join(" " if c.isspace() else c for c in query)
    return shown, " " * columns(shown[:start]) + "^" * max(1, columns(shown[start:end]))


def counted(count: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: "1 article", "3 articles"."""
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"
