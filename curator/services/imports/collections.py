"""Collections: the formats of files that hold many articles, built-in ones and those that packages add."""

from __future__ import annotations

from pathlib import Path

from curator import extensions
from curator.formats.collections import HEAD, Collection, Head
from curator.formats.readers import Claim

BUILT_IN = {
    "jsonl": "curator.formats.json_files.json_lines:COLLECTION",
    "table": "curator.formats.tables.collection:COLLECTION",
    "feed": "curator.formats.feeds.xml_feeds:COLLECTION",
    "json-feed": "curator.formats.feeds.json_feeds:COLLECTION",
    "ninjs": "curator.formats.feeds.news_items:COLLECTION",
    "newsml-g2": "curator.formats.feeds.newsml_items:COLLECTION",
    "newsml": "curator.formats.feeds.newsml1_items:COLLECTION",
    "nitf": "curator.formats.feeds.nitf_stories:COLLECTION",
    "reader": "curator.formats.feeds.reader_streams:COLLECTION",
    "ghost": "curator.formats.feeds.ghost_exports:COLLECTION",
    "mail": "curator.formats.feeds.mail_messages:COLLECTION",
    "annotations": "curator.formats.json_files.annotation_pages:COLLECTION",
    "json-list": "curator.formats.json_files.json_lists:COLLECTION",
}
"""Where each format is; of those that claim a file equally surely the first one takes it."""


def collections() -> tuple[Collection, ...]:
    """All formats; what cannot be loaded is logged and missing."""
    return tuple(extensions.every(extensions.COLLECTIONS, BUILT_IN, Collection).values())


def of_file(file: Path, path: str) -> Collection | None:
    """The format of a file that holds many articles, None for one that is an article itself.

    `path` is its path in the library. OSError if it cannot be read.
    """
    with file.open("rb") as stream:
        head = Head(stream.read(HEAD), path)
    claims = [(each.claim(head), each) for each in collections()]
    claim, found = max(claims, key=lambda each: each[0], default=(Claim.NO, None))
    return found if claim > Claim.FALLBACK else None


def suffixes() -> frozenset[str]:
    """The suffixes of files that hold many articles."""
    return frozenset(suffix for each in collections() for suffix in each.suffixes)


def is_single(file: Path) -> bool:
    """Whether the file is of a kind that holds one article, or few, which an import of a folder picks up.

    Also one that cannot be read, so that reading it says why.
    """
    suffix = file.suffix.lower()
    if not any(suffix in each.singles for each in collections()):
        return False
    try:
        found = of_file(file, file.name)
    except OSError:
        return True
    return found is not None and suffix in found.singles
