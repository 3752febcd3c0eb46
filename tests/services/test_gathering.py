"""Files that hold many articles are taken apart where they are named, each entry under a path of its own."""

import pytest

from curator.domain.errors import Cancelled
from curator.formats.collections import Choices, Collection, Entry
from curator.services import reading
from curator.services.imports import collections, gathering, importing
from curator.services.imports.importing import Outcome, Revisions

TABLE = "title,text,url\nOne,First text.,https://a.example/1\nOne,Second text.,\n,,\nTwo,Third text.,\n"


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "desk" / "stories.csv"
    file.parent.mkdir()
    file.write_text(TABLE, "utf-8")
    return file


def test_entries_have_paths_of_their_own(library, table):
    report = importing.import_paths(library, [table])
    assert [(item.path, item.outcome, item.source) for item in report.items] == [
        (path, Outcome.ADDED, str(table)) for path in ("stories/one.md", "stories/one-2.md", "stories/two.md")
    ]
    article = reading.article(library, report.items[1].article_id)
    assert (article.fields.title, article.source_path) == ("One", "")


def test_tables_in_folders_are_left_alone(library, table):
    assert importing.import_paths(library, [table.parent]).items == ()


def test_the_limit_for_one_article_is_none_for_many(library, table, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_BYTES", 10)
    assert importing.import_paths(library, [table]).counts[Outcome.ADDED] == 3


def test_a_row_is_known_again_by_its_cells_or_address(library, table):
    importing.import_paths(library, [table])
    table.write_text(TABLE.replace("First", "Another first"), "utf-8")
    report = importing.import_paths(library, [table])
    assert [item.outcome for item in report.items] == [Outcome.REVISION, Outcome.PRESENT, Outcome.PRESENT]
    report = importing.import_paths(library, [table], revisions=Revisions.REPLACE)
    assert "Another first" in reading.article(library, report.items[0].article_id).text


def test_each_table_has_its_own_columns(library, table):
    other = table.with_name("other.csv")
    other.write_text("a,b\nThree,Fourth text.\n", "utf-8")
    choices = Choices(files={str(other): {"title": "b", "text": "a"}})
    report = importing.import_paths(library, [table, other], choices=choices)
    assert reading.article(library, report.items[-1].article_id).fields.title == "Fourth text."


def test_what_breaks_off_is_told_and_what_came_before_stays(library, table, monkeypatch):
    def entries(_stream, path, _choices):
        yield Entry("row 1", f"{path}/a.md", b"# One\n\nText.\n")
        yield Entry("row 2", "", reason="Nothing is in it.")
        message = "a fault"
        raise RuntimeError(message)

    broken = Collection("broken", (".csv",), lambda _: 4, entries)
    monkeypatch.setattr(collections, "collections", lambda: (broken,))
    added, empty, fault = importing.import_paths(library, [table]).items
    assert added.outcome is Outcome.ADDED
    assert (empty.path, empty.reason) == ("stories.csv", "Row 2: Nothing is in it.")
    assert "RuntimeError" in fault.reason


def test_progress_counts_entries(library, table):
    told = []
    importing.import_paths(library, [table], progress=lambda *each: told.append(each))
    assert [each[:2] for each in told if each[2].startswith("stories/")] == [(0, 3), (1, 3), (2, 3)]

    def stop(done, _total, _label="", /):
        if done:
            raise Cancelled

    table.write_text(TABLE.replace("text", "words"), "utf-8")
    assert importing.import_paths(library, [table], progress=stop).cancelled


def test_messages_in_folders_come_in_where_they_lie(library, tmp_path):
    letter = "From: A <a@x.example>\nSubject: Brev\nMIME-Version: 1.0\n\nVerftet i {} selges.\n"
    folder = tmp_path / "post"
    for town in ("bergen", "moss"):
        file = folder / town / "brev.eml"
        file.parent.mkdir(parents=True)
        file.write_text(letter.format(town.capitalize()))
    report = importing.import_paths(library, [folder])
    assert [item.path for item in report.items] == ["bergen/brev.md", "moss/brev.md"]
    assert not report.left_out.nameable


def test_stories_of_agencies_in_folders_come_in_and_feeds_are_left_for_naming(library, tmp_path):
    folder = tmp_path / "wire"
    folder.mkdir()
    body = "<body><body.content><p>Verftet i Moss selges.</p></body.content></body>"
    (folder / "moss.xml").write_text(f"<nitf>{body}</nitf>")
    (folder / "feed.xml").write_text("<rss><channel><item><title>Verftet</title></item></channel></rss>")
    (folder / "build.xml").write_text("<project/>")
    report = importing.import_paths(library, [folder])
    assert [item.path for item in report.items] == ["moss.html"]
    assert report.left_out.nameable == {".xml": 2}
