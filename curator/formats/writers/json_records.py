"""JSON of what a library keeps beside an article: its revisions with their bytes, its sets and companies."""

from __future__ import annotations

import base64
from dataclasses import asdict

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.domain.records import Record, Version


def record_data(record: Record) -> dict[str, Value]:
    """What it takes to restore an article, under "revisions" and "library"."""
    return {
        "revisions": [version_data(each) for each in record.versions],
        "library": {
            "sets": [asdict(each) for each in record.sets],
            "companies": [
                {"id": each.id, "name": each.name, "aliases": list(each.aliases), "apart": list(each.apart)}
                for each in record.companies
            ],
        },
    }


def version_data(version: Version) -> dict[str, Value]:
    """A revision as JSON values; its original stands under "original"."""
    return {
        "number": version.number,
        "imported_at": version.imported_at,
        "source_path": version.source_path,
        "format": version.format,
        "markup": version.markup,
        "encoding": version.encoding,
        "cleaner_version": version.cleaner_version,
        "extractor_version": version.extractor_version,
        "spans": {
            "title": list(version.title),
            "description": list(version.description),
            "body": list(version.body),
        },
        "notes": list(version.notes),
        "front_matter": dict(version.front_matter),
        "unknown": list(version.unknown),
        "origin": dict(version.origin),
        "fields": fields_data(version.fields),
        "sha256": version.sha256,
        "original": original_data(version.original),
    }


def fields_data(fields: Fields) -> dict[str, Value]:
    """The fields as JSON values."""
    return {
        name: list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType]
        for name, value in asdict(fields).items()
    }


def original_data(data: bytes) -> dict[str, str]:
    """A file's bytes: {"text": …} where they are UTF-8, else {"base64": …}."""
    try:
        return {"text": data.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode("ascii")}
