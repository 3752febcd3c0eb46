"""JSON Lines: everything known of an article on one line."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import BinaryIO, cast

from curator.domain.articles import Article, StoredFact, StoredRepair
from curator.domain.changes import JournalEntry, Value
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Evidence, Fact
from curator.domain.records import Record
from curator.domain.repairs import Repair
from curator.domain.spans import Span
from curator.formats.writers.json_records import fields_data, record_data
from curator.formats.writing import FileWriter, Needs


def json_line(
    article: Article, journal: Iterable[Mapping[str, Value]] = (), record: Record | None = None
) -> str:
    """The article as one line of JSON with its line end; keys stand in a fixed order."""
    data = as_data(article, journal) | (record_data(record) if record else {})
    try:
        return _dumped(data)
    except ValueError:  # JSON has no infinity and no NaN
        return _dumped(_finite(data))


def _dumped(data: Value) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(", ", ": ")) + "\n"


def _finite(value: Value) -> Value:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in cast("dict[str, Value]", value).items()}
    if isinstance(value, list):
        return [_finite(each) for each in cast("list[Value]", value)]
    return value


def as_data(article: Article, journal: Iterable[Mapping[str, Value]] = ()) -> dict[str, Value]:
    """The article as JSON values; places are `[start, end]` in `text`, in code points."""
    return {
        "id": article.id,
        "path": article.path,
        "state": article.state.value,
        **fields_data(article.fields),
        "unknown": dict(article.unknown),
        "origin": dict(article.origin),
        "format": article.format,
        "markup": article.markup,
        "encoding": article.encoding,
        "revision": article.revision,
        "added_at": article.added_at,
        "reviewed_at": article.reviewed_at,
        "text": article.text,
        "spans": {name: list(_span(article, name)) for name in ("title", "description", "body")},
        "facts": [stored_fact_data(fact) for fact in article.facts],
        "repairs": [stored_repair_data(repair) for repair in article.repairs],
        "field_repairs": [
            {**stored_repair_data(repair), "field": repair.field} for repair in article.field_repairs
        ],
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
        **_exact(fact),
    }


def _exact(fact: Fact) -> dict[str, Value]:
    """The bounds as they are written, under "exact", where a JSON number alone would not say it: 1.50."""
    bounds = {"value": fact.value, "low": fact.low, "high": fact.high}
    written = {
        name: str(value)
        for name, value in bounds.items()
        if isinstance(value, Decimal) and str(_number(value)) != str(value)
    }
    return {"exact": written} if written else {}


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
        "sentence": stored.sentence,
        "company": stored.company_id,
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
        "stale": entry.stale,
        "target": entry.target,
        "changes": [
            {
                "place": place,
                "subject": change.subject.value,
                "id": change.subject_id,
                "field": change.field,
                "before": change.before,
                "after": change.after,
                "article": change.article_id,
            }
            for place, change in zip(
                entry.places or range(len(entry.step.changes)), entry.step.changes, strict=True
            )
        ],
    }


def _write(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    for each in articles:
        line = json_line(each.article, map(entry_data, each.journal), each.record)
        stream.write(line.encode("utf-8", "backslashreplace"))


WRITER = FileWriter(
    "jsonl",
    "JSON Lines",
    "everything: text, fields, facts, evidence, repairs, decisions, journal, files",
    ".jsonl",
    _write,
    Needs.RECORD,
)
