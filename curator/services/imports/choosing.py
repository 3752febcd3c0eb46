"""Choosing: which columns of a table hold what, looked at before it is imported."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from curator.domain.articles import Document
from curator.domain.errors import CuratorError, UnreadableFile
from curator.formats.collections import Look
from curator.formats.tables.column_names import mapping_of
from curator.services.imports import collections


def look(file: Path) -> Look | None:
    """The columns of a table with its first rows and what they are taken for; None for other files.

    UnreadableFile if it cannot be read.
    """
    try:
        collection = collections.of_file(file, file.name) if file.is_file() else None
        if collection is None or collection.look is None:
            return None
        with file.open("rb") as stream:
            return collection.look(stream, file.name)
    except OSError as error:
        raise UnreadableFile(f"The file cannot be read: {error.strerror or error}. ({file})") from error


def first(look: Look, name: str, columns: Mapping[str, str]) -> Document | None:
    """The first article of a table as it would be read with these columns, None if there is none.

    `name` is the file's.
    """
    from curator import formats
    from curator.formats.tables.table_articles import Rows

    samples = [dict(zip(look.columns, cells, strict=False)) for cells in look.samples]
    rows = Rows(mapping_of(look.columns, look.samples, columns), samples)
    for number, row in enumerate(samples, 1):
        entry = rows.entry("", name, number, row)
        if entry.data:
            with suppress(CuratorError):
                return formats.read(entry.data, entry.path)
    return None
