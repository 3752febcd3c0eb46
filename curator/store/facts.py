"""Facts in the library: rows, values, and what editors say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from curator.domain.articles import StoredFact
from curator.domain.changes import Subject
from curator.domain.facts import (
    Approximation,
    Decision,
    Evidence,
    Fact,
    FactKind,
    Precision,
    Status,
    Verdict,
)
from curator.domain.sentences import beginnings, number_at
from curator.store import names
from curator.store.database import statements
from curator.store.database.tables import change, fact

OPEN = ("proposed", "skipped")
"""The decisions that leave a fact to be decided."""

NOWHERE = -1
"""Where a fact starts that no words of the text state."""

VALUES = (
    "kind", "start", "end", "quote", "prefix", "suffix", "sentence", "value", "low", "high", "least", "most",
    "unit", "approximation", "status", "precision", "confidence", "rule", "name", "company_id",
)  # fmt: skip
"""What an edit of a fact replaces."""

SAID = ("decision", "verdict", "verdict_note", "verdict_source")
"""What editors say of a fact."""

WHOLE = (*VALUES, "about", *SAID, "origin")
"""All that is known of a fact, for the journal."""


# Looked up rather than called: an article may have twenty thousand facts.
_KINDS = {each.value: each for each in FactKind}
_APPROXIMATIONS = {each.value: each for each in Approximation}
_STATUSES = {each.value: each for each in Status}
_PRECISIONS = {each.value: each for each in Precision}
_DECISIONS = {each.value: each for each in Decision}
_VERDICTS = {each.value: each for each in Verdict}


def values(value: Fact, text: str | None, sentence: int = -1) -> dict[str, Any]:
    """The row of a fact whose words stand in the text; without a text, of one that stands nowhere."""
    evidence = Evidence.of(text, value.start, value.end) if text is not None else None
    least, most = _bounds(value)
    return {
        "kind": value.kind.value,
        "start": value.start if evidence else NOWHERE,
        "end": value.end if evidence else NOWHERE,
        "quote": evidence.quote if evidence else value.quote,
        "prefix": evidence.prefix if evidence else "",
        "suffix": evidence.suffix if evidence else "",
        "sentence": sentence,
        "value": _written(value.value),
        "low": _written(value.low),
        "high": _written(value.high),
        "least": least,
        "most": most,
        "unit": value.unit,
        "approximation": value.approximation.value,
        "status": value.status.value,
        "precision": value.precision.value if value.precision else None,
        "confidence": value.confidence,
        "rule": value.rule,
        "name": value.name,
    }


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Store rows of facts, which name their articles."""
    companies = {row["name"] for row in rows if row["kind"] == "company" and row["name"]}
    known = names.company_ids(connection, companies)
    for row in rows:
        row["company_id"] = known.get(row["name"]) if row["name"] else None
    if rows:
        connection.execute(insert(fact), list(rows))


def know_companies(connection: Connection, articles: Iterable[int]) -> None:
    """Let facts of these articles refer to the companies they name that have come since.

    What steps tell of a fact stays as they tell it, so that they can be taken back.
    """
    for ids in statements.chunks(articles, 2000):
        told = select(change.c.subject_id).where(
            statements.listed(change.c.article_id, ids),
            change.c.subject == Subject.FACT.value,
            change.c.field.in_(("", "fact", "company")),
        )
        unknown = select(fact.c.id, fact.c.name).where(
            statements.listed(fact.c.article_id, ids), fact.c.company_id.is_(None), fact.c.name.is_not(None)
        )
        named = dict(statements.pairs(connection, unknown.where(fact.c.id.not_in(told))))
        known = names.company_ids(connection, {name for name in named.values() if name})
        rows = [{"number": n, "company": known[name]} for n, name in named.items() if name in known]
        if rows:
            mended = update(fact).where(fact.c.id == bindparam("number"))
            connection.execute(mended.values(company_id=bindparam("company")), rows)


