"""Alembic's environment: runs on the connection that `curator.store.database.migrations` hands over."""

from __future__ import annotations

from alembic import context

from curator.store.database import full_text
from curator.store.database.tables import metadata


def _is_compared(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name is None or not full_text.is_own_table(name)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=_is_compared,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
