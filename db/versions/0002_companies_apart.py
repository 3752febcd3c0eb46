"""What the first libraries lack: companies kept apart, companies that a fact is about, quicker searches.

The first schema was still growing when libraries were made with it; this brings those that were made
early to what it became. In a library that has it all nothing is changed.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is missing."""
    there = sa.inspect(op.get_bind())
    _count_companies_on()
    if "company_distinct" not in there.get_table_names():
        _make_company_distinct()
    if "about" not in {column["name"] for column in there.get_columns("fact")}:
        op.add_column("fact", sa.Column("about", sa.JSON(none_as_null=True), nullable=True))
    _index_facts({index["name"] for index in there.get_indexes("fact")})


def _count_companies_on() -> None:
    """Let no number be given twice, also of companies that were removed."""
    made = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'company'").scalar_one()
    if "AUTOINCREMENT" in made.upper():
        return
    op.create_table(
        "new_company",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company")),
        sa.UniqueConstraint("key", name=op.f("uq_company_key")),
        sqlite_autoincrement=True,
    )
    op.execute('INSERT INTO new_company (id, name, "key") SELECT id, name, "key" FROM company')
    op.drop_table("company")
    op.rename_table("new_company", "company")


def _make_company_distinct() -> None:
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


def _index_facts(there: set[str | None]) -> None:
    if "ix_fact_kind_least" in there:
        op.drop_index("ix_fact_kind_least", "fact")
    wanted = {
        "ix_fact_kind_least_article_id": (["kind", "least", "article_id"], None),
        "ix_fact_kind_unit_most_article_id": (["kind", "unit", "most", "article_id"], None),
        "ix_fact_name_article_id": (["name", "article_id"], sa.text("name IS NOT NULL")),
    }
    for name, (columns, where) in wanted.items():
        if name not in there:
            op.create_index(op.f(name), "fact", columns, unique=False, sqlite_where=where)
