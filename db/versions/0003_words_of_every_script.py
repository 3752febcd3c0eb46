"""Index all words anew: case and accents make no difference in any script, not in Latin letters only."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index every article as `full_text.spaced` gives its words now."""
    op.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")
