"""Writers: the formats articles can be exported in, built-in ones and those that packages add."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import EntryPoint

from curator import extensions
from curator.domain.errors import CuratorError
from curator.formats.writing import FileWriter, FolderWriter, Writer

BUILT_IN = {
    "markdown": "curator.services.files.mending:WRITER",
    "jsonl": "curator.formats.writers.json_lines:WRITER",
    "csv": "curator.formats.writers.csv_files:WRITER",
    "csv-facts": "curator.formats.writers.csv_files:FACTS_WRITER",
    "xlsx": "curator.formats.writers.xlsx_files:WRITER",
    "parquet": "curator.formats.writers.parquet_files:WRITER",
    "html": "curator.formats.writers.html_dossier:WRITER",
    "svg": "curator.formats.writers.timeline_svg:WRITER",
    "json-feed": "curator.formats.writers.json_feed:WRITER",
    "rss": "curator.formats.writers.rss_feeds:WRITER",
    "atom": "curator.formats.writers.atom_feeds:WRITER",
    "opml": "curator.formats.writers.opml_outlines:WRITER",
    "ninjs": "curator.formats.writers.ninjs_items:WRITER",
    "newsarticle": "curator.formats.writers.schema_articles:WRITER",
    "claimreview": "curator.formats.writers.claim_reviews:WRITER",
    "annotations": "curator.formats.writers.web_annotations:WRITER",
    "timelinejs": "curator.formats.writers.timelinejs:WRITER",
    "bibtex": "curator.formats.writers.citations:BIBTEX",
    "csl-json": "curator.formats.writers.citations:CSL",
    "template": "curator.formats.writers.templates:WRITER",
}
"""Where each format is, in the order they are offered; what is drawn is added with `offer`."""

_added: dict[str, str] = {}
_KINDS = (FileWriter, FolderWriter)


def offer(more: Mapping[str, str]) -> None:
    """Offer these writers too; by name, each as "module:object"."""
    _added.update(more)


def names() -> tuple[str, ...]:
    """The names of all formats, in the order they are offered."""
    return tuple(_points())


def writers() -> tuple[Writer, ...]:
    """All formats in the order they are offered; what cannot be loaded is logged and missing."""
    return tuple(extensions.every(extensions.WRITERS, BUILT_IN | _added, _KINDS).values())


def writer(name: str) -> Writer:
    """The format of this name; CuratorError if there is none or it cannot be loaded."""
    point = _points().get(name)
    if point is None:
        raise CuratorError(f"There is no format “{name}”.", f"Formats are: {', '.join(names())}.")
    return extensions.loaded(point, _KINDS)


def _points() -> dict[str, EntryPoint]:
    return extensions.points(extensions.WRITERS, BUILT_IN | _added)
