"""Rows by number, kept in a temporary file: a sheet may have millions, in any order."""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Self

from curator.domain.changes import Value


class RowStore:
    """Rows as JSON values, which are given back by their number in the order they came."""

    def __init__(self, rows: Iterable[tuple[Value, Value]]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed with the store
        self._places: dict[Value, array[int]] = {}
        end = 0
        for number, row in rows:
            data = json.dumps(row).encode("ascii") + b"\n"
            self._file.write(data)
            self._places.setdefault(number, array("Q")).append(end)
            end += len(data)

    def of(self, number: Value) -> Iterator[dict[str, Any]]:
        """The rows of this number."""
        for place in self._places.get(number, ()):
            self._file.seek(place)
            yield json.loads(self._file.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
