"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FULL_TEXT = (
    """CREATE VIEW article_words AS
    SELECT article.id AS id, spaced(article.title) AS title, spaced(reading.text) AS text,
        spaced(article.description || ' ' || article.source || ' ' || article.author || ' ' ||
            article.category || ' ' || article.note) AS other
    FROM article JOIN reading ON reading.article_id = article.id""",
    """CREATE VIRTUAL TABLE article_text USING fts5(
        title, text, other, content='article_words', content_rowid='id', prefix='2 3',
        tokenize='unicode61 remove_diacritics 2')""",
)
"""As it was then; what it is now stands in `curator.store.database.sqlite`."""


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("title_key", sa.Text(), server_default="", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("published", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("source_key", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("category", sa.Text(), server_default="", nullable=False),
        sa.Column("importance", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Integer(), server_default="0", nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("reviewed_at", sa.Text(), server_default="", nullable=False),
        sa.Column("facts_open", sa.Integer(), server_default="0", nullable=False),
        sa.Column("guesses", sa.Integer(), server_default="0", nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("importance BETWEEN 0 AND 5", name=op.f("ck_article_importance")),
        sa.CheckConstraint("state BETWEEN 0 AND 2", name=op.f("ck_article_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_article_added_at_id"), "article", ["added_at", "id"], unique=False)
    op.create_index(
        op.f("ix_article_facts_open_published_id"), "article", ["facts_open", "published", "id"], unique=False
    )
    op.create_index(
        op.f("ix_article_importance_published_id"), "article", ["importance", "published", "id"], unique=False
    )
    op.create_index(
        op.f("ix_article_language_published_id"), "article", ["language", "published", "id"], unique=False
    )
    op.create_index(op.f("ix_article_path"), "article", ["path"], unique=False)
    op.create_index(op.f("ix_article_published_id"), "article", ["published", "id"], unique=False)
    op.create_index(op.f("ix_article_slug"), "article", ["slug"], unique=False)
    op.create_index(
        op.f("ix_article_source_key_published_id"), "article", ["source_key", "published", "id"], unique=False
    )
    op.create_index(
        op.f("ix_article_state_published_id"), "article", ["state", "published", "id"], unique=False
    )
    op.create_index(op.f("ix_article_title_key_id"), "article", ["title_key", "id"], unique=False)
    op.create_index(op.f("ix_article_url"), "article", ["url"], unique=False)
    op.create_table(
        "company",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company")),
        sa.UniqueConstraint("key", name=op.f("uq_company_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "curated_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_curated_set")),
        sa.UniqueConstraint("key", name=op.f("uq_curated_set_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_original")),
    )
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sa.UniqueConstraint("key", name=op.f("uq_saved_search_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=10), server_default="edit", nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=True),
        sa.Column("undone", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("stale", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["target_id"], ["step.id"], name=op.f("fk_step_target_id_step")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_step_kind_id"), "step", ["kind", "id"], unique=False)
    op.create_index(op.f("ix_step_target_id"), "step", ["target_id"], unique=False)
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
    )
    op.create_index(op.f("ix_tag_key"), "tag", ["key"], unique=False)
    op.create_table(
        "article_company",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_article_company_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_article_company_company_id_company")
        ),
        sa.PrimaryKeyConstraint("article_id", "company_id", name=op.f("pk_article_company")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_article_company_company_id_article_id"),
        "article_company",
        ["company_id", "article_id"],
        unique=False,
    )
    op.create_table(
        "article_tag",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_tag_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_article_tag_tag_id_tag")),
        sa.PrimaryKeyConstraint("article_id", "tag_id", name=op.f("pk_article_tag")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_article_tag_tag_id_article_id"), "article_tag", ["tag_id", "article_id"], unique=False
    )
    op.create_table(
        "change",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=10), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["step_id"], ["step.id"], name=op.f("fk_change_step_id_step"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("step_id", "position", name=op.f("pk_change")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_change_article_id_step_id"), "change", ["article_id", "step_id"], unique=False)
    op.create_table(
        "company_alias",
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["company.id"],
            name=op.f("fk_company_alias_company_id_company"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("company_id", "key", name=op.f("pk_company_alias")),
    )
    op.create_index(op.f("ix_company_alias_key"), "company_alias", ["key"], unique=False)
    op.create_table(
        "company_distinct",
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("company_id < other_id", name=op.f("ck_company_distinct_order")),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["company.id"],
            name=op.f("fk_company_distinct_company_id_company"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["company.id"],
            name=op.f("fk_company_distinct_other_id_company"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("company_id", "other_id", name=op.f("pk_company_distinct")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_company_distinct_other_id"), "company_distinct", ["other_id"], unique=False)
    op.create_table(
        "curated_set_article",
        sa.Column("set_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_curated_set_article_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["set_id"],
            ["curated_set.id"],
            name=op.f("fk_curated_set_article_set_id_curated_set"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("set_id", "article_id", name=op.f("pk_curated_set_article")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_curated_set_article_article_id"), "curated_set_article", ["article_id"], unique=False
    )
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("prefix", sa.Text(), server_default="", nullable=False),
        sa.Column("suffix", sa.Text(), server_default="", nullable=False),
        sa.Column("sentence", sa.Integer(), server_default="-1", nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("low", sa.Text(), nullable=True),
        sa.Column("high", sa.Text(), nullable=True),
        sa.Column("least", sa.Float(), nullable=True),
        sa.Column("most", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("approximation", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=15), nullable=False),
        sa.Column("precision", sa.String(length=10), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("company_id", sa.Integer(), nullable=True),
        sa.Column("about", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("decision", sa.String(length=10), server_default="proposed", nullable=False),
        sa.Column("verdict", sa.String(length=10), server_default="unchecked", nullable=False),
        sa.Column("verdict_note", sa.Text(), server_default="", nullable=False),
        sa.Column("verdict_source", sa.Text(), server_default="", nullable=False),
        sa.Column("origin", sa.String(length=20), server_default="extractor", nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_fact_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_fact_company_id_company")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_fact_article_id_start"), "fact", ["article_id", "start"], unique=False)
    op.create_index(op.f("ix_fact_company_id"), "fact", ["company_id"], unique=False)
    op.create_index(
        op.f("ix_fact_kind_least_article_id"), "fact", ["kind", "least", "article_id"], unique=False
    )
    op.create_index(
        op.f("ix_fact_kind_unit_most_article_id"),
        "fact",
        ["kind", "unit", "most", "article_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_fact_name_article_id"),
        "fact",
        ["name", "article_id"],
        unique=False,
        sqlite_where=sa.text("name IS NOT NULL"),
    )
    op.create_table(
        "reading",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_reading_article_id_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_reading")),
    )
    op.create_table(
        "repair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), server_default="", nullable=False),
        sa.Column("original_start", sa.Integer(), nullable=False),
        sa.Column("original_end", sa.Integer(), nullable=False),
        sa.Column("cleaned_start", sa.Integer(), nullable=False),
        sa.Column("cleaned_end", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.Text(), server_default="", nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("alternatives", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("decision", sa.String(length=20), server_default="proposed", nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_repair_article_id_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repair")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_repair_article_id_cleaned_start"), "repair", ["article_id", "cleaned_start"], unique=False
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("imported_at", sa.Text(), nullable=False),
        sa.Column("source_path", sa.Text(), server_default="", nullable=False),
        sa.Column("format", sa.Text(), server_default="", nullable=False),
        sa.Column("markup", sa.Text(), server_default="", nullable=False),
        sa.Column("encoding", sa.Text(), server_default="", nullable=False),
        sa.Column("cleaner_version", sa.Integer(), server_default="0", nullable=False),
        sa.Column("extractor_version", sa.Integer(), server_default="0", nullable=False),
        sa.Column("title_start", sa.Integer(), server_default="0", nullable=False),
        sa.Column("title_end", sa.Integer(), server_default="0", nullable=False),
        sa.Column("description_start", sa.Integer(), server_default="0", nullable=False),
        sa.Column("description_end", sa.Integer(), server_default="0", nullable=False),
        sa.Column("body_start", sa.Integer(), server_default="0", nullable=False),
        sa.Column("body_end", sa.Integer(), server_default="0", nullable=False),
        sa.Column("notes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("front_matter", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("unknown", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("origin", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("fields", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_revision_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sha256"], ["original.sha256"], name=op.f("fk_revision_sha256_original")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_revision_article_id_number")),
    )
    op.create_index(op.f("ix_revision_sha256"), "revision", ["sha256"], unique=False)
    op.create_index(op.f("ix_revision_source_path"), "revision", ["source_path"], unique=False)
    for statement in FULL_TEXT:
        op.execute(statement)
