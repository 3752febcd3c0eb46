"""Choosing: which columns of a table hold what, looked at before it is imported."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from curator.domain.articles import Document
from curator.domain.errors import CuratorError, UnreadableFile
from curator.formats.collections import Choices, Look
from curator.services import collections


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


def first(file: Path, columns: Mapping[str, str]) -> Document | None:
    """The first article as it would be read with these columns; None if there is none."""
    from curator import formats

    try:
        collection = collections.of_file(file, file.name)
        if collection is None:
            return None
        with file.open("rb") as stream:
            for entry in collection.entries(stream, file.name, Choices(columns)):
                if entry.data:
                    return formats.read(entry.data, entry.path)
    except (OSError, CuratorError):
        return None
    return None
