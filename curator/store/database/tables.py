"""The tables of a library. Names are singular; times are ISO 8601 text in UTC.

Texts that sort or compare without case and accents stand beside themselves as `…_key`
(`curator.domain.folding`). Nothing is NULL that takes part in a sort order: "" and 0 say "none".
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


def _json(name: str) -> Column[object]:
    return Column(name, JSON(none_as_null=True))


def _refers(
    name: str, to: str, *, cascade: bool = False, primary: bool = False, nullable: bool = True
) -> Column[Any]:
    """A column that holds the key of another table's row, with which its own goes if `cascade`."""
    key = ForeignKey(to, ondelete="CASCADE" if cascade else None)
    return Column(name, key, primary_key=primary, nullable=nullable and not primary)


def _of_article(*, primary: bool = False) -> Column[Any]:
    """The article a row belongs to, with which it goes."""
    return _refers("article_id", "article.id", cascade=True, primary=primary, nullable=False)


article = Table(
    "article",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    _text("slug"),
    _text("url"),
    _text("title"),
    _text("title_key"),
    _text("description"),
    _text("published"),
    _text("source"),
    _text("source_key"),
    _text("author"),
    _text("language"),
    _text("category"),
    _count("importance"),
    _text("note"),
    _count("state"),
    Column("added_at", Text, nullable=False),
    _text("reviewed_at"),
    _count("facts_open"),
    _count("guesses"),
    _count("revision"),
    CheckConstraint("importance BETWEEN 0 AND 5", name="importance"),
    CheckConstraint("state BETWEEN 0 AND 2", name="state"),
    sqlite_autoincrement=True,
)
"""The list's columns only: what is long stands in `reading` and `revision`."""

Index(None, article.c.published, article.c.id)
Index(None, article.c.title_key, article.c.id)
Index(None, article.c.source_key, article.c.published, article.c.id)
Index(None, article.c.language, article.c.published, article.c.id)
Index(None, article.c.importance, article.c.published, article.c.id)
Index(None, article.c.facts_open, article.c.published, article.c.id)
Index(None, article.c.state, article.c.published, article.c.id)
Index(None, article.c.added_at, article.c.id)
Index(None, article.c.url)
Index(None, article.c.slug)
Index(None, article.c.path)

