"""Files that other programs changed are found, and taken as they are or field by field."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from curator.domain.errors import Conflict
from curator.domain.facts import Decision
from curator.services import editing, listing, reading, reviewing
from curator.services.files import comparing, reloading, saving
from curator.services.files.comparing import Seen, Standing
from curator.services.files.reloading import Outcome, Side
from curator.services.imports import importing
from curator.services.library import Library

POST = """---
title: A plant
date: 2031-01-05
tags: [chips]
lang: en
---

Orchard Chips will spend $20 million by 2033.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "posts" / "a.md"
    place.parent.mkdir()
    place.write_text(POST)
    place.with_name("b.md").write_text(POST.replace("Orchard Chips", "Brook Looms").replace("plant", "mill"))
    return place


@pytest.fixture
def imported(library: Library, file: Path) -> Library:
    importing.import_paths(library, [file.parent])
    return library


def number(library: Library, path: str = "a.md") -> int:
    return next(row.id for row in listing.rows(library, listing.identifiers(library, "")) if row.path == path)


def standings(library: Library, **how: object) -> dict[str, Standing]:
    return {each.path: each.standing for each in comparing.changed(library, **how)}  # type: ignore[arg-type]


def test_files_that_changed_or_are_gone_are_found(imported: Library, file: Path) -> None:
    assert standings(imported) == {}
    file.write_text(POST.replace("plant", "mills"))
    file.with_name("b.md").unlink()
    assert standings(imported) == {"a.md": Standing.CHANGED, "b.md": Standing.GONE}
    assert standings(imported, chosen=[number(imported)]) == {"a.md": Standing.CHANGED}
    assert standings(imported, chosen="title:mill") == {"b.md": Standing.GONE}


def test_a_file_of_the_same_size_is_told_by_its_bytes(imported: Library, file: Path) -> None:
    seen = Seen()
    assert standings(imported, seen=seen) == {}
    file.write_text(POST.replace("plant", "mills"))
    assert file.stat().st_size == len(POST)
    assert standings(imported, seen=seen) == {"a.md": Standing.CHANGED}
    file.write_text(POST)
    assert standings(imported, seen=seen) == {}


def test_a_second_look_reads_no_file_again(
    imported: Library, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Seen()
    comparing.changed(imported, seen=seen)
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("a file was opened"))
    assert comparing.changed(imported, seen=seen) == ()


def test_a_file_that_cannot_be_read_is_told(imported: Library, file: Path) -> None:
    file.unlink()
    file.mkdir()
    os.truncate(file.with_name("b.md"), 0)
    found = standings(imported)
    assert found["b.md"] is Standing.CHANGED
    assert found["a.md"] in (Standing.CHANGED, Standing.UNREADABLE)


def test_what_has_nothing_unsaved_is_reloaded_and_undo_takes_it_back(imported: Library, file: Path) -> None:
    found = number(imported)
    before = reading.article(imported, found)
    fact = before.facts[0]
    reviewing.decide(imported, [fact.id], Decision.ACCEPTED)
    before = reading.article(imported, found)
    file.write_text(POST.replace("A plant", "Two plants").replace("by 2033", "by 2034 at the latest"))
    report = reloading.reload(imported, [found])
    after = reading.article(imported, found)
    assert report.article_ids == (found,)
    assert after.fields.title == "Two plants"
    assert "at the latest" in after.text
    assert after.facts[0].decision is Decision.ACCEPTED
    assert reading.original_bytes(imported, found) == file.read_bytes()
    assert standings(imported) == {}

    assert editing.undo(imported) is not None
    assert reading.article(imported, found) == replace(before, revisions=2)
    assert reading.original_bytes(imported, found) == POST.encode()
    assert standings(imported) == {"a.md": Standing.CHANGED}
    assert editing.redo(imported) is not None
    assert reading.article(imported, found) == after
    assert [each.id for each in listing.rows(imported, listing.identifiers(imported, "latest"))] == [found]


def test_what_has_unsaved_edits_is_left_alone(imported: Library, file: Path) -> None:
    found = number(imported)
    editing.set_field(imported, [found], "title", "Mine")
    file.write_text(POST.replace("A plant", "Theirs"))
    (change,) = comparing.changed(imported)
    assert change.unsaved == ("title",)
    (item,) = reloading.reload(imported, [found]).items
    assert (item.outcome, item.unsaved) == (Outcome.KEPT, ("title",))
    assert reading.article(imported, found).fields.title == "Mine"


def test_several_files_are_one_step(imported: Library, file: Path) -> None:
    ids = [number(imported, path) for path in ("a.md", "b.md")]
    for each in (file, file.with_name("b.md")):
        each.write_text(each.read_text().replace("lang: en", "importance: 3\nlang: en"))
    assert reloading.reload(imported, ids).article_ids == tuple(ids)
    assert [reading.article(imported, each).fields.importance for each in ids] == [3, 3]
    editing.undo(imported)
    assert [reading.article(imported, each).fields.importance for each in ids] == [None, None]
    assert editing.undo(imported) is None


