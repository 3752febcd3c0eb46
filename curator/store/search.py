"""Search: from a query's tree to conditions on articles. Values are bound, never written into SQL."""

from __future__ import annotations

from sqlalchemy import Connection, Select, and_, false, not_, or_, select, true
from sqlalchemy.sql import ColumnElement

from curator.domain.articles import State
from curator.domain.folding import folded
from curator.domain.queries.amounts import amounts
from curator.domain.queries.dates import days_of
from curator.domain.queries.trees import And, Comparison, Field, Node, Not, Or, Query, Words
from curator.store import names
from curator.store.articles import STATES
from curator.store.database import full_text, statements
from curator.store.database.tables import article, curated_set, curated_set_article, fact, repair

_LAST = "\U0010ffff"
"""Sorts after every character that a date can have."""


def condition(connection: Connection, query: Query) -> ColumnElement[bool] | None:
    """What must hold for an article, None if everything matches."""
    return None if query.matches_everything else _node(connection, query.tree)


def _node(connection: Connection, node: Node) -> ColumnElement[bool]:
    if isinstance(node, Words):
        return _words(connection, node)
    if isinstance(node, Field):
        return _field(node)
    if isinstance(node, Not):
        return not_(_node(connection, node.part))
    if isinstance(node, Or):
        return or_(false(), *(_node(connection, part) for part in node.parts))
    return _all_of(connection, node)


def _all_of(connection: Connection, node: And) -> ColumnElement[bool]:
    """All parts; words that no company or tag goes by are looked up in one go."""
    together: list[str] = []
    others: list[ColumnElement[bool]] = []
    for part in node.parts:
        if isinstance(part, Words) and not names.is_name(connection, part.text):
            together.append(full_text.phrase(part.text))
        else:
            others.append(_node(connection, part))
    expression = " AND ".join(each for each in together if each)
    if expression:
        others.append(article.c.id.in_(full_text.matching(expression)))
    return and_(true(), *others)


def _words(connection: Connection, words: Words) -> ColumnElement[bool]:
    """Words in the text or the fields, or a company or tag of this name."""
    expression = full_text.phrase(words.text)
    if not expression:
        return true()
    ways: list[ColumnElement[bool]] = [article.c.id.in_(full_text.matching(expression))]
    ways += [
        article.c.id.in_(names.articles_with(field, words.text, wildcard=False))
        for field in sorted(names.is_name(connection, words.text))
    ]
    return or_(*ways)


def _field(field: Field) -> ColumnElement[bool]:
    if field.name in _BY_NAME:
        return _BY_NAME[field.name](field)
    return _text_field(article.c[field.name], field)


def _text_field(column: ColumnElement[str], field: Field) -> ColumnElement[bool]:
    """A field that has the words in it, without case and accents; after "=" it is compared whole."""
    if field.wants_any or field.wants_none:
        return column != "" if field.wants_any else column == ""
    own, key = statements.folded_column(column), folded(field.value)
    if field.comparison is Comparison.EQUAL or ("*" in key and not field.quoted):
        return _fits(own, key, field)
    return names.like(own, f"*{key}*")


def _fits(column: ColumnElement[str], key: str, field: Field) -> ColumnElement[bool]:
    return names.like(column, key) if "*" in key and not field.quoted else column == key


def _id(field: Field) -> ColumnElement[bool]:
    if field.wants_any or field.wants_none:
        return true() if field.wants_any else false()
    return _sized(article.c.id, field.comparison, int(field.value))


def _importance(field: Field) -> ColumnElement[bool]:
    column = article.c.importance
    if field.wants_any or field.wants_none:
        return column > 0 if field.wants_any else column == 0
    compared = _sized(column, field.comparison, int(field.value))
    return (
        and_(compared, column > 0) if field.comparison in (Comparison.LESS, Comparison.AT_MOST) else compared
    )


def _sized(column: ColumnElement[int], comparison: Comparison, value: int) -> ColumnElement[bool]:
    if comparison is Comparison.AT_LEAST:
        return column >= value
    if comparison is Comparison.AT_MOST:
        return column <= value
    if comparison is Comparison.MORE:
        return column > value
    return column < value if comparison is Comparison.LESS else column == value


def _published(field: Field) -> ColumnElement[bool]:
    """Dates stand for the whole time they name: after 2024-06 begins in July."""
    column = article.c.published
    if field.wants_any or field.wants_none:
        return column != "" if field.wants_any else column == ""
    first, dots, last = field.value.upper().partition("..")
    begins, ends = column >= first, column < (last if dots else first) + _LAST
    if field.comparison is Comparison.AT_LEAST:
        return begins
    if field.comparison is Comparison.AT_MOST:
        return and_(ends, column != "")
    if field.comparison is Comparison.MORE:
        return not_(ends)
    if field.comparison is Comparison.LESS:
        return and_(not_(begins), column != "")
    return and_(begins, ends)


