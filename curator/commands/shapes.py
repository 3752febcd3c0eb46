"""Shapes: how facts, repairs and articles look in JSON. Other programs rely on these names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from curator.commands.printing import number
from curator.domain.articles import Article, ArticleRow, Fields, StoredRepair
from curator.domain.changes import JournalEntry
from curator.domain.facts import Fact
from curator.domain.repairs import Repair
from curator.formats.writers.json_lines import as_data, entry_data, repair_data, stored_repair_data

_SURENESS = 4


def row(each: ArticleRow) -> dict[str, Any]:
    """What the list says of an article."""
    return {
        "id": each.id,
        "path": each.path,
        "title": each.title,
        "published": each.published,
        "source": each.source,
        "language": each.language,
        "importance": each.importance,
        "companies": list(each.companies),
        "tags": list(each.tags),
        "state": each.state.value,
    }


def fact(each: Fact) -> dict[str, Any]:
    """A fact; numbers are numbers, days are ISO days."""
    return {
        "kind": each.kind.value,
        "start": each.start,
        "end": each.end,
        "quote": each.quote,
        "value": number(each.value),
        "low": _bound(each.low),
        "high": _bound(each.high),
        "unit": each.unit,
        "approximation": each.approximation.value,
        "status": each.status.value,
        "precision": each.precision.value if each.precision else None,
        "confidence": round(each.confidence, _SURENESS),
        "rule": each.rule,
        "name": each.name,
    }


def _bound(value: Decimal | date | None) -> int | float | str | None:
    return value.isoformat() if isinstance(value, date) else number(value)


def repair(each: Repair) -> dict[str, Any]:
    """A repair with its places before and after, in code points."""
    return {**repair_data(each), "confidence": round(each.confidence, _SURENESS)}


def article(each: Article, original: str, journal: Iterable[JournalEntry]) -> dict[str, Any]:
    """Everything known of an article, as JSON Lines have it and more."""
    known = as_data(each, [entry_data(step) for step in journal])
    return {
        **known,
        "fields": {field.name: known[field.name] for field in fields(Fields)},
        "original": original,
        "cleaned": each.text,
        "revisions": each.revisions,
        "imported_at": each.imported_at,
        "reviewed_at": each.reviewed_at or None,
        "source_path": each.source_path,
        "sha256": each.sha256,
        "repairs": [_stored_repair(made) for made in (*each.repairs, *each.field_repairs)],
    }


def _stored_repair(each: StoredRepair) -> dict[str, Any]:
    return {**stored_repair_data(each), "field": each.field}