def test_a_file_that_can_no_longer_be_read_keeps_the_article(imported: Library, file: Path) -> None:
    found = number(imported)
    before = reading.article(imported, found)
    file.write_text('---\ntitle: "x\n---\nBody')
    (item,) = reloading.reload(imported, [found]).items
    assert item.outcome is Outcome.FAILED
    assert "line 2" in item.reason
    assert reading.article(imported, found) == before


@pytest.fixture
def both(imported: Library, file: Path) -> Library:
    """An article edited here and in its file: the title in both, tags and text in the file only."""
    found = number(imported)
    editing.set_field(imported, [found], "title", "Mine")
    editing.set_field(imported, [found], "importance", 5)
    theirs = POST.replace("A plant", "Theirs").replace("[chips]", "[chips, Brno]")
    file.write_text(theirs.replace("$20 million", "$30 million"))
    return imported


def test_both_versions_are_compared_by_field_and_text(both: Library) -> None:
    compared = reloading.compare(both, number(both))
    told = {each.name: (each.imported, each.here, each.file) for each in compared.differences}
    assert told["title"] == ("A plant", "Mine", "Theirs")
    assert told["importance"] == (None, 5, None)
    assert told["tags"] == (("chips",), ("chips",), ("chips", "Brno"))
    assert set(told) == {"title", "importance", "tags", "text"}
    assert [each.name for each in compared.differences if each.is_conflict] == ["title"]
    assert {each.name: each.side for each in compared.differences} == {
        "title": Side.HERE, "importance": Side.HERE, "tags": Side.FILE, "text": Side.FILE,
    }  # fmt: skip
    assert "-Orchard Chips will spend $20 million by 2033.\n" in compared.diff
    assert "+Orchard Chips will spend $30 million by 2033.\n" in compared.diff


def test_each_field_can_be_taken_from_either_side(both: Library, file: Path) -> None:
    found = number(both)
    compared = reloading.compare(both, found)
    before = compared.article
    applied = reloading.resolve(both, compared, {"title": Side.FILE})
    after = reading.article(both, found)
    assert applied.articles == {found}
    assert (after.fields.title, after.fields.importance, after.fields.tags) == (
        "Theirs",
        5,
        ("chips", "Brno"),
    )
    assert "$30 million" in after.text
    assert saving.unsaved(both) == [found]
    editing.undo(both)
    again = reading.article(both, found)
    assert (again.fields, again.text, again.facts) == (before.fields, before.text, before.facts)
    editing.redo(both)
    (item,) = saving.save(both, [found]).items
    assert item.outcome is saving.Outcome.WRITTEN
    assert "importance: 5" in file.read_text()


def test_the_text_here_can_stand_and_the_other_is_kept(both: Library, file: Path) -> None:
    found = number(both)
    theirs = file.read_bytes()
    compared = reloading.compare(both, found)
    reloading.resolve(both, compared, {"text": Side.HERE})
    after = reading.article(both, found)
    assert "$20 million" in after.text
    written = POST.replace("A plant", "Mine").replace("[chips]", "[chips, Brno]")
    assert file.read_text() == written.replace("lang: en\n", "lang: en\nimportance: 5\n")
    assert theirs in [reading.original_bytes(both, found, each) for each in range(1, after.revisions + 1)]
    assert standings(both) == {}
    assert saving.unsaved(both) == []


def test_nothing_is_resolved_when_either_side_changed_meanwhile(both: Library, file: Path) -> None:
    compared = reloading.compare(both, number(both))
    file.write_text(POST)
    with pytest.raises(Conflict):
        reloading.resolve(both, compared, {})
    compared = reloading.compare(both, number(both))
    editing.set_field(both, [number(both)], "title", "Mine again")
    with pytest.raises(Conflict):
        reloading.resolve(both, compared, {})


def test_a_file_whose_name_is_no_utf_8_is_saved_and_reloaded(library: Library, tmp_path: Path) -> None:
    files = [tmp_path / os.fsdecode(b"caf" + letter + b".md") for letter in (b"\xe8", b"\xe9")]
    try:
        for each in files:
            each.write_text(POST.replace("plant", f"plant {ord(each.stem[-1])}"))
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    importing.import_paths(library, files)
    assert not comparing.changed(library)
    editing.set_field(library, listing.identifiers(library, ""), "note", "seen")
    assert saving.save(library, saving.unsaved(library)).counts == {saving.Outcome.WRITTEN: 2}
    assert all("note: seen" in each.read_text() for each in files)
    files[1].write_text(files[1].read_text().replace("$20", "$30"))
    (change,) = comparing.changed(library)
    assert (change.path, Path(change.file).name) == ("caf\ufffd.md", "caf%E9.md")
    assert reloading.reload(library, [change.article_id]).counts == {Outcome.RELOADED: 1}
    assert "$30" in reading.article(library, change.article_id).text