def part_with(connection: Connection, old: Mapping[str, Any], text: str, *, seek: bool = True) -> None:
    """Let go of a fact that is no longer proposed, unless an editor vouched for it or judged it.

    One that is kept stands where its words are found again in the text, else (or unless `seek`) nowhere.
    `old` is its row.
    """
    vouched = old["decision"] in (Decision.ACCEPTED, Decision.EDITED) or old["origin"] == "editor"
    if not vouched and old["verdict"] == Verdict.UNCHECKED:
        connection.execute(delete(fact).where(fact.c.id == old["id"]))
        return
    start = _found_again(text, old) if seek else -1
    place: dict[str, Any] = {"start": NOWHERE, "end": NOWHERE, "prefix": "", "suffix": "", "sentence": -1}
    if start >= 0:
        found = Evidence.of(text, start, start + len(old["quote"]))
        place = {
            "start": found.start,
            "end": found.end,
            "prefix": found.prefix,
            "suffix": found.suffix,
            "sentence": number_at(beginnings(text), start),
        }
    connection.execute(update(fact).where(fact.c.id == old["id"]).values(**place))


def _found_again(text: str, old: Mapping[str, Any]) -> int:
    """Where the words of a fact stand: after the same words, before the same ones, or anywhere; else -1."""
    quote, prefix = old["quote"], old["prefix"]
    if not quote:
        return -1
    start = text.find(prefix + quote)
    if start >= 0:
        return start + len(prefix)
    start = text.find(quote + old["suffix"])
    return start if start >= 0 else text.find(quote)


def of_articles(
    connection: Connection, ids: Iterable[int], kind: FactKind | None = None
) -> dict[int, list[StoredFact]]:
    """The facts of each article, or those of a kind, in reading order; the ones without words come last."""
    statement = select(fact).where(statements.listed(fact.c.article_id, ids))
    if kind is not None:
        statement = statement.where(fact.c.kind == kind.value)
    statement = statement.order_by(fact.c.start < 0, fact.c.start, fact.c.end.desc(), fact.c.id)
    found: dict[int, list[StoredFact]] = {}
    for row in connection.execute(statement).mappings():
        found.setdefault(row["article_id"], []).append(stored(row))
    return found


def with_ids(connection: Connection, ids: Iterable[int]) -> tuple[StoredFact, ...]:
    """The facts of these ids that are there."""
    statement = select(fact).where(statements.listed(fact.c.id, ids)).order_by(fact.c.article_id, fact.c.id)
    return tuple(stored(row) for row in connection.execute(statement).mappings())


def whole(connection: Connection, fact_id: int) -> dict[str, Any] | None:
    """All that is known of a fact as JSON values."""
    columns = [fact.c[name] for name in WHOLE]
    row = connection.execute(select(*columns).where(fact.c.id == fact_id)).mappings().first()
    return dict(row) if row else None


def stored(row: RowMapping) -> StoredFact:
    """The fact of a row."""
    return StoredFact(
        row["id"],
        row["article_id"],
        of_row(row),
        _evidence(row),
        _DECISIONS[row["decision"]],
        _VERDICTS[row["verdict"]],
        row["verdict_note"],
        row["verdict_source"],
        row["origin"],
        tuple(row["about"] or ()),
        row["sentence"],
        row["company_id"],
    )


def of_row(row: Mapping[Any, Any]) -> Fact:
    """The value of a row; 0 to 0 of the text where it has no evidence."""
    kind = _KINDS[row["kind"]]
    bound = _day if kind is FactKind.DATE else _number
    return Fact(
        kind,
        max(row["start"], 0),
        max(row["end"], 0),
        row["quote"],
        _number(row["value"]),
        bound(row["low"]),
        bound(row["high"]),
        row["unit"],
        _APPROXIMATIONS[row["approximation"]],
        _STATUSES[row["status"]],
        _PRECISIONS[row["precision"]] if row["precision"] else None,
        row["confidence"],
        row["rule"],
        row["name"],
    )


def _evidence(row: Mapping[Any, Any]) -> Evidence | None:
    if row["start"] < 0:
        return None
    return Evidence(row["start"], row["end"], row["quote"], row["prefix"], row["suffix"])


def _bounds(value: Fact) -> tuple[float | None, float | None]:
    if value.value is not None:
        return float(value.value), float(value.value)
    return _sortable(value.low), _sortable(value.high)


def _sortable(bound: Decimal | date | None) -> float | None:
    if isinstance(bound, date):
        return float(bound.toordinal())
    return float(bound) if bound is not None else None


def _written(value: Decimal | date | None) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
