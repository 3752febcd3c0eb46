"""What is restored beside articles: the companies they name, and the sets they are in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import insert

from curator.domain.folding import folded
from curator.domain.records import KnownCompany, SetPlace
from curator.store import companies, names, sets
from curator.store.database import statements
from curator.store.database.tables import company, curated_set, curated_set_article

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.store.restoring.numbering import Numbering


def put_companies(connection: Connection, wanted: Iterable[KnownCompany], numbering: Numbering) -> None:
    """See that these companies are there; one that is there already keeps its names as they are."""
    for each in wanted:
        if each.id in numbering.companies:
            continue
        there = companies.named(connection, each.name) if numbering.keeps else None
        number = there or names.company_id(connection, each.name)
        if number is None or (numbering.keeps and there is None):
            (number,) = numbering.new(connection, company, [each.id])
            row = {"id": number, "name": each.name, "key": folded(each.name)}
            connection.execute(insert(company), row)
            names.add_aliases(connection, each.name, each.aliases)
            for other in each.apart:
                numbering.note_apart(number, other)
        numbering.note(numbering.companies, each.id, number)


def put_into_sets(
    connection: Connection, article_id: int, wanted: Iterable[SetPlace], numbering: Numbering
) -> None:
    """Put an article into its sets: in its old place where the set is restored too, else after the others."""
    for each in wanted:
        known = numbering.sets.get(each.id) if each.id else None
        number = known or _set_number(connection, each, numbering)
        place = each.position
        if number not in numbering.own_sets:
            place = max(sets.members(connection, number).values(), default=-1) + 1
        row = {"set_id": number, "article_id": article_id, "position": place}
        statements.insert_or_ignore(connection, curated_set_article, [row])


def _set_number(connection: Connection, each: SetPlace, numbering: Numbering) -> int:
    known = sets.named(connection, each.name)
    if known is not None:
        number = known[0]
    else:
        (number,) = numbering.new(connection, curated_set, [each.id])
        row = {"id": number, "name": each.name, "key": folded(each.name), "made_at": each.made_at}
        connection.execute(insert(curated_set), row)
        numbering.note(numbering.own_sets, number, number)
    if each.id:
        numbering.note(numbering.sets, each.id, number)
    return number


def keep_apart(connection: Connection, numbering: Numbering) -> None:
    """Keep companies apart that were said not to be the same; the others are made where they are new."""
    for number, name in numbering.apart:
        other = companies.named(connection, name) or names.identified(connection, "companies", [name])[name]
        if other != number and companies.kept_apart(connection, number, other) is None:
            companies.keep_apart(connection, number, None, other)
    numbering.apart.clear()
