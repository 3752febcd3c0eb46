"""Values in cells: lists as one text, and text that no spreadsheet takes for a formula, and back again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

SEPARATOR = "; "

_FORMULA = r"[=+\-@\t\r\n＝＋－＠]"
_NEUTRAL = re.compile(rf"'*{_FORMULA}")
_NEUTRALISED = re.compile(rf"'+{_FORMULA}")
_PLAIN = re.compile(r"[^\s;\"](?:[^;\"\r\n]*[^\s;\"])?")


def neutral(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula; None is empty.

    Text that begins as a formula does gets an apostrophe before it, and so does text that begins with
    apostrophes and then a formula: so `plain` knows which apostrophe to take off.
    """
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and _NEUTRAL.match(text) else text


def plain(cell: str) -> str:
    """The text that `neutral` was given."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell


def joined(names: Iterable[str]) -> str:
    """Names as one text, parted by semicolons; names that hold one stand in quotation marks."""
    return SEPARATOR.join(
        name if _PLAIN.fullmatch(name) else '"' + name.replace('"', '""') + '"' for name in names
    )


def parted(cell: str) -> tuple[str, ...]:
    """The names that `joined` was given."""
    if not cell:
        return ()
    reader = csv.reader(io.StringIO(cell, newline=""), delimiter=";", skipinitialspace=True)
    return tuple(name for row in reader for name in row)