def _amount(field: Field) -> ColumnElement[bool]:
    """An amount that the text states, or a range that takes it in, in any unit of its kind."""
    stated = select(fact.c.article_id).where(fact.c.decision != "rejected")
    if field.wants_any or field.wants_none:
        found = article.c.id.in_(stated.where(fact.c.kind.in_(("money", "quantity", "percent"))))
        return found if field.wants_any else not_(found)
    ways = [
        and_(
            fact.c.kind == each.kind.value,
            true() if each.unit is None else fact.c.unit == each.unit,
            _spans(fact.c.least, fact.c.most, field.comparison, float(each.value), float(each.value)),
        )
        for each in amounts(field.value)
    ]
    return article.c.id.in_(stated.where(or_(false(), *ways)))


def _due(field: Field) -> ColumnElement[bool]:
    """A date that the text states, by its last day: what is due by 2030 is due in 2030."""
    stated = select(fact.c.article_id).where(fact.c.kind == "date", fact.c.decision != "rejected")
    if field.wants_any or field.wants_none:
        found = article.c.id.in_(stated.where(fact.c.most.is_not(None)))
        return found if field.wants_any else not_(found)
    first, dots, last = field.value.partition("..")
    begins, ends = days_of(first)[0], days_of(last if dots else first)[1]
    return article.c.id.in_(stated.where(_spans(fact.c.most, fact.c.most, field.comparison, begins, ends)))


def _spans(
    low: ColumnElement[float],
    high: ColumnElement[float],
    comparison: Comparison,
    begins: float,
    ends: float,
) -> ColumnElement[bool]:
    """Whether what lies between two columns lies, at one point at least, where it is asked for."""
    if comparison is Comparison.AT_LEAST:
        return high >= begins
    if comparison is Comparison.MORE:
        return high > ends
    if comparison is Comparison.AT_MOST:
        return low <= ends
    if comparison is Comparison.LESS:
        return low < begins
    return and_(low <= ends, high >= begins)


def _title(field: Field) -> ColumnElement[bool]:
    if field.wants_any or field.wants_none:
        return _text_field(article.c.title, field)
    if field.comparison is Comparison.EQUAL:
        return article.c.title_key == folded(field.value)
    expression = full_text.phrase(field.value, column="title")
    return article.c.id.in_(full_text.matching(expression)) if expression else false()


def _source(field: Field) -> ColumnElement[bool]:
    if field.wants_any or field.wants_none:
        return _text_field(article.c.source, field)
    return _fits(article.c.source_key, folded(field.value), field)


def _path(field: Field) -> ColumnElement[bool]:
    """A path, or a part of one."""
    if field.wants_any or field.wants_none:
        return _text_field(article.c.path, field)
    if field.comparison is Comparison.EQUAL:
        return article.c.path == field.value
    return names.like(article.c.path, f"*{field.value}*")


def _language(field: Field) -> ColumnElement[bool]:
    """A language, however it is specified further: zh finds zh-Hant."""
    if field.wants_any or field.wants_none:
        return _text_field(article.c.language, field)
    value = field.value
    exact = article.c.language.in_(sorted({value, value.lower()}))
    return (
        exact
        if field.comparison is Comparison.EQUAL
        else or_(exact, names.like(article.c.language, f"{value}-*"))
    )


def _state(field: Field) -> ColumnElement[bool]:
    if field.wants_any or field.wants_none:
        return true() if field.wants_any else false()
    value = field.value.casefold().replace("-", "_")
    if value == "unreviewed":
        return article.c.state != STATES.index(State.REVIEWED)
    return article.c.state == STATES.index(State(value))


def _company(field: Field) -> ColumnElement[bool]:
    return _named("companies", field)


def _tag(field: Field) -> ColumnElement[bool]:
    return _named("tags", field)


def _named(names_of: str, field: Field) -> ColumnElement[bool]:
    if field.wants_any or field.wants_none:
        found = article.c.id.in_(names.articles_with_any(names_of))
        return found if field.wants_any else not_(found)
    return article.c.id.in_(names.articles_with(names_of, field.value, wildcard=not field.quoted))


def _set(field: Field) -> ColumnElement[bool]:
    members = select(curated_set_article.c.article_id)
    if field.wants_any or field.wants_none:
        found = article.c.id.in_(members)
        return found if field.wants_any else not_(found)
    fits = _fits(curated_set.c.key, folded(field.value), field)
    return article.c.id.in_(members.join(curated_set).where(fits))


def _has(field: Field) -> ColumnElement[bool]:
    value = field.value.casefold()
    if field.wants_any or field.wants_none:
        return false()
    if value in ("company", "tag"):
        return article.c.id.in_(names.articles_with_any("companies" if value == "company" else "tags"))
    if value == "note":
        return article.c.note != ""
    if value == "guess":
        return article.c.guesses > 0
    return article.c.id.in_(_having(value))


def _having(value: str) -> Select[int]:
    if value == "repair":
        return select(repair.c.article_id)
    facts = select(fact.c.article_id).where(fact.c.decision != "rejected")
    return facts if value == "fact" else facts.where(fact.c.verdict == value)


_BY_NAME = {
    "id": _id,
    "path": _path,
    "title": _title,
    "company": _company,
    "tag": _tag,
    "language": _language,
    "source": _source,
    "importance": _importance,
    "published": _published,
    "amount": _amount,
    "due": _due,
    "state": _state,
    "is": _state,
    "set": _set,
    "has": _has,
}
