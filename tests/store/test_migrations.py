import contextlib
import json
import shutil
import sqlite3

import pytest

from curator import paths
from curator.domain.errors import CuratorError
from curator.services import checking, completing, listing, reading
from curator.services.imports import importing
from curator.services.library import Library
from curator.store.database import migrations, sqlite
from curator.store.database.errors import NotALibrary

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def engine(path):
    return sqlite.engine(path, json_serializer=json.dumps, json_deserializer=json.loads)


@pytest.fixture
def migrated(tmp_path):
    """A library made by the migrations alone, as an old one would be."""
    from alembic import command

    made = engine(tmp_path / "migrated.curator")
    settings = migrations.config()
    with made.connect().execution_options(writes=True) as connection, connection.begin():
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
    yield made
    made.dispose()


def schema(made):
    with made.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: sorted(
                " ".join(sql.replace('"', "").split()).replace("( ", "(").replace(" )", ")").split(", ")
            )
            for name, sql in rows
            if not name.startswith("sqlite_")
        }


def test_the_migrations_lead_to_the_tables(migrated):
    from alembic import command

    settings = migrations.config()
    with migrated.connect() as connection:
        settings.attributes["connection"] = connection
        command.check(settings)  # raises what a new migration would have to change


def test_a_new_library_is_as_the_migrations_leave_one(migrated, tmp_path):
    made = engine(tmp_path / "made.curator")
    migrations.create(made)
    one, other = schema(made), schema(migrated)
    made.dispose()
    assert one.keys() == other.keys()
    same = {name for name in one if len("".join(one[name])) == len("".join(other[name]))}
    assert same == one.keys()


def test_the_newest_migration_is_the_one_that_is_named():
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(migrations.config()).get_current_head() == migrations.HEAD


def test_an_up_to_date_library_opens_without_alembic(tmp_path):
    import subprocess
    import sys

    path = tmp_path / "library.curator"
    code = (
        "import sys; from pathlib import Path; from curator.services.library import Library\n"
        f"Library.open(Path({str(path)!r})).close(); Library.open(Path({str(path)!r})).close()\n"
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=paths.PACKAGE.parent)


def test_an_old_library_is_copied_and_migrated(tmp_path, monkeypatch):
    folder = tmp_path / "db 100%"
    shutil.copytree(paths.shipped("db"), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions/9998_colour.py").write_text(
        f'revision = "9998"\ndown_revision = "{migrations.HEAD}"\nbranch_labels = None\n'
        "depends_on = None\n\n\n"
        "def upgrade():\n    from alembic import op\n    op.execute('CREATE TABLE colour (name TEXT)')\n"
    )
    path = tmp_path / "library.curator"
    Library.open(path).close()
    head = migrations.HEAD
    monkeypatch.setattr(paths, "shipped", lambda name: folder if name == "db" else paths.PACKAGE)
    monkeypatch.setattr(migrations, "HEAD", "9998")
    with Library.open(path) as library, library.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM colour").scalar() == 0
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "9998"
    (copy,) = tmp_path.glob("library.curator.before-9998-*")
    monkeypatch.undo()
    with Library.open(copy) as old, old.reading() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == head


def test_a_copy_that_was_killed_is_removed_and_one_being_made_stays(tmp_path):
    path = tmp_path / "library [1].curator"
    dead, alive = (tmp_path / f".{path.name}.before-0002-{number}.part" for number in (1, 2))
    other = tmp_path / ".other.curator.before-0002-1.part"
    for each in (dead, other, dead.with_name(f"{dead.name}-journal")):
        each.write_bytes(b"")
    with contextlib.closing(sqlite3.connect(alive, isolation_level=None)) as writer:
        writer.execute("CREATE TABLE article (id INTEGER)")
        writer.execute("BEGIN EXCLUSIVE")
        sqlite.remove_halves(path, f"{path.name}.before-")
        assert set(tmp_path.iterdir()) - {alive.with_name(f"{alive.name}-journal")} == {alive, other}


