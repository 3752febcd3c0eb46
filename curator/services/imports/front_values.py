"""Front values: the texts beside the reading text, front-matter values and fields, to be cleaned with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from curator.domain.articles import Document
from curator.domain.changes import Value
from curator.formats.front_matter import fact_lists
from curator.formats.front_matter.fact_lists import Stated

TEXTS = ("title", "description", "source", "author", "category", "note", "url", "slug")
"""The fields that are texts, but for the language, which is a code."""

DEEPEST = 40
"""How deep front matter is followed; no author nests deeper."""

MOST_VALUES = 20_000
"""How many front-matter values are taken: aliases can make a short file endless."""


class Values:
    """The texts beside the reading text: front-matter values by their key path, and the fields."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.notes: list[str] = []
        self.left = MOST_VALUES
        self.by_path: dict[str, str] = {}
        self._fact_keys = [key for key in fact_lists.keys(document.front_matter) if key in document.unknown]
        self.json = {
            str(key): self._taken(value, str(key), 1)
            for key, value in document.front_matter.items()
            if key not in self._fact_keys
        }
        fields = document.fields
        plain = [getattr(fields, name) for name in TEXTS]
        texts = [*self.by_path.values(), *plain, *fields.companies, *fields.tags]
        self.texts = [text for text in dict.fromkeys(texts) if text]

    def _taken(self, value: Value, path: str, depth: int) -> Value:
        """The value as JSON, its texts noted by their path."""
        self.left -= 1
        if depth > DEEPEST or self.left < 0:
            self._note("The front matter is nested too deeply or too long; the rest of it was left out.")
            return None
        if isinstance(value, str):
            self.by_path[path] = value
            return value
        if isinstance(value, Mapping):
            items: Iterator[tuple[Any, Any]] = iter(value.items())  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportUnknownVariableType]
            return {
                str(key): self._taken(each, f"{path}.{key}", depth + 1)
                for key, each in items
                if self.left > 0
            }
        if isinstance(value, (list, tuple, set, frozenset)):
            listed: list[Any] = list(value)  # pyright: ignore[reportUnknownArgumentType]
            return [
                self._taken(each, f"{path}.{n}", depth + 1) for n, each in enumerate(listed) if self.left > 0
            ]
        return _plain(value)

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def cleaned(self, right: Mapping[str, str]) -> dict[str, Any]:
        """The front matter with its texts repaired; quotes of facts are of the right text already."""
        plain = {key: self.document.front_matter[key] for key in self._fact_keys}
        return {key: _repaired(value, right) for key, value in self.json.items()} | plain

    def stated(self) -> list[Stated]:
        """The facts that the front matter states."""
        return [
            each for key in self._fact_keys for each in fact_lists.stated(self.document.front_matter[key])
        ]


def _repaired(value: Value, right: Mapping[str, str]) -> Value:
    if isinstance(value, str):
        return right.get(value, value)
    if isinstance(value, dict):
        return {key: _repaired(each, right) for key, each in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list):
        return [_repaired(each, right) for each in value]  # pyright: ignore[reportUnknownVariableType]
    return value


def _plain(value: Value) -> Value:
    """A value that JSON can say; a number it cannot say becomes a text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 1 << 63 else "(a number too long to keep)"
    if isinstance(value, float):
        return value if abs(value) < float("inf") else str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value)
