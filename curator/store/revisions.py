"""Revisions: other bytes of a known article become its current text, and editors' work stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from curator.domain.articles import LISTS, Fields
from curator.domain.changes import Change, Step, Subject
from curator.domain.errors import Conflict
from curator.domain.facts import Decision
from curator.domain.intakes import Intake
from curator.store import additions, articles, facts, names, readings, repairs
from curator.store.changes import changing, journal
from curator.store.database import full_text
from curator.store.database.tables import article, fact, reading, repair

_VALUE = ("kind", "quote", "value", "low", "high", "unit", "name")
PLACE = ("start", "end", "quote", "prefix", "suffix", "sentence", "about")
_SAID = frozenset({"decision", "verdict", "verdict_note", "verdict_source"})


def replace_with(connection: Connection, article_id: int, intake: Intake, who: str) -> int:
    """Make the intake the current revision of an article; gives the revision's number.

    A field that an editor has changed keeps the editor's value. Decisions carry over to facts and
    repairs that say the same; what was accepted and no longer stands in the text is kept without
    evidence.
    """
    (intake,) = additions.settled(connection, [intake])
    current = articles.whole(connection, article_id)
    assert current is not None
    at = changing.now()
    before = current.fields
    after = merged(before, current.imported, intake.fields)
    number = _replace(connection, article_id, intake, after, at)
    step = Step(f"Import revision {number}", tuple(differences(article_id, before, after)))
    journal.record(connection, step, who, at, "import")
    return number


def reload(
    connection: Connection, article_id: int, intake: Intake, fields: Fields | None = None
) -> list[Change]:
    """Make the intake the current revision, and give the changes as they were made, to be journalled.

    The article gets these fields, else the file's save for those that an editor has changed. What was
    decided carries over as in `replace_with`. Undone, the changes lead back to the earlier revision.
    """
    (intake,) = additions.settled(connection, [intake])
    before, current = readings.of(connection, article_id), articles.whole(connection, article_id)
    if before is None or current is None:
        raise Conflict("The article is no longer in the library.")
    wanted = merged(current.fields, current.imported, intake.fields) if fields is None else fields
    number = _replace(connection, article_id, intake, wanted, changing.now())
    after = readings.of(connection, article_id)
    assert after is not None
    changes = [Change(Subject.ARTICLE, article_id, "revision", current.revision, number, article_id)]
    old, new = readings.differences(before, after)
    if old:
        changes.append(Change(Subject.REPAIR, article_id, readings.FIELD, old, new, article_id))
    return [*changes, *differences(article_id, current.fields, wanted)]


def put_aside(connection: Connection, article_id: int, intake: Intake) -> int:
    """Keep a version of an article's file without making it the current one; gives its number."""
    number = max(articles.revision_numbers(connection, article_id)) + 1
    additions.add_revisions(connection, [(article_id, number, intake)], changing.now())
    return number


def _replace(connection: Connection, article_id: int, intake: Intake, fields: Fields, at: str) -> int:
    number = max(articles.revision_numbers(connection, article_id)) + 1
    full_text.unindex(connection, [article_id])
    put_fields(connection, article_id, fields, number)
    additions.add_revisions(connection, [(article_id, number, intake)], at)
    connection.execute(update(reading).where(reading.c.article_id == article_id).values(text=intake.text))
    decided = _decided_repairs(connection, article_id)
    _carry_facts(connection, article_id, intake)
    connection.execute(delete(repair).where(repair.c.article_id == article_id))
    repairs.add(connection, [repairs.row(article_id, made, field) for field, made in intake.repairs])
    _carry_repairs(connection, article_id, decided)
    articles.refresh_counts(connection, [article_id])
    full_text.index(connection, [article_id])
    return number


def merged(current: Fields, imported: Fields, new: Fields) -> Fields:
    """The new fields, except where an editor has changed the old ones."""
    names_of = articles.fields_to_json(new)
    edited = {name for name in names_of if getattr(current, name) != getattr(imported, name)}
    return replace(new, **{name: getattr(current, name) for name in edited})


def put_fields(connection: Connection, article_id: int, fields: Fields, number: int) -> None:
    """Give an article these fields, and the number of the revision they are from."""
    columns: dict[str, Any] = {"revision": number}
    for name, value in articles.fields_to_json(fields).items():
        if name not in LISTS:
            columns |= articles.column_value(name, value)
    connection.execute(update(article).where(article.c.id == article_id).values(**columns))
    for name in LISTS:
        names.put(connection, name, article_id, getattr(fields, name))


def differences(article_id: int, before: Fields, after: Fields) -> list[Change]:
    """The changes that lead from some fields of an article to others."""
    old, new = articles.fields_to_json(before), articles.fields_to_json(after)
    return [
        Change(Subject.ARTICLE, article_id, name, old[name], new[name], article_id)
        for name in new
        if old[name] != new[name]
    ]


def _carry_facts(connection: Connection, article_id: int, intake: Intake) -> None:
    """Facts that say the same keep their number and all that was said of them, in their new place."""
    columns = [fact.c.id, *(fact.c[name] for name in facts.WHOLE)]
    rows = connection.execute(select(*columns).where(fact.c.article_id == article_id).order_by(fact.c.start))
    old = [dict(row) for row in rows.mappings()]
    new = [additions.fact_row(article_id, intake, each) for each in intake.facts]
    fresh: list[dict[str, Any]] = []
    for row in new:
        same = next((each for each in old if _is_same(each, row)), None)
        if same is None:
            fresh.append(row)
            continue
        old.remove(same)
        changed = {name: row[name] for name in renewed(same, row)}
        connection.execute(update(fact).where(fact.c.id == same["id"]).values(**changed))
    for each in old:
        facts.part_with(connection, each, intake.text)
    facts.add(connection, fresh)


def renewed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """The columns that a new reading of the same fact replaces: what an editor said of it stays.

    What the file says of it counts where no editor has said anything.
    """
    untouched = old["decision"] == Decision.PROPOSED and old["verdict"] == "unchecked"
    for name in PLACE if old["decision"] == Decision.EDITED else new:
        if name not in ("origin", "article_id") and (untouched or name not in _SAID):
            yield name


def _is_same(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    if old["decision"] == Decision.EDITED:
        return (old["kind"], old["quote"]) == (new["kind"], new["quote"])
    return all(old[name] == new[name] for name in _VALUE)


def _decided_repairs(connection: Connection, article_id: int) -> Sequence[Row[Any]]:
    chosen = (repair.c.article_id == article_id) & (repair.c.decision != Decision.PROPOSED.value)
    return connection.execute(select(repair).where(chosen)).all()


def _carry_repairs(connection: Connection, article_id: int, decided: Sequence[Row[Any]]) -> None:
    """Decide the new repairs as the same ones were decided before."""
    made = select(repair).where(repair.c.article_id == article_id).order_by(repair.c.cleaned_start.desc())
    for row in connection.execute(made).all():
        same = next((each for each in decided if _is_same_repair(each, row)), None)
        if same is None:
            continue
        values = {"decision": same.decision, "after": same.after}
        connection.execute(update(repair).where(repair.c.id == row.id).values(**values))
        if row.field == "" and repairs.standing(same) != repairs.standing(row):
            repairs.restate(connection, row, repairs.standing(same))


def _is_same_repair(old: Row[Any], new: Row[Any]) -> bool:
    if (old.field, old.before, old.kind) != (new.field, new.before, new.kind):
        return False
    return old.decision == Decision.EDITED or old.after == new.after