def test_migrating_removes_what_a_killed_migration_left(early):
    left = early.with_name(f".{early.name}.before-0001-20260303-090000.part")
    left.write_bytes(early.read_bytes())
    Library.open(early).close()
    assert not left.exists()
    assert list(early.parent.glob(f"{early.name}.before-*"))


@pytest.fixture
def early(tmp_path):
    """A library with an article, made when the first schema was still growing."""
    path = tmp_path / "early.curator"
    post = tmp_path / "plant.md"
    post.write_text("---\ntitle: A plant\ncompanies: [Orchard Chips]\n---\n\nIt costs $20 million in 2031.\n")
    with Library.open(path) as library:
        importing.import_paths(library, [post])
    with contextlib.closing(sqlite3.connect(path)) as connection:
        sqlite.register(connection)
        connection.executescript(
            """
            ALTER TABLE fact DROP COLUMN about;
            DROP TABLE company_distinct;
            DROP INDEX ix_fact_kind_least_article_id;
            DROP INDEX ix_fact_kind_unit_most_article_id;
            DROP INDEX ix_fact_name_article_id;
            CREATE INDEX ix_fact_kind_least ON fact (kind, least);
            CREATE TABLE early (id INTEGER NOT NULL, name TEXT NOT NULL, "key" TEXT NOT NULL,
                CONSTRAINT pk_company PRIMARY KEY (id), CONSTRAINT uq_company_key UNIQUE ("key"));
            INSERT INTO early SELECT id, name, "key" FROM company;
            DROP TABLE company;
            ALTER TABLE early RENAME TO company;
            UPDATE alembic_version SET version_num = '0001';
            """
        )
    return path


def test_a_library_of_the_first_days_becomes_as_any_other(early, migrated):
    with Library.open(early) as library:
        article = reading.article(library, 1)
        assert article.fields.companies == ("Orchard Chips",)
        assert {str(stored.fact.kind) for stored in article.facts} >= {"money", "date"}
        assert completing.complete(library, "companies", "orch") == ["Orchard Chips"]
        assert checking.check(library) == []
    made = engine(early)
    assert {name: len("".join(parts)) for name, parts in schema(made).items()} == {
        name: len("".join(parts)) for name, parts in schema(migrated).items()
    }
    made.dispose()


def test_words_of_an_older_library_are_found_in_any_script(tmp_path):
    path, post = tmp_path / "older.curator", tmp_path / "fir.md"
    post.write_text("---\ntitle: Ёлка на площади\n---\n\nΗ Αθήνα και η Straße.\n", encoding="utf-8")
    with Library.open(path) as library:
        importing.import_paths(library, [post])
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.create_function("spaced", 1, lambda text: text, deterministic=True)
        connection.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        connection.commit()
    with Library.open(path) as library:
        for words in ("елка", "ΑΘΗΝΑ", "strasse"):
            assert listing.identifiers(library, words) == [1]
        assert checking.check(library) == []


def test_a_migration_that_loses_a_row_referred_to_changes_nothing(early):
    made = engine(early)
    with pytest.raises(sqlite3.IntegrityError), sqlite.rebuilding(made) as connection:
        connection.exec_driver_sql("DELETE FROM company")
    with made.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM company").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    made.dispose()


def test_a_newer_library_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "library.curator"
    with Library.open(path) as library, library.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CuratorError, match="newer Curator") as raised:
        Library.open(path)
    assert "Update Curator" in raised.value.hint
    assert sorted(each.name for each in tmp_path.iterdir()) == ["library.curator"]


@pytest.mark.parametrize("other", ["bookmarks (id)", "article (id)", "alembic_version (version_num)"])
def test_another_programs_database_is_refused(tmp_path, other):
    path = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(f"CREATE TABLE {other}")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(NotALibrary, match="not a Curator library"):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_text_file_is_refused(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear editor, this is no library at all, however long the letter may be." * 20)
    with pytest.raises(NotALibrary, match="not a Curator library"):
        Library.open(path)
