"""`curator reclean` as other programs use it."""

import json

import pytest

from curator import cleaning

POST = "Dam costs 3 million euros\n\nThe dam will cost 3 million euros and open in 2031.\n"


@pytest.fixture
def run(run, tmp_path):
    """Run a command on a library with one article."""
    (tmp_path / "dam.txt").write_text(POST, encoding="utf-8")
    assert run("import", tmp_path / "dam.txt")[0] == 0
    return run


def test_nothing_is_done_where_no_engine_is_newer(run):
    status, out, _ = run("reclean")
    assert (status, out) == (
        0,
        "No article was cleaned by an older engine. --force cleans all that match again.\n",
    )


def test_articles_of_older_engines_are_read_again(run, monkeypatch):
    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)
    status, out, _ = run("reclean", "--json", "dam")
    assert status == 0
    told = json.loads(out)
    assert (told["same"], told["cleaned"], told["failed"]) == (1, 0, 0)
    assert told["items"][0]["path"] == "dam.txt"
    assert run("reclean")[1].startswith("No article")


def test_force_reads_what_these_engines_have_read(run):
    status, out, _ = run("reclean", "--force", "id:1")
    assert (status, out) == (0, "1 the same as before.\n")


def test_a_failure_is_told_and_gives_status_one(run, monkeypatch):
    def broken(*_arguments, **_options):
        raise ValueError("broken")

    monkeypatch.setattr(cleaning, "clean_parts", broken)
    status, out, err = run("reclean", "--force")
    assert (status, out) == (1, "1 failed.\n")
    assert "dam.txt: It could not be read again (ValueError)." in err


def test_a_bad_query_is_not_understood(run):
    assert run("reclean", "--force", "importance:much")[0] == 2


def test_help_shows_examples(run):
    status, out, _ = run("reclean", "--help")
    assert status == 0
    assert "curator reclean --force id:3" in out
