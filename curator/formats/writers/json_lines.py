"""JSON Lines: everything known of an article on one line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from curator.domain.articles import Article, StoredFact, StoredRepair
from curator.domain.changes import JournalEntry, Value
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Evidence, Fact
from curator.domain.repairs import Repair
from curator.domain.spans import Span
from curator.formats.writing import FileWriter, Needs


def json_line(article: Article, journal: Iterable[Mapping[str, Value]] = ()) -> str:
    """The article as one line of JSON with its line end; keys stand in a fixed order."""
    return json.dumps(as_data(article, journal), ensure_ascii=False, separators=(", ", ": ")) + "\n"


def as_data(article: Article, journal: Iterable[Mapping[str, Value]] = ()) -> dict[str, Value]:
    """The article as JSON values; places are `[start, end]` in `text`, in code points."""
    return {
        "id": article.id,
        "path": article.path,
        "state": article.state.value,
        **_fields(article),
        "unknown": dict(article.unknown),
        "origin": dict(article.origin),
        "format": article.format,
        "markup": article.markup,
        "encoding": article.encoding,
        "revision": article.revision,
        "added_at": article.added_at,
        "text": article.text,
        "spans": {name: list(_span(article, name)) for name in ("title", "description", "body")},
        "facts": [stored_fact_data(fact) for fact in article.facts],
        "repairs": [stored_repair_data(repair) for repair in article.repairs],
        "sets": list(article.sets),
        "notes": list(article.notes),
        "journal": [dict(entry) for entry in journal],
    }


def fact_data(fact: Fact) -> dict[str, Value]:
    """A fact as JSON values: numbers as numbers, days as ISO text, an open end as null."""
    return {
        "kind": fact.kind.value,
        "start": fact.start,
        "end": fact.end,
        "quote": fact.quote,
        "value": _number(fact.value),
        "low": _number(fact.low),
        "high": _number(fact.high),
        "unit": fact.unit,
        "approximation": fact.approximation.value,
        "status": fact.status.value,
        "precision": fact.precision.value if fact.precision else None,
        "confidence": fact.confidence,
        "rule": fact.rule,
        "name": fact.name,
    }


def stored_fact_data(stored: StoredFact) -> dict[str, Value]:
    """A fact of the library with its evidence, decision and verdict."""
    return {
        "id": stored.id,
        **fact_data(stored.fact),
        "evidence": _evidence(stored.evidence),
        "decision": stored.decision.value,
        "verdict": stored.verdict.value,
        "verdict_note": stored.verdict_note,
        "verdict_source": stored.verdict_source,
        "origin": stored.origin,
        "about": list(stored.about),
    }


def repair_data(repair: Repair) -> dict[str, Value]:
    """A repair as JSON values: its place before and after, what it changed and why."""
    return {
        "original": list(repair.original),
        "cleaned": list(repair.cleaned),
        "before": repair.before,
        "after": repair.after,
        "kind": repair.kind.value,
        "channel": repair.channel,
        "confidence": repair.confidence,
        "alternatives": [
            {"text": alternative.text, "confidence": alternative.confidence}
            for alternative in repair.alternatives
        ],
    }


def stored_repair_data(stored: StoredRepair) -> dict[str, Value]:
    """A repair of the library with its decision."""
    return {"id": stored.id, **repair_data(stored.repair), "decision": stored.decision.value}


def _fields(article: Article) -> dict[str, Value]:
    values: dict[str, Any] = asdict(article.fields)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}  # pyright: ignore[reportUnknownArgumentType]


def _span(article: Article, name: str) -> Span:
    return {"title": article.title, "description": article.description, "body": article.body}[name]


def _evidence(evidence: Evidence | None) -> Value:
    return asdict(evidence) if evidence else None


def _number(value: Decimal | date | None) -> int | float | str | None:
    """A decimal as the JSON number that reads back equal, else as text; a day as ISO text."""
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    if not value.is_finite():
        return str(value)
    if value == value.to_integral_value() and value.adjusted() < 300:
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)


def entry_data(entry: JournalEntry) -> dict[str, Value]:
    """A step of the journal as JSON values."""
    return {
        "id": entry.id,
        "at": entry.made_at,
        "who": entry.who,
        "kind": entry.kind,
        "label": entry.step.label,
        "undone": entry.undone,
        "changes": [
            {
                "subject": change.subject.value,
                "id": change.subject_id,
                "field": change.field,
                "before": change.before,
                "after": change.after,
                "article": change.article_id,
            }
            for change in entry.step.changes
        ],
    }


def _write(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    for each in articles:
        line = json_line(each.article, map(entry_data, each.journal))
        stream.write(line.encode("utf-8", "backslashreplace"))


WRITER = FileWriter(
    "jsonl",
    "JSON Lines",
    "everything: text, fields, facts, evidence, repairs, decisions",
    ".jsonl",
    _write,
    Needs.JOURNAL,
)
