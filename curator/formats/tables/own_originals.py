"""Originals for articles that come back from tables, which have none: a file is composed and read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from curator.domain.articles import Document, Fields
from curator.domain.changes import Value


def original_of(
    fields: Fields, others: Mapping[str, Value], body: str, path: str
) -> tuple[Document, bytes, str]:
    """The document, the bytes and their SHA-256 of a Markdown file with these fields, other keys and body."""
    from curator.formats.readers import read
    from curator.formats.writers.markdown_files import composed_of

    data = composed_of(fields, others, body).encode("utf-8", "replace")
    return read(data, path), data, hashlib.sha256(data).hexdigest()
