"""The full text: the index of all articles' words, and how it is searched.

Words are indexed by FTS5 as an external-content table over the view `article_words`; its rows are
kept up by `unindex` before a change and `index` after it. Scripts without spaces are indexed
by the character: `spaced` parts them, in the index and in the query alike, so that two characters
beside each other are found as a phrase. It also takes the accents of other scripts away, since
FTS5 knows those of Latin letters only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, select, table, text
from sqlalchemy import column as sql_column
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Select

from curator.domain.folding import sought
from curator.store.database.statements import chunks, numbers

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_UNLIKE_LATIN = re.compile(
    "[ßẞıłŁøØđĐħĦſ\u0300-\u036f\u0386-\u0390\u03aa-\u03b0\u03c2\u03ca-\u03ce\u0400\u0401\u0403\u0407\u040c-\u040e"
    "\u0419\u0439\u0450\u0451\u0453\u0457\u045c-\u045e\u04c1-\u04c2\u04d0-\u04f9\u0591-\u05c7\u0610-\u061a\u0622-\u0626\u0640"
    "\u064b-\u065f\u0670\u1f00-\u1fff\ufb00-\ufb06\uff01-\uff5e]"
)
"""What has a case, an accent or a width that FTS5 does not know: its tables are of Latin letters."""

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
    """The text as it is indexed: a space stands round each character of scripts without spaces.

    Accents that FTS5 would leave are gone. A change of what it gives needs a migration that indexes all
    articles anew.
    """
    if not text or text.isascii():
        return text or ""
    return text.translate(_FORMS) if _UNSPACED.search(text) else _UNLIKE_LATIN.sub(_as_sought, text)


def _as_sought(match: re.Match[str]) -> str:
    return _FORMS[ord(match[0])]


class _Forms(dict[int, str]):
    """How each character is indexed, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        form = sought(char) if _UNLIKE_LATIN.match(char) else char
        self[code] = f" {char} " if _UNSPACED.match(char) else form
        return self[code]


_FORMS = _Forms()


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
    spread = spaced(words.replace("\0", " ")).replace('"', " ").strip()
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
