"""The library's schema: made, brought up to date, or refused when it is newer than the program."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from curator import paths
from curator.domain.errors import CuratorError
from curator.store.database import full_text, sqlite
from curator.store.database.errors import NotALibrary
from curator.store.database.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0003"
"""The newest migration; it stands here so that opening a library needn't load Alembic."""


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Make the schema if the file is empty, migrate it if it is old, refuse it if it is newer.

    Before a migration the file is copied beside itself. Raises CuratorError.
    """
    with engine.connect() as connection:
        version = _version(connection, path)
    if version == HEAD:
        return
    if version is None:
        create(engine)
    else:
        _migrate(engine, path, version)


def _version(connection: Connection, path: Path) -> str | None:
    """The migration the file stands at, None for an empty file."""
    if sqlite.is_empty(connection):
        return None
    if sqlite.is_anothers(connection):
        message = f"This file is a database, but not a Curator library. ({path})"
        raise NotALibrary(message, "Choose another file.")
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def create(engine: Engine) -> None:
    """Make all tables as the newest migration leaves them (a test holds the two equal)."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if not sqlite.is_empty(connection):
            return  # another program was quicker
        metadata.create_all(connection)
        full_text.create(connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        sqlite.sign(connection)


def _migrate(engine: Engine, path: Path, version: str) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    settings = config()
    known = {script.revision for script in ScriptDirectory.from_config(settings).walk_revisions()}
    if version not in known:
        message = f"The library was made by a newer Curator (schema {version}). ({path})"
        raise CuratorError(message, "Update Curator, or open another library.")
    sqlite.remove_halves(path, f"{path.name}.before-")
    try:
        sqlite.copy_whole(path, _free(path.with_name(f"{path.name}.before-{HEAD}-{_stamp()}")))
    except OSError as error:
        message = (
            f"The library needs a newer form, and no copy can be put beside it: {error.strerror}. ({path})"
        )
        raise CuratorError(message, "Make room there, or copy it to a folder of yours.") from error
    with sqlite.rebuilding(engine) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def config() -> Config:
    """Alembic's configuration, which needs no ini file."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(paths.shipped("db")).replace("%", "%%"))
    return settings


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S")


def _free(path: Path) -> Path:
    """The path, or the first one like it that is not taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
