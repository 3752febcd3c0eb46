"""Searching: a query as it is meant, with companies under the names that the library has for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from curator.domain.folding import folded
from curator.domain.queries.trees import And, Field, Node, Not, Or, Query
from curator.store import names

if TYPE_CHECKING:
    from sqlalchemy import Connection


def meant(connection: Connection, query: Query) -> Query:
    """The query with each company that goes by another name here asked for by that one too.

    The shipped table says who is meant: 英伟达 finds Nvidia in a library that knows only this name.
    """
    tree = _meant(connection, query.tree)
    return query if tree is query.tree else replace(query, tree=tree)


def _meant(connection: Connection, node: Node) -> Node:
    if isinstance(node, Field):
        return _company(connection, node) if node.name == "company" else node
    if isinstance(node, Not):
        part = _meant(connection, node.part)
        return node if part is node.part else Not(part)
    if isinstance(node, (And, Or)):
        parts = tuple(_meant(connection, part) for part in node.parts)
        same = all(new is old for new, old in zip(parts, node.parts, strict=True))
        return node if same else replace(node, parts=parts)
    return node


def _company(connection: Connection, field: Field) -> Node:
    if field.wants_any or field.wants_none or (not field.quoted and "*" in field.value):
        return field
    if names.company_id(connection, field.value) is not None:
        return field
    # It reads the table: only for names not known here.
    from curator.extraction.companies.found_companies import canonical

    name = canonical(field.value)
    if not name or folded(name) == folded(field.value):
        return field
    return Or((field, replace(field, value=name, quoted=True)))
