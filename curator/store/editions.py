"""What an export tells of the articles it holds: how new they are, and who and what made them so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from curator.domain.exports import Holdings, MadeBy
from curator.domain.facts import Decision
from curator.store.database import statements
from curator.store.database.tables import article, change, fact, repair, revision, step

if TYPE_CHECKING:
    from sqlalchemy import Connection


def newest_moment(connection: Connection, ids: Iterable[int]) -> str:
    """When the last of these articles was imported, reviewed or edited; "" if there are none."""
    chosen = list(ids)
    imported = (
        select(
            func.max(article.c.added_at), func.max(article.c.reviewed_at), func.max(revision.c.imported_at)
        )
        .join(revision, revision.c.article_id == article.c.id)
        .where(statements.listed(article.c.id, chosen))
    )
    edited = (
        select(func.max(step.c.made_at))
        .join(change, change.c.step_id == step.c.id)
        .where(statements.listed(change.c.article_id, chosen))
    )
    moments = [*connection.execute(imported).one(), connection.execute(edited).scalar()]
    return max((each for each in moments if each), default="")


def newest_publication(connection: Connection, ids: Iterable[int]) -> str:
    """The latest publication date that one of these articles states, "" if none does."""
    newest = select(func.max(article.c.published)).where(statements.listed(article.c.id, list(ids)))
    return connection.execute(newest).scalar() or ""


def made_by(connection: Connection, ids: Iterable[int]) -> MadeBy:
    """The engines that read the current revisions of these articles, and who edited them."""
    chosen = list(ids)
    engines = (
        select(revision.c.cleaner_version, revision.c.extractor_version)
        .join(article, (article.c.id == revision.c.article_id) & (article.c.revision == revision.c.number))
        .where(statements.listed(article.c.id, chosen))
        .distinct()
    )
    versions = connection.execute(engines).all()
    editors = (
        select(step.c.who)
        .join(change, change.c.step_id == step.c.id)
        .where(statements.listed(change.c.article_id, chosen))
        .distinct()
    )
    return MadeBy(
        cleaning=tuple(sorted({row[0] for row in versions})),
        extraction=tuple(sorted({row[1] for row in versions})),
        editors=tuple(sorted(connection.execute(editors).scalars())),
    )


def holdings(connection: Connection, ids: Iterable[int]) -> Holdings:
    """How many facts, repairs and steps these articles have."""
    chosen = list(ids)
    by_decision = (
        select(fact.c.decision, func.count())
        .where(statements.listed(fact.c.article_id, chosen))
        .group_by(fact.c.decision)
    )
    decided = {row[0]: int(row[1]) for row in connection.execute(by_decision)}
    repairs = select(func.count()).where(statements.listed(repair.c.article_id, chosen))
    steps = select(func.count(change.c.step_id.distinct())).where(
        statements.listed(change.c.article_id, chosen)
    )
    accepted = sum(decided.pop(each, 0) for each in (Decision.ACCEPTED, Decision.EDITED))
    decided.pop(Decision.REJECTED, 0)
    return Holdings(
        accepted,
        sum(decided.values()),
        connection.execute(repairs).scalar_one(),
        connection.execute(steps).scalar_one(),
    )
