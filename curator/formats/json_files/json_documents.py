"""JSON documents: a file that is one JSON value, read whole, with its faults said in words."""

from __future__ import annotations

import json
from typing import BinaryIO, cast

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.domain.storable import storable_text
from curator.formats.encodings.decoding import decode

MOST_BYTES = 512 << 20
"""The largest file that is read."""

MOST_RECODED = 64 << 20
"""The largest file in another encoding than UTF-8 that is read."""


def loaded(stream: BinaryIO) -> Value:
    """The value in a file; UnreadableFile with the line where it is wrong."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"The file is larger than {MOST_BYTES >> 20} MB.", "Split it first.")
    return parsed(_text(data))


def parsed(text: str) -> Value:
    """The value in a text; UnreadableFile with the line where it is wrong."""
    try:
        return json.loads(text, parse_constant=str)
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"The JSON is wrong in line {error.lineno}: {error.msg}.") from error
    except RecursionError as error:
        raise UnreadableFile("The JSON is nested too deeply.") from error
    except ValueError as error:
        raise UnreadableFile("The JSON has a number too long to read.") from error


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if len(data) > MOST_RECODED:
            raise UnreadableFile("The file is not UTF-8.", "Convert it first.") from None
        return decode(data).text


def listed(value: Value) -> list[Value]:
    """The values of a list; one that is no list is the only one, None is nothing."""
    if value is None:
        return []
    return cast("list[Value]", value) if isinstance(value, list) else [value]


def members(value: Value) -> dict[str, Value]:
    """The members of an object; none of what is no object."""
    return cast("dict[str, Value]", value) if isinstance(value, dict) else {}


def text_of(value: Value) -> str:
    """A text or a number as text that can be stored; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return storable_text(str(value))
