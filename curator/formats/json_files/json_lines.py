"""JSON Lines: an article a line, Curator's own as they were exported, anybody's by what their keys say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head, Look
from curator.formats.json_files.json_articles import exported_of, is_ours
from curator.formats.json_files.json_values import Object
from curator.formats.readers import Claim
from curator.formats.tables.column_names import mapping_of
from curator.formats.tables.table_articles import Rows, text_of

MOST_LINE = 256 << 20
"""Bytes of the longest line that is read: an article with all its revisions."""

SAMPLES = 100
"""Lines by which keys are told."""

_BLOCK = 1 << 20
_SUFFIXES = (".jsonl", ".ndjson")


def claim(head: Head) -> Claim:
    """Sure of a file that is named so, and of one whose first line is an article."""
    if head.suffix in _SUFFIXES:
        return Claim.CERTAIN
    first = head.data.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    return Claim.CONTENT if first.startswith(b'{"id": ') and b'"path": ' in first[:100] else Claim.NO


def entries(stream: BinaryIO, path: str, choices: Choices) -> Iterator[Entry]:
    """The article of each line; blank lines are passed over."""
    for number, line in enumerate(_lines(stream), 1):
        place = f"line {number}"
        if line is None:
            yield Entry(place, "", reason=f"The line is longer than {MOST_LINE >> 20} MB.")
        elif text := line.strip():
            try:
                yield _entry(place, path, number, text, choices)
            except UnreadableFile as error:
                yield Entry(place, "", reason=error.message, hint=error.hint)


def look(stream: BinaryIO, _path: str) -> Look:
    """The keys and values of the first lines that can be read."""
    rows: list[dict[str, Value]] = []
    for line in islice(_lines(stream), SAMPLES):
        with suppress(UnreadableFile):
            rows.append(Object(_parsed((line or b"").strip())).whole_mapping())
    columns = tuple(dict.fromkeys(key for row in rows for key in row))
    samples = tuple(tuple(text_of(row.get(column)) for column in columns) for row in rows)
    return Look(columns, samples, mapping_of(columns, samples, {}), any(map(is_ours, rows)))


def count(stream: BinaryIO) -> int:
    """The lines of a file."""
    lines, last = 0, b""
    while block := stream.read(_BLOCK):
        lines += block.count(b"\n")
        last = block
    return lines + (not last.endswith(b"\n"))


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line; None for one that is too long."""
    first = True
    while line := stream.readline(MOST_LINE):
        if len(line) == MOST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(_BLOCK)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False


def _entry(place: str, path: str, number: int, line: bytes, choices: Choices) -> Entry:
    values = _parsed(line)
    if is_ours(values):
        whole = exported_of(Object(values))
        return Entry(place, whole.article.path, whole=whole)
    row = Object(values).whole_mapping()
    columns = mapping_of(tuple(row), (tuple(map(text_of, row.values())),), choices.columns)
    return Rows(columns).entry(place, path, number, row)


def _parsed(line: bytes) -> Value:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile("The line is not UTF-8.") from error
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"The line is not JSON: {error.msg} at character {error.pos + 1}.") from error
    except RecursionError as error:
        raise UnreadableFile("The line is nested too deeply.") from error
    except ValueError as error:
        raise UnreadableFile("The line has a number too long to read.") from error


COLLECTION = Collection("jsonl", _SUFFIXES, claim, entries, count, look)
