"""Recleanings: the same bytes read by newer engines, in the place of what older ones made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from curator.domain.articles import LISTS, Article, Fields
from curator.domain.changes import Change, Subject
from curator.domain.errors import Conflict
from curator.domain.facts import Decision
from curator.domain.intakes import Intake
from curator.domain.repairs import to_cleaned
from curator.store import additions, articles, facts, likenesses, readings, repairs, revisions
from curator.store.database import full_text, statements
from curator.store.database.tables import fact, reading, repair

_SETTLED = frozenset({Decision.ACCEPTED.value, Decision.EDITED.value, Decision.REJECTED.value})


def reclean(connection: Connection, article_id: int, intake: Intake) -> list[Change]:
    """Put the intake in the place of an article's reading and keep what editors decided.

    Gives the changes as they were made, to be journalled; none if all but the engines' versions is as
    it was. Conflict if the article is gone or has other bytes by now.
    """
    (intake,) = additions.settled(connection, [intake])
    before, article = readings.of(connection, article_id), articles.whole(connection, article_id)
    if before is None or article is None:
        raise Conflict("The article is no longer in the library.")
    if article.sha256 != intake.sha256:
        raise Conflict("The article was imported anew meanwhile.")
    full_text.unindex(connection, [article_id])
    fields = _Recleaning(connection, article, intake).run()
    revisions.put_fields(connection, article_id, fields, article.revision)
    articles.refresh_counts(connection, [article_id])
    full_text.index(connection, [article_id])
    after = readings.of(connection, article_id)
    assert after is not None
    old, new = readings.differences(before, after)
    changes = revisions.differences(article_id, article.fields, fields)
    if set(old) == {"revision"} and set(old["revision"]) <= {"cleaner_version", "extractor_version"}:
        old, new = {}, {}
    if old:
        changes.append(Change(Subject.REPAIR, article_id, readings.FIELD, old, new, article_id))
    return changes


class _Recleaning:
    """One article under way; its facts are placed in the new text before decided repairs change that."""

    def __init__(self, connection: Connection, article: Article, intake: Intake) -> None:
        self.connection = connection
        self.article = article
        self.intake = intake

    def run(self) -> Fields:
        """Write text, facts and repairs, and give the fields that the article has from here on."""
        connection, article, intake = self.connection, self.article, self.intake
        chosen = reading.c.article_id == article.id
        connection.execute(update(reading).where(chosen).values(text=intake.text))
        readings.put_columns(connection, article.id, _columns(intake))
        parting = self._carry_facts()
        self._carry_repairs()
        text = articles.text_of(connection, article.id) or ""
        for each in parting:
            facts.part_with(connection, each, text, seek=each["start"] >= 0)
        return self._fields(text)

    # Fields

    def _fields(self, text: str) -> Fields:
        """The new fields with editors' edits; those that say what a decided repair says follow it."""
        now = articles.whole(self.connection, self.article.id)
        assert now is not None
        new = self.intake.fields
        for part in ("title", "description"):
            if getattr(new, part) == getattr(self.intake, part).of(self.intake.text):
                new = replace(new, **{part: getattr(now, part).of(text)})
        restated = self._restated_values(now)
        plain: Mapping[str, Any] = articles.fields_to_json(new)
        values = {
            name: tuple(restated.get(each, each) for each in value)
            if name in LISTS
            else restated.get(value, value)
            for name, value in plain.items()
        }
        return revisions.merged(self.article.fields, self.article.imported, articles.fields_from_json(values))

    def _restated_values(self, now: Article) -> dict[Any, Any]:
        """What front-matter values say by the decisions on their repairs, where that is something else."""
        found: dict[Any, Any] = {}
        for path in dict.fromkeys(each.field for each in now.field_repairs):
            cleaned = articles.front_matter_text(self.connection, now.id, path)
            if cleaned is None:
                continue
            words, end = "", 0
            for each in (each for each in now.field_repairs if each.field == path):
                made = each.repair
                stands = made.before if each.decision is Decision.REJECTED else made.after
                words, end = words + cleaned[end : made.cleaned.start] + stands, made.cleaned.end
            words += cleaned[end:]
            if words != cleaned:
                found[cleaned] = words
        return found

    # Facts

    def _carry_facts(self) -> list[dict[str, Any]]:
        """Place the new facts, those that were there under their number; gives the old ones left over."""
        connection, article, intake = self.connection, self.article, self.intake
        columns = [fact.c.id, *(fact.c[name] for name in facts.WHOLE)]
        statement = select(*columns).where(fact.c.article_id == article.id).order_by(fact.c.start, fact.c.id)
        old = [dict(row) for row in connection.execute(statement).mappings()]
        new = [additions.fact_row(article.id, intake, each) for each in intake.facts]
        own = [each.repair for each in article.repairs]
        made = [each for field, each in intake.repairs if not field]
        same = likenesses.of_facts(old, own, new, made)
        for place, row in enumerate(new):
            if place in same:
                known = same[place]
                columns = revisions.renewed(known, row)
                values = {name: row[name] for name in columns if known.get(name) != row[name]}
                if values:
                    connection.execute(update(fact).where(fact.c.id == known["id"]).values(**values))
        facts.add(connection, [row for place, row in enumerate(new) if place not in same])
        known_ids = {each["id"] for each in same.values()}
        left = [each for each in old if each["id"] not in known_ids]
        nowhere = {"start": facts.NOWHERE, "end": facts.NOWHERE}
        ids = [each["id"] for each in left]
        connection.execute(update(fact).where(statements.listed(fact.c.id, ids)).values(**nowhere))
        return left

    # Repairs

    def _carry_repairs(self) -> None:
        """Store the new repairs, those that were there under their number with their decision."""
        connection, number = self.connection, self.article.id
        statement = select(repair).where(repair.c.article_id == number)
        old = connection.execute(statement.order_by(repair.c.field, repair.c.original_start)).all()
        new = [repairs.row(number, made, field) for field, made in self.intake.repairs]
        same = likenesses.of_repairs(old, new)
        kept = {row.id for row in same.values()}
        gone = [row.id for row in old if row.id not in kept]
        connection.execute(delete(repair).where(statements.listed(repair.c.id, gone)))
        repairs.add(connection, [row for place, row in enumerate(new) if place not in same])
        for place, row in same.items():
            wanted = new[place] | {"decision": _carried(row, new[place])}
            values = {name: value for name, value in wanted.items() if getattr(row, name) != value}
            if values:
                connection.execute(update(repair).where(repair.c.id == row.id).values(**values))
        for place in sorted(same, key=lambda place: new[place]["cleaned_start"], reverse=True):
            self._decide(same[place])
        for row in old:
            if row.id not in kept and row.field == "" and row.decision in _SETTLED:
                self._keep(row)

    def _decide(self, old: Row[Any]) -> None:
        """Let the words stand that an editor decided on."""
        if old.decision not in _SETTLED:
            return
        row = self._row(old.id)
        after = row.after if old.decision == Decision.REJECTED else old.after
        self.connection.execute(update(repair).where(repair.c.id == old.id).values(after=after))
        words = old.before if old.decision == Decision.REJECTED else after
        if row.field == "" and row.after != words:
            repairs.restate(self.connection, row, words)

    def _keep(self, old: Row[Any]) -> None:
        """Keep a decided repair that the engine no longer makes; what it makes of these words goes."""
        connection = self.connection
        chosen = (repair.c.article_id == self.article.id) & (repair.c.field == "")
        over = (repair.c.original_start < old.original_end) & (repair.c.original_end > old.original_start)
        overlapping = connection.execute(select(repair).where(chosen & over)).all()
        if any(row.decision in _SETTLED for row in overlapping):
            return
        for each in overlapping:
            row = self._row(each.id)
            repairs.restate(connection, row, row.before)
            connection.execute(delete(repair).where(repair.c.id == row.id))
        made = repairs.of_articles(connection, [self.article.id]).get(self.article.id, [])
        start = to_cleaned(old.original_start, [each.repair for each in made if not each.field])
        end = start + len(old.before)
        if (articles.text_of(connection, self.article.id) or "")[start:end] != old.before:
            return
        values = {column.name: getattr(old, column.name) for column in repair.c}
        repairs.add(connection, [values | {"cleaned_start": start, "cleaned_end": end}])
        words = repairs.standing(old)
        if words != old.before:
            repairs.restate(connection, self._row(old.id), words)

    def _row(self, number: int) -> Row[Any]:
        return self.connection.execute(select(repair).where(repair.c.id == number)).one()


def _columns(intake: Intake) -> dict[str, Any]:
    row = additions.revision_row(0, 0, intake, "")
    return {name: row[name] for name in readings.COLUMNS}


def _carried(old: Row[Any], new: Mapping[str, Any]) -> str:
    """The decision on a repair that is made anew: a skipped one is asked again if it says something else."""
    if old.decision in _SETTLED or old.after == new["after"]:
        return str(old.decision)
    return Decision.PROPOSED.value
