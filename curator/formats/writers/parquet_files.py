"""Parquet: a row an article with its facts as a list, for data frames; it takes pyarrow, an extra."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO

from curator.domain.articles import Article, StoredFact
from curator.domain.errors import CuratorError
from curator.domain.exports import Edition, Exported
from curator.formats.writers.table_columns import article_cells, fact_cells
from curator.formats.writing import FileWriter

GROUP = 1000
"""Articles of a row group, which are in memory together."""

_COUNTS = ("id", "importance", "facts_accepted", "facts_open", "words")
_LISTS = ("companies", "tags", "sets")
_NUMBERS = ("value", "low", "high")
_DAYS = ("from", "until")
_WHOLE = ("id", "article", "sentence", "start", "end")


def _write(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    arrow, parquet = _library()
    schema = _schema(arrow)
    rows = (_row(each.article) for each in articles)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))


def _library() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise CuratorError(
            "Parquet takes pyarrow, which is not installed.", "pip install curator[parquet]"
        ) from error


def _schema(arrow: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    texts = arrow.list_(arrow.string())
    kinds: dict[str, Any] = {
        **dict.fromkeys(_COUNTS, arrow.int64()),
        **dict.fromkeys(_LISTS, texts),
    }
    fact: dict[str, Any] = {
        **dict.fromkeys(_WHOLE, arrow.int64()),
        **dict.fromkeys(_DAYS, arrow.date32()),
        **dict.fromkeys((*_NUMBERS, "confidence"), arrow.float64()),
        "about": texts,
    }
    facts = arrow.struct([(name, fact.get(name, arrow.string())) for name in _FACT])
    fields = [(name, kinds.get(name, arrow.string())) for name in _ARTICLE]
    return arrow.schema([*fields, ("facts", arrow.list_(facts))])


def _row(article: Article) -> dict[str, Any]:
    cells = article_cells(article)
    lists = {
        "companies": list(article.fields.companies),
        "tags": list(article.fields.tags),
        "sets": list(article.sets),
    }
    return {**cells, **lists, "facts": [_fact(each, article) for each in article.facts]}


def _fact(stored: StoredFact, article: Article) -> dict[str, Any]:
    """The fact; `exact` has numbers as they are written, where the nearest double is not that."""
    cells: dict[str, Any] = dict(fact_cells(stored, article))
    exact = {name: cells[name] for name in _NUMBERS if isinstance(cells[name], Decimal)}
    doubles = {name: float(value) for name, value in exact.items()}
    written = [f"{name}={exact[name]}" for name in exact if Decimal(repr(doubles[name])) != exact[name]]
    days = {name: cells[name] if isinstance(cells[name], date) else None for name in _DAYS}
    return {**cells, **doubles, **days, "about": list(stored.about), "exact": "; ".join(written)}


_ARTICLE = (
    *("id", "path", "title", "description", "published", "source", "author", "language", "category"),
    *("importance", "companies", "tags", "note", "url", "slug", "state", "sets"),
    *("facts_accepted", "facts_open", "words", "added_at", "reviewed_at", "markup", "other", "text"),
)
_FACT = (
    *("id", "kind", "quote", "value", "low", "high", "exact", "from", "until", "unit", "approximation"),
    *("status", "precision", "name", "about", "decision", "verdict", "verdict_note", "verdict_source"),
    *("origin", "confidence", "rule", "sentence", "start", "end", "prefix", "suffix"),
)

WRITER = FileWriter(
    "parquet", "Parquet", "a row an article with its facts, for data frames", ".parquet", _write,
    is_text=False, extra="parquet",
)  # fmt: skip
