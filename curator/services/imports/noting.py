"""Noting: facts that came as notes on articles which are there already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from curator.domain.articles import StoredFact
from curator.domain.changes import Change, Subject
from curator.domain.errors import CuratorError
from curator.domain.exports import BY_PATH, Exported
from curator.domain.facts import Decision, Fact, Verdict
from curator.domain.sentences import beginnings, number_at
from curator.formats.anchoring import anchored
from curator.formats.writers import identities
from curator.store import articles, facts, identified, names
from curator.store.changes import changing

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of notes on an article: facts that are new, settled, or without their words in its text."""

    added: int
    settled: int
    lost: int

    @property
    def words(self) -> tuple[str, ...]:
        """It in words, for the report of an import."""
        said = (
            (self.added, "added"),
            (self.settled, "decided as in the notes"),
            (self.lost, "left out, their words do not stand in the text"),
        )
        return tuple(f"{count} fact{'s' * (count != 1)} {what}." for count, what in said if count)


class Articles:
    """The articles by their identities, looked up once."""

    def __init__(self) -> None:
        self._ids: dict[str, int] | None = None

    def of(self, connection: Connection, identity: str) -> int | None:
        """The article that a URI names, or that has a path after `BY_PATH`."""
        if identity.startswith(BY_PATH):
            return identified.with_path(connection, identity.removeprefix(BY_PATH))
        if self._ids is None:
            self._ids = {}
            self._note(identified.named(connection, identities.GUID))
        return self._ids.get(identity)

    def add(self, connection: Connection, ids: Sequence[int]) -> None:
        """Know articles that came since."""
        if self._ids is not None:
            self._note(identified.named(connection, identities.GUID, ids))

    def _note(self, found: Iterable[identified.Named]) -> None:
        assert self._ids is not None
        for each in found:
            name = identities.identity_of(each.path, each.source_path, each.url, each.guid)
            self._ids.setdefault(name, each.id)


def add(connection: Connection, article_id: int, given: Exported, who: str) -> Noted:
    """Add the facts that the notes tell of, and decide those that are there as the notes do.

    What an editor here has decided or judged stays. It is one step, which can be taken back.
    """
    article = articles.whole(connection, article_id)
    if article is None:
        raise CuratorError(f"There is no article {article_id}.")
    starts = beginnings(article.text)
    known = {_mark(each.fact): each for each in article.facts}
    changes: list[Change] = []
    matched: set[int] = set()
    added = settled = lost = 0
    for each in given.article.facts:
        span = anchored(article.text, each.evidence) if each.evidence else None
        if each.evidence and span is None:
            lost += 1
            continue
        fact = replace(each.fact, start=span.start, end=span.end) if span else each.fact
        there = known.get(_mark(fact))
        if there is not None:
            matched.add(there.id)
            new = _settled(there, each)
            settled += bool(new)
            changes += new
            continue
        row = facts.values(
            fact, article.text if span else None, number_at(starts, fact.start) if span else -1
        )
        changes.append(Change(Subject.FACT, 0, "", None, row | _told(connection, each), article_id))
        added += 1
    if given.has_all_facts:
        changes += _given_way(connection, article.facts, matched)
    if changes:
        changing.made(connection, "Add notes", changes, who)
    return Noted(added, settled, lost)


def _told(connection: Connection, each: StoredFact) -> dict[str, Any]:
    """The columns of a fact that notes tell beside its value and its place."""
    name = each.fact.name
    return {
        "about": list(each.about) or None,
        "company_id": names.company_id(connection, name) if name else None,
        "decision": each.decision.value,
        "verdict": each.verdict.value,
        "verdict_note": each.verdict_note,
        "verdict_source": each.verdict_source,
        "origin": each.origin,
    }


def _given_way(
    connection: Connection, there: Sequence[StoredFact], matched: Collection[int]
) -> Iterator[Change]:
    """Take away proposals that the notes do not have, if nobody touched any fact of the article."""
    if any(each.decision is not Decision.PROPOSED or each.verdict is not Verdict.UNCHECKED for each in there):
        return
    for each in there:
        if each.id not in matched:
            row = facts.whole(connection, each.id)
            yield Change(Subject.FACT, each.id, "", row, None, each.article_id)


def _mark(fact: Fact) -> tuple[object, ...]:
    """What two facts that say the same of the same words have in common."""
    return fact.kind, fact.start, fact.end, fact.value, fact.low, fact.high, fact.unit, fact.name


def _settled(there: StoredFact, given: StoredFact) -> list[Change]:
    """What the notes settle of a fact that nobody here has decided or judged."""
    changes: list[Change] = []

    def change(field: str, before: str, after: str) -> None:
        if before != after:
            changes.append(Change(Subject.FACT, there.id, field, before, after, there.article_id))

    if there.decision is Decision.PROPOSED:
        change("decision", there.decision.value, given.decision.value)
    if there.verdict is Verdict.UNCHECKED and given.verdict is not Verdict.UNCHECKED:
        change("verdict", there.verdict.value, given.verdict.value)
        change("verdict_note", there.verdict_note, given.verdict_note)
        change("verdict_source", there.verdict_source, given.verdict_source)
    return changes
