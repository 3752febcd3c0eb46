"""Mojibake undone: which channel damaged a document, and what stood there before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from curator.cleaning.channels import decoded
from curator.cleaning.edits import Edit
from curator.cleaning.lossless import lossless_edits


@dataclass(frozen=True, slots=True)
class Found:
    """The edits of each part, and what the document was taken for."""

    edits: list[list[Edit]]
    language: str = ""
    channel: str = ""
    notes: tuple[str, ...] = ()


_SUSPICIOUS = re.compile(
    "[" + "".join(sorted({re.escape(decoded(p, b)) for p in ("cp1252", "cp1254", "cp1250") for b in range(0xC2, 0xF5)})) + "]"
    "[" + "".join(sorted({re.escape(decoded(p, b)) for p in ("cp1252", "cp1254", "cp1250") for b in range(0x80, 0xC0)})) + "]"
)


def mojibake(parts: Sequence[str], language: str | None = None) -> Found:
    """The edits that undo the mojibake in the parts of one document."""
    return Found([_line_edits(part) for part in parts])


def _line_edits(text: str) -> list[Edit]:
    if text.isascii():
        return []
    edits: list[Edit] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if not line.isascii() and _SUSPICIOUS.search(line):
            edits += lossless_edits(line, start)
        start += len(line)
    return edits
