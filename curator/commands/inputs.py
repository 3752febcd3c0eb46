"""Inputs: files that a command is given by name, and standard input as `-`."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from curator.domain.errors import CuratorError
from curator.formats.sources import MOST_BYTES, too_large


def bytes_of(name: str) -> bytes:
    """All that the file holds; CuratorError if it is more than any article has, or cannot be read."""
    with _opened(name) as stream:
        return _within(stream.read(MOST_BYTES + 1), _said(name))


def lines_of(name: str) -> Iterator[bytes]:
    """Its lines as they come, with their ends; CuratorError as `bytes_of`, of each line for itself."""
    with _opened(name) as stream:
        while line := stream.readline(MOST_BYTES + 1):
            yield _within(line, "A line")


def _within(data: bytes, name: str) -> bytes:
    """The bytes, unless they are more than any article has: what is piped in may have no end."""
    if len(data) > MOST_BYTES:
        raise too_large(name)
    return data


@contextmanager
def _opened(name: str) -> Generator[BinaryIO, None, None]:
    """A file or standard input; CuratorError where it cannot be opened, or not be read to its end."""
    try:
        if name == "-":
            yield sys.stdin.buffer
        else:
            with Path(name).open("rb") as stream:
                yield stream
    except OSError as error:
        raise CuratorError(f"{_said(name)} cannot be read: {error.strerror}.") from error


def _said(name: str) -> str:
    return "Standard input" if name == "-" else name
