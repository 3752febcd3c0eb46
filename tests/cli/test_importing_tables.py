"""`curator import` of tables: what would be taken for what, and what an editor chooses."""

import json

import pytest

from curator import cli
from curator.services.imports import choosing

TABLE = "Kopf;Inhalt;Zeitung\nNeues Werk;Orchard baut bei Brno.;Brno heute\n"


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text(TABLE, "utf-8")
    return file


def run(capsys, *arguments):
    status = cli.main([str(each) for each in arguments])
    return status, capsys.readouterr()


def test_a_dry_run_shows_the_columns_and_imports_nothing(capsys, table):
    status, said = run(capsys, "import", table, "--dry-run", "--map", "title=kopf")
    assert status == 0
    assert [line.split()[:2] for line in said.out.splitlines()[2:]] == [
        ["title", "Kopf"],
        ["text", "Inhalt"],
        ["source", "Zeitung"],
    ]
    status, said = run(capsys, "import", "--json", table, "--dry-run", "--map", "source=")
    (found,) = json.loads(said.out)
    assert found["mapping"] == {"text": "Inhalt"}


def test_chosen_columns_are_taken(capsys, table):
    assert run(capsys, "import", table, "--map", "title=1", "--map", "source=")[0] == 0
    _, said = run(capsys, "list", "--json")
    (row,) = json.loads(said.out)
    assert (row["title"], row["source"], row["path"]) == ("Neues Werk", "", "t/neues-werk.md")
    assert "1 already there" in run(capsys, "import", table, "--map", "title=1", "--map", "source=")[1].out


@pytest.mark.parametrize("given", ["title", "nothing=Kopf", "=Kopf"])
def test_a_choice_that_says_nothing_is_told(capsys, table, given):
    status, said = run(capsys, "import", table, "--map", given)
    assert status != 0
    assert "FIELD=COLUMN" in said.err


def test_a_dry_run_of_other_files_is_told(capsys, tmp_path):
    file = tmp_path / "a.md"
    file.write_text("# A\n\nText.\n", "utf-8")
    status, said = run(capsys, "import", file, "--dry-run")
    assert status != 0
    assert "no table" in said.err


def test_the_first_article_is_shown_as_it_would_be_read(table):
    look = choosing.look(table)
    document = choosing.first(look, table.name, {"title": "Kopf"})
    assert document.fields.title == "Neues Werk"
    assert choosing.first(look, table.name, {"title": "", "text": ""}) is None
    assert look.guess == {"text": "Inhalt", "source": "Zeitung"}
    assert choosing.look(table.with_suffix(".md")) is None
