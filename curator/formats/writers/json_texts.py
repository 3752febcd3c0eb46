"""JSON texts: one JSON document, written as its parts come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO


class ListWriter:
    """Writes an object whose one long list is never whole in memory.

    `head` are the members before the list, which is called `name`; those after it come with `close`.
    """

    def __init__(self, stream: BinaryIO, head: Mapping[str, Any], name: str) -> None:
        self.count = 0
        """The items written."""
        self._stream = stream
        members = "".join(f" {json_text(key)}: {json_text(value)},\n" for key, value in head.items())
        self._write(f"{{\n{members} {json_text(name)}: [")

    def add(self, item: object) -> None:
        """Write one item."""
        self._write((",\n  " if self.count else "\n  ") + json_text(item))
        self.count += 1

    def close(self, tail: Mapping[str, Any] | None = None) -> None:
        """Write the members after the list, and the end."""
        members = "".join(f",\n {json_text(key)}: {json_text(value)}" for key, value in (tail or {}).items())
        self._write(("\n ]" if self.count else "]") + members + "\n}\n")

    def _write(self, text: str) -> None:
        self._stream.write(encoded(text))


def write_list(items: Iterable[object], stream: BinaryIO) -> None:
    """Write a JSON array, an item a line."""
    count = 0
    for count, item in enumerate(items, 1):
        stream.write(encoded((",\n " if count > 1 else "[\n ") + json_text(item)))
    stream.write(b"\n]\n" if count else b"[]\n")


def json_text(value: object) -> str:
    """A value as JSON on one line; letters of every script stand as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)


def encoded(text: str) -> bytes:
    r"""JSON as UTF-8; a lone surrogate becomes the escape \udXXX, which JSON reads back."""
    return text.encode("utf-8", "backslashreplace")


def filled(**members: object) -> dict[str, Any]:
    """The members that hold something: no empty text, list or object, no None."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {}, ())}
