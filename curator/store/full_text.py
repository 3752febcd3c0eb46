"""The full text: the index of all articles' words, and how it is searched.

Words are indexed by FTS5 as an external-content table over the view `article_words`; its rows are
kept up by `unindex` before a change and `index` after it. Scripts without spaces are indexed
by the character: `spaced` parts them, in the index and in the query alike, so that two characters
beside each other are found as a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, select, table, text
from sqlalchemy import column as sql_column
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Select

from curator.store.statements import chunks, numbers

_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff])"
)

_TABLES = (
    """CREATE VIEW article_words AS
    SELECT article.id AS id, spaced(article.title) AS title, spaced(reading.text) AS text,
        spaced(article.description || ' ' || article.source || ' ' || article.author || ' ' ||
            article.category || ' ' || article.note) AS other
    FROM article JOIN reading ON reading.article_id = article.id""",
    """CREATE VIRTUAL TABLE article_text USING fts5(
        title, text, other, content='article_words', content_rowid='id', prefix='2 3',
        tokenize='unicode61 remove_diacritics 2')""",
)

_INDEX = text(
    "INSERT INTO article_text (rowid, title, text, other) "
    "SELECT id, title, text, other FROM article_words WHERE id IN (SELECT value FROM json_each(:ids))"
)
_UNINDEX = text(
    "INSERT INTO article_text (article_text, rowid, title, text, other) "
    "SELECT 'delete', id, title, text, other FROM article_words "
    "WHERE id IN (SELECT value FROM json_each(:ids))"
)
_matches = table("article_text", sql_column("rowid"), sql_column("article_text"))


def spaced(text: str | None) -> str:
    """The text with a space round every character of a script that writes without spaces."""
    if not text:
        return ""
    return text if text.isascii() else _UNSPACED.sub(r" \1 ", text)


def create(connection: Connection) -> None:
    """Make the full-text index of a library whose tables stand."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)


def index(connection: Connection, ids: Iterable[int]) -> None:
    """Index the words of these articles, which must not be indexed."""
    for chunk in chunks(ids):
        connection.execute(_INDEX, {"ids": numbers(chunk)})


def unindex(connection: Connection, ids: Iterable[int]) -> None:
    """Take these articles out of the index, while their words are still as indexed."""
    for chunk in chunks(ids):
        connection.execute(_UNINDEX, {"ids": numbers(chunk)})


def matching(expression: str) -> Select[tuple[int]]:
    """The articles whose words match a full-text expression made by `phrase`."""
    return select(_matches.c.rowid).where(_matches.c.article_text.op("MATCH")(expression))


_TOKENS = re.compile(r"[^\W_]+")


def phrase(words: str, *, column: str = "") -> str:
    """The full-text expression for words that stand in this order; "" if there is nothing to find.

    A `*` at the end stands for any letters.
    """
    spread = spaced(words.replace("\0", " ").replace('"', " ")).strip()
    if not _TOKENS.search(spread):
        return ""
    quoted = f'"{spread.rstrip("*").strip()}" *' if spread.endswith("*") else f'"{spread}"'
    return f"{column} : {quoted}" if column else quoted


def faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the full text; it has to be a transaction that writes."""
    try:
        connection.exec_driver_sql(
            "INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)"
        )
    except DBAPIError as error:
        return [f"The full text does not match the articles: {error.orig}."]
    return []


def is_own_table(name: str) -> bool:
    """Whether the table is part of the full-text index, which no migration compares."""
    return name.startswith(("article_text", "sqlite_"))
