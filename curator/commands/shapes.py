"""Shapes: how facts, repairs and articles look in JSON. Other programs rely on these names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from curator.commands.printing import number
from curator.domain.articles import Article, ArticleRow, StoredFact, StoredRepair
from curator.domain.changes import JournalEntry
from curator.domain.facts import Fact
from curator.domain.repairs import Repair

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
    return {
        "original": list(each.original),
        "cleaned": list(each.cleaned),
        "before": each.before,
        "after": each.after,
        "kind": each.kind.value,
        "channel": each.channel,
        "confidence": round(each.confidence, _SURENESS),
        "alternatives": [
            {"text": other.text, "confidence": round(other.confidence, _SURENESS)}
            for other in each.alternatives
        ],
    }


def article(each: Article, original: str, journal: Iterable[JournalEntry]) -> dict[str, Any]:
    """Everything known of an article."""
    fields = asdict(each.fields)
    return {
        "id": each.id,
        "path": each.path,
        "state": each.state.value,
        **fields,
        "fields": fields,
        "unknown": dict(each.unknown),
        "origin": dict(each.origin),
        "format": each.format,
        "markup": each.markup,
        "encoding": each.encoding,
        "revision": each.revision,
        "revisions": each.revisions,
        "added_at": each.added_at,
        "imported_at": each.imported_at,
        "reviewed_at": each.reviewed_at or None,
        "source_path": each.source_path,
        "sha256": each.sha256,
        "notes": list(each.notes),
        "original": original,
        "text": each.text,
        "places": {name: list(getattr(each, name)) for name in ("title", "description", "body")},
        "repairs": [_stored_repair(repair_) for repair_ in (*each.repairs, *each.field_repairs)],
        "facts": [_stored_fact(fact_) for fact_ in each.facts],
        "sets": list(each.sets),
        "journal": [entry(step) for step in journal],
    }


def _stored_fact(each: StoredFact) -> dict[str, Any]:
    return {
        "id": each.id,
        **fact(each.fact),
        "evidence": asdict(each.evidence) if each.evidence else None,
        "decision": each.decision.value,
        "verdict": each.verdict.value,
        "verdict_note": each.verdict_note,
        "verdict_source": each.verdict_source,
        "origin": each.origin,
    }


def _stored_repair(each: StoredRepair) -> dict[str, Any]:
    return {"id": each.id, "field": each.field, **repair(each.repair), "decision": each.decision.value}


def entry(each: JournalEntry) -> dict[str, Any]:
    """A step of the journal with its changes."""
    return {
        "id": each.id,
        "at": each.made_at,
        "who": each.who,
        "kind": each.kind,
        "label": each.step.label,
        "undone": each.undone,
        "changes": [
            {
                "subject": change.subject.value,
                "id": change.subject_id,
                "field": change.field,
                "before": change.before,
                "after": change.after,
                "article": change.article_id,
            }
            for change in each.step.changes
        ],
    }
