"""Values of a JSON object, asked for by name and kind; what is not as it should be is said in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar, cast

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.domain.spans import Span
from curator.domain.storable import storable, storable_text

LARGEST = (1 << 63) - 1
"""The largest whole number a database takes."""

Word = TypeVar("Word", bound=StrEnum)


class Object:
    """A JSON object; every question raises UnreadableFile with the name if the answer is of another kind."""

    def __init__(self, values: Value, name: str = "") -> None:
        if not isinstance(values, dict):
            raise UnreadableFile(f"{f'“{name}”' if name else 'This'} is no object.")
        self._values = cast("dict[str, Value]", values)
        self._name = name

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def whole_mapping(self) -> dict[str, Any]:
        """All that is in it."""
        return storable(self._values)

    def value(self, key: str, default: Value = None) -> Value:
        """Whatever is there, texts without lone surrogates."""
        return storable(self._values.get(key, default))

    def text(self, key: str, default: str | None = None) -> str:
        """A text; the default where there is none."""
        value = self._values.get(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, "text")
        return storable_text(value)

    def name(self, key: str) -> str:
        """A text that is not empty."""
        found = self.text(key)
        if not found.strip():
            raise UnreadableFile(f"“{self._path(key)}” is empty.")
        return found

    def text_or_none(self, key: str) -> str | None:
        """A text or null."""
        return None if self._values.get(key) is None else self.text(key)

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number from 0 on."""
        value = self._values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST:
            raise self._wrong(key, "whole number")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """A number."""
        value = self._values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self._wrong(key, "number")
        return float(value)

    def truth(self, key: str) -> bool:
        """A truth value; false where there is none."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "truth value")
        return value

    def word(self, key: str, of: type[Word], default: Word | None = None) -> Word:
        """One of the words that an enumeration has."""
        value = self._values.get(key, default)
        try:
            return of(value)
        except ValueError:
            raise UnreadableFile(f"“{self._path(key)}” is none of {', '.join(of)}.") from None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; () where there is none."""
        found = self._list(key)
        if not all(isinstance(each, str) for each in found):
            raise self._wrong(key, "list of texts")
        return tuple(storable_text(each) for each in found)

    def object(self, key: str) -> Object:
        """An object."""
        return Object(self._values.get(key), self._path(key))

    def mapping(self, key: str) -> Mapping[str, Any]:
        """An object of any values; empty where there is none."""
        value: Value = self._values.get(key)
        if value is not None and not isinstance(value, dict):
            raise self._wrong(key, "object")
        return storable(value) or {}

    def objects(self, key: str) -> list[Object]:
        """A list of objects; empty where there is none."""
        return [Object(each, f"{self._path(key)}[{n}]") for n, each in enumerate(self._list(key))]

    def span(self, key: str, length: int | None = None) -> Span:
        """A place [start, end] in a text of this length."""
        start, end = self._pair(key)
        if not 0 <= start <= end <= (LARGEST if length is None else length):
            raise self._wrong(key, "place in the text")
        return Span(start, end)

    def _pair(self, key: str) -> tuple[int, int]:
        found = self._list(key)
        if len(found) != 2 or not all(isinstance(n, int) and not isinstance(n, bool) for n in found):
            raise self._wrong(key, "pair of numbers")
        return found[0], found[1]

    def _list(self, key: str) -> list[Any]:
        value = self._values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(key, "list")
        return cast("list[Any]", value)

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _wrong(self, key: str, kind: str) -> UnreadableFile:
        missing = key not in self._values
        return UnreadableFile(f"“{self._path(key)}” {'is missing' if missing else f'is no {kind}'}.")