original = Table(
    "original",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""The bytes of each file as imported, for ever; packed by zlib."""

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_article(),
    Column("number", Integer, nullable=False),
    _refers("sha256", "original.sha256", nullable=False),
    Column("imported_at", Text, nullable=False),
    _text("source_path"),
    _text("format"),
    _text("markup"),
    _text("encoding"),
    _count("cleaner_version"),
    _count("extractor_version"),
    _count("title_start"),
    _count("title_end"),
    _count("description_start"),
    _count("description_end"),
    _count("body_start"),
    _count("body_end"),
    _json("notes"),
    _json("front_matter"),
    _json("unknown"),
    _json("origin"),
    _json("fields"),
    UniqueConstraint("article_id", "number"),
)
"""One version of an article's file. `fields` are the fields as read, to tell what was edited since."""

Index(None, revision.c.sha256)
Index(None, revision.c.source_path)

reading = Table(
    "reading",
    metadata,
    _of_article(primary=True),
    Column("text", Text, nullable=False),
)
"""The cleaned reading text of the current revision, to which facts and repairs refer."""

repair = Table(
    "repair",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_article(),
    _text("field"),
    Column("original_start", Integer, nullable=False),
    Column("original_end", Integer, nullable=False),
    Column("cleaned_start", Integer, nullable=False),
    Column("cleaned_end", Integer, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    _text("channel"),
    Column("confidence", Float, nullable=False),
    _json("alternatives"),
    Column("decision", String(20), nullable=False, server_default="proposed"),
    sqlite_autoincrement=True,
)
"""What cleaning changed; `field` is "" in the reading text, else the key path in the front matter."""

Index(None, repair.c.article_id, repair.c.cleaned_start)

company = Table(
    "company",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    sqlite_autoincrement=True,
)

company_alias = Table(
    "company_alias",
    metadata,
    _refers("company_id", "company.id", cascade=True, primary=True),
    Column("key", Text, primary_key=True),
    Column("alias", Text, nullable=False),
)

Index(None, company_alias.c.key)

company_distinct = Table(
    "company_distinct",
    metadata,
    _refers("company_id", "company.id", cascade=True, primary=True),
    _refers("other_id", "company.id", cascade=True, primary=True),
    CheckConstraint("company_id < other_id", name="order"),
    sqlite_with_rowid=False,
)
"""Companies that an editor has said are not the same."""

Index(None, company_distinct.c.other_id)

article_company = Table(
    "article_company",
    metadata,
    _of_article(primary=True),
    _refers("company_id", "company.id", primary=True),
    Column("position", Integer, nullable=False),
    sqlite_with_rowid=False,
)

Index(None, article_company.c.company_id, article_company.c.article_id)

tag = Table(
    "tag",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False),
)
"""Tags as they are spelled; search and completion go by the key."""

Index(None, tag.c.key)

article_tag = Table(
    "article_tag",
    metadata,
    _of_article(primary=True),
    _refers("tag_id", "tag.id", primary=True),
    Column("position", Integer, nullable=False),
    sqlite_with_rowid=False,
)

Index(None, article_tag.c.tag_id, article_tag.c.article_id)

fact = Table(
    "fact",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_article(),
    Column("kind", String(10), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("quote"),
    _text("prefix"),
    _text("suffix"),
    Column("sentence", Integer, nullable=False, server_default="-1"),
    Column("value", Text),
    Column("low", Text),
    Column("high", Text),
    Column("least", Float),
    Column("most", Float),
    Column("unit", Text),
    Column("approximation", String(10), nullable=False),
    Column("status", String(15), nullable=False),
    Column("precision", String(10)),
    Column("confidence", Float, nullable=False),
    _text("rule"),
    Column("name", Text),
    _refers("company_id", "company.id"),
    _json("about"),
    Column("decision", String(10), nullable=False, server_default="proposed"),
    Column("verdict", String(10), nullable=False, server_default="unchecked"),
    _text("verdict_note"),
    _text("verdict_source"),
    Column("origin", String(20), nullable=False, server_default="extractor"),
    sqlite_autoincrement=True,
)
"""Facts with their evidence. `value`, `low` and `high` are exact (decimal, or ISO day for dates).

`least` and `most` are for searching: the same as numbers, days counted from 0001-01-01 for dates.
`start` is -1 where no words of the text state the fact. `sentence` counts the sentences of the text.
`about` names the companies that a figure or a date is about.
"""

Index(None, fact.c.article_id, fact.c.start)
Index(None, fact.c.kind, fact.c.least, fact.c.article_id)
Index(None, fact.c.kind, fact.c.unit, fact.c.most, fact.c.article_id)
Index(None, fact.c.name, fact.c.article_id, sqlite_where=fact.c.name.is_not(None))
Index(None, fact.c.company_id)

curated_set = Table(
    "curated_set",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("made_at", Text, nullable=False),
    sqlite_autoincrement=True,
)

curated_set_article = Table(
    "curated_set_article",
    metadata,
    _refers("set_id", "curated_set.id", cascade=True, primary=True),
    _of_article(primary=True),
    Column("position", Integer, nullable=False),
    sqlite_with_rowid=False,
)

Index(None, curated_set_article.c.article_id)

saved_search = Table(
    "saved_search",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False),
    sqlite_autoincrement=True,
)

step = Table(
    "step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("kind", String(10), nullable=False, server_default="edit"),
    _refers("target_id", "step.id"),
    Column("undone", Boolean(create_constraint=False), nullable=False, server_default="0"),
    Column("stale", Boolean(create_constraint=False), nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)
"""The journal. `kind` is edit, undo or redo; an undo or redo names the edit it is about.

A stale step can no longer be taken back, since what it changed has been replaced.
"""

Index(None, step.c.kind, step.c.id)
Index(None, step.c.target_id)

change = Table(
    "change",
    metadata,
    _refers("step_id", "step.id", cascade=True, primary=True),
    Column("position", Integer, primary_key=True),
    Column("subject", String(10), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("field", Text, nullable=False),
    _json("before"),
    _json("after"),
    Column("article_id", Integer),
    sqlite_with_rowid=False,
)

Index(None, change.c.article_id, change.c.step_id)
