"""Columns: what tables have of articles and facts, the same in every format of tables."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from curator.domain.articles import Article, StoredFact
from curator.domain.spans import Span
from curator.formats.tables.table_values import joined

ARTICLE = (
    *("id", "path", "title", "description", "published", "source", "author", "language", "category"),
    *("importance", "companies", "tags", "note", "url", "slug", "state", "sets"),
    *("facts_accepted", "facts_open", "words"),
    *("added_at", "reviewed_at", "markup", "other", "places", "text"),
)
"""Of an article: fields, counts, and its reading text with the places of title, description and body in it.

`other` holds the front-matter keys of no field, as JSON.
"""

FACT = (
    *("id", "article", "path", "title", "kind", "quote", "value", "low", "high", "from", "until", "unit"),
    *("approximation", "status", "precision", "name", "about", "decision", "verdict", "verdict_note"),
    *("verdict_source", "origin", "confidence", "rule", "sentence", "start", "end", "prefix", "suffix"),
)
"""Of a fact: numbers in value, low and high, days in from and until; no start where no words state it."""

Cell = str | int | float | Decimal | date | None


def article_cells(article: Article) -> dict[str, Cell]:
    """The article's values by column; lists are one text."""
    fields = article.fields
    decided = [fact.decision for fact in article.facts]
    return {
        "id": article.id,
        "path": article.path,
        "title": fields.title,
        "description": fields.description,
        "published": fields.published,
        "source": fields.source,
        "author": fields.author,
        "language": fields.language,
        "category": fields.category,
        "importance": fields.importance,
        "companies": joined(fields.companies),
        "tags": joined(fields.tags),
        "note": fields.note,
        "url": fields.url,
        "slug": fields.slug,
        "state": article.state.value,
        "sets": joined(article.sets),
        "facts_accepted": sum(each.is_accepted for each in decided),
        "facts_open": sum(each.is_open for each in decided),
        "words": len(article.text.split()),
        "added_at": article.added_at,
        "reviewed_at": article.reviewed_at,
        "markup": article.markup,
        "other": json.dumps(dict(article.unknown), ensure_ascii=False) if article.unknown else "",
        "places": _places(article.title, article.description, article.body),
        "text": article.text,
    }


def _places(*spans: Span) -> str:
    return " ".join(f"{span.start}–{span.end}" for span in spans)


def fact_cells(stored: StoredFact, article: Article) -> dict[str, Cell]:
    """The fact's values by column, beside the path and title of its article."""
    fact = stored.fact
    evidence = stored.evidence
    is_date = isinstance(fact.low, date) or isinstance(fact.high, date)
    return {
        "id": stored.id,
        "article": stored.article_id,
        "path": article.path,
        "title": article.fields.title,
        "kind": fact.kind.value,
        "quote": fact.quote,
        "value": fact.value,
        "low": None if is_date else fact.low,
        "high": None if is_date else fact.high,
        "from": fact.low if is_date else None,
        "until": fact.high if is_date else None,
        "unit": fact.unit,
        "approximation": fact.approximation.value,
        "status": fact.status.value,
        "precision": fact.precision.value if fact.precision else None,
        "name": fact.name,
        "about": joined(stored.about),
        "decision": stored.decision.value,
        "verdict": stored.verdict.value,
        "verdict_note": stored.verdict_note,
        "verdict_source": stored.verdict_source,
        "origin": stored.origin,
        "confidence": fact.confidence,
        "rule": fact.rule,
        "sentence": stored.sentence if stored.sentence >= 0 else None,
        "start": evidence.start if evidence else None,
        "end": evidence.end if evidence else None,
        "prefix": evidence.prefix if evidence else "",
        "suffix": evidence.suffix if evidence else "",
    }
