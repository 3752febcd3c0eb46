"""Curated sets and saved searches, every change of them a step in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from curator.domain.changes import Applied, Change, Subject
from curator.domain.errors import CuratorError
from curator.domain.queries import parsing
from curator.domain.storable import storable_text
from curator.store import articles
from curator.store import sets as stored
from curator.store.changes import changing

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library


def sets(library: Library) -> tuple[tuple[str, int], ...]:
    """Every curated set with the number of its articles, by name."""
    with library.reading() as connection:
        return stored.counted(connection)


def show(library: Library, name: str) -> list[int]:
    """The articles of a set in their order; CuratorError if there is no such set."""
    with library.reading() as connection:
        number, _ = _known(connection, name)
        return list(stored.members(connection, number))


def add(library: Library, name: str, ids: Sequence[int]) -> Applied:
    """Put articles into a set, after those that are there; the set is made if there is none."""
    label = _plain(name)
    if not label:
        raise CuratorError("A set needs a name.")
    with library.writing() as connection:
        making = changing.Making(connection)
        known = stored.named(connection, label)
        number = known[0] if known else _make(making, label)
        have = stored.members(connection, number)
        place = max(have.values(), default=-1)
        for article_id in articles.present(connection, ids):
            if article_id not in have:
                place += 1
                making.change(Change(Subject.SET, number, "article", None, place, article_id))
        return making.finish(f"Add to set “{label}”", library.who)


def _make(making: changing.Making, name: str) -> int:
    made = making.change(Change(Subject.SET, 0, "", None, {"name": name, "made_at": changing.now()}))
    assert made is not None
    return made.subject_id


def remove(library: Library, name: str, ids: Sequence[int] | None = None) -> Applied:
    """Take articles out of a set, or remove the whole set where none are named."""
    with library.writing() as connection:
        number, known = _known(connection, name)
        chosen = None if ids is None else set(ids)
        changes = [
            Change(Subject.SET, number, "article", place, None, article_id)
            for article_id, place in stored.members(connection, number).items()
            if chosen is None or article_id in chosen
        ]
        label = f"Remove from set “{known['name']}”"
        if chosen is None:
            changes.append(Change(Subject.SET, number, "", known, None))
            label = f"Remove set “{known['name']}”"
        return changing.made(connection, label, changes, library.who)


def rename(library: Library, name: str, new: str) -> Applied:
    """Give a set another name."""
    label = _plain(new)
    if not label:
        raise CuratorError("A set needs a name.")
    with library.writing() as connection:
        number, known = _known(connection, name)
        other = stored.named(connection, label)
        if other is not None and other[0] != number:
            raise CuratorError(f"There is a set “{other[1]['name']}” already.", "Choose another name.")
        change = Change(Subject.SET, number, "name", known["name"], label)
        return changing.made(connection, f"Rename set “{known['name']}”", [change], library.who)


def _plain(name: str) -> str:
    """A name as it is kept: in one line, without spaces at its ends."""
    return storable_text(" ".join(name.split()))


def _known(connection: Connection, name: str) -> tuple[int, dict[str, str]]:
    known = stored.named(connection, _plain(name))
    if known is None:
        sets_there = ", ".join(each for each, _ in stored.counted(connection)) or "none"
        raise CuratorError(f"There is no set “{name}”.", f"Sets are: {sets_there}.")
    return known


def searches(library: Library) -> tuple[tuple[str, str], ...]:
    """Every saved search with its query, by name."""
    with library.reading() as connection:
        return stored.searches(connection)


def save_search(library: Library, name: str, query: str) -> Applied:
    """Save a query under a name, in place of the one that had it; QueryError if it is wrong."""
    parsing.parse(query)
    label = _plain(name)
    if not label:
        raise CuratorError("A saved search needs a name.")
    with library.writing() as connection:
        known = stored.search_named(connection, label)
        kept = storable_text(query)
        if known is None:
            change = Change(Subject.SEARCH, 0, "", None, {"name": label, "query": kept})
        else:
            change = Change(Subject.SEARCH, known[0], "query", known[1]["query"], kept)
        return changing.made(connection, f"Save search “{label}”", [change], library.who)


def rename_search(library: Library, name: str, new: str) -> Applied:
    """Give a saved search another name; CuratorError if another search has it."""
    label = _plain(new)
    if not label:
        raise CuratorError("A saved search needs a name.")
    with library.writing() as connection:
        known = stored.search_named(connection, _plain(name))
        if known is None:
            raise CuratorError(f"There is no saved search “{name}”.")
        other = stored.search_named(connection, label)
        if other is not None and other[0] != known[0]:
            raise CuratorError(f"There is a search “{other[1]['name']}” already.", "Choose another name.")
        change = Change(Subject.SEARCH, known[0], "name", known[1]["name"], label)
        return changing.made(connection, f"Rename search “{known[1]['name']}”", [change], library.who)


def delete_search(library: Library, name: str) -> Applied:
    """Forget a saved search."""
    with library.writing() as connection:
        known = stored.search_named(connection, _plain(name))
        if known is None:
            raise CuratorError(f"There is no saved search “{name}”.")
        change = Change(Subject.SEARCH, known[0], "", known[1], None)
        return changing.made(connection, f"Delete search “{known[1]['name']}”", [change], library.who)
